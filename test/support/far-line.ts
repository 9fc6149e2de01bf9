/**
 * A bad line to a hub on this machine: a TCP proxy that delays either way by a chance of its own, keeps the order as
 * TCP does, and stalls or cuts when it is told to. The kernel here has no such thing.
 */
import { type AddressInfo, createServer, connect as dial, type Socket } from 'node:net';

export type FarLine = {
  port: number;
  /** Keeps back what comes from the hub (or, with `both`, what goes to it too) until `release`. */
  hold(ways?: 'answers' | 'both'): void;
  release(): void;
  /** Ends every connection at once; those who dial meanwhile are sent away until `mend`. */
  cut(): void;
  mend(): void;
  close(): Promise<void>;
};

type Way = { hold(isHeld: boolean): void };

/** `delayMs` is asked once for each stretch of bytes, one way. */
export async function farLine(hubPort: number, delayMs: () => number): Promise<FarLine> {
  const lines = new Map<Socket, { answers: Way; questions: Way; cut(): void }>();
  let held: 'none' | 'answers' | 'both' = 'none';
  let isCut = false;

  const server = createServer((near) => {
    if (isCut) {
      near.destroy();
      return;
    }
    const far = dial(hubPort, '127.0.0.1');
    const cut = () => {
      near.destroy();
      far.destroy();
      lines.delete(near);
    };
    const answers = oneWay(far, near, delayMs);
    const questions = oneWay(near, far, delayMs);
    lines.set(near, { answers, questions, cut });
    answers.hold(held !== 'none');
    questions.hold(held === 'both');
    for (const socket of [near, far]) socket.on('error', cut).on('close', cut);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  const set = (next: typeof held) => {
    held = next;
    for (const { answers, questions } of lines.values()) {
      answers.hold(held !== 'none');
      questions.hold(held === 'both');
    }
  };
  const cutAll = () => {
    for (const { cut } of [...lines.values()]) cut();
  };
  return {
    port: (server.address() as AddressInfo).port,
    hold: (ways = 'answers') => set(ways),
    release: () => set('none'),
    cut: () => {
      isCut = true;
      cutAll();
    },
    mend: () => {
      isCut = false;
    },
    close: () => {
      cutAll();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** Bytes come later, and never before those that were sent before them. */
function oneWay(from: Socket, to: Socket, delayMs: () => number): Way {
  const onTheWay: Buffer[] = [];
  /** How many of them, from the first on, have been under way long enough. */
  let due = 0;
  let isHeld = false;
  let freeAtMs = 0;
  const pass = () => {
    for (; !isHeld && due > 0; due -= 1) to.write(onTheWay.shift() as Buffer);
  };
  from.on('data', (bytes) => {
    const nowMs = performance.now();
    freeAtMs = Math.max(freeAtMs, nowMs + delayMs());
    onTheWay.push(bytes);
    // Two timers that are due together come in any order, so a timer says how many, not which.
    setTimeout(() => {
      due += 1;
      pass();
    }, freeAtMs - nowMs);
  });
  return {
    hold: (next) => {
      isHeld = next;
      pass();
    },
  };
}
