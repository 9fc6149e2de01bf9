/** Who of one side comes first, and the order that follows for both: aged keys inside a side, tags between them. */
import { must } from '../../lib/assert.ts';
import { MISSED_CALLS_MAX } from '../../lib/limits.ts';
import type { Channel, PerChannel, SpeakingPolicy } from '../../lib/vocabulary.ts';
import { otherChannel, perChannel } from '../../lib/vocabulary.ts';
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
  /** The group that is balanced, as this person has declared it; without one nobody passes and nobody is passed. */
  group?: string;
};

export type OrderRule = ChannelRule & {
  policy: SpeakingPolicy;
  /** P: how far one turn already had postpones a person, in the candidates' time unit. */
  agingMs: number;
  /** W: within which groups may change places, in the same unit; 0 = never. */
  windowMs: number;
  /** Seconds that each group has spoken so far. */
  groupSeconds: ReadonlyMap<string, number>;
  /** What a turn yet to come is assumed to take. */
  assumedSeconds: number;
};

/**
 * The aged key: nobody who asks later than `t + P·(n − n′)` can pass you (docs/fairness.md). A moderator's placing
 * replaces it.
 */
export function agedKey(candidate: Candidate, rule: Pick<OrderRule, 'agingMs'>): number {
  return candidate.placedAtMs ?? candidate.joinedAtMs + rule.agingMs * candidate.turnsHad;
}

/** Points of order before all, people who were called twice in vain after all. */
export function rankClass({ kind, missedCalls = 0 }: Pick<Candidate, 'kind' | 'missedCalls'>): number {
  if (kind === 'point-of-order') return 0;
  return missedCalls >= MISSED_CALLS_MAX ? 2 : 1;
}

/** Negative when `a` comes before `b`. Equal keys: the earlier request, then the order of the list. */
export function compareCandidates(a: Candidate, b: Candidate, rule: Pick<OrderRule, 'agingMs'>): number {
  return rankClass(a) - rankClass(b) || agedKey(a, rule) - agedKey(b, rule) || a.joinedAtMs - b.joinedAtMs;
}

/** The one to be called now, or null when nobody waits. Linear; agrees with the head of {@link speakingOrder}. */
export function firstToCall<C extends Candidate>(
  candidates: readonly C[],
  onDeck: readonly string[],
  tags: Tags,
  rule: OrderRule,
): C | null {
  const heads = perChannel<C | null>(() => null);
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
  const channel = nextChannel(heads, candidates, tags, rule);
  if (channel === null) return null;
  const head = must(heads[channel], 'head of the line');
  return withinWindow(head, candidates, rule);
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
  const lines = perChannel((channel) =>
    sorted.filter((candidate) => candidate.channel === channel && rankClass(candidate) > 0),
  );
  const ahead = [
    ...sorted.filter((candidate) => rankClass(candidate) === 0),
    ...frozen.filter((candidate) => rankClass(candidate) > 0),
  ];
  const order: C[] = [];
  let now = tags;
  while (order.length < candidates.length) {
    const still = ahead.slice(order.length);
    const waiting = perChannel(
      (channel) => lines[channel].length > 0 || still.some((one) => one.channel === channel),
    );
    const next = still[0] ?? takeNext(lines, candidates, now, rule);
    order.push(next);
    now = charged(now, { channel: next.channel, seconds: rule.assumedSeconds, waiting }, rule);
  }
  return order;
}

/** Takes the next one out of the lines, which are sorted and not both empty. */
function takeNext<C extends Candidate>(
  lines: PerChannel<C[]>,
  candidates: readonly C[],
  tags: Tags,
  rule: OrderRule,
): C {
  const heads = perChannel((channel) => lines[channel][0] ?? null);
  const line = lines[must(nextChannel(heads, candidates, tags, rule), 'somebody who waits')];
  const head = must(line[0], 'head of the line');
  const next = withinWindow(head, windowOf(head, line, rule), rule);
  line.splice(line.indexOf(next), 1);
  return next;
}

/** The sorted line up to the end of the window; nobody behind it can come first. */
function windowOf<C extends Candidate>(head: C, line: readonly C[], rule: OrderRule): readonly C[] {
  if (rule.windowMs === 0) return [head];
  const latest = agedKey(head, rule) + rule.windowMs;
  const end = line.findIndex((one) => rankClass(one) !== rankClass(head) || agedKey(one, rule) > latest);
  return end < 0 ? line : line.slice(0, end);
}

/**
 * Of those of the head's side whose key is within the window of the head's, the one whose group has spoken least;
 * the head itself in doubt. A place that a moderator gave stands, and who declared no group is never passed.
 */
function withinWindow<C extends Candidate>(head: C, line: readonly C[], rule: OrderRule): C {
  if (rule.windowMs === 0 || head.group === undefined || head.placedAtMs !== undefined) return head;
  const spoken = (candidate: C) => rule.groupSeconds.get(candidate.group ?? '') ?? 0;
  const latest = agedKey(head, rule) + rule.windowMs;
  const isRival = (candidate: C) =>
    candidate.channel === head.channel &&
    candidate.group !== undefined &&
    candidate.placedAtMs === undefined &&
    rankClass(candidate) === rankClass(head) &&
    agedKey(candidate, rule) <= latest;
  return line.filter(isRival).reduce((best, candidate) => {
    const lead = spoken(candidate) - spoken(best);
    return lead < 0 || (lead === 0 && compareCandidates(candidate, best, rule) < 0) ? candidate : best;
  }, head);
}

function nextChannel(
  { onsite, online }: PerChannel<Candidate | null>,
  candidates: readonly Candidate[],
  tags: Tags,
  rule: OrderRule,
): Channel | null {
  const waiting = { onsite: onsite !== null, online: online !== null };
  const earliest = onsite && online && isEarlier(online, onsite, candidates) ? 'online' : 'onsite';
  const isChoice = waiting.onsite && waiting.online;
  if (isChoice && rule.policy === 'fifo') return earliest;
  if (isChoice && rule.policy === 'alternate') return tags.last === null ? earliest : otherChannel(tags.last);
  return chooseChannel(atChoice(tags, waiting, rule), waiting, earliest);
}

/** Requests of the same moment stand in the order of the list. */
function isEarlier(a: Candidate, b: Candidate, candidates: readonly Candidate[]): boolean {
  if (a.joinedAtMs !== b.joinedAtMs) return a.joinedAtMs < b.joinedAtMs;
  return candidates.indexOf(a) < candidates.indexOf(b);
}
