import type { ReactNode } from 'react';
import { LastDeed } from '../panels/activity/ActivityPanel.tsx';
import { BalanceCard } from '../panels/activity/BalanceCard.tsx';
import { ChartsPanel } from '../panels/activity/ChartsPanel.tsx';
import { FloorCard } from '../panels/floor/FloorCard.tsx';
import { HeldSlotCard } from '../panels/floor/HeldSlotCard.tsx';
import { InterruptedCard } from '../panels/floor/InterruptedCard.tsx';
import { OverridePrompt } from '../panels/floor/OverridePrompt.tsx';
import { PanelMenu } from '../panels/floor/PanelMenu.tsx';
import { LeftOverNotice } from '../panels/queue/LeftOverNotice.tsx';
import { Guarded } from '../panels/trouble/Guarded.tsx';
import styles from './ConsoleView.module.css';

type MiddleProps = {
  isPanelOpen: boolean;
  onPanel(isOpen: boolean): void;
  /** The field in which anybody is found; under the clock, which must stay in sight while somebody types. */
  finder: ReactNode;
  /** Who is next. */
  next: ReactNode;
};

/** Between the two sides: who has the floor, how the sides stand, who is next, and what was just done. */
export function ConsoleMiddle({ isPanelOpen, onPanel, finder, next }: MiddleProps) {
  return (
    <div className={`${styles.scroll} ${styles.floor}`}>
      <Guarded>
        <FloorCard onPanel={() => onPanel(true)} />
      </Guarded>
      {isPanelOpen && <PanelMenu onClose={() => onPanel(false)} />}
      {finder}
      {/* On a phone the suggestion comes first. */}
      <div className={styles.below}>
        <Guarded>
          <BalanceCard />
        </Guarded>
      </div>
      <div className={styles.next}>
        <Guarded>
          <InterruptedCard />
          <HeldSlotCard />
          {next}
        </Guarded>
      </div>
      {/* Under the suggestion: asking must not move what the next press is aimed at. */}
      <OverridePrompt />
      <LeftOverNotice />
      <div className={styles.below}>
        <Guarded>
          <LastDeed />
        </Guarded>
        <Guarded>
          <ChartsPanel />
        </Guarded>
      </div>
    </div>
  );
}
