/**
 * Meetings in which every proposal is followed, driven through decide and apply like a real one: people ask, are
 * put on hold or on deck, raise points of order, and speak for as long as they like.
 */
import fc from 'fast-check';
import { fairnessView, proposedEntryId } from '../../shared/domain/fairness/view.ts';
import type { Entry } from '../../shared/domain/queue/schema.ts';
import { must } from '../../shared/lib/assert.ts';
import type { Channel, PerChannel } from '../../shared/lib/vocabulary.ts';
import { CHANNELS, otherChannel, perChannel } from '../../shared/lib/vocabulary.ts';
import { type PlanInput, planSchema } from '../../shared/plan.ts';
import { type Meeting, meeting } from './meeting.ts';

export type FollowedStep =
  | { do: 'ask'; channel: Channel; person: number; gap: number; isPointOfOrder: boolean }
  | { do: 'speak'; seconds: number }
  | { do: 'hold' | 'return' | 'deck' | 'not-ready' | 'ready'; pick: number };

/** One choice of the rule and the turn that came of it. */
export type Choice = {
  entry: Entry;
  turnsHad: number;
  /** Everybody callable then, the chosen one included. */
  callable: { entry: Entry; turnsHad: number }[];
  waiting: PerChannel<boolean>;
  /** Called out of turn: on deck, or a point of order. */
  isFrozen: boolean;
  seconds: number;
};

export type Followed = { meeting: Meeting; choices: Choice[]; creditSeconds: number };

type Shape = { special: boolean; turnMax?: number };

export function anyFollowed({ special, turnMax = 300 }: Shape): fc.Arbitrary<FollowedStep[]> {
  const ask = fc.record({
    do: fc.constant('ask' as const),
    channel: fc.constantFrom(...CHANNELS),
    person: fc.nat(5),
    gap: fc.integer({ min: 0, max: 90 }),
    isPointOfOrder: special ? fc.nat(9).map((n) => n === 0) : fc.constant(false),
  });
  const speak = fc.record({
    do: fc.constant('speak' as const),
    seconds: fc.integer({ min: 1, max: turnMax }),
  });
  const other = fc.record({
    do: fc.constantFrom(
      'hold' as const,
      'return' as const,
      'deck' as const,
      'not-ready' as const,
      'ready' as const,
    ),
    pick: fc.nat(5),
  });
  // Without a size, fast-check makes mostly tiny meetings, in which no bound is ever near.
  const step = special ? fc.oneof(ask, ask, ask, speak, speak, other) : fc.oneof(ask, ask, speak);
  return fc.array(step, { minLength: 10, maxLength: 50, size: 'max' });
}

export function follow(steps: readonly FollowedStep[], fairness: PlanInput['fairness'] = {}): Followed {
  const people = CHANNELS.flatMap((channel) =>
    Array.from({ length: 6 }, (_, i) => ({
      personId: `${channel}-${i}`,
      name: `${channel} ${i}`,
      channel,
      ...(i > 0 && { groups: { stakeholder: `group ${i % 2}` } }),
    })),
  );
  const agenda = [{ itemId: 'talk', kind: 'discussion' as const, title: 'Talk', minutes: 600 }];
  const m = meeting({ format: 'evenfloor.plan', v: 1, title: 'Followed', agenda, people, fairness });
  m.do('agenda/begin', { itemId: 'talk', afterItemId: null });
  const choices: Choice[] = [];
  for (const [index, step] of steps.entries()) take(m, step, `e${index}`, choices);
  return { meeting: m, choices, creditSeconds: planSchema.shape.fairness.parse(fairness).creditSeconds };
}

