import type { Agenda } from '../agenda/slice.ts';
import type { Author } from '../context.ts';
import type { EndedTurn } from '../floor/schema.ts';
import type { Floor } from '../floor/slice.ts';
import type { Note } from '../notes/schema.ts';
import type { Draft, ShowOfHands } from '../notes/slice.ts';
import type { Person } from '../people/schema.ts';
import type { Question } from '../questions/schema.ts';
import type { QuestionDesk } from '../questions/slice.ts';
import type { Entry } from '../queue/schema.ts';
import type { PolicyQuestion } from '../session/schema.ts';
import type { Session, Stops } from '../session/slice.ts';

/**
 * One record of the state and a value for it; null = not there. Invitations are no such records: a door that was
 * shut stays shut.
 */
export type RecordWrite =
  | { table: 'session'; value: Session }
  /** In the history alone, see `stopsBefore`. */
  | { table: 'stops'; value: Stops }
  | { table: 'policyQuestions'; value: PolicyQuestion[] }
  | { table: 'agenda'; value: Agenda }
  | { table: 'open'; value: boolean }
  | { table: 'onDeck'; value: string[] }
  | { table: 'floor'; value: Floor }
  /** `unseen`: the public sees this person neither before nor after. */
  | { table: 'people'; id: string; value: Person | null; unseen?: true }
  | { table: 'entries'; id: string; value: Entry | null }
  | { table: 'turns'; id: string; value: EndedTurn | null }
  /** `unseen`: the public sees this point neither before nor after. */
  | { table: 'notes'; id: string; value: Note | null; unseen?: true }
  | { table: 'questions'; id: string; value: Question | null; unseen?: true }
  | { table: 'questionDesk'; value: QuestionDesk }
  | { table: 'shows'; id: string; value: ShowOfHands | null }
  | { table: 'drafts'; id: string; value: Draft | null }
  | { table: 'reportTemplateId'; value: string | null };

/** Questions and shows of hands whose votes and answers a commit changed, as it left them. */
export type Said = { questions: Question[]; shows: ShowOfHands[] };

/** One commit as undo needs it: what it touched, each with the value from before. */
export type HistoryItem = {
  seq: number;
  atMs: number;
  author: Author;
  /** The types of its events: what was done, in words of the log. */
  types: string[];
  before: RecordWrite[];
  /** Absent where it changed none. */
  said?: Said;
  /** The commit that this one took back. */
  undoes?: number;
  /** The commit that took this one back. */
  undoneBy?: number;
};

export function recordKey(write: RecordWrite): string {
  return 'id' in write ? `${write.table}/${write.id}` : write.table;
}
