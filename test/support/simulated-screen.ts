/** The sync and store of a page, over a simulated line to a simulated hub, with a clock of its own that is wrong. */
import { createSession, type Session } from '../../renderer/store/session.ts';
import type { SentCommit } from '../../shared/commit.ts';
import { readMessage } from '../../shared/compact.ts';
import type { Role } from '../../shared/lib/vocabulary.ts';
import type { HubMessage } from '../../shared/protocol.ts';
import type { SimulatedClock } from './simulated-clock.ts';
import type { SimulatedHub } from './simulated-hub.ts';
import { type SimulatedLine, simulatedLine } from './simulated-line.ts';

export type Screen = {
  role: Role;
  session: Session;
  line: SimulatedLine;
  /** The commits that came in their long form, each as JSON without what depends on the audience's place in the log, by seq. */
  heard: Map<number, string>;
  /** Where its commands stand in the log, as it was told. */
  acks: Map<string, number>;
  /** Its commands that were refused, and with which code. */
  refused: Map<string, string>;
  /** What was wrong with the time that it showed. */
  clockFaults: string[];
  /** Sets its own clock, as a person or the system may. */
  setClock(byMs: number): void;
};

export type ScreenOptions = {
  clock: SimulatedClock;
  hub: SimulatedHub;
  role: Role;
  device?: string;
  random(): number;
  /** One way, in whole milliseconds. */
  delayMs(): number;
  /** How wrong the own clock is in the beginning, and how much it goes wrong. */
  skewMs: number;
  driftPpm: number;
  /** As a page of this version says it, or one from before there was anything to accept. */
  accept?: readonly string[];
};

const LOOK_MS = 100;
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const ID_LETTERS = 10;

export function simulatedScreen(options: ScreenOptions): Screen {
  const { clock, hub, role, device = role, random, delayMs, driftPpm } = options;
  const startMs = clock.nowMs();
  let { skewMs } = options;
  const localMs = () => {
    const nowMs = clock.nowMs();
    return Math.round(nowMs + skewMs + ((nowMs - startMs) * driftPpm) / 1e6);
  };
  const heard = new Map<number, string>();
  const acks = new Map<string, number>();
  const refused = new Map<string, string>();
  const line = simulatedLine({
    clock,
    hub,
    delayMs,
    onHeard: (text) => hear(readMessage(text)),
  });
  const letter = () => LETTERS[Math.floor(LETTERS.length * random())];
  const session = createSession({
    newId: () => Array.from({ length: ID_LETTERS }, letter).join(''),
    url: 'ws://hub/ws',
    identity: { token: hub.tokenOf(role), clientId: `screen-${device}-0123456789` },
    environment: {
      nowMs: localMs,
      after: clock.after,
      random,
      accept: options.accept ?? [],
      openSocket: line.openSocket,
      onWake: () => () => undefined,
    },
  });
  const watch = watchClock(session, clock, hub);

  function hear(message: HubMessage): void {
    const commits = message.type === 'commits' || message.type === 'welcome' ? message.commits : undefined;
    for (const { prev: _, ...commit } of (commits ?? []) as SentCommit[]) {
      heard.set(commit.seq, JSON.stringify(commit));
    }
    if (message.type === 'ack') acks.set(message.commandId, message.seq);
    if (message.type === 'rejected') refused.set(message.commandId, message.code);
    // Once the page has taken it too.
    if (message.type === 'pong') queueMicrotask(() => watch.sampled(localMs() - message.sentAtMs));
  }

  session.start();
  return {
    role,
    session,
    line,
    heard,
    acks,
    refused,
    clockFaults: watch.faults,
    setClock: (byMs) => {
      skewMs += byMs;
    },
  };
}

/**
 * At each sample the time shown is the hub's to within half of that round trip, and it never runs back. Both at once
 * cannot be where the first answer of all was late: then it stands still until it is right.
 */
function watchClock(session: Session, clock: SimulatedClock, hub: SimulatedHub) {
  const faults: string[] = [];
  let shownMs = 0;
  const look = () => {
    const isShown = session.store.getState().state !== null;
    const nowMs = isShown ? session.hubNow() : 0;
    if (nowMs < shownMs) faults.push(`ran back by ${shownMs - nowMs} ms`);
    const isStill = nowMs === shownMs;
    shownMs = nowMs;
    return isStill;
  };
  const lookAgain = () => {
    look();
    clock.after(LOOK_MS, lookAgain);
  };
  lookAgain();
  return {
    faults,
    sampled: (tripMs: number) => {
      const isStill = look();
      const aheadMs = shownMs - hub.room.nowMs();
      // A millisecond for rounding.
      if (Math.abs(aheadMs) <= tripMs / 2 + 1 || (aheadMs > 0 && isStill)) return;
      faults.push(`${Math.round(aheadMs)} ms ahead after a round trip of ${tripMs} ms`);
    },
  };
}
