/**
 * `npm run bench`: what a proposal with its reasons costs when 1,000 people wait, alone and with the two after it that
 * the console shows, as ratios to floors measured in the same run: sorting the same 1,000 entries once, and a fiftieth
 * of a 60 Hz frame. Ends by itself.
 */
import { apply } from '../../shared/apply.ts';
import { fairness } from '../../shared/projections/fairness.ts';
import type { State } from '../../shared/state.ts';
import { discussion, hand } from '../support/meeting.ts';

const WAITING = 1_000;
const TURNS = 60;
const ROUNDS = 25;
const CALLS = 40;
/** The proposal alone, and as many as the console shows. */
const SHOWN = [1, 3];
const WARM_UP_CALLS = 200;
const FRAME_MS = 1_000 / 60;
const BUDGET_MS = FRAME_MS / 50;

/** What a call returned, so that no engine can leave it out. */
let kept = 0;

/** A discussion of so many turns, and the hands of so many people who asked at odd moments. */
function crowdedSession(): { state: State; nowMs: number } {
  const m = discussion();
  for (let i = 0; i < TURNS; i += 1) {
    const side = i % 3 === 0 ? 'online' : 'onsite';
    m.do('queue/join', hand(`past-${i}`, side, { name: `Person ${i % 25}` }));
    m.do('floor/give', {
      turnId: `t${i}`,
      entryId: `past-${i}`,
      afterTurnId: m.state.turns.at(-1)?.turnId ?? null,
    });
    m.wait(20 + ((i * 37) % 90)).do('floor/end', { turnId: `t${i}` });
  }
  let { state } = m;
  for (let i = 0; i < WAITING; i += 1) {
    // Applied without their history, which no proposal looks at.
    const atMs = m.nowMs + ((i * 7_919) % WAITING) * 700;
    const event = {
      type: 'queue/joined' as const,
      v: 1 as const,
      entryId: `e${i}`,
      name: `Person ${i % 400}`,
      channel: i % 3 === 0 ? ('online' as const) : ('onsite' as const),
      door: 'room' as const,
      kind: 'topic' as const,
    };
    state = apply(state, {
      seq: 1_000 + i,
      atMs,
      actor: { role: 'hub' },
      commandId: `c${i}`,
      events: [event],
    });
  }
  return { state, nowMs: m.nowMs + WAITING * 700 };
}

/** Milliseconds of one call. */
function timed(call: () => number): number {
  const startMs = performance.now();
  for (let i = 0; i < CALLS; i += 1) kept += call();
  return (performance.now() - startMs) / CALLS;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

type Case = { name: string; state: State; shown: number };

/** The session as it is by default, and with what makes a proposal dearest: groups balanced in a wide window. */
function cases(state: State): Case[] {
  const fairnessOf = { ...state.session.fairness, balancedGroup: 'first-time' as const, windowSeconds: 180 };
  const balanced = { ...state, session: { ...state.session, fairness: fairnessOf } };
  return SHOWN.flatMap((shown) => [
    { name: 'default settings', state, shown },
    { name: 'first-time speakers balanced, W = 180 s', state: balanced, shown },
  ]);
}

function measure({ name, state, shown }: Case, nowMs: number) {
  const { entries } = state.queue;
  // Another object each time: of one state the rule remembers who waits.
  const propose = () => fairness({ ...state }, nowMs, shown).next[0]?.reasons.length ?? 0;
  const sort = () => entries.toSorted((a, b) => a.joinedAtMs - b.joinedAtMs)[0]?.joinedAtMs ?? 0;
  for (let i = 0; i < WARM_UP_CALLS; i += 1) kept += propose() + sort();
  const rounds = Array.from({ length: ROUNDS }, () => ({ propose: timed(propose), sort: timed(sort) }));
  const proposeMs = median(rounds.map((round) => round.propose));
  // Round by round, so that a machine that slows down slows both.
  const ratioToSort = median(rounds.map((round) => round.propose / round.sort));
  const ratioToBudget = proposeMs / BUDGET_MS;
  return { name, shown, proposeMs, ratioToSort, ratioToBudget, within: ratioToBudget <= 1 };
}

function main(): void {
  const { state, nowMs } = crowdedSession();
  const rows = cases(state).map((one) => measure(one, nowMs));
  const lines = [
    `one proposal with reasons, ${WAITING} waiting, ${TURNS} turns behind; medians of ${ROUNDS} rounds`,
    `${'settings'.padEnd(42)}${'shown'.padStart(6)}${'ms'.padStart(8)}${'× sorting'.padStart(12)}${'× frame/50'.padStart(12)}`,
    ...rows.map(
      ({ name, shown, proposeMs, ratioToSort, ratioToBudget }) =>
        name.padEnd(42) +
        String(shown).padStart(6) +
        proposeMs.toFixed(3).padStart(8) +
        ratioToSort.toFixed(2).padStart(12) +
        ratioToBudget.toFixed(2).padStart(12),
    ),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  const result = { bench: 'proposal', waiting: WAITING, turns: TURNS, rounds: ROUNDS, budgetMs: BUDGET_MS };
  process.stdout.write(`${JSON.stringify({ ...result, rows, kept })}\n`);
}

main();
