/** (state, commit) → state. The one place where state changes, on the hub and on every screen alike. */
import type { Commit, SentCommit } from './commit.ts';
import { applyAgenda, discountAgenda, holdAgenda, releaseAgenda } from './domain/agenda/apply.ts';
import { applyBackchannel } from './domain/backchannel/apply.ts';
import { applyContacts } from './domain/contacts/apply.ts';
import type { Author, Stamp } from './domain/context.ts';
import { applyFloor } from './domain/floor/apply.ts';
import { discountTurns, holdTurn, releaseTurn } from './domain/floor/hold.ts';
import { changedRecords, restore, stopsBefore } from './domain/history/records.ts';
import { saidBy } from './domain/history/said.ts';
import type { HistoryItem } from './domain/history/slice.ts';
import { applyInvites } from './domain/invites/apply.ts';
import { applyNotes } from './domain/notes/apply.ts';
import { applyPeople } from './domain/people/apply.ts';
import { applyQuestions } from './domain/questions/apply.ts';
import type { Question } from './domain/questions/schema.ts';
import { applyQueue } from './domain/queue/apply.ts';
import { applySession } from './domain/session/apply.ts';
import type { Event } from './event.ts';
import { must } from './lib/assert.ts';
import { HISTORY_COMMITS_MAX } from './lib/limits.ts';
import { rename } from './rename.ts';
import type { State } from './state.ts';

export function apply(state: State, commit: Commit | SentCommit): State {
  const { seq, atMs, actor } = commit;
  const stamp = { seq, atMs, author: typeof actor === 'string' ? { role: actor } : actor };
  const after = commit.events.reduce((before, event) => applyEvent(before, event, stamp), state);
  return state.history && !commit.events.every(isPassedOver)
    ? { ...after, history: remembered(state.history, state, after, { ...commit, actor: stamp.author }) }
    : after;
}

/**
 * What somebody has read cannot be unread, an answer or a vote is taken back by another, and what was erased stays so;
 * and what many people do would push out of the history what can be undone.
 */
function isPassedOver({ type }: Event): boolean {
  return type.startsWith('backchannel/') || type.startsWith('contacts/') || OF_MANY.includes(type);
}

const OF_MANY: readonly Event['type'][] = ['notes/answered', 'questions/asked', 'questions/voted'];

function applyEvent(state: State, event: Event, stamp: Stamp & { author: Author }): State {
  switch (event.type) {
    case 'session/created':
    case 'session/started':
    case 'session/configured':
      return applySession(state, event, stamp);
    case 'session/paused':
    case 'session/ended':
      return heldClocks(applySession(state, event, stamp), stamp.atMs);
    case 'session/resumed': {
      const agenda = releaseAgenda(state.agenda, stamp.atMs);
      const floor = releaseTurn(state.floor, stamp.atMs);
      return applySession({ ...state, agenda, floor }, event, stamp);
    }
    case 'session/absence-settled': {
      const after = applySession(state, event, stamp);
      if (event.counted) return after;
      const agenda = discountAgenda(after.agenda, event, stamp.atMs);
      return discountTurns({ ...after, agenda }, event, stamp.atMs);
    }
    case 'agenda/begun':
    case 'agenda/adjusted':
    case 'agenda/edited':
      return { ...state, agenda: applyAgenda(state.agenda, event, stamp) };
    case 'people/introduced':
    case 'people/added':
    case 'people/updated':
    case 'people/merged':
      return rename({ ...state, people: applyPeople(state.people, event, stamp) }, event);
    case 'people/imported':
      return state;
    case 'queue/joined':
    case 'queue/left':
    case 'queue/updated':
    case 'queue/moved':
    case 'queue/held':
    case 'queue/returned':
    case 'queue/missed':
    case 'queue/put-on-deck':
    case 'queue/taken-off-deck':
    case 'queue/cleared':
    case 'queue/carried':
    case 'queue/opened':
    case 'queue/closed':
      return { ...state, queue: applyQueue(state.queue, event, stamp) };
    case 'queue/merged': {
      const questions = askedBy(state.questions, event.otherEntryId, event.entry.entryId);
      return { ...state, questions, queue: applyQueue(state.queue, event, stamp) };
    }
    case 'floor/given':
    case 'floor/ended':
    case 'floor/paused':
    case 'floor/resumed':
    case 'floor/adjusted':
    case 'floor/hold-skipped':
    case 'floor/explained':
    case 'floor/readied':
    case 'floor/corrected':
      return applyFloor(state, event, stamp);
    case 'questions/asked':
    case 'questions/changed':
    case 'questions/hidden':
    case 'questions/voted':
    case 'questions/desk-set':
      return applyQuestions(state, event, stamp);
    case 'notes/written':
    case 'notes/removed':
    case 'notes/merged':
    case 'notes/moved':
    case 'notes/revealed':
    case 'notes/hidden':
    case 'notes/endorsed':
    case 'notes/asked':
    case 'notes/answered':
    case 'notes/closed':
    case 'notes/drafted':
    case 'notes/template-chosen':
      return applyNotes(state, event, stamp);
    case 'contacts/joined':
    case 'contacts/erased':
      return state.contacts ? { ...state, contacts: applyContacts(state.contacts, event, stamp) } : state;
    case 'backchannel/sent':
    case 'backchannel/acknowledged':
      return {
        ...state,
        backchannel: applyBackchannel(must(state.backchannel, 'back-channel'), event, stamp),
      };
    case 'invites/issued':
    case 'invites/revoked':
      return { ...state, invites: applyInvites(must(state.invites, 'invitations'), event, stamp) };
    case 'history/undone':
      return restore(state, [...event.records, ...stopsBefore(state.history ?? [], event.seq)]);
  }
}

/** What was to be asked by a hand that is gone is asked by the one that it went into. */
function askedBy(questions: Question[], goneId: string, entryId: string): Question[] {
  return questions.map((question) => (question.entryId === goneId ? { ...question, entryId } : question));
}

function heldClocks(state: State, atMs: number): State {
  return { ...state, agenda: holdAgenda(state.agenda, atMs), floor: holdTurn(state.floor, atMs) };
}

function remembered(history: HistoryItem[], before: State, after: State, commit: Commit): HistoryItem[] {
  const undone = commit.events.find((event) => event.type === 'history/undone');
  const said = saidBy(before, after);
  const item: HistoryItem = {
    seq: commit.seq,
    atMs: commit.atMs,
    author: commit.actor,
    types: commit.events.map((event) => event.type),
    before: changedRecords(before, after),
    ...(said && { said }),
    ...(undone && { undoes: undone.seq }),
  };
  const earlier = undone
    ? history.map((other) => (other.seq === undone.seq ? { ...other, undoneBy: commit.seq } : other))
    : history;
  return [...earlier, item].slice(-HISTORY_COMMITS_MAX);
}
