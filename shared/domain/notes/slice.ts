import type { Channel, NoteKind, Stance } from '../../lib/vocabulary.ts';
import type { Author } from '../context.ts';
import type { Note, StanceCounts } from './schema.ts';

/** A participant's answer to a show of hands. */
export type Answer = { personId: string; channel: Channel; stance: Stance };

/** The people here are asked for their stance on a point, in the wording of that moment. */
export type ShowOfHands = {
  noteId: string;
  seq: number;
  text: string;
  open: boolean;
  counts: StanceCounts;
  /** Staff only. */
  answers?: Answer[];
};

/** A wording that a point no longer has. */
export type NoteVersion = {
  noteId: string;
  revision: number;
  kind: NoteKind;
  text: string;
  /** Who wrote it so, and who wrote over it or took it away and when (hub epoch milliseconds). */
  author?: Author;
  replacedBy: Author;
  replacedAtMs: number;
};

/** A section of the report as somebody has worded it; null = as the points say. */
export type Draft = {
  sectionId: string;
  seq: number;
  /** Grows with every change. */
  revision: number;
  text: string | null;
  editor: Author;
  editedAtMs: number;
};

export type NotesSlice = {
  /** In the order of making. */
  notes: Note[];
  shows: ShowOfHands[];
  /** Staff only; the last ones, oldest first. */
  versions?: NoteVersion[];
  /** Staff only. */
  drafts?: Draft[];
  /** Staff only; null until somebody chooses. */
  reportTemplateId?: string | null;
};

export const NO_NOTES: NotesSlice = {
  notes: [],
  shows: [],
  versions: [],
  drafts: [],
  reportTemplateId: null,
};

export const NO_STANCES: StanceCounts = {
  onsite: { support: 0, reservation: 0 },
  online: { support: 0, reservation: 0 },
};

export function findNote(slice: Pick<NotesSlice, 'notes'>, noteId: string): Note | undefined {
  return slice.notes.find((note) => note.noteId === noteId);
}

/** As the report has them. */
export function inReportOrder(notes: readonly Note[]): Note[] {
  return notes.toSorted((a, b) => a.order - b.order || a.seq - b.seq);
}
