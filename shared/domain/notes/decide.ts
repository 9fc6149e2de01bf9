import { must } from '../../lib/assert.ts';
import { between } from '../../lib/between.ts';
import { DRAFTS_MAX, NOTES_MAX } from '../../lib/limits.ts';
import type { Agenda } from '../agenda/slice.ts';
import { itemAt } from '../agenda/slice.ts';
import type { DecideContext, Rejection } from '../context.ts';
import { invalid, isStaff, reject } from '../context.ts';
import type { EndedTurn, Turn } from '../floor/schema.ts';
import type { FloorSlice } from '../floor/slice.ts';
import type { Person } from '../people/schema.ts';
import type { PolicyQuestion } from '../session/schema.ts';
import type { Note, NotesCommand, NotesEvent, WriteNoteArgs, WrittenNote } from './schema.ts';
import type { NotesSlice } from './slice.ts';
import { findNote, inReportOrder } from './slice.ts';
import { answerShow, askShow, closeShow, mergeTaps, tapStance } from './stances.ts';

type Result = NotesEvent[] | Rejection;

/** What a point may be filed under, and who there is. */
export type NotesState = NotesSlice &
  FloorSlice & { people: Person[]; policyQuestions: PolicyQuestion[]; agenda: Agenda };

export function decideNotes(state: NotesState, command: NotesCommand, context: DecideContext): Result {
  switch (command.name) {
    case 'notes/write':
      return write(state, command.args, context.nowMs);
    case 'notes/remove':
      return ofSeen(state, command.args, (note) => [removed(note)]);
    case 'notes/merge':
      return merge(state, command.args);
    case 'notes/move':
      return move(state, command.args);
    case 'notes/reveal':
      return reveal(state, command.args);
    case 'notes/endorse': {
      const { args } = command;
      const isTap = isStaff(context.actor) && (args.personId ?? args.name) !== undefined;
      return isTap ? tapStance(state, args) : answerShow(state, args, context.actor);
    }
    case 'notes/ask':
      return askShow(state, command.args);
    case 'notes/close':
      return closeShow(state, command.args);
    case 'notes/draft':
      return draft(state, command.args);
    case 'notes/use-template':
      return [{ type: 'notes/template-chosen', v: 1, templateId: command.args.templateId }];
  }
}

function write(state: NotesState, args: WriteNoteArgs, nowMs: number): Result {
  const { noteId, baseRevision, typedAtMs: _, ...given } = args;
  const before = findNote(state, noteId);
  if ((before?.revision ?? 0) !== baseRevision) return before ? stale(before) : gone(noteId);
  if (!before && state.notes.length >= NOTES_MAX) return reject('too-many', { limit: NOTES_MAX });
  const problem = misfiled(state, args);
  if (problem) return problem;
  const base = before ? written(before) : blank(state, args, nowMs);
  const itemId = given.turnId ? findTurn(state, given.turnId)?.itemId : base.itemId;
  const note = {
    ...base,
    ...given,
    speaker: args.speaker === undefined ? base.speaker : speakerOf(state, args.speaker),
    itemId: itemId ?? null,
    revision: baseRevision + 1,
  };
  return [{ type: 'notes/written', v: 1, note }];
}

/** A new point before anything is said of it: it belongs to the turn, else the item, of its first key stroke. */
function blank(state: NotesState, args: WriteNoteArgs, nowMs: number): WrittenNote {
  const { noteId, kind, text } = args;
  // A screen whose clock is ahead types no later than the hub hears of it.
  const typedAtMs = Math.floor(Math.min(args.typedAtMs ?? nowMs, nowMs));
  const turn = turnAt(state, typedAtMs);
  const filed = {
    turnId: turn?.turnId ?? null,
    itemId: turn ? turn.itemId : (itemAt(state.agenda, typedAtMs)?.itemId ?? null),
  };
  const empty = { policyQuestionId: null, speaker: null, caseDetails: null, owner: null };
  return { noteId, kind, text, ...empty, ...filed, revision: 0, typedAtMs, order: typedAtMs };
}

function merge(
  state: NotesState,
  args: {
    noteId: string;
    otherNoteId: string;
    baseRevision: number;
    otherBaseRevision: number;
    text: string;
  },
): Result {
  if (args.noteId === args.otherNoteId) return invalid('otherNoteId', 'same-point');
  const other = { noteId: args.otherNoteId, baseRevision: args.otherBaseRevision };
  return ofSeen(state, args, (note) =>
    ofSeen(state, other, (gone) => {
      const stances = [...(note.stances ?? []), ...(gone.stances ?? [])];
      const kept = {
        ...written(note),
        text: args.text,
        policyQuestionId: note.policyQuestionId ?? gone.policyQuestionId,
        caseDetails:
          gone.caseDetails || note.caseDetails ? { ...gone.caseDetails, ...note.caseDetails } : null,
        owner: note.owner ?? gone.owner,
        revision: note.revision + 1,
        ...(stances.length > 0 && { stances: mergeTaps(stances) }),
      };
      const { noteId: otherNoteId, unseen } = removed(gone);
      return [{ type: 'notes/merged', v: 1, note: kept, otherNoteId, ...(unseen && { unseen }) }];
    }),
  );
}

