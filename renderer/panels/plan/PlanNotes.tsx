import type { PlanNote } from '../../../shared/domain/session/schema.ts';
import type { Role } from '../../../shared/lib/vocabulary.ts';
import { ROLES } from '../../../shared/lib/vocabulary.ts';
import { Button } from '../../components/Button.tsx';
import { useMeeting, useSession } from '../../hooks/session.ts';
import { useMessages } from '../../messages/language.ts';
import { useNoteWords, usePlanWords } from '../../messages/plan.ts';
import { noteElementId, placeOf } from '../../store/plan-notes.ts';
import styles from './PlanNotes.module.css';

/** The notes of one place. */
export function useNotesAt(place: string): PlanNote[] {
  const state = useMeeting((meeting) => meeting);
  return (state.session.notes ?? []).filter((note) => placeOf(note, state) === place);
}

/** The ids of those notes, for the `aria-describedby` of the field that they concern. */
export function describedBy(notes: readonly PlanNote[], field?: string): string | undefined {
  const concerned = field === undefined ? notes : notes.filter((note) => note.field.endsWith(`/${field}`));
  return concerned.map(noteElementId).join(' ') || undefined;
}

/** What the importer could not place, beside what it concerns, with the ways to settle it. */
export function PlanNotes({ place }: { place: string }) {
  const notes = useNotesAt(place);
  if (notes.length === 0) return null;
  return (
    <ul className={styles.notes}>
      {notes.map((note) => (
        <NoteLine key={note.noteId} note={note} />
      ))}
    </ul>
  );
}

function NoteLine({ note }: { note: PlanNote }) {
  const words = usePlanWords();
  const text = useNoteWords()(note);
  const session = useSession();
  const args = { settledNoteIds: [note.noteId] };
  const reason = session.why({ name: 'session/configure', args }) && words.readOnly;
  const settle = () => session.submit({ name: 'session/configure', args });
  return (
    <li className={styles.note}>
      <span id={noteElementId(note)} className={styles.text}>
        <span aria-hidden="true">◆ </span>
        {text}
      </span>
      <span className={styles.actions}>
        <AssignButton note={note} reason={reason} onDone={settle} />
        <MergeButton note={note} reason={reason} onDone={settle} />
        <Button
          data-landing="note"
          look="quiet"
          reason={reason}
          aria-label={words.settleOf(text)}
          onClick={settle}
        >
          {words.settle}
        </Button>
      </span>
    </li>
  );
}

type WayProps = { note: PlanNote; reason: string | null; onDone(): void };

/** The role that the form usually has in this place, in one click. */
function AssignButton({ note, reason, onDone }: WayProps) {
  const words = usePlanWords();
  const messages = useMessages();
  const session = useSession();
  const person = usePersonOf(note);
  const role = ROLES.find((known) => known === note.params.suggestedRole);
  if (!person || !role) return null;
  const assign = () => {
    const roles = withRole(person.roles ?? [], role);
    if (!session.submit({ name: 'people/update', args: { personId: person.personId, roles } })) onDone();
  };
  return (
    <Button reason={reason} onClick={assign}>
      {words.assign(messages.roles[role])}
    </Button>
  );
}

function MergeButton({ note, reason, onDone }: WayProps) {
  const words = usePlanWords();
  const session = useSession();
  const person = usePersonOf(note);
  const other = useMeeting((state) =>
    note.code === 'maybe-same-person'
      ? state.people.find((one) => one.name === note.params.other && one.personId !== person?.personId)
      : undefined,
  );
  if (!person || !other) return null;
  const args = { personId: other.personId, otherPersonId: person.personId };
  const merge = () => {
    if (!session.submit({ name: 'people/merge', args })) onDone();
  };
  return (
    <Button reason={reason} onClick={merge}>
      {words.mergeWith(other.name)}
    </Button>
  );
}

function usePersonOf(note: PlanNote) {
  const [section, id] = note.field.split('/');
  return useMeeting((state) =>
    section === 'people' ? state.people.find((person) => person.personId === id) : undefined,
  );
}

function withRole(roles: readonly Role[], role: Role): Role[] {
  return ROLES.filter((known) => known === role || roles.includes(known));
}
