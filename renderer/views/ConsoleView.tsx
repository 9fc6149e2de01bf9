import { useState } from 'react';
import type { Channel } from '../../shared/lib/vocabulary.ts';
import { useMenu } from '../hooks/shell.ts';
import { useCallReason } from '../hooks/use-call-reason.ts';
import { useKeptFocus } from '../hooks/use-kept-focus.ts';
import { useProposalShown } from '../hooks/use-proposal.ts';
import { useSounds } from '../hooks/use-sounds.ts';
import { useMessages } from '../messages/language.ts';
import { SidePanel, SidePanelToggle } from '../panels/activity/SidePanel.tsx';
import { AgendaStrip } from '../panels/console/AgendaStrip.tsx';
import { InFrontButton } from '../panels/console/InFrontButton.tsx';
import { KeyHelp } from '../panels/console/KeyHelp.tsx';
import { KeyHints } from '../panels/console/KeyHints.tsx';
import { PaperView, PrintButton } from '../panels/console/PaperView.tsx';
import { StopBanner } from '../panels/console/SessionControls.tsx';
import { FloorAnnouncer } from '../panels/floor/FloorAnnouncer.tsx';
import { NextCard } from '../panels/floor/NextCard.tsx';
import { TurnChimes } from '../panels/floor/TurnChimes.tsx';
import { ImportButton } from '../panels/import/ImportEntry.tsx';
import { AddHand } from '../panels/queue/AddHand.tsx';
import { QueueColumn } from '../panels/queue/QueueColumn.tsx';
import { AbsenceBanner } from '../panels/trouble/AbsenceBanner.tsx';
import { Guarded } from '../panels/trouble/Guarded.tsx';
import { ConsoleMiddle } from './ConsoleMiddle.tsx';
import styles from './ConsoleView.module.css';
import type { Adding } from './use-console-keys.ts';
import { useConsoleKeys } from './use-console-keys.ts';
import { useSidePanel } from './use-side-panel.ts';

/** The screen itself is a balance: the room on the left, online on the right, the floor between them. */
export function ConsoleView() {
  useKeptFocus(true);
  const { add } = useMessages();
  const [adding, setAdding] = useState<Adding>(null);
  const [isHelpOpen, setHelpOpen] = useState(false);
  const [isPanelOpen, setPanelOpen] = useState(false);
  const { isSideOpen, toggleSide, writeMessage, ...side } = useSidePanel();
  const { openEntryId, setOpenEntryId, sought, seek } = useCards();
  const { call, callSpeech, undo, armedId } = useConsoleKeys({
    setAdding,
    writeMessage,
    showHelp: () => setHelpOpen(true),
    showPanel: () => setPanelOpen(true),
    onEscape: () => setOpenEntryId(null),
  });
  useMenu({ 'keys/show': () => setHelpOpen(true) });
  const proposedEntryId = useProposalShown();
  const callReason = useCallReason();
  // Fetched before somebody types: a name that is not found yet would be added as a description.
  useSounds();
  const show = (entryId: string) => {
    setAdding(null);
    seek(entryId);
  };
  // Both sides are one component: neither may ever be able to do more than the other.
  const column = (channel: Channel) => (
    <QueueColumn
      channel={channel}
      isAdding={adding === channel}
      onAdd={(isAdding) => setAdding(isAdding ? channel : null)}
      proposedEntryId={proposedEntryId}
      armedEntryId={armedId}
      openEntryId={openEntryId}
      sought={sought}
      onSeek={show}
      onOpen={setOpenEntryId}
      callReason={callReason}
      onCall={call}
    />
  );
  return (
    <div className={styles.console}>
      <Guarded>
        <AgendaStrip />
      </Guarded>
      <StopBanner />
      <AbsenceBanner />
      <main className={`${styles.main} ${isSideOpen ? styles.withSide : ''}`}>
        <div className={`${styles.scroll} ${styles.onsite}`}>
          <Guarded>{column('onsite')}</Guarded>
        </div>
        <ConsoleMiddle
          isPanelOpen={isPanelOpen}
          onPanel={setPanelOpen}
          finder={
            adding === 'any' && (
              <section aria-label={add.find}>
                <AddHand channel={null} onClose={() => setAdding(null)} onSeek={show} />
              </section>
            )
          }
          next={<NextCard callReason={callReason} onCall={call} onSpeech={callSpeech} armedId={armedId} />}
        />
        <div className={`${styles.scroll} ${styles.online}`}>
          <Guarded>{column('online')}</Guarded>
        </div>
        {isSideOpen && (
          <Guarded>
            <SidePanel {...side} />
          </Guarded>
        )}
      </main>
      <footer className={styles.footer}>
        <KeyHints onUndo={undo} onHelp={() => setHelpOpen(true)} />
        <PrintButton />
        <InFrontButton />
        <ImportButton />
        <SidePanelToggle isOpen={isSideOpen} onToggle={toggleSide} />
      </footer>
      <FloorAnnouncer />
      <TurnChimes />
      <Guarded>
        <PaperView />
      </Guarded>
      {isHelpOpen && <KeyHelp onClose={() => setHelpOpen(false)} />}
    </div>
  );
}

/** Which card's actions are open, and which one is to be brought into sight. */
function useCards() {
  const [openEntryId, setOpenEntryId] = useState<string | null>(null);
  const [sought, setSought] = useState<{ entryId: string } | null>(null);
  const seek = (entryId: string) => {
    setOpenEntryId(entryId);
    setSought({ entryId });
  };
  return { openEntryId, setOpenEntryId, sought, seek };
}