function move(state: NotesState, args: { noteId: string; afterNoteId: string | null }): Result {
  const note = findNote(state, args.noteId);
  if (!note) return gone(args.noteId);
  const others = inReportOrder(state.notes).filter((other) => other !== note);
  const place = others.findIndex((other) => other.noteId === args.afterNoteId) + 1;
  if (args.afterNoteId !== null && place === 0) return gone(args.afterNoteId);
  const order = between(others[place - 1]?.order, others[place]?.order);
  if (order !== null) return [moved(note, order ?? note.order)];
  // No room between two keys: the whole list gets new ones.
  const first = must(others[0], 'a neighbour').order;
  const line = others.toSpliced(place, 0, note);
  return line.map((other, index) => moved(other, first + index * 1_000));
}

function reveal(state: NotesState, args: { noteId: string; revealed: boolean }): Result {
  const note = findNote(state, args.noteId);
  if (!note) return gone(args.noteId);
  if ((note.revealed ?? false) === args.revealed) {
    return reject(args.revealed ? 'notes/already-revealed' : 'notes/not-revealed');
  }
  if (!args.revealed) return [{ type: 'notes/hidden', v: 1, noteId: note.noteId }];
  return [{ type: 'notes/revealed', v: 1, note: { ...note, revealed: true } }];
}

function draft(
  { drafts = [] }: NotesState,
  args: { sectionId: string; baseRevision: number; text: string | null },
): Result {
  const { sectionId, baseRevision, text } = args;
  const before = drafts.find((one) => one.sectionId === sectionId);
  const revision = before?.revision ?? 0;
  if (revision !== baseRevision)
    return reject('notes/stale', { sectionId, revision, text: before?.text ?? '' });
  if (!before && drafts.length >= DRAFTS_MAX) return reject('too-many', { limit: DRAFTS_MAX });
  return [{ type: 'notes/drafted', v: 1, sectionId, text }];
}

/** Goes on only with the point as the sender saw it. */
function ofSeen(
  state: NotesState,
  args: { noteId: string; baseRevision: number },
  next: (note: Note) => Result,
): Result {
  const note = findNote(state, args.noteId);
  if (!note) return gone(args.noteId);
  return note.revision === args.baseRevision ? next(note) : stale(note);
}

/** With what stands there now, so that the sender can choose. */
function stale({ noteId, revision, text }: Note): Rejection {
  return reject('notes/stale', { noteId, revision, text });
}

function gone(noteId: string): Rejection {
  return reject('notes/no-such-note', { noteId });
}

/** A point filed under what is not there would be in no chapter of the report. */
function misfiled(state: NotesState, { turnId, policyQuestionId, speaker }: WriteNoteArgs): Rejection | null {
  if (turnId && !findTurn(state, turnId)) return reject('floor/no-such-turn', { turnId });
  const isQuestion = state.policyQuestions.some((one) => one.policyQuestionId === policyQuestionId);
  if (policyQuestionId && !isQuestion) return reject('notes/no-such-question', { policyQuestionId });
  if (!speaker) return null;
  const { personId, name } = speaker;
  const isKnown = personId !== undefined && state.people.some((person) => person.personId === personId);
  if (personId !== undefined && !isKnown) return reject('people/no-such-person', { personId });
  return isKnown || name !== undefined ? null : invalid('speaker', 'nobody-named');
}

function speakerOf({ people }: NotesState, asked: WriteNoteArgs['speaker']): Note['speaker'] {
  if (!asked) return null;
  const person = people.find(({ personId }) => personId === asked.personId);
  return person
    ? { personId: person.personId, name: person.name }
    : { name: must(asked.name, 'name of a speaker who is in no list') };
}

function turnAt({ floor, turns }: FloorSlice, atMs: number): Turn | EndedTurn | undefined {
  if (floor.turn && atMs >= floor.turn.startedAtMs) return floor.turn;
  return turns.findLast((turn) => turn.startedAtMs <= atMs && atMs <= turn.endedAtMs);
}

function findTurn({ floor, turns }: FloorSlice, turnId: string): Turn | EndedTurn | undefined {
  return floor.turn?.turnId === turnId ? floor.turn : turns.find((turn) => turn.turnId === turnId);
}

function removed({ noteId, revealed }: Note): Extract<NotesEvent, { type: 'notes/removed' }> {
  return { type: 'notes/removed', v: 1, noteId, ...(!revealed && { unseen: true }) };
}

function moved({ noteId, revealed }: Note, order: number): NotesEvent {
  return { type: 'notes/moved', v: 1, noteId, order, ...(!revealed && { unseen: true }) };
}

/** A point as an event carries it. */
function written(note: Note): WrittenNote {
  const { seq: _, writtenAtMs: __, editedAtMs: ___, author: ____, editor: _____, ...rest } = note;
  return rest;
}
