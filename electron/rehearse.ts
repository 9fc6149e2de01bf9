/**
 * `npm run simulate -- --rehearse`: plays synthetic hands into a running session, so that moderators can practise.
 * Hands only; it gives the floor when it is told to drive, and then as the rule proposes.
 */
import { randomUUID } from 'node:crypto';
import { HANDOVER_SECONDS } from '../shared/lib/limits.ts';
import { fairness } from '../shared/projections/fairness.ts';
import type { SyntheticHand } from '../shared/projections/synthetic-hands.ts';
import { OptionError } from './arguments.ts';
import type { Clock } from './hub/clock.ts';
import { joinSession, type SessionLine } from './session-line.ts';
import type { TerminalWords } from './words/en.ts';
import { closedBecause, terminalWords } from './words/words.ts';

export type RehearseOptions = {
  /** Invitation of the host or a moderator. */
  link: string;
  hands: readonly SyntheticHand[];
  /** When it is over, in seconds of the meeting that is played. */
  untilSeconds: number;
  /** How many seconds of that meeting go by in one. */
  speed: number;
  /** Also gives the floor to whoever is proposed, and ends those turns. */
  drive: boolean;
  clock: Clock;
};

/** What ended it; `code` is the close code of a hub that has gone. */
export type Ending = { why: 'over' | 'ended' | 'stopped' } | { why: 'gone'; code: number };

export type Rehearsed = Ending & { raised: number; lowered: number; given: number; refused: number };

export type Rehearsal = {
  /** Resolves when it is over, is stopped, or the hub has closed. */
  ended: Promise<Rehearsed>;
  stop(ending: Ending): void;
};

type Run = RehearseOptions & {
  line: SessionLine;
  runId: string;
  did: Record<'raised' | 'lowered' | 'given' | 'refused', number>;
};

/** For people who asked otherwise than through this rehearsal. */
const TURN_SECONDS = 60;

const MODERATING = ['host', 'onsite-moderator', 'online-moderator'];

/** Rejects when the link opens no session, or not for somebody who moderates. */
export async function rehearse(options: RehearseOptions): Promise<Rehearsal> {
  const { clock, speed, untilSeconds } = options;
  const line = await joinSession(options.link, clock);
  if (!line.roles.some((role) => MODERATING.includes(role))) {
    await line.close();
    throw new OptionError(terminalWords().simulate.noModerator);
  }
  const did = { raised: 0, lowered: 0, given: 0, refused: 0 };
  const run: Run = { ...options, line, runId: randomUUID().slice(0, 8), did };
  let stop: (ending: Ending) => void = () => {};
  const halted = new Promise<Ending>((resolve) => {
    stop = resolve;
  });
  const cancelEnd = clock.after((untilSeconds * 1_000) / speed, () => stop({ why: 'over' }));
  const cancelHands = playHands(run);
  const stopDriving = options.drive ? driveFloor(run) : async () => undefined;
  const noticeEnd = () => {
    if (line.state.session.endedAtMs !== null) stop({ why: 'ended' });
  };
  line.onChange(noticeEnd);
  noticeEnd();
  line.closed.then((code) => stop({ why: 'gone', code }));

  const ended = halted.then(async (ending) => {
    cancelEnd();
    cancelHands();
    await stopDriving();
    await line.close();
    return { ...ending, ...did };
  });
  return { ended, stop };
}

/** One sentence for whoever started it. */
export function inOneLine(words: TerminalWords, done: Rehearsed): string {
  const { raised, lowered, given, refused } = done;
  const { rehearsal } = words;
  const why = done.why === 'gone' ? rehearsal.gone(closedBecause(words, done.code)) : rehearsal[done.why];
  const turns = given > 0 ? rehearsal.turns(given) : '';
  const refusals = refused > 0 ? rehearsal.refused(refused) : '';
  return rehearsal.line(why, raised, lowered) + turns + refusals;
}

