import type { KeyboardEvent } from 'react';
import { useRef, useState } from 'react';
import { Button } from '../../components/Button.tsx';
import form from '../../components/form.module.css';
import { TextInput } from '../../components/TextInput.tsx';
import { useSession } from '../../hooks/session.ts';
import { useQuestionsWords } from '../../messages/questions.ts';
import { QUESTION_FILTERS } from '../../store/question-list.ts';
import styles from './liaison.module.css';
import { QuestionDetail } from './QuestionDetail.tsx';
import { QuestionRows } from './QuestionRows.tsx';
import { ReadAloud } from './ReadAloud.tsx';
import { TriageFormFor } from './TriageForms.tsx';
import type { Triage } from './use-triage.ts';
import { useTriage } from './use-triage.ts';
import type { TriageAction, TriageForm } from './use-triage-actions.ts';
import { useTriageActions } from './use-triage-actions.ts';

const MOVES: Record<string, number> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };

/** Hundreds of questions by keyboard: one list, one question beside it, one letter for each thing to do. */
export function TriagePanel() {
  const words = useQuestionsWords();
  const triage = useTriage();
  const { current, move } = triage;
  const actions = useTriageActions(current);
  const box = useRef<HTMLDivElement>(null);
  const { submit } = useSession();
  const [opened, setOpened] = useState<{ questionId: string; form: TriageForm } | null>(null);
  const questionId = current?.question.questionId;
  const act = (action: TriageAction) => {
    if (action.reason !== null || questionId === undefined) return;
    if ('form' in action) setOpened({ questionId, form: action.form });
    else if (action.command) submit(action.command);
  };
  const close = () => {
    setOpened(null);
    box.current?.focus();
  };
  // Here and not on the document: a letter means something only while the focus is inside (WCAG 2.1.4).
  const onKeyDown = (event: KeyboardEvent) => {
    const { key, target, nativeEvent } = event;
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (nativeEvent.isComposing || (target as Element).closest('input, textarea, select')) return;
    const by = MOVES[key];
    const action = actions.find((one) => one.key === key.toLowerCase());
    if (by === undefined && !action) return;
    event.preventDefault();
    if (by !== undefined) move(by);
    else if (action && !event.repeat) act(action);
  };
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
            <QuestionDetail {...current} />
            {opened?.questionId === questionId && opened ? (
              <TriageFormFor question={current.question} kind={opened.form} onDone={close} />
            ) : (
              <Actions actions={actions} onAct={act} />
            )}
          </>
        )}
      </section>
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
