import { hasId } from '../../lib/grown.ts';
import type { AgendaItem } from '../agenda/slice.ts';
import type { DecideContext, Rejection } from '../context.ts';
import { invalid, reject } from '../context.ts';
import { heldSlot } from '../fairness/held-slot.ts';
import type { FairnessState } from '../fairness/view.ts';
import { isFair, proposedEntryId } from '../fairness/view.ts';
import { findEntry, nameOf, waitingCounts } from '../queue/slice.ts';
import type { SessionSlice } from '../session/slice.ts';
import type { CorrectArgs, EndedTurn, FloorEvent, GiveArgs, Turn } from './schema.ts';
import type { FloorSlice } from './slice.ts';
import { lastTurn } from './slice.ts';

type Result = FloorEvent[] | Rejection;

/** What `floor/give` looks at: the fairness state, and the roster and current item. */
export type GiveState = FairnessState & { item: AgendaItem | null };

/** Who is to speak, whichever way the command named them. */
type Speaker = Pick<
  Turn,
  'entryId' | 'personId' | 'name' | 'channel' | 'kind' | 'topic' | 'relayed' | 'requestedAtMs' | 'continues'
>;

/**
 * Who is to speak: the events end the running turn and begin the new one. `floor/moved-on` when another turn than the
 * sender saw was the last; an override is told by the proposal that the sender saw, without one by ours at `nowMs`.
 */
export function giveFloor(state: GiveState, args: GiveArgs, { nowMs }: DecideContext): Result {
  const last = lastTurn(state);
  if (args.afterTurnId !== (last?.turnId ?? null)) {
    return reject('floor/moved-on', { turnId: last?.turnId ?? '', name: last?.name ?? '' });
  }
  if (args.turnId === last?.turnId || hasId(state.turns, args.turnId, turnIdOf)) {
    return invalid('turnId', 'taken');
  }
  if (state.session.pausedAtMs !== null) return reject('session/already-paused');
  const broken = brokenOff(state, args);
  const speaker = broken ? sameSpeaker(broken) : speakerOf(state, args);
  if (!('name' in speaker)) return speaker;
  const expected = args.proposedEntryId === undefined ? proposedEntryId(state, nowMs) : args.proposedEntryId;
  const charge = args.charge === undefined ? (broken ?? { charge: speaker.channel }).charge : args.charge;
  const itemId = state.item?.itemId ?? null;
  // What no side pays for takes nobody's turn, and the proposal stands after it: a reply of the panel, a prepared speech.
  const takesTurn = charge !== null && charge !== 'panel' && isFair(state.agenda, itemId);
  const isOverride = takesTurn && !broken && expected !== null && speaker.entryId !== expected;
  const given: FloorEvent = {
    type: 'floor/given',
    v: 1,
    turnId: args.turnId,
    ...speaker,
    charge,
    itemId,
    limitMs: args.limitSeconds === undefined ? limitOf(state, broken) : args.limitSeconds * 1_000,
    choice: { waiting: waitingCounts(state.queue), proposedEntryId: expected },
    ...(isOverride && { override: overrideOf(state, expected, args.reason) }),
  };
  const running = state.floor.turn;
  return running ? [{ type: 'floor/ended', v: 1, turnId: running.turnId }, given] : [given];
}

function overrideOf({ queue }: GiveState, proposedId: string, reason?: string): Turn['override'] {
  const insteadOf = findEntry(queue, proposedId)?.name;
  return { ...(reason && { reason }), ...(insteadOf && { insteadOf }) };
}

/** Of another item nobody goes on in this one. */
function brokenOff({ turns, item }: GiveState, { continuesTurnId }: GiveArgs): EndedTurn | undefined {
  const turn = turns.find(({ turnId }) => turnId === continuesTurnId);
  return turn?.itemId === (item?.itemId ?? null) ? turn : undefined;
}

/** Whoever goes on has what was left. */
function limitOf(state: GiveState, broken: EndedTurn | undefined): number {
  return broken ? Math.max(0, broken.limitMs - broken.spokenMs) : defaultLimitSeconds(state) * 1_000;
}

/** Who had to stop: about the same, and asked for no more than once. */
function sameSpeaker({ turnId, personId, name, channel, kind, topic, relayed }: EndedTurn): Speaker {
  return {
    entryId: null,
    ...(personId && { personId }),
    name,
    channel,
    ...(kind && { kind }),
    ...(topic && { topic }),
    ...(relayed && { relayed }),
    continues: turnId,
  };
}

const turnIdOf = ({ turnId }: EndedTurn) => turnId;

/** A prepared speech gets its share of the item's minutes, everybody else the limit of the settings. */
export function defaultLimitSeconds(state: Pick<GiveState, 'item' | 'session'>): number {
  const { item } = state;
  if (item?.kind === 'speeches' && item.speakers !== undefined) return (item.minutes * 60) / item.speakers;
  return state.session.fairness.turnLimitSeconds;
}

