/** Who of one side comes first, and the order that follows for both: aged keys inside a side, tags between them. */

import { must } from '../../lib/assert.ts';
import { MISSED_CALLS_MAX } from '../../lib/limits.ts';
import type { Channel, PerChannel } from '../../lib/vocabulary.ts';
import { perChannel } from '../../lib/vocabulary.ts';
import type { ChannelRule, Tags } from './tags.ts';
import { atChoice, charged, chooseChannel } from './tags.ts';

/** What the order needs to know of somebody who waits; any time unit, as long as it is one. */
export type Candidate = {
  entryId: string;
  channel: Channel;
  kind: string;
  joinedAtMs: number;
  /** Turns that this person has already had. */
  turnsHad: number;
  missedCalls?: number;
  placedAtMs?: number;
};

export type OrderRule = ChannelRule & {
  /** P: how far one turn already had postpones a person, in the candidates' time unit. */
  agingMs: number;
  /** What a turn yet to come is assumed to take. */
  assumedSeconds: number;
};

/**
 * The aged key: nobody who asks later than `t + P·(n − n′)` can pass you (DOMAIN.md, B3). A moderator's placing
 * replaces it.
 */
export function agedKey(candidate: Candidate, rule: Pick<OrderRule, 'agingMs'>): number {
  return candidate.placedAtMs ?? candidate.joinedAtMs + rule.agingMs * candidate.turnsHad;
}

/** Points of order before all, people who were called twice in vain after all. */
export function rankClass({ kind, missedCalls = 0 }: Candidate): number {
  if (kind === 'point-of-order') return 0;
  return missedCalls >= MISSED_CALLS_MAX ? 2 : 1;
}

/** Negative when `a` comes before `b`. Equal keys: the earlier request, then the order of the list. */
export function compareCandidates(a: Candidate, b: Candidate, rule: Pick<OrderRule, 'agingMs'>): number {
  return rankClass(a) - rankClass(b) || agedKey(a, rule) - agedKey(b, rule) || a.joinedAtMs - b.joinedAtMs;
}

/** The one to be called now, or null when nobody waits. Linear; agrees with the head of {@link speakingOrder}. */
export function firstToCall(
  candidates: readonly Candidate[],
  onDeck: readonly string[],
  tags: Tags,
  rule: OrderRule,
): Candidate | null {
  const heads = perChannel<Candidate | null>(() => null);
  for (const candidate of candidates) {
    const head = heads[candidate.channel];
    if (head === null || compareCandidates(candidate, head, rule) < 0) heads[candidate.channel] = candidate;
  }
  const [urgent] = [heads.onsite, heads.online]
    .filter((head) => head !== null)
    .filter((head) => rankClass(head) === 0)
    .toSorted((a, b) => compareCandidates(a, b, rule));
  if (urgent) return urgent;
  for (const entryId of onDeck) {
    const frozen = candidates.find((candidate) => candidate.entryId === entryId);
    if (frozen) return frozen;
  }
  const channel = nextChannel(heads, tags, rule);
  return channel && heads[channel];
}

/**
 * All who wait in the order that the rule proposes: points of order, those on deck, then side by side. Turns yet
 * to come are assumed to take `assumedSeconds`, so only the head is a promise.
 */
export function speakingOrder<C extends Candidate>(
  candidates: readonly C[],
  onDeck: readonly string[],
  tags: Tags,
  rule: OrderRule,
): C[] {
  const frozen = onDeck.flatMap((id) => candidates.filter((candidate) => candidate.entryId === id));
  const sorted = candidates
    .filter((candidate) => !frozen.includes(candidate) || rankClass(candidate) === 0)
    .toSorted((a, b) => compareCandidates(a, b, rule));
  const urgent = sorted.filter((candidate) => rankClass(candidate) === 0);
  const lines = perChannel((channel) =>
    sorted.filter((candidate) => candidate.channel === channel && rankClass(candidate) > 0),
  );
  const ahead = [...urgent, ...frozen.filter((candidate) => rankClass(candidate) > 0)];
  const order: C[] = [];
  const at: PerChannel<number> = { onsite: 0, online: 0 };
  let now = tags;
  while (order.length < candidates.length) {
    const heads = perChannel((channel) => lines[channel][at[channel]] ?? null);
    const waiting = perChannel(
      (channel) => heads[channel] !== null || ahead.slice(order.length).some((c) => c.channel === channel),
    );
    let next = ahead[order.length];
    if (!next) {
      const channel = must(nextChannel(heads, now, rule), 'somebody who waits');
      next = must(heads[channel], 'head of the line');
      at[channel] += 1;
    }
    order.push(next);
    now = charged(now, { channel: next.channel, seconds: rule.assumedSeconds, waiting }, rule);
  }
  return order;
}

function nextChannel(heads: PerChannel<Candidate | null>, tags: Tags, rule: OrderRule): Channel | null {
  const { onsite, online } = heads;
  const waiting = { onsite: onsite !== null, online: online !== null };
  const earliest = onsite && online && online.joinedAtMs < onsite.joinedAtMs ? 'online' : 'onsite';
  return chooseChannel(atChoice(tags, waiting, rule), waiting, earliest);
}
