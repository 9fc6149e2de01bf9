/**
 * (state, command, context) → events or a rejection. The one place where a wish becomes fact; asked by the hub,
 * and in advance by every screen.
 */
import type { Command } from './command.ts';
import { adjustItem, beginItem, editAgenda, itemForHands } from './domain/agenda/decide.ts';
import { currentItem } from './domain/agenda/slice.ts';
import { acknowledge, sendMessage } from './domain/backchannel/decide.ts';
import { eraseContact, joinContacts } from './domain/contacts/decide.ts';
import type { ContactRecord } from './domain/contacts/schema.ts';
import type { Actor, DecideContext, Rejection } from './domain/context.ts';
import { isRejection, isStaff, reject } from './domain/context.ts';
import { fairnessView } from './domain/fairness/view.ts';
import {
  adjustTurn,
  correctTurn,
  endTurn,
  explainOverride,
  giveFloor,
  pauseTurn,
  resumeTurn,
  skipHold,
} from './domain/floor/decide.ts';
import { answerReady } from './domain/floor/ready.ts';
import { undo } from './domain/history/decide.ts';
import { importPeople } from './domain/imports/decide.ts';
import { issueInvite, revokeInvite } from './domain/invites/decide.ts';
import { decideNotes } from './domain/notes/decide.ts';
import type { NotesCommand } from './domain/notes/schema.ts';
import { takenBackAnswers } from './domain/notes/stances.ts';
import { addPerson, introduce, mergePeople, updatePerson } from './domain/people/decide.ts';
import { idsOf, ownPersonId } from './domain/people/own.ts';
import type { PeopleEvent, Person } from './domain/people/schema.ts';
import { hasLink, looksLikeStaff } from './domain/people/typed.ts';
import { decideQuestions, takenBackVotes } from './domain/questions/decide.ts';
import type { QuestionsCommand } from './domain/questions/schema.ts';
import {
  entryEvent,
  joinQueue,
  leaveQueue,
  leftBy,
  moveEntry,
  openOrClose,
  putOnDeck,
  updateEntry,
} from './domain/queue/decide.ts';
import { carryQueue, clearQueue } from './domain/queue/left-over.ts';
import { mergeEntries, mergeHandsOf } from './domain/queue/merge.ts';
import type { JoinArgs } from './domain/queue/schema.ts';
import {
  endSession,
  pauseSession,
  resumeSession,
  settleAbsence,
  startSession,
} from './domain/session/decide.ts';
import { isLive } from './domain/session/over.ts';
import type { Event } from './event.ts';
import { must } from './lib/assert.ts';
import { mayCommand } from './rights.ts';
import type { State } from './state.ts';

export type Decision = Event[] | Rejection;

export function decide(state: State, command: Command, context: DecideContext): Decision {
  if (!mayCommand(context.actor, command.name)) return reject('forbidden', { command: command.name });
  if (state.session.endedAtMs !== null && isLive(command.name)) return reject('session/ended');
  const actor = { ...context.actor, personId: ownPersonId(state.people, context.actor.personId) };
  const crowd = isStaff(actor)
    ? null
    : (lobbyRefusal(state, command, actor) ?? typedRefusal(state, command, actor));
  if (crowd) return crowd;
  switch (command.name) {
    case 'session/start':
      return startSession(state.session);
    case 'session/end':
      return ending(state, endSession(state.session));
    case 'session/pause':
      return pauseSession(state.session);
    case 'session/resume':
      return resumeSession(state.session);
    case 'session/configure':
      return [{ type: 'session/configured', v: 1, ...command.args }];
    case 'session/settle-absence':
      return settleAbsence(state.session, command.args, context.nowMs);
    case 'agenda/begin':
      return beginning(state, beginItem(state.agenda, command.args));
    case 'agenda/adjust':
      return adjustItem(state.agenda, command.args);
    case 'agenda/edit':
      return editAgenda(state.agenda, command.args);
    case 'people/introduce':
      return changingSide(state, introduce(state.people, command.args, actor));
    case 'contacts/join':
      return joinContacts(contactsFor(state, actor), state.session, command.args, actor);
    case 'contacts/erase':
      return eraseContact(contactsFor(state, actor), command.args, actor);
    case 'people/add':
      return addPerson(state.people, command.args);
    case 'people/update':
      return changingSide(state, updatePerson(state.people, command.args));
    case 'people/merge':
      return merging(state, command.args, mergePeople(state.people, command.args), context);
    case 'people/import':
      return importPeople(state, command.args);
    case 'floor/give':
      return giveFloor({ ...state, item: currentItem(state.agenda) }, command.args, context);
    case 'floor/end':
      return endTurn(state, command.args);
    case 'floor/pause':
      return pauseTurn(state, command.args);
    case 'floor/resume':
      return resumeTurn(state, command.args);
    case 'floor/adjust':
      return adjustTurn(state, command.args);
    case 'floor/skip-hold':
      return skipHold(state, command.args, context.nowMs);
    case 'floor/explain':
      return explainOverride(state, command.args);
    case 'floor/ready':
      return answerReady(state, command.args, { actor, nowMs: context.nowMs });
    case 'floor/correct':
      return correctTurn(state, command.args);
    case 'backchannel/send':
      return sendMessage(must(state.backchannel, 'back-channel'), command.args);
    case 'backchannel/acknowledge':
      // As the commit will name it: receipts are of devices, whichever record they were merged into.
      return acknowledge(must(state.backchannel, 'back-channel'), command.args, context.actor);
    case 'invites/issue':
      return issueInvite(must(state.invites, 'invitations'), command.args, actor);
    case 'invites/revoke':
      return revokeInvite(must(state.invites, 'invitations'), command.args, actor);
    case 'history/undo':
      return undo({ ...state, history: must(state.history, 'history') }, command.args, context.actor);
    default:
      return decideArea(state, command, { ...context, actor });
  }
}

