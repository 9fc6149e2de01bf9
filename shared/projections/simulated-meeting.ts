/** A meeting to be replayed, and the policies to do it under (docs/fairness.md). */
import type { Channel } from '../lib/vocabulary.ts';

export const POLICIES = ['evenfloor', 'fifo', 'alternate', 'turns', 'full-memory'] as const;
export type Policy = (typeof POLICIES)[number];

/** `seconds` is what the turn will last; no policy knows it before the turn has ended. */
export type Request = { t: number; who: string; channel: Channel; seconds: number };

export type SimulatedMeeting = {
  /** C of the rule. */
  capSeconds: number;
  handoverSeconds: number;
  limitSeconds: number;
  requests: Request[];
};
