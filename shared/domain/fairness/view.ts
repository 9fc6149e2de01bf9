/** What the rule sees of a session: the turns that count in the present fair item, and who waits. */
import type { Channel, PerChannel } from '../../lib/vocabulary.ts';
import type { Agenda, AgendaItem } from '../agenda/slice.ts';
import type { EndedTurn, Turn } from '../floor/schema.ts';
import type { FloorSlice } from '../floor/slice.ts';
import type { Entry } from '../queue/schema.ts';
import type { Queue } from '../queue/slice.ts';
import type { SessionSlice } from '../session/slice.ts';
import type { Candidate, OrderRule } from './order.ts';
import { firstToCall } from './order.ts';
import type { ChargedTurn, Tags } from './tags.ts';
import { foldTags } from './tags.ts';

export type FairnessState = Pick<SessionSlice, 'session'> & FloorSlice & { agenda: Agenda; queue: Queue };

/** A turn that one of the sides pays for. */
export type CountedTurn = { turn: Turn | EndedTurn; channel: Channel; seconds: number };

export type FairnessView = {
  rule: OrderRule;
  counted: CountedTurn[];
  tags: Tags;
  candidates: (Candidate & { entry: Entry })[];
  onDeck: string[];
};

/**
 * The items whose turns count together: the current one if it is fair, else the fair one that began last, with
 * those that it continues. A session without any agenda is one fair item (null).
 */
export function fairItemIds(agenda: Agenda): Set<string | null> {
  if (agenda.items.length === 0) return new Set([null]);
  const byId = new Map(agenda.items.map((item) => [item.itemId, item]));
  const current = byId.get(agenda.currentItemId ?? '');
  let item: AgendaItem | undefined = current?.fair ? current : lastBegunFair(agenda);
  const ids = new Set<string | null>();
  while (item && !ids.has(item.itemId)) {
    ids.add(item.itemId);
    item = byId.get(item.continuesItemId ?? '');
  }
  return ids;
}

export function fairnessView(state: FairnessState, nowMs: number): FairnessView {
  const { weights, creditSeconds, agingSeconds, turnLimitSeconds } = state.session.fairness;
  const rule = { weights, creditSeconds, agingMs: agingSeconds * 1_000, assumedSeconds: turnLimitSeconds };
  const counted = countedTurns(state, nowMs);
  const turnsHad = new Map<string, number>();
  for (const { turn } of counted) turnsHad.set(whoKey(turn), (turnsHad.get(whoKey(turn)) ?? 0) + 1);
  const candidates = state.queue.entries
    .filter((entry) => !entry.held)
    .map((entry) => candidateOf(entry, turnsHad.get(whoKey(entry)) ?? 0));
  const tags = foldTags(counted.map(chargedTurn), rule);
  return { rule, counted, tags, candidates, onDeck: state.queue.onDeck };
}

/** The entry that the rule proposes to call now; null when nobody can be called. */
export function proposedEntryId(state: FairnessState, nowMs: number): string | null {
  const view = fairnessView(state, nowMs);
  return firstToCall(view.candidates, view.onDeck, view.tags, view.rule)?.entryId ?? null;
}

/** One who has no record is known by name and side: staff types "row C, blue jacket" the same way twice. */
export function whoKey(who: { personId?: string; name?: string; channel: Channel }): string {
  return who.personId ?? `${who.channel} ${who.name?.toLowerCase()}`;
}

function countedTurns(state: FairnessState, nowMs: number): CountedTurn[] {
  const items = fairItemIds(state.agenda);
  const counted: CountedTurn[] = [];
  for (const turn of state.turns) {
    if (!items.has(turn.itemId) || turn.charge === null || turn.charge === 'panel') continue;
    counted.push({ turn, channel: turn.charge, seconds: turn.spokenMs / 1_000 });
  }
  const { turn } = state.floor;
  if (turn && items.has(turn.itemId) && turn.charge !== null && turn.charge !== 'panel') {
    const spoken = Math.max(0, (turn.pausedAtMs ?? nowMs) - turn.startedAtMs - turn.pausedMs);
    counted.push({ turn, channel: turn.charge, seconds: spoken / 1_000 });
  }
  return counted;
}

function chargedTurn({ turn, channel, seconds }: CountedTurn): ChargedTurn {
  const { onsite, online } = turn.choice.waiting;
  const waiting: PerChannel<boolean> = { onsite: onsite > 0, online: online > 0 };
  return { channel, seconds, waiting };
}

function candidateOf(entry: Entry, turnsHad: number): FairnessView['candidates'][number] {
  const { entryId, channel, kind, joinedAtMs, missedCalls, placedAtMs } = entry;
  return { entryId, channel, kind, joinedAtMs, missedCalls, placedAtMs, turnsHad, entry };
}

function lastBegunFair(agenda: Agenda): AgendaItem | undefined {
  let last: { item: AgendaItem; atMs: number } | undefined;
  for (const item of agenda.items) {
    const atMs = item.startedAtMs;
    if (item.fair && atMs !== null && atMs >= (last?.atMs ?? 0)) last = { item, atMs };
  }
  return last?.item;
}