/** In the lobby one says who one is, and waits: whoever has written or passed the name has let that person in. */
function lobbyRefusal({ session, people }: State, { name }: Command, { personId }: Actor): Rejection | null {
  if (!session.lobby || !FROM_THE_LOBBY.includes(name)) return null;
  const person = people.find((one) => one.personId === personId);
  return person && !person.self ? null : reject('people/in-lobby');
}

const FROM_THE_LOBBY: readonly Command['name'][] = [
  'queue/join',
  'questions/ask',
  'questions/vote',
  'contacts/join',
  'notes/endorse',
];

/** What a crowd types is read by everybody: no links unless the staff says so, and nobody passes for the staff. */
function typedRefusal(state: State, { name, args }: Command, { personId }: Actor): Rejection | null {
  if (name === 'people/introduce' || name === 'queue/join' || name === 'questions/ask') {
    const own = args.name ?? '';
    if (hasLink(own)) return reject('people/no-links');
    if (own !== '' && looksLikeStaff(state.people, own, personId)) return reject('people/name-of-staff');
  }
  if (name === 'questions/ask') return linkRefusal(state, args.text);
  return name === 'queue/join' || name === 'queue/update' ? linkRefusal(state, args.topic ?? '') : null;
}

function linkRefusal({ questionDesk }: State, text: string): Rejection | null {
  return !questionDesk.links && hasLink(text) ? reject('people/no-links') : null;
}

/** The own ones under the own record: whose device left them is in the log, what it was merged into is not. */
function contactsFor({ contacts = [], people }: State, { personId }: Actor): ContactRecord[] {
  const own = idsOf(people, personId);
  return contacts.map((one) => (one.personId && own.includes(one.personId) ? { ...one, personId } : one));
}

/** The areas that look at nothing but their own slice and what it refers to. */
function decideArea(
  state: State,
  command: QueueCommand | NotesCommand | QuestionsCommand,
  context: DecideContext,
): Decision {
  if (isOf<NotesCommand>(command, 'notes/')) return decideNotes(state, command, context);
  if (isOf<QuestionsCommand>(command, 'questions/')) {
    return raisedDuring(state.agenda.currentItemId, decideQuestions(state, command, context));
  }
  return decideQueue(state, command, context);
}

function isOf<C extends { name: string }>(command: { name: string }, area: string): command is C {
  return command.name.startsWith(area);
}

type QueueCommand = Extract<Command, { name: `queue/${string}` }>;

function decideQueue(state: State, command: QueueCommand, { actor, nowMs }: DecideContext): Decision {
  switch (command.name) {
    case 'queue/join':
      return raisedDuring(state.agenda.currentItemId, joining(state, command.args, actor));
    case 'queue/leave':
      return leaveQueue(state.queue, command.args, actor);
    case 'queue/update':
      return updateEntry(state.queue, command.args, actor);
    case 'queue/move':
      return moveEntry(state.queue, fairnessView(state, nowMs), command.args);
    case 'queue/hold':
      return entryEvent(state.queue, 'queue/held', command.args.entryId, actor);
    case 'queue/return':
      return entryEvent(state.queue, 'queue/returned', command.args.entryId, actor);
    case 'queue/miss':
      return entryEvent(state.queue, 'queue/missed', command.args.entryId, actor, command.args.missedCalls);
    case 'queue/put-on-deck':
      return putOnDeck(state.queue, command.args);
    case 'queue/take-off-deck':
      return entryEvent(state.queue, 'queue/taken-off-deck', command.args.entryId, actor);
    case 'queue/merge':
      return mergeEntries(state.queue, command.args);
    case 'queue/clear':
      return clearQueue(state.queue, command.args);
    case 'queue/carry': {
      const { itemId = state.agenda.currentItemId, fromItemId } = command.args;
      const item = itemForHands(state.agenda, itemId);
      return 'itemId' in item ? carryQueue(state.queue, { itemId: item.itemId, fromItemId }) : item;
    }
    case 'queue/open':
    case 'queue/close':
      return openOrClose(state.queue, command.name === 'queue/open');
  }
}

