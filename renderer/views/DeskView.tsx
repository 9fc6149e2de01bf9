import { useState } from 'react';
import { useKeptFocus } from '../hooks/use-kept-focus.ts';
import { DeskSide } from '../panels/desk/DeskSide.tsx';
import { NoteLine } from '../panels/desk/NoteLine.tsx';
import { PointList } from '../panels/desk/PointList.tsx';
import { TurnList } from '../panels/desk/TurnList.tsx';
import { FloorAnnouncer } from '../panels/floor/FloorAnnouncer.tsx';
import { Guarded } from '../panels/trouble/Guarded.tsx';
import styles from './DeskView.module.css';

/** The rapporteur's desk: who speaks, what was said, and the report that comes of it. */
export function DeskView() {
  useKeptFocus();
  const [turnId, setTurnId] = useState<string | null>(null);
  return (
    <main className={styles.desk}>
      <div className={styles.turns}>
        <Guarded>
          <TurnList turnId={turnId} onChoose={setTurnId} />
        </Guarded>
      </div>
      <div className={styles.points}>
        {/* The line is never taken away by a fault elsewhere. */}
        <NoteLine />
        <Guarded>
          <PointList turnId={turnId} onAll={() => setTurnId(null)} />
        </Guarded>
      </div>
      <div className={styles.report}>
        <Guarded>
          <DeskSide />
        </Guarded>
      </div>
      <FloorAnnouncer />
    </main>
  );
}
