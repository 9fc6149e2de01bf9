/** What a log in JetStream takes from the machine, as something that a test can hold in its hand. */
import { randomBytes } from 'node:crypto';

export type Surroundings = {
  /** Milliseconds since any moment. */
  nowMs(): number;
  /** Calls back once after `delayMs`; the answer cancels it. */
  after(delayMs: number, callback: () => void): () => void;
  /** Never given before, on any machine. */
  newId(): string;
};

export const THIS_MACHINE: Surroundings = {
  nowMs: () => performance.now(),
  after: (delayMs, callback) => {
    const timer = setTimeout(callback, delayMs);
    return () => clearTimeout(timer);
  },
  newId: () => randomBytes(12).toString('base64url'),
};