/** The end of the session ends the running turn. */
function ending(state: State, events: Decision): Decision {
  const { turn } = state.floor;
  if (isRejection(events) || !turn) return events;
  return [{ type: 'floor/ended', v: 1, turnId: turn.turnId }, ...events];
}

/** The first agenda item starts the session, for whoever forgot to. */
function beginning(state: State, events: Decision): Decision {
  if (isRejection(events)) return events;
  if (state.session.pausedAtMs !== null) return reject('session/already-paused');
  return state.session.startedAtMs === null ? [{ type: 'session/started', v: 1 }, ...events] : events;
}

/** Whoever changes the side leaves the line of the old one, as long as there is one to wait in. */
function changingSide(state: State, events: PeopleEvent[] | Rejection): Decision {
  if (isRejection(events)) return events;
  const { personId, channel } = must(events[0], 'event').person;
  const before = state.people.find((person) => person.personId === personId);
  const waiting = state.queue.entries.find((entry) => entry.personId === personId);
  const isOver = state.session.endedAtMs !== null;
  if (!before || before.channel === channel || !waiting || isOver) return events;
  return [...events, leftBy(waiting, 'changed side')];
}

/** If both were waiting, their hands become one too; of two votes and two answers one is taken back. */
function merging(
  state: State,
  args: { personId: string; otherPersonId: string },
  events: PeopleEvent[] | Rejection,
  context: DecideContext,
): Decision {
  if (isRejection(events)) return events;
  const { person } = must(events[0], 'event');
  const merged = isSeenByPublic(state, args.otherPersonId)
    ? events
    : events.map((event) => ({ ...event, unseen: true as const }));
  return [
    ...takenBackVotes(state.questions, args, context),
    ...takenBackAnswers(state.shows, args),
    ...merged,
    ...mergeHandsOf(state.queue, [args.personId, args.otherPersonId], person),
  ];
}

function isSeenByPublic({ people, queue, floor, turns }: State, personId: string): boolean {
  const isSame = (who: { personId?: string } | null) => who?.personId === personId;
  return (
    people.some((person) => isSame(person) && !person.self) ||
    queue.entries.some((entry) => isSame(entry) && !entry.unshown?.includes('name')) ||
    isSame(floor.turn) ||
    turns.some(isSame)
  );
}

/** A participant raises the own hand only, and may say who that is in the same breath. */
function joining(state: State, args: JoinArgs, actor: Actor): Decision {
  const own = !isStaff(actor);
  if (own && args.personId !== undefined && args.personId !== actor.personId) {
    return reject('forbidden', { command: 'queue/join' });
  }
  const personId = own ? actor.personId : args.personId;
  const known = state.people.find((person) => person.personId === personId);
  if (known && own && known.channel !== args.channel) return joiningOtherSide(state, known, args, actor);
  if (known) return joinQueue(state.queue, { ...known, isKnown: hasSpokenAs(state, known) }, args, actor);
  if (!own || args.name === undefined) return joinQueue(state.queue, undefined, args, actor);
  const introduced = introduce(state.people, { name: args.name, channel: args.channel }, actor);
  if (isRejection(introduced)) return introduced;
  const { name, channel } = args;
  const person = { personId: actor.personId, name, channel, self: true as const, seq: 0 };
  const joined = joinQueue(state.queue, person, { ...args, personId: undefined }, actor);
  return isRejection(joined) ? joined : [...introduced, ...joined];
}

/** A hand keeps the item during which it went up, so that those of one item can be cleared away with it. */
function raisedDuring(itemId: string | null, events: Decision): Decision {
  if (isRejection(events) || itemId === null) return events;
  return events.map((event) => (event.type === 'queue/joined' ? { ...event, itemId } : event));
}

/** Whoever raises the hand on the other side has changed sides, and staff must see it. */
function joiningOtherSide(state: State, known: Person, args: JoinArgs, actor: Actor): Decision {
  const { name } = known;
  const moved = changingSide(state, introduce(state.people, { name, channel: args.channel }, actor));
  if (isRejection(moved)) return moved;
  const entries = state.queue.entries.filter((entry) => entry.personId !== known.personId);
  const person = { ...known, channel: args.channel, isKnown: hasSpokenAs(state, known) };
  const joined = joinQueue({ ...state.queue, entries }, person, args, actor);
  return isRejection(joined) ? joined : [...moved, ...joined];
}

/** Everybody has seen the name already; hiding it again would only hide whose turns it has had. */
function hasSpokenAs({ turns, floor }: State, { personId, name }: Person): boolean {
  const isSame = (turn: { personId?: string; name: string } | null) =>
    turn?.personId === personId && turn.name === name;
  return isSame(floor.turn) || turns.some(isSame);
}
