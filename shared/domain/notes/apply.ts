import { must } from '../../lib/assert.ts';
import { NOTE_VERSIONS_MAX } from '../../lib/limits.ts';
import { put, without } from '../../lib/lists.ts';
import type { Author, Stamp } from '../context.ts';
import type { Note, NotesEvent, WrittenNote } from './schema.ts';
import type { Answer, Draft, NotesSlice, ShowOfHands } from './slice.ts';
import { findNote, NO_STANCES } from './slice.ts';

type Written = Stamp & { author: Author };

export function applyNotes<S extends NotesSlice>(state: S, event: NotesEvent, stamp: Written): S {
  switch (event.type) {
    case 'notes/written':
      return written(state, event.note, stamp);
    case 'notes/merged':
      return removed(written(state, event.note, stamp), event.otherNoteId, stamp);
    case 'notes/removed':
      return removed(state, event.noteId, stamp);
    case 'notes/endorsed':
    case 'notes/revealed':
      return withNote(state, event.note);
    case 'notes/hidden':
      return patchNote(state, event.noteId, ({ revealed: _, ...note }) => note);
    case 'notes/moved':
      return patchNote(state, event.noteId, (note) => ({ ...note, order: event.order }));
    case 'notes/asked': {
      const { noteId, text } = event;
      const earlier = state.shows.find((show) => show.noteId === noteId);
      const asked = { noteId, seq: stamp.seq, counts: NO_STANCES, ...(state.versions && { answers: [] }) };
      return withShow(state, { ...(earlier ?? asked), text, open: true });
    }
    case 'notes/answered':
      return patchShow(state, event.noteId, (show) => answered(show, event));
    case 'notes/closed':
      return patchShow(state, event.noteId, (show) => ({ ...show, open: false }));
    case 'notes/drafted':
      return { ...state, drafts: withDraft(must(state.drafts, 'wordings'), event, stamp) };
    case 'notes/template-chosen':
      return { ...state, reportTemplateId: event.templateId };
  }
}

function written<S extends NotesSlice>(state: S, note: WrittenNote, stamp: Written): S {
  const { seq, atMs, author } = stamp;
  const before = findNote(state, note.noteId);
  if (!before) {
    return withNote(state, { ...note, seq, writtenAtMs: atMs, ...(state.versions && { author }) });
  }
  const { seq: place, writtenAtMs } = before;
  const who = state.versions && { author: before.author, editor: author };
  return withNote(kept(state, before, note, stamp), {
    ...note,
    seq: place,
    writtenAtMs,
    editedAtMs: atMs,
    ...who,
  });
}

function removed<S extends NotesSlice>(state: S, noteId: string, stamp: Written): S {
  const after = kept(state, must(findNote(state, noteId), 'the point that goes'), null, stamp);
  return { ...after, notes: without(after.notes, (note) => note.noteId === noteId) };
}

/** Keeps the wording that goes; who may not see those has no such list. */
function kept<S extends NotesSlice>(state: S, before: Note, after: WrittenNote | null, stamp: Written): S {
  const { noteId, text, kind, revision } = before;
  if (!state.versions || (after?.text === text && after.kind === kind)) return state;
  const author = before.editor ?? before.author;
  const version = {
    noteId,
    revision,
    kind,
    text,
    author,
    replacedBy: stamp.author,
    replacedAtMs: stamp.atMs,
  };
  return { ...state, versions: [...state.versions, version].slice(-NOTE_VERSIONS_MAX) };
}

function withNote<S extends NotesSlice>(state: S, note: Note): S {
  return { ...state, notes: put(state.notes, note, (other) => other.noteId === note.noteId) };
}

function patchNote<S extends NotesSlice>(state: S, noteId: string, change: (note: Note) => Note): S {
  return { ...state, notes: state.notes.map((note) => (note.noteId === noteId ? change(note) : note)) };
}

function withShow<S extends NotesSlice>(state: S, show: ShowOfHands): S {
  return { ...state, shows: put(state.shows, show, (other) => other.noteId === show.noteId) };
}

function patchShow<S extends NotesSlice>(
  state: S,
  noteId: string,
  change: (show: ShowOfHands) => ShowOfHands,
): S {
  return { ...state, shows: state.shows.map((show) => (show.noteId === noteId ? change(show) : show)) };
}

function withDraft(
  drafts: readonly Draft[],
  { sectionId, text }: Extract<NotesEvent, { type: 'notes/drafted' }>,
  { seq, atMs, author }: Written,
): Draft[] {
  const before = drafts.find((draft) => draft.sectionId === sectionId);
  const revision = (before?.revision ?? 0) + 1;
  const draft = { sectionId, seq: before?.seq ?? seq, revision, text, editor: author, editedAtMs: atMs };
  return put(drafts, draft, (other) => other.sectionId === sectionId);
}

function answered(show: ShowOfHands, event: Extract<NotesEvent, { type: 'notes/answered' }>): ShowOfHands {
  const { personId, channel, stance, counts } = event;
  if (!show.answers) return { ...show, counts };
  const others = show.answers.filter((answer) => answer.personId !== personId);
  if (!stance) return { ...show, counts, answers: others };
  const own: Answer = { personId: must(personId, 'who answers'), channel: must(channel, 'the side'), stance };
  return { ...show, counts, answers: [...others, own] };
}
