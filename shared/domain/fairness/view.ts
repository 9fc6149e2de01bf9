/** What the rule sees of a session: the turns that count in the present fair item, and who waits. */
import type { BalancedGroup, Channel, PerChannel } from '../../lib/vocabulary.ts';
import { perChannel } from '../../lib/vocabulary.ts';
import type { Agenda, AgendaItem } from '../agenda/slice.ts';
import type { EndedTurn, Turn } from '../floor/schema.ts';
import type { FloorSlice } from '../floor/slice.ts';
import type { Person } from '../people/schema.ts';
import type { Entry } from '../queue/schema.ts';
import type { Queue } from '../queue/slice.ts';
import type { SessionSlice } from '../session/slice.ts';
import type { Candidate, OrderRule } from './order.ts';
import { firstToCall } from './order.ts';
import type { ChargedTurn, Tags } from './tags.ts';
import { foldTags } from './tags.ts';

export type FairnessState = Pick<SessionSlice, 'session'> &
  FloorSlice & { agenda: Agenda; queue: Queue; people: Person[] };

/** A turn that one of the sides pays for. */
export type CountedTurn = { turn: Turn | EndedTurn; channel: Channel; seconds: number };

export type FairnessView = {
  rule: OrderRule;
  counted: CountedTurn[];
  tags: Tags;
  /** The same array for the same state: not to be changed in place. */
  candidates: readonly (Candidate & { entry: Entry })[];
  onDeck: string[];
  balancedGroup: BalancedGroup | null;
};

/**
 * The items whose turns count together: the current one if it is fair, else the fair one that began last, with
 * those that it continues. A session without any agenda is one fair item (null).
 */
export function fairItemIds(agenda: Agenda): Set<string | null> {
  if (agenda.items.length === 0) return new Set([null]);
  const byId = new Map<string | null | undefined, AgendaItem>(
    agenda.items.map((item) => [item.itemId, item]),
  );
  const current = byId.get(agenda.currentItemId);
  let item: AgendaItem | undefined = current?.fair ? current : lastBegunFair(agenda);
  const ids = new Set<string | null>();
  while (item && !ids.has(item.itemId)) {
    ids.add(item.itemId);
    item = byId.get(item.continuesItemId);
  }
  return ids;
}

/** Whether what is said in the item counts for a side; a session without any agenda is one fair item (null). */
export function isFair({ items }: Agenda, itemId: string | null): boolean {
  return items.length === 0 || items.some((item) => item.itemId === itemId && item.fair);
}

export function fairnessView(state: FairnessState, nowMs: number): FairnessView {
  const { weights, creditSeconds, agingSeconds, turnLimitSeconds, policy, balancedGroup, windowSeconds } =
    state.session.fairness;
  const counted = countedTurns(state, nowMs);
  const turnsHad = turnsHadIn(counted);
  const groupOf = groupsBy(balancedGroup, state.people);
  const rule: OrderRule = {
    weights,
    creditSeconds,
    policy,
    // Whoever asked first goes first, whatever was had before.
    agingMs: policy === 'fifo' ? 0 : agingSeconds * 1_000,
    windowMs: balancedGroup === null ? 0 : windowSeconds * 1_000,
    groupSeconds: secondsByGroup(counted, groupOf),
    assumedSeconds: turnLimitSeconds,
  };
  const candidates = known.get(state) ?? candidatesOf(state.queue.entries, turnsHad, groupOf);
  known.set(state, candidates);
  const tags = foldTags(counted.map(chargedTurn), rule);
  return { rule, counted, tags, candidates, onDeck: state.queue.onDeck, balancedGroup };
}

/**
 * Who waits does not depend on the time, and a console asks about one state many times: for the proposal, the order of
 * both sides, the forecast, and whether a button may be pressed.
 */
const known = new WeakMap<FairnessState, FairnessView['candidates']>();

function candidatesOf(
  entries: readonly Entry[],
  turnsHad: (who: Who) => number,
  groupOf: GroupOf,
): FairnessView['candidates'] {
  const candidates: (Candidate & { entry: Entry })[] = [];
  for (const entry of entries) {
    if (entry.held) continue;
    const had = turnsHad(entry);
    candidates.push(candidateOf(entry, had, groupOf(entry.personId, had)));
  }
  return candidates;
}

/** The entry that the rule proposes to call now; null when nobody can be called. */
export function proposedEntryId(state: FairnessState, nowMs: number): string | null {
  const view = fairnessView(state, nowMs);
  return firstToCall(view.candidates, view.onDeck, view.tags, view.rule)?.entryId ?? null;
}