/** A command about the running turn names it; a click that was stuck in a dead line then does nothing. */
export function runningTurn(slice: FloorSlice, turnId: string): Turn | Rejection {
  const { turn } = slice.floor;
  if (turn?.turnId === turnId) return turn;
  return reject('floor/moved-on', { turnId: turn?.turnId ?? '', name: turn?.name ?? '' });
}

export function endTurn(slice: FloorSlice, args: { turnId: string }): Result {
  const turn = runningTurn(slice, args.turnId);
  return 'turnId' in turn ? [{ type: 'floor/ended', v: 1, turnId: turn.turnId }] : turn;
}

export function pauseTurn(slice: FloorSlice, args: { turnId: string }): Result {
  const turn = runningTurn(slice, args.turnId);
  if (!('turnId' in turn)) return turn;
  if (turn.pausedAtMs !== null) return reject('floor/already-paused', { name: turn.name });
  return [{ type: 'floor/paused', v: 1, turnId: turn.turnId }];
}

export function resumeTurn(
  state: FloorSlice & Pick<SessionSlice, 'session'>,
  args: { turnId: string },
): Result {
  const turn = runningTurn(state, args.turnId);
  if (!('turnId' in turn)) return turn;
  if (state.session.pausedAtMs !== null) return reject('session/already-paused');
  if (turn.pausedAtMs === null) return reject('floor/not-paused', { name: turn.name });
  return [{ type: 'floor/resumed', v: 1, turnId: turn.turnId }];
}

export function adjustTurn(slice: FloorSlice, args: { turnId: string; seconds: number }): Result {
  const turn = runningTurn(slice, args.turnId);
  if (!('turnId' in turn)) return turn;
  const limitMs = Math.max(0, turn.limitMs + args.seconds * 1_000);
  return [{ type: 'floor/adjusted', v: 1, turnId: turn.turnId, limitMs }];
}

export function skipHold(state: FairnessState, args: { afterTurnId: string }, nowMs: number): Result {
  const held = heldSlot(state, nowMs);
  if (held?.afterTurnId !== args.afterTurnId) return reject('floor/no-held-slot');
  return [{ type: 'floor/hold-skipped', v: 1, afterTurnId: args.afterTurnId }];
}

/** The call itself waits for no reason: who has one gives it while the speaker speaks, or later. */
export function explainOverride(slice: FloorSlice, args: { turnId: string; reason: string }): Result {
  const turn = [slice.floor.turn, ...slice.turns].find((candidate) => candidate?.turnId === args.turnId);
  if (!turn) return reject('floor/no-such-turn', { turnId: args.turnId });
  if (!turn.override) return reject('floor/no-override', { name: turn.name });
  return [{ type: 'floor/explained', v: 1, turnId: turn.turnId, reason: args.reason }];
}

/** Of a turn that is over. Milliseconds; a pause without a time spoken works out the time spoken. */
export function correctTurn(slice: FloorSlice, args: CorrectArgs): Result {
  const turn = slice.turns.find((candidate) => candidate.turnId === args.turnId);
  if (!turn) return reject('floor/no-such-turn', { turnId: args.turnId });
  const pausedMs = args.pausedMs ?? turn.pausedMs;
  const spokenMs =
    args.spokenMs ??
    (args.pausedMs === undefined ? turn.spokenMs : turn.endedAtMs - turn.startedAtMs - pausedMs);
  if (spokenMs < 0) return invalid('pausedMs', 'longer-than-turn');
  const channel = args.channel ?? turn.channel;
  // Whoever paid for the side that was wrong pays for the right one; the panel and nobody stay as they are.
  const charge = turn.charge === turn.channel ? channel : turn.charge;
  const addsUp = turn.startedAtMs + pausedMs + spokenMs === turn.endedAtMs;
  const { corrected: _, ...facts } = turn;
  const put = { ...facts, channel, charge, pausedMs, spokenMs, ...(!addsUp && { corrected: true as const }) };
  return [{ type: 'floor/corrected', v: 1, turn: put }];
}

function speakerOf(state: GiveState, args: GiveArgs): Speaker | Rejection {
  const asked = args.person;
  if (args.continuesTurnId) return reject('floor/no-such-turn', { turnId: args.continuesTurnId });
  const hand = state.queue.entries.find((entry) =>
    asked ? asked.personId && entry.personId === asked.personId : entry.entryId === args.entryId,
  );
  if (hand) {
    const { entryId, personId, kind, topic, relayed, joinedAtMs } = hand;
    return {
      entryId,
      ...(personId && { personId }),
      name: nameOf(hand),
      channel: asked?.channel ?? hand.channel,
      kind,
      ...(topic && { topic }),
      ...(relayed && { relayed }),
      requestedAtMs: joinedAtMs,
    };
  }
  if (!asked) return reject('queue/no-such-entry');
  const person = state.people.find((candidate) => candidate.personId === asked.personId);
  if (asked.personId && !person) return reject('people/no-such-person', { personId: asked.personId });
  const name = person?.name ?? asked.name;
  const channel = asked.channel ?? person?.channel;
  if (name === undefined || channel === undefined) {
    return invalid('person', 'side-needed');
  }
  return { entryId: null, ...(person && { personId: person.personId }), name, channel };
}
