import type { ReactNode } from 'react';
import { useMeeting } from '../../hooks/session.ts';
import { useDeskWords } from '../../messages/desk.ts';
import type { NoteDraft } from '../../store/note-line.ts';
import { KindLabel } from './KindLabel.tsx';
import styles from './NoteLine.module.css';

/** What the signs have been taken for; each goes by a press. */
export function LineChips({ draft, onChange }: { draft: NoteDraft; onChange(draft: NoteDraft): void }) {
  const words = useDeskWords();
  const questions = useMeeting((state) => state.policyQuestions);
  const number = questions.findIndex((one) => one.policyQuestionId === draft.policyQuestionId) + 1;
  const { kind, speaker } = draft;
  return (
    <>
      {kind !== 'point' && (
        <Chip
          label={words.line.clearKind(words.noteKinds[kind])}
          onClear={() => onChange({ ...draft, kind: 'point' })}
        >
          <KindLabel kind={kind} />
        </Chip>
      )}
      {number > 0 && (
        <Chip
          label={words.line.clearQuestion(number)}
          onClear={() => onChange({ ...draft, policyQuestionId: null })}
        >
          {words.pq(number)}
        </Chip>
      )}
      {speaker && (
        <Chip
          label={words.line.clearSpeaker(speaker.name)}
          onClear={() => onChange({ ...draft, speaker: null })}
        >
          <bdi>{speaker.name}</bdi>
        </Chip>
      )}
    </>
  );
}

type ChipProps = { label: string; onClear(): void; children: ReactNode };

function Chip({ label, onClear, children }: ChipProps) {
  return (
    <span className={styles.chip}>
      {children}
      <button
        type="button"
        className={styles.clear}
        aria-label={label}
        title={label}
        onMouseDown={(event) => event.preventDefault()}
        onClick={onClear}
      >
        <span aria-hidden="true">×</span>
      </button>
    </span>
  );
}