/** Raises and lowers hands at their moments; one timer at a time, so that a long file costs nothing. */
function playHands({ line, hands, clock, speed, runId, did }: Run): () => void {
  const startMs = clock.nowMs();
  const moves = hands
    .flatMap((hand, index) => {
      const raise = { at: hand.atSeconds, play: () => raiseHand(index, hand) };
      const lower = { at: hand.leavesAtSeconds ?? 0, play: () => lowerHand(index) };
      return hand.leavesAtSeconds === null ? [raise] : [raise, lower];
    })
    .toSorted((a, b) => a.at - b.at);
  let cancel = () => {};

  async function raiseHand(index: number, hand: SyntheticHand): Promise<void> {
    const { name, channel, door, kind, topic } = hand;
    const entryId = `${runId}-${index}`;
    const refusal = await line.send('queue/join', { entryId, name, channel, door, kind, topic });
    if (refusal === null) did.raised += 1;
    else if (refusal !== 'closed') did.refused += 1;
  }

  async function lowerHand(index: number): Promise<void> {
    const entryId = `${runId}-${index}`;
    if (!line.state.queue.entries.some((entry) => entry.entryId === entryId)) return;
    // Refused when somebody called it in the same moment: then there is nothing left to lower.
    if ((await line.send('queue/leave', { entryId })) === null) did.lowered += 1;
  }

  function playNext(index: number): void {
    const move = moves[index];
    if (!move) return;
    cancel = clock.after(Math.max(0, startMs + (move.at * 1_000) / speed - clock.nowMs()), () => {
      move.play();
      playNext(index + 1);
    });
  }
  playNext(0);
  return () => cancel();
}

type Step = { dueMs: number; take: (() => Promise<string | null>) | null };

/**
 * Looks at the state after every change, and does what is due by it: nothing is remembered between two looks, so
 * moderators may interfere as they like. Turns that others gave are left to them.
 */
function driveFloor(run: Run): () => Promise<void> {
  const { line, clock, did } = run;
  let cancel = () => {};
  let isBusy = false;
  let isMissed = false;
  let isOver = false;
  let lastAct = Promise.resolve();

  function look(): void {
    cancel();
    isMissed = isBusy;
    if (isBusy || isOver) return;
    const step = nextStep(run);
    if (!step) return;
    const inMs = step.dueMs - line.nowMs();
    if (inMs > 0 || step.take === null) cancel = clock.after(Math.max(1, inMs), look);
    else lastAct = act(step.take);
  }

  async function act(take: () => Promise<string | null>): Promise<void> {
    isBusy = true;
    const refusal = await take();
    isBusy = false;
    // Refused, since somebody was faster or it is not the time for it: not again before something has changed.
    if (refusal === null || isMissed) look();
    if (refusal !== null && refusal !== 'closed' && refusal !== 'floor/moved-on') did.refused += 1;
  }

  line.onChange(look);
  look();
  return async () => {
    isOver = true;
    cancel();
    await lastAct;
    const { turn } = line.state.floor;
    // Nobody else would end a turn whose speaker does not exist.
    if (turn?.turnId.startsWith(run.runId)) await line.send('floor/end', { turnId: turn.turnId });
  };
}

/** What is due next, and when on the hub's clock; null = nothing before the state changes. */
function nextStep({ line, hands, speed, runId, did }: Run): Step | null {
  const { session, floor, turns } = line.state;
  if (session.endedAtMs !== null || session.pausedAtMs !== null) return null;
  const secondsOf = (entryId: string | null) => {
    const index = entryId?.startsWith(`${runId}-`) ? Number(entryId.slice(runId.length + 1)) : -1;
    return hands[index]?.turnSeconds ?? TURN_SECONDS;
  };
  const { turn } = floor;
  if (turn) {
    if (!turn.turnId.startsWith(runId) || turn.pausedAtMs !== null) return null;
    const dueMs = turn.startedAtMs + turn.pausedMs + (secondsOf(turn.entryId) * 1_000) / speed;
    return { dueMs, take: () => line.send('floor/end', { turnId: turn.turnId }) };
  }
  const { next, heldSlot } = fairness(line.state, line.nowMs(), 1);
  const entryId = next[0]?.entryId;
  if (entryId === undefined) return null;
  if (heldSlot) return { dueMs: heldSlot.untilMs, take: null };
  const last = turns.at(-1);
  const give = async () => {
    const turnId = `${runId}-turn-${turns.length}`;
    const afterTurnId = last?.turnId ?? null;
    const refusal = await line.send('floor/give', { turnId, entryId, afterTurnId, proposedEntryId: entryId });
    if (refusal === null) did.given += 1;
    return refusal;
  };
  return { dueMs: last ? last.endedAtMs + (HANDOVER_SECONDS * 1_000) / speed : 0, take: give };
}
