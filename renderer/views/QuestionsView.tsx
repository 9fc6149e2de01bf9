import { useKeptFocus } from '../hooks/use-kept-focus.ts';
import { FloorAnnouncer } from '../panels/floor/FloorAnnouncer.tsx';
import { CopyIn } from '../panels/liaison/CopyIn.tsx';
import { DeskControls } from '../panels/liaison/DeskControls.tsx';
import { TriagePanel } from '../panels/liaison/TriagePanel.tsx';
import { Guarded } from '../panels/trouble/Guarded.tsx';
import styles from './QuestionsView.module.css';

/** The liaison's desk: questions of every door come in, are read, and become turns or written answers. */
export function QuestionsView() {
  useKeptFocus();
  return (
    <main className={styles.view}>
      <Guarded>
        <TriagePanel />
      </Guarded>
      <div className={styles.side}>
        <Guarded>
          <CopyIn />
        </Guarded>
        <Guarded>
          <DeskControls />
        </Guarded>
      </div>
      <FloorAnnouncer />
    </main>
  );
}
