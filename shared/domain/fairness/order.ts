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
  const [first] = [heads.onsite, heads.online]
    .filter((head) => head !== null)
    .toSorted((a, b) => compareCandidates(a, b, rule) || candidates.indexOf(a) - candidates.indexOf(b));
  if (first === undefined) return null;
  if (rankClass(first) === 0) return first;
  for (const entryId of onDeck) {
    const frozen = candidates.find((candidate) => candidate.entryId === entryId);
    if (frozen) return frozen;
  }
  const head = must(heads[nextChannel(heads, candidates, tags, rule)], 'head of the line');
  if (!canBePassed(head, rule)) return head;
  return leastHeard(head, candidates.filter(reachOf(head, rule)), rule);
}

/** The first `max` of {@link speakingOrder}, one proposal after the other: for a few, cheaper than sorting all. */
export function firstFew<C extends Candidate>(
  candidates: readonly C[],
  onDeck: readonly string[],
  tags: Tags,
  rule: OrderRule,
  max: number,
): C[] {
  const next = max > 0 ? firstToCall(candidates, onDeck, tags, rule) : null;
  if (next === null) return [];
  const rest = candidates.filter((candidate) => candidate !== next);
  return [next, ...firstFew(rest, onDeck, assumed(tags, next, rule), rule, max - 1)];
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
    const next = ahead[order.length] ?? takeNext(lines, candidates, now, rule);
    order.push(next);
    now = assumed(now, next, rule);
  }
  return order;
}

/** The tags after a turn yet to come. */
function assumed(tags: Tags, { channel }: Candidate, rule: OrderRule): Tags {
  // Nobody comes back in a forecast: who waits at its first choice waits until called, and how a side without
  // anybody is charged matters to nobody.
  return charged(tags, { channel, seconds: rule.assumedSeconds, waiting: perChannel(() => true) }, rule);
}

/** Takes the next one out of the lines, which are sorted and not both empty. */
function takeNext<C extends Candidate>(
  lines: PerChannel<C[]>,
  candidates: readonly C[],
  tags: Tags,
  rule: OrderRule,
): C {
  const heads = perChannel((channel) => lines[channel][0] ?? null);
  const line = lines[nextChannel(heads, candidates, tags, rule)];
  const head = must(line[0], 'head of the line');
  const next = canBePassed(head, rule) ? leastHeardInLine(head, line, rule) : head;
  line.splice(line.indexOf(next), 1);
  return next;
}

/** With a window, and unless a moderator gave the head its place: that stands. */
function canBePassed(head: Candidate, rule: OrderRule): boolean {
  return rule.windowMs > 0 && head.placedAtMs === undefined;
}

/** Whether somebody may come before the head: of the same side and class, with a key within the window. */
function reachOf(head: Candidate, rule: OrderRule): (candidate: Candidate) => boolean {
  const headClass = rankClass(head);
  const latest = agedKey(head, rule) + rule.windowMs;
  return (candidate) =>
    candidate.channel === head.channel &&
    rankClass(candidate) === headClass &&
    agedKey(candidate, rule) <= latest;
}

/**
 * The one of those in reach whose group has spoken least, the earlier in doubt. A place that a moderator gave
 * stands, and who declared no group neither passes nor is passed.
 */
function leastHeard<C extends Candidate>(head: C, inReach: readonly C[], rule: OrderRule): C {
  return inReach.filter(mayPass).reduce((best, candidate) => {
    const lead = spokenBy(candidate, rule) - spokenBy(best, rule);
    return lead < 0 || (lead === 0 && compareCandidates(candidate, best, rule) < 0) ? candidate : best;
  }, head);
}

/** The same of a line that is sorted: it ends with the first who is out of reach, or whose group was never heard. */
function leastHeardInLine<C extends Candidate>(head: C, line: readonly C[], rule: OrderRule): C {
  const isInReach = reachOf(head, rule);
  let best = head;
  for (const candidate of line) {
    if (spokenBy(best, rule) === 0 || !isInReach(candidate)) break;
    if (mayPass(candidate) && spokenBy(candidate, rule) < spokenBy(best, rule)) best = candidate;
  }
  return best;
}

function mayPass({ group, placedAtMs }: Candidate): boolean {
  return group !== undefined && placedAtMs === undefined;
}

/** Whoever has no group counts as unheard: that is never passed. */
function spokenBy({ group }: Candidate, rule: OrderRule): number {
  return group === undefined ? 0 : (rule.groupSeconds.get(group) ?? 0);
}

/** The side that is next, of heads that are not both null. */
function nextChannel(
  { onsite, online }: PerChannel<Candidate | null>,
  candidates: readonly Candidate[],
  tags: Tags,
  rule: OrderRule,
): Channel {
  const waiting = { onsite: onsite !== null, online: online !== null };
  const earliest = onsite && online && isEarlier(online, onsite, candidates) ? 'online' : 'onsite';
  const isChoice = waiting.onsite && waiting.online;
  if (isChoice && rule.policy === 'fifo') return earliest;
  if (isChoice && rule.policy === 'alternate') return tags.last === null ? earliest : otherChannel(tags.last);
  return must(chooseChannel(atChoice(tags, waiting, rule), waiting, earliest), 'a side that waits');
}

/** Requests of the same moment stand in the order of the list. */
function isEarlier(a: Candidate, b: Candidate, candidates: readonly Candidate[]): boolean {
  return (a.joinedAtMs - b.joinedAtMs || candidates.indexOf(a) - candidates.indexOf(b)) < 0;
}
