/** English for what the hub says: why a command was refused, and why somebody is proposed. */
import { doorsEn } from './doors.ts';
import { problemClause, problemsEn } from './problems-en.ts';
import type { Params } from './words.ts';
import { clock, plural } from './words.ts';

const SIDES: Record<string, string> = { onsite: 'the room', online: 'online' };
const side = (p: Params) => SIDES[String(p.channel)] ?? String(p.channel);

const door = (p: Params) => (doorsEn as Record<string, string>)[String(p.door)] ?? String(p.door);

export const rejectionsEn = {
  forbidden: () => 'Your invitation does not allow this.',
  invalid: (p: Params) => `“${p.field}” ${problemClause(problemsEn, p) ?? `does not fit (${p.problem})`}.`,
  'unknown-command': (p: Params) => `There is no command “${p.name}”.`,
  'too-many': (p: Params) => `That is too many or too fast; the limit is ${p.limit}.`,
  'session/already-started': () => 'The session has already started.',
  'session/not-started': () => 'The session has not started yet.',
  'session/ended': () => 'The session has ended.',
  'session/already-paused': () => 'The session is stopped; resume it first.',
  'session/not-paused': () => 'The session is not stopped.',
  'session/no-such-absence': () => 'The hub was not away then.',
  'session/absence-settled': () => 'Somebody has already said whether that time counts.',
  'agenda/no-such-item': () => 'This agenda item is not there any more.',
  'agenda/moved-on': (p: Params) =>
    p.title === '' ? 'No agenda item is current.' : `The agenda has moved on to “${p.title}”.`,
  'agenda/already-current': (p: Params) => `“${p.title}” is the current item already.`,
  'agenda/below-zero': (p: Params) => `“${p.title}” does not have that much time left to take away.`,
  'agenda/stale': () => 'Somebody else has edited the agenda meanwhile; look at it again.',
  'agenda/already-begun': (p: Params) => `“${p.title}” has begun and cannot be removed.`,
  'people/no-such-person': () => 'This person is not in the list any more.',
  'people/side-locked': (p: Params) => `The moderators have set your side: ${side(p)}.`,
  'queue/closed': () => 'The list of speakers is closed; points of order are still taken.',
  'queue/already-open': () => 'The list of speakers is open already.',
  'queue/already-waiting': (p: Params) => `${p.name} is already waiting ${door(p)}.`,
  'queue/two-people': (p: Params) =>
    `${p.name} is in the list of people twice; merge the two records instead.`,
  'queue/nothing-to-clear': () => 'There is no such hand to take down.',
  'queue/nothing-to-carry': () => 'There is no such hand to carry over.',
  'queue/no-such-entry': () => 'This hand is not waiting any more.',
  'queue/on-hold': (p: Params) => `${p.name} is on hold.`,
  'queue/not-on-hold': (p: Params) => `${p.name} is not on hold.`,
  'queue/other-side': (p: Params) => `${p.name} can only be moved within the own side.`,
  'queue/already-missed': (p: Params) => `Somebody else has just marked ${p.name} as absent.`,
  'queue/already-on-deck': (p: Params) => `${p.name} has already been told to get ready.`,
  'queue/deck-full': (p: Params) => `Only ${p.limit} people can be told to get ready at a time.`,
  'queue/deck-one-sided': (p: Params) =>
    `Both places would go to one side while somebody waits for ${side(p)}.`,
  'queue/not-on-deck': (p: Params) => `${p.name} has not been told to get ready.`,
  'floor/moved-on': (p: Params) =>
    p.name === '' ? 'Nobody has the floor any more.' : `The floor has already gone to ${p.name}.`,
  'floor/already-paused': (p: Params) => `The time of ${p.name} is paused already.`,
  'floor/not-paused': (p: Params) => `The time of ${p.name} is not paused.`,
  'floor/no-held-slot': () => 'No turn is being held any more.',
  'floor/no-override': (p: Params) => `${p.name} was called as proposed; there is nothing to explain.`,
  'floor/no-such-turn': () => 'There is no such turn.',
  'backchannel/no-such-message': () => 'This message is not kept any more.',
  'backchannel/own-message': () => 'This message is your own.',
  'backchannel/already-acknowledged': () => 'You have acknowledged this message already.',
  'notes/no-such-note': () => 'This point is not there any more.',
  'notes/no-such-question': () => 'This policy question is not there any more.',
  'notes/stale': () =>
    'Somebody else has changed this point meanwhile; both wordings are kept for you to choose.',
  'notes/already-revealed': () => 'This point is public already.',
  'notes/not-revealed': () => 'This point is not public.',
  'notes/already-asked': () => 'People are being asked about this point already.',
  'notes/not-asked': () => 'Nobody is asked about this point now.',
  'questions/no-such-question': () => 'This question is not there any more.',
  'people/in-lobby': () => 'Please wait: the staff lets everybody in one by one.',
  'people/no-links': () => 'Links are not taken here. Say it in words.',
  'people/name-of-staff': () =>
    'This name looks like that of somebody on the staff. Add something to it, such as your organisation.',
  'questions/closed': () => 'No more questions are taken.',
  'questions/already-open': () => 'Questions are taken already.',
  'questions/muted': () => 'The moderators take no more questions from you.',
  'questions/slow': (p: Params) => `You can ask again in ${plural(p.seconds, 'second', 'seconds')}.`,
  'questions/settled': () => 'This question is being dealt with already, or has been.',
  'questions/already-voted': () => 'Your vote is counted already.',
  'contacts/closed': () => 'Nobody is asked for a contact in this session.',
  'contacts/other-purpose': () => 'What contacts are collected for has been changed; read it again first.',
  'contacts/already-joined': () => 'You have left your contact already; erase it first to change it.',
  'contacts/no-such-contact': () => 'This contact is not there any more.',
  'invites/no-such-invite': () => 'There is no such invitation.',
  'invites/already-revoked': () => 'This invitation has been revoked already.',
  'history/no-such-commit': () => 'This action can no longer be undone.',
  'history/already-undone': () => 'This action has been undone already.',
  'history/depends': () => 'Something done later depends on it; undo that first.',
  'replay/read-only': () => 'This is the session as it was; nothing can be done in it.',
  'hub/cannot-write': () =>
    'The hub cannot write to its disk or cluster, so nothing is accepted until it can.',
  'hub/no-browser': () =>
    'To make a PDF this hub needs Chromium or Chrome: install it, or name it in CHROMIUM_PATH. The page prints as well.',
  'hub/cannot-print': () => 'The browser that prints for this hub gave no PDF; please try again.',
  'hub/diverged': () => 'This page showed something else than the hub knows; it has been put right.',
  'hub/restarting': () => 'The hub is restarting; please try again.',
};

export const reasonsEn = {
  'point-of-order': () => 'point of order',
  'on-deck': () => 'frozen: already told to get ready',
  'only-side-waiting': (p: Params) =>
    p.channel === 'online' ? 'only people online are waiting' : 'only people in the room are waiting',
  'side-behind': (p: Params) =>
    `${p.channel === 'online' ? 'online' : 'the room'} is ${clock(p.seconds)} behind`,
  'sides-even': (p: Params) =>
    `both sides are even, so ${p.channel === 'online' ? 'online' : 'the room'} is next`,
  'asked-first': () => 'has asked first of all',
  'sides-alternate': (p: Params) =>
    `the sides take turns, so ${p.channel === 'online' ? 'online' : 'the room'} is next`,
  'first-timers': () => 'first-time speakers come first',
  placed: () => 'placed here by a moderator',
  'group-behind': (p: Params) => `${p.group} has spoken least (${clock(p.seconds)})`,
  'missed-calls': (p: Params) => `called ${plural(p.count, 'time', 'times')}, was not there`,
  'first-turn': () => 'first time speaking',
  'turns-had': (p: Params) => `has had ${plural(p.count, 'turn', 'turns')}`,
  waited: (p: Params) => `waiting ${clock(p.seconds)}`,
};
