import type { FormEvent } from 'react';
import { useState } from 'react';
import type { CaseDetails, Note, WriteNoteArgs } from '../../../shared/domain/notes/schema.ts';
import { findNote } from '../../../shared/domain/notes/slice.ts';
import { must } from '../../../shared/lib/assert.ts';
import { NAME_CHARS_MAX, NOTE_CHARS_MAX } from '../../../shared/lib/limits.ts';
import { NOTE_KINDS } from '../../../shared/lib/vocabulary.ts';
import type { State } from '../../../shared/state.ts';
import { Button } from '../../components/Button.tsx';
import { focusOnce } from '../../components/focus-once.ts';
import form from '../../components/form.module.css';
import { timeOfDay } from '../../components/HubTime.tsx';
import { SelectField } from '../../components/SelectField.tsx';
import { TextInput } from '../../components/TextInput.tsx';
import { useMeeting, useSession } from '../../hooks/session.ts';
import { useDeskWords } from '../../messages/desk.ts';
import { useLanguage, useMessages } from '../../messages/language.ts';
import { CaseFields } from './CaseFields.tsx';
import styles from './PointList.module.css';

const NONE = '';

/** Everything about a point at once. What somebody else changes meanwhile stands beside it, to be chosen from. */
export function PointEditor({ noteId, onClose }: { noteId: string; onClose(): void }) {
  const words = useDeskWords();
  const { submit } = useSession();
  const now = useMeeting((state) => findNote(state, noteId));
  const [before, setBefore] = useState(() => must(now, 'the point that is edited'));
  const [edited, setEdited] = useState<Note>(before);
  const change = (part: Partial<Note>) => setEdited({ ...edited, ...part });
  const theirs = now && now.revision !== before.revision ? now : null;
  const isLink = isLinkOrNone(edited.caseDetails?.link);
  const save = (event?: FormEvent) => {
    event?.preventDefault();
    if (theirs || !isLink || edited.text.trim() === '') return;
    const args = changedArgs(before, edited);
    if (args === null || !submit({ name: 'notes/write', args })) onClose();
  };
  return (
    <form
      className={styles.card}
      aria-label={words.point.edit}
      onSubmit={save}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Escape') onClose();
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save();
      }}
    >
      <label className={form.field}>
        <span className={form.legend}>{words.point.text}</span>
        <textarea
          ref={focusOnce}
          className={form.input}
          rows={3}
          dir="auto"
          maxLength={NOTE_CHARS_MAX}
          value={edited.text}
          onChange={(event) => change({ text: event.target.value })}
        />
      </label>
      {theirs && (
        <div role="alert" className={form.clash}>
          <p>{words.point.changed}</p>
          <p dir="auto">{theirs.text}</p>
          <Button onClick={() => setBefore(theirs)}>{words.point.keepMine}</Button>
          <Button onClick={onClose}>{words.point.takeTheirs}</Button>
        </div>
      )}
      <Filing edited={edited} onChange={change} />
      {edited.kind === 'case' && (
        <CaseFields
          details={edited.caseDetails ?? {}}
          linkError={isLink ? null : words.point.notALink}
          onChange={(caseDetails) => change({ caseDetails })}
        />
      )}
      <div className={styles.actions}>
        <Button isSubmit look="strong" reason={theirs ? words.point.changed : null}>
          {words.point.save}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {words.point.cancel}
        </Button>
      </div>
    </form>
  );
}

/** Under what it stands, and whose it is. */
function Filing({ edited, onChange }: { edited: Note; onChange(part: Partial<Note>): void }) {
  const words = useDeskWords();
  const state = useMeeting((meeting) => meeting);
  const turnOptions = useTurnOptions(state);
  const { kind, policyQuestionId, turnId, speaker, owner } = edited;
  const questionOptions = [
    { value: NONE, label: words.pqNone },
    ...state.policyQuestions.map((question, index) => ({
      value: question.policyQuestionId,
      label: `${words.pq(index + 1)} ${question.text.slice(0, 60)}`,
    })),
  ];
  return (
    <div className={styles.fields}>
      <SelectField
        label={words.point.kind}
        value={kind}
        options={NOTE_KINDS.map((one) => ({ value: one, label: words.noteKinds[one] }))}
        onChange={(chosen) => onChange({ kind: chosen })}
      />
      <SelectField
        label={words.point.question}
        value={policyQuestionId ?? NONE}
        options={questionOptions}
        onChange={(chosen) => onChange({ policyQuestionId: chosen === NONE ? null : chosen })}
      />
      <SelectField
        label={words.point.turn}
        value={turnId ?? NONE}
        options={turnOptions}
        onChange={(chosen) => onChange({ turnId: chosen === NONE ? null : chosen })}
      />
      <TextInput
        label={words.point.speaker}
        hint={words.point.speakerHint}
        value={speaker?.name ?? ''}
        charsMax={NAME_CHARS_MAX}
        suggestions={state.people.map((person) => person.name)}
        onChange={(name) => onChange({ speaker: name === '' ? null : speakerNamed(name, state) })}
      />
      {(kind === 'action' || kind === 'proposal') && (
        <TextInput
          label={words.point.owner}
          value={owner ?? ''}
          charsMax={NAME_CHARS_MAX}
          onChange={(name) => onChange({ owner: name === '' ? null : name })}
        />
      )}
    </div>
  );
}

function useTurnOptions({ turns, floor }: State): { value: string; label: string }[] {
  const words = useDeskWords();
  const { unnamed } = useMessages();
  const language = useLanguage();
  const all = [...turns, ...(floor.turn ? [floor.turn] : [])].toReversed();
  return [
    { value: NONE, label: words.point.noTurn },
    ...all.map(({ turnId, name, startedAtMs }) => ({
      value: turnId,
      label: `${timeOfDay(startedAtMs, language)} ${name || unnamed}`,
    })),
  ];
}

/** The record of that very name, if there is one and only one. */
function speakerNamed(name: string, { people }: State): NonNullable<Note['speaker']> {
  const named = people.filter((person) => person.name === name);
  const [person] = named;
  return person && named.length === 1 ? { personId: person.personId, name } : { name };
}

/** Only what was changed, so that a colleague's change of something else stays; null when nothing was. */
function changedArgs(before: Note, edited: Note): WriteNoteArgs | null {
  const { noteId, kind, text } = edited;
  const fields = ['policyQuestionId', 'turnId', 'speaker', 'owner', 'caseDetails'] as const;
  const changed = fields.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(edited[field]));
  if (changed.length === 0 && kind === before.kind && text.trim() === before.text) return null;
  const parts = Object.fromEntries(changed.map((field) => [field, filled(edited[field])]));
  return { noteId, baseRevision: before.revision, kind, text, ...parts };
}

/** Empty fields of a case are fields that are not there. */
function filled(value: Note[keyof Note]): unknown {
  if (typeof value !== 'object' || value === null) return value ?? null;
  const entries = Object.entries(value).filter(([, text]) => text !== '');
  return entries.length === 0 ? null : Object.fromEntries(entries);
}

function isLinkOrNone(link: CaseDetails['link']): boolean {
  return link === undefined || link.trim() === '' || /^https?:\/\/[^\s/]+/i.test(link.trim());
}