function take(m: Meeting, step: FollowedStep, id: string, choices: Choice[]): void {
  if (step.do === 'ask') {
    const kind = step.isPointOfOrder ? 'point-of-order' : 'topic';
    const personId = `${step.channel}-${step.person}`;
    m.wait(step.gap);
    tryTo(m, 'queue/join', { entryId: id, personId, channel: step.channel, door: 'web', kind });
  } else if (step.do === 'speak') {
    const choice = choose(m);
    if (choice) choices.push({ ...choice, ...speak(m, choice.entry, id, step.seconds) });
  } else {
    const { entries } = m.state.queue;
    const entryId = entries[step.pick % Math.max(1, entries.length)]?.entryId ?? 'gone';
    if (step.do === 'ready') tryTo(m, 'floor/ready', { entryId, readiness: 'ready' });
    else if (step.do === 'not-ready') {
      const { onDeck } = m.state.queue;
      const told = onDeck[step.pick % Math.max(1, onDeck.length)] ?? entryId;
      tryTo(m, 'floor/ready', { entryId: told, readiness: 'not-ready' });
    } else tryTo(m, step.do === 'deck' ? 'queue/put-on-deck' : `queue/${step.do}`, { entryId });
  }
}

function tryTo(m: Meeting, name: Parameters<Meeting['do']>[0], args: object): void {
  if (m.refusal(name, args) === null) m.do(name, args);
}

function choose(m: Meeting): Omit<Choice, 'seconds'> | null {
  const entryId = proposedEntryId(m.state, m.nowMs);
  const view = fairnessView(m.state, m.nowMs);
  const callable = view.candidates.map(({ entry, turnsHad }) => ({ entry, turnsHad }));
  const chosen = callable.find((one) => one.entry.entryId === entryId);
  // Work-conserving, at every choice there is.
  if ((chosen === undefined) !== (callable.length === 0))
    throw new Error('somebody waits and nobody is proposed');
  if (!chosen) return null;
  const isFrozen = view.onDeck.includes(chosen.entry.entryId) || chosen.entry.kind === 'point-of-order';
  const waiting = perChannel((channel) => callable.some((one) => one.entry.channel === channel));
  return { ...chosen, callable, waiting, isFrozen };
}

function speak(m: Meeting, entry: Entry, turnId: string, seconds: number): { seconds: number } {
  const afterTurnId = m.state.turns.at(-1)?.turnId ?? null;
  m.do('floor/give', { turnId, entryId: entry.entryId, afterTurnId });
  m.wait(seconds).do('floor/end', { turnId });
  return { seconds: must(m.state.turns.at(-1), 'turn').spokenMs / 1_000 };
}

/** The longest turn of each side, and the seconds of all turns that were called out of turn. */
export function extremes(choices: readonly Choice[]) {
  const longest = perChannel((channel) =>
    Math.max(0, ...choices.filter((one) => one.entry.channel === channel).map((one) => one.seconds)),
  );
  const frozen = choices.reduce((sum, one) => sum + (one.isFrozen ? one.seconds : 0), 0);
  return { longest, frozen };
}

/** Seconds that one side spoke while the other waited throughout and was not called; the most there was. */
export function longestWaitInSpeech(choices: readonly Choice[]): number {
  let worst = 0;
  for (const waits of CHANNELS) {
    let heard = 0;
    for (const { entry, waiting, seconds } of choices) {
      if (!waiting[waits] || entry.channel === waits) heard = 0;
      else heard += seconds;
      worst = Math.max(worst, heard);
    }
  }
  return worst;
}

/** The most that `side` gained on the other, each over its share, from any choice to any later one of a joint stretch. */
export function largestJointGain(
  choices: readonly Choice[],
  side: Channel,
  weights: PerChannel<number>,
): number {
  let worst = 0;
  let gain = 0;
  for (const { entry, waiting, seconds } of choices) {
    if (!waiting[otherChannel(entry.channel)]) gain = 0;
    else gain += (entry.channel === side ? seconds : -seconds) / weights[entry.channel];
    worst = Math.max(worst, gain);
    // A stretch may begin at any choice, so a loss so far is no reason to look away.
    gain = Math.max(0, gain);
  }
  return worst;
}

/** The largest difference at a turn's end inside a stretch of choices at which both sides waited. */
export function worstJointGap(choices: readonly Choice[]): number {
  let worst = 0;
  let lead = 0;
  for (const { entry, waiting, seconds } of choices) {
    if (!waiting[otherChannel(entry.channel)]) lead = 0;
    else lead += entry.channel === 'onsite' ? seconds : -seconds;
    worst = Math.max(worst, Math.abs(lead));
  }
  return worst;
}
