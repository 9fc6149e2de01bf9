/** Everybody at the other end of one server: who has got how far, and when the last one had it. */
import { setTimeout as wait } from 'node:timers/promises';
import { Line } from './line.ts';

/** Numbers behind a tag in a frame, rising: whoever has n has all before it. The first tag that is there counts. */
export type Tags = readonly Buffer[];

/** The number behind the last tag of a frame; 0 where there is none. */
export function numberAfter(payload: Buffer, tags: Tags): number {
  for (const tag of tags) {
    const at = payload.lastIndexOf(tag);
    if (at >= 0) return numberAt(payload, at + tag.length);
  }
  return 0;
}

function numberAt(payload: Buffer, at: number): number {
  let value = 0;
  for (let i = at; i < payload.length; i += 1) {
    const digit = (payload[i] ?? 0) - 48;
    if (digit < 0 || digit > 9) break;
    value = value * 10 + digit;
  }
  return value;
}

/** Counts for each number how many have yet to get it, and tells when none has. */
export class Deliveries {
  readonly #size: number;
  readonly #onLast: (number: number) => void;
  readonly #got: Uint32Array;
  #missing = new Map<number, number>();
  /** Deliveries so far: one number to one of the crowd. */
  count = 0;

  constructor(size: number, from: number, onLast: (number: number) => void) {
    this.#size = size;
    this.#onLast = onLast;
    this.#got = new Uint32Array(size).fill(from);
  }

  reached(member: number, number: number): void {
    for (let n = (this.#got[member] ?? 0) + 1; n <= number; n += 1) {
      this.count += 1;
      const left = (this.#missing.get(n) ?? this.#size) - 1;
      if (left > 0) this.#missing.set(n, left);
      else {
        this.#missing.delete(n);
        this.#onLast(n);
      }
    }
    if (number > (this.#got[member] ?? 0)) this.#got[member] = number;
  }
}

export type Crowd = {
  readonly size: number;
  /** All that came in over all lines since they opened. */
  bytes(): number;
  close(): void;
};

/** How one kind of server is joined. */
export type Manners = {
  path(member: number): string;
  protocol?: string;
  /** What to say once the line is open, and to what comes before one has joined; true = joined. */
  greet?(line: Line, member: number): void;
  isJoined(line: Line, payload: Buffer, isBinary: boolean): boolean;
  tags: Tags;
};

/** So many connect at the same time; more would only wait in the kernel's queue. */
const CONNECTING_MAX = 50;

/**
 * Resolves when everybody has joined: `perSecond` of them, or as fast as the server lets them in. `onNumber` is told the
 * highest number of each frame.
 */
export async function gather(
  port: number,
  size: number,
  manners: Manners,
  onNumber: (member: number, number: number) => void,
  perSecond = Number.POSITIVE_INFINITY,
): Promise<Crowd> {
  const lines: Line[] = [];
  const join = (member: number) =>
    new Promise<void>((resolve, reject) => {
      let isJoined = false;
      const line: Line = new Line({
        port,
        path: manners.path(member),
        ...(manners.protocol !== undefined && { protocol: manners.protocol }),
        onOpen: (opened) => manners.greet?.(opened, member),
        onFrame: (payload, isBinary) => {
          if (!isJoined) {
            isJoined = manners.isJoined(line, payload, isBinary);
            if (isJoined) resolve();
            return;
          }
          // A server that asks whether one is still there; Engine.IO does so in text.
          if (payload.length === 1 && payload[0] === 50) return line.send('3');
          const number = numberAfter(payload, manners.tags);
          if (number > 0) onNumber(member, number);
        },
        onClose: () => reject(new Error(`line ${member} was closed`)),
      });
      lines.push(line);
    });
  let next = 0;
  const startMs = performance.now();
  const worker = async () => {
    while (next < size) {
      const member = next;
      next += 1;
      const earlyMs = startMs + (member * 1_000) / perSecond - performance.now();
      if (earlyMs > 0) await wait(earlyMs);
      await join(member);
    }
  };
  await Promise.all(Array.from({ length: Math.min(size, CONNECTING_MAX) }, worker));
  return {
    size,
    bytes: () => lines.reduce((sum, line) => sum + line.bytes, 0),
    close: () => {
      for (const line of lines) line.close();
    },
  };
}
