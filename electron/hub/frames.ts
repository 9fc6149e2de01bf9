/** What goes out: each batch of commits redacted, serialised and encoded once for each audience. */
import type { Commit, SentCommit } from '../../shared/commit.ts';
import { DEFLATED_CHARS_MIN, TAIL_COMMITS_MAX } from '../../shared/lib/limits.ts';
import type { Audience } from '../../shared/lib/vocabulary.ts';
import { AUDIENCES } from '../../shared/lib/vocabulary.ts';
import type { HubMessage } from '../../shared/protocol.ts';
import { redactCommit, redactState } from '../../shared/redact.ts';
import type { State } from '../../shared/state.ts';
import { type SharedPart, sharedPart } from './deflated.ts';

export function encode(message: HubMessage): Buffer {
  return Buffer.from(JSON.stringify(message));
}

export type Outgoing = {
  /** The encoded `commits` frame for an audience; null when nothing of the batch is for it. */
  add(commits: readonly Commit[]): Record<Audience, Buffer | null>;
  /** What an audience missed after `seenSeq`; null when that is too long ago. */
  tail(audience: Audience, seenSeq: number): SentCommit[] | null;
  /** Of the last commit that an audience got. */
  lastSeq(audience: Audience): number;
  /** The state as an audience sees it, redacted once per seq. */
  snapshot(audience: Audience, seq: number, state: State): State;
  /** The same as the beginning of a deflated welcome, made once per seq; null while it is too small to be worth it. */
  deflated(audience: Audience, seq: number, state: State): SharedPart | null;
};

/** `recent` are the commits after `afterSeq` up to now; the last few are kept for those who come back. */
export function outgoing(afterSeq: number, recent: readonly Commit[]): Outgoing {
  const kept: Record<Audience, SentCommit[]> = { keeper: [], staff: [], public: [] };
  const lastSent: Record<Audience, number> = { keeper: 0, staff: 0, public: 0 };
  /** Everything after this seq is in `kept`. */
  let keptAfter = afterSeq;
  const snapshots = new Map<Audience, { seq: number; state: State; deflated?: SharedPart | null }>();

  function redacted(audience: Audience, commits: readonly Commit[]): SentCommit[] {
    const sent: SentCommit[] = [];
    for (const commit of commits) {
      const visible = redactCommit(commit, audience, lastSent[audience]);
      if (!visible) continue;
      lastSent[audience] = commit.seq;
      sent.push(visible);
    }
    kept[audience].push(...sent);
    return sent;
  }

  function forget(): void {
    for (const audience of AUDIENCES) {
      const surplus = kept[audience].length - TAIL_COMMITS_MAX;
      if (surplus < TAIL_COMMITS_MAX) continue;
      const dropped = kept[audience].splice(0, surplus).at(-1);
      keptAfter = Math.max(keptAfter, dropped?.seq ?? 0);
    }
  }

  function snapshotOf(audience: Audience, seq: number, state: State) {
    const cached = snapshots.get(audience);
    if (cached?.seq === seq) return cached;
    const fresh: { seq: number; state: State; deflated?: SharedPart | null } = {
      seq,
      state: redactState(state, audience),
    };
    snapshots.set(audience, fresh);
    return fresh;
  }

  for (const audience of AUDIENCES) redacted(audience, recent);

  return {
    add: (commits) => {
      const frameFor = (audience: Audience): Buffer | null => {
        const sent = redacted(audience, commits);
        return sent.length === 0 ? null : encode({ type: 'commits', commits: sent });
      };
      const frames = { keeper: frameFor('keeper'), staff: frameFor('staff'), public: frameFor('public') };
      forget();
      return frames;
    },
    tail: (audience, seenSeq) => {
      if (seenSeq < keptAfter) return null;
      const missed = kept[audience].filter((commit) => commit.seq > seenSeq);
      return missed.length > TAIL_COMMITS_MAX ? null : missed;
    },
    lastSeq: (audience) => lastSent[audience],
    snapshot: (audience, seq, state) => snapshotOf(audience, seq, state).state,
    deflated: (audience, seq, state) => {
      const snapshot = snapshotOf(audience, seq, state);
      if (snapshot.deflated === undefined) {
        const text = `{"state":${JSON.stringify(snapshot.state)},`;
        snapshot.deflated = text.length < DEFLATED_CHARS_MIN ? null : sharedPart(text);
      }
      return snapshot.deflated;
    },
  };
}
