/**
 * Now and then everybody is told, beside who is here, the fingerprint of what the own state must be. Not while commits
 * come: nothing is worked out under load, and nothing is on its way to anybody when the states are compared.
 */
import { fingerprint } from '../../../shared/lib/fingerprint.ts';
import { STATE_CHECK_INTERVAL_MS } from '../../../shared/lib/limits.ts';
import type { Audience } from '../../../shared/lib/vocabulary.ts';
import type { StateCheck } from '../../../shared/protocol.ts';
import type { State } from '../../../shared/state.ts';
import { report } from '../report.ts';
import type { Outgoing } from './frames.ts';

export type CheckOf = (audience: Audience) => StateCheck;

export type StateChecks = {
  /** To be asked once a second; null while there is nothing new to compare, or not yet time. */
  due(nowMs: number, seq: number, state: State): CheckOf | null;
  /** A screen had another state than the hub at the check of this seq, and begins anew. */
  failed(seq: number): void;
};

export function createChecks(sessionId: string, out: Pick<Outgoing, 'lastSeq' | 'snapshot'>): StateChecks {
  let seenSeq = -1;
  let checked = { seq: -1, atMs: Number.NEGATIVE_INFINITY };
  /** Those checks that were sent and have not failed yet: a fault of ours that all phones have is said once. */
  const trusted = new Set<number>();

  return {
    due: (nowMs, seq, state) => {
      const isQuiet = seq === seenSeq;
      seenSeq = seq;
      const isNew = seq !== checked.seq && nowMs - checked.atMs >= STATE_CHECK_INTERVAL_MS;
      if (!isQuiet || !isNew) return null;
      checked = { seq, atMs: nowMs };
      trusted.clear();
      return (audience) => {
        const check = {
          seq: out.lastSeq(audience),
          hash: fingerprint(out.snapshot(audience, seq, state)),
        };
        trusted.add(check.seq);
        return check;
      };
    },
    failed: (seq) => {
      if (trusted.delete(seq)) report(`session ${sessionId}`, `a screen had another state at commit ${seq}`);
    },
  };
}