/** Somebody who speaks or waits, with a record or without. */
type Who = { personId?: string; name?: string; channel: Channel; entryId: string | null };

/**
 * One who has no record is known by name and side: staff types "row C, blue jacket" the same way twice. Of two without
 * a name nobody knows whether they are one: each is who put up that hand.
 */
export function whoKey(who: Who): string {
  const name = nameKey(who);
  return who.personId ?? (name === undefined ? `hand ${who.entryId}` : `${who.channel} ${name}`);
}

function nameKey({ name }: Who): string | undefined {
  return name?.toLowerCase() || undefined;
}

/**
 * How many of these turns somebody has had, people told apart as by {@link whoKey}. Records and the names of each
 * side are counted apart: joining side and name for everybody who waits cost more than all the rest of a proposal.
 */
function turnsHadIn(counted: readonly CountedTurn[]): (who: Who) => number {
  const byRecord = new Map<string, number>();
  const byName = perChannel(() => new Map<string, number>());
  const tallyOf = (who: Who) => (who.personId === undefined ? byName[who.channel] : byRecord);
  const keyOf = (who: Who) => who.personId ?? nameKey(who);
  for (const { turn } of counted) {
    if (turn.continues !== undefined) continue;
    const [tally, key] = [tallyOf(turn), keyOf(turn)];
    if (key !== undefined) tally.set(key, (tally.get(key) ?? 0) + 1);
  }
  return (who) => tallyOf(who).get(keyOf(who) ?? '') ?? 0;
}

function countedTurns(state: FairnessState, nowMs: number): CountedTurn[] {
  const items = fairItemIds(state.agenda);
  const { turn: running } = state.floor;
  const counted: CountedTurn[] = [];
  for (const turn of running ? [...state.turns, running] : state.turns) {
    if (!items.has(turn.itemId) || turn.charge === null || turn.charge === 'panel') continue;
    const spokenMs = 'spokenMs' in turn ? turn.spokenMs : runningMs(turn, nowMs);
    counted.push({ turn, channel: turn.charge, seconds: spokenMs / 1_000 });
  }
  return counted;
}

/** How many there were: the rest of one that was broken off is none of its own. */
export function turnCount(turns: readonly Pick<Turn, 'continues'>[]): number {
  return turns.filter(({ continues }) => continues === undefined).length;
}

/** As on the clock of the floor, which is a layer further up. */
function runningMs(turn: Turn, nowMs: number): number {
  return Math.max(0, (turn.pausedAtMs ?? nowMs) - turn.startedAtMs - turn.pausedMs);
}

/** As the tags are folded over it. */
export function chargedTurn({ turn, channel, seconds }: CountedTurn): ChargedTurn {
  const { onsite, online } = turn.choice.waiting;
  const waiting: PerChannel<boolean> = { onsite: onsite > 0, online: online > 0 };
  return { channel, seconds, waiting };
}

function candidateOf(
  entry: Entry,
  turnsHad: number,
  group: string | undefined,
): FairnessView['candidates'][number] {
  const { entryId, channel, kind, joinedAtMs, missedCalls, placedAtMs } = entry;
  return { entryId, channel, kind, joinedAtMs, missedCalls, placedAtMs, turnsHad, group, entry };
}

const AGAIN = 'again';
const FIRST = 'first';

/** The group of a person with so many turns; undefined for whoever has declared none. */
type GroupOf = (personId: string | undefined, turnsHad: number) => string | undefined;

function groupsBy(balanced: BalancedGroup | null, people: readonly Person[]): GroupOf {
  if (balanced === null) return () => undefined;
  if (balanced === 'first-time') return (_, turnsHad) => (turnsHad === 0 ? FIRST : AGAIN);
  const declared = new Map<string | undefined, string | undefined>(
    people.map((person) => [person.personId, person.groups?.[balanced]]),
  );
  return (personId) => declared.get(personId);
}

function secondsByGroup(counted: readonly CountedTurn[], groupOf: GroupOf): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { turn, seconds } of counted) {
    // Whoever has spoken is no first-time speaker any more.
    const group = groupOf(turn.personId, 1);
    if (group !== undefined) sums.set(group, (sums.get(group) ?? 0) + seconds);
  }
  return sums;
}

function lastBegunFair(agenda: Agenda): AgendaItem | undefined {
  let last: { item: AgendaItem; atMs: number } | undefined;
  for (const item of agenda.items) {
    const atMs = item.startedAtMs;
    if (item.fair && atMs !== null && atMs >= (last?.atMs ?? 0)) last = { item, atMs };
  }
  return last?.item;
}
