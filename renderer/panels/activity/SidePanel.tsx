import type { Ref } from 'react';
import { Tabs } from '../../components/Tabs.tsx';
import { useBackchannel, useUnread } from '../../hooks/use-backchannel.ts';
import { useBackchannelWords } from '../../messages/backchannel.ts';
import { useMessages } from '../../messages/language.ts';
import { useQuestionsWords } from '../../messages/questions.ts';
import { useTurnsWords } from '../../messages/turns.ts';
import { BackchannelPanel } from '../backchannel/BackchannelPanel.tsx';
import { UnreadCount } from '../backchannel/UnreadCount.tsx';
import { NewQuestions, OpenQuestions } from '../liaison/OpenQuestions.tsx';
import { ActivityPanel } from './ActivityPanel.tsx';
import styles from './SidePanel.module.css';
import { TurnsPanel } from './TurnsPanel.tsx';

export const SIDE_TABS = ['messages', 'questions', 'turns', 'log'] as const;
export type SideTab = (typeof SIDE_TABS)[number];

type SidePanelProps = { tab: SideTab; onTab(tab: SideTab): void; field: Ref<HTMLInputElement> };

/** What the others say and do, and the turns so far. */
export function SidePanel({ tab, onTab, field }: SidePanelProps) {
  const { log } = useMessages();
  const turns = useTurnsWords();
  const questions = useQuestionsWords();
  const words = useBackchannelWords();
  const { count, markRead } = useUnread();
  return (
    <aside className={styles.side} aria-label={words.panel}>
      <Tabs
        label={words.panel}
        tabs={[
          {
            id: 'messages',
            label: words.title,
            note: <UnreadCount count={count} />,
            panel: <BackchannelPanel field={field} onRead={markRead} />,
          },
          { id: 'questions', label: questions.tab, note: <NewQuestions />, panel: <OpenQuestions /> },
          { id: 'turns', label: turns.tab, panel: <TurnsPanel /> },
          { id: 'log', label: log.tab, panel: <ActivityPanel /> },
        ]}
        chosen={tab}
        onChoose={onTab}
      />
    </aside>
  );
}

type ToggleProps = { isOpen: boolean; onToggle(): void };

/** With the panel away, it says how many messages still wait for this person's word. */
export function SidePanelToggle({ isOpen, onToggle }: ToggleProps) {
  const words = useBackchannelWords();
  const { length } = useBackchannel().awaiting;
  return (
    <button
      type="button"
      className={styles.toggle}
      aria-expanded={isOpen}
      // As with every button: a click takes no focus from the floor keys.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onToggle}
    >
      {isOpen ? words.hide : words.show}
      {!isOpen && length > 0 && <span className={styles.count}>{words.awaiting(length)}</span>}
    </button>
  );
}
