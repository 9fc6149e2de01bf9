import type { KeyboardEvent, RefObject } from 'react';
import { useRef, useState } from 'react';
import { Button } from '../../components/Button.tsx';
import form from '../../components/form.module.css';
import { TextInput } from '../../components/TextInput.tsx';
import { useSession } from '../../hooks/session.ts';
import { useQuestionsWords } from '../../messages/questions.ts';
import { QUESTION_FILTERS } from '../../store/question-list.ts';
import { undoOwnLast } from '../../store/undo-own.ts';
import { LastOwnDeed } from '../activity/ActivityPanel.tsx';
import styles from './liaison.module.css';
import { QuestionDetail } from './QuestionDetail.tsx';
import { QuestionRows } from './QuestionRows.tsx';
import { ReadAloud } from './ReadAloud.tsx';
import { TriageFormFor } from './TriageForms.tsx';
import type { Triage } from './use-triage.ts';
import { useTriage } from './use-triage.ts';
import type { TriageAction, TriageForm } from './use-triage-actions.ts';
import { useTriageActions } from './use-triage-actions.ts';

const MOVES: Record<string, number> = { j: 1, arrowdown: 1, k: -1, arrowup: -1 };

/** Hundreds of questions by keyboard: one list, one question beside it, one letter for each thing to do. */
export function TriagePanel() {
  const words = useQuestionsWords();
  const triage = useTriage();
  const { current, marked, unmark } = triage;
  const actions = useTriageActions(current, marked);
  const box = useRef<HTMLDivElement>(null);
  const { submit } = useSession();
  const [opened, setOpened] = useState<{ about: string; form: TriageForm } | null>(null);
  // A form that was opened for one question is not taken for another.
  const about = marked.length > 0 ? 'marked' : (current?.question.questionId ?? '');
  const act = (action: TriageAction) => {
    if (action.reason !== null) return;
    if ('form' in action) setOpened({ about, form: action.form });
    else {
      action.commands.forEach(submit);
      unmark();
    }
  };
  const close = () => {
    setOpened(null);
    box.current?.focus();
  };
  const onKeyDown = useTriageKeys(triage, actions, act, box);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what has the focus inside is a list box or a button.
    <div className={styles.triage} onKeyDown={onKeyDown}>
      <section className={styles.listing} aria-label={words.title}>
        <Head {...triage} />
        <QuestionRows {...triage} box={box} />
      </section>
      <section className={styles.beside} aria-label={words.one}>
        {current === null ? (
          <p className={styles.empty}>{words.nothing}</p>
        ) : (
          <>
            {marked.length === 0 && <QuestionDetail {...current} />}
            <Marked count={marked.length} onNone={unmark} />
            {opened?.about === about ? (
              <TriageFormFor question={current.question} kind={opened.form} marked={marked} onDone={close} />
            ) : (
              <Actions actions={actions} onAct={act} />
            )}
          </>
        )}
        <LastOwnDeed />
      </section>
    </div>
  );
}

/** A letter means something only while the focus is inside, not on the whole page (WCAG 2.1.4). */
function useTriageKeys(
  { current, move, marked, mark, markTo, markAll, unmark }: Triage,
  actions: readonly TriageAction[],
  act: (action: TriageAction) => void,
  box: RefObject<HTMLDivElement | null>,
): (event: KeyboardEvent) => void {
  const session = useSession();
  /** What a key does; null for none. */
  const deedOf = ({ key, target, shiftKey, ctrlKey, metaKey, repeat }: KeyboardEvent) => {
    const letter = key.toLowerCase();
    const isInList = target === box.current;
    if (ctrlKey || metaKey) return letter === 'a' && isInList ? markAll : null;
    const by = MOVES[letter];
    if (by !== undefined) return () => (shiftKey ? markTo(by) : move(by));
    // On a button it is the button's.
    if (key === ' ' && isInList) return () => current && mark(current.question.questionId);
    if (key === 'Escape') return marked.length > 0 ? unmark : null;
    const action = actions.find((one) => one.key === letter);
    if (letter !== 'u' && !action) return null;
    return () => {
      if (!repeat) action ? act(action) : undoOwnLast(session);
    };
  };
  return (event) => {
    if (event.defaultPrevented || event.altKey || event.nativeEvent.isComposing) return;
    if ((event.target as Element).closest('input, textarea, select')) return;
    const deed = deedOf(event);
    if (!deed) return;
    event.preventDefault();
    deed();
  };
}

function Marked({ count, onNone }: { count: number; onNone(): void }) {
  const words = useQuestionsWords();
  return (
    <div className={form.row}>
      <p role="status">{count > 0 && words.chosen(count)}</p>
      {count > 0 && (
        <Button look="quiet" hint={{ text: 'Esc', aria: 'Escape' }} onClick={onNone}>
          {words.chooseNone}
        </Button>
      )}
    </div>
  );
}

/** Where the questions stand, in numbers; each number is a filter. */
function Head({ filter, counts, letters, shown, current, setFilter, search }: Triage) {
  const words = useQuestionsWords();
  const [isReading, setReading] = useState(false);
  return (
    <div className={styles.head}>
      <fieldset className={styles.filters} aria-label={words.filterLabel}>
        {QUESTION_FILTERS.map((one) => (
          <Button
            key={one}
            look={one === filter ? 'strong' : 'plain'}
            aria-pressed={one === filter}
            onClick={() => setFilter(one)}
          >
            {words.filters[one]} <span className={styles.count}>{counts[one]}</span>
          </Button>
        ))}
      </fieldset>
      <div className={styles.tools}>
        <TextInput label={words.search} value={letters} onChange={search} />
        <Button reason={shown.length === 0 ? words.none : null} onClick={() => setReading(true)}>
          {words.read}
        </Button>
      </div>
      <p className={form.hint}>{words.keys}</p>
      {isReading && (
        <ReadAloud
          questions={shown.map(({ question }) => question)}
          startId={current?.question.questionId ?? null}
          onClose={() => setReading(false)}
        />
      )}
    </div>
  );
}

function Actions({
  actions,
  onAct,
}: {
  actions: readonly TriageAction[];
  onAct(action: TriageAction): void;
}) {
  return (
    <div className={styles.actions}>
      {actions.map((action) => (
        <Button
          key={action.id}
          reason={action.reason}
          hint={{ text: action.key.toUpperCase(), aria: action.key.toUpperCase() }}
          onClick={() => onAct(action)}
        >
          {action.label}
        </Button>
      ))}
    </div>
  );
}
