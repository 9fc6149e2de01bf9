/** What goes out: each batch of commits redacted once for each audience, serialised and framed once where somebody is. */
import type { Commit, SentCommit } from '../../../shared/commit.ts';
import { type CompactState, compactedState, type ShortMessage } from '../../../shared/compact.ts';
import {
  DEFLATED_CHARS_MIN,
  TAIL_COMMITS_MAX,
  TAIL_COMMITS_MIN,
  TAIL_FORGOTTEN_MIN,
  TAIL_MS,
} from '../../../shared/lib/limits.ts';
import type { Audience } from '../../../shared/lib/vocabulary.ts';
import { AUDIENCES } from '../../../shared/lib/vocabulary.ts';
import type { HubMessage } from '../../../shared/protocol.ts';
import { redactCommit, redactState } from '../../../shared/redact.ts';
import type { State } from '../../../shared/state.ts';
import { type SharedPart, sharedPart } from './deflated.ts';
import { framed } from './framed.ts';

/** A whole WebSocket frame. */
export function encode(message: HubMessage | ShortMessage): Buffer {
  return framed(JSON.stringify(message));
}

/** `{"state":…,`: the rest of the welcome follows. `deflated` is null while it is too small to be worth it. */
export type Opening = { text(): string; deflated: SharedPart | null };

export type Outgoing = {
  /** What of a batch each audience gets. */
  add(commits: readonly Commit[]): Record<Audience, SentCommit[]>;
  /** What an audience missed after `seenSeq`; null when that is too long ago. */
  tail(audience: Audience, seenSeq: number): SentCommit[] | null;
  /** Of the last commit that an audience got. */
  lastSeq(audience: Audience): number;
  /** The state as an audience sees it, redacted once per seq. */
  snapshot(audience: Audience, seq: number, state: State): State;
  /** The same as the beginning of a welcome, in columns or not, made once per seq however many join. */
  opening(audience: Audience, seq: number, state: State, takesColumns: boolean): Opening;
};

type Snapshot = { seq: number; state: State; opening?: Opening; inColumns?: Opening };

/** `recent` are the commits after `afterSeq` up to now; the last few are kept for those who come back. */
export function outgoing(afterSeq: number, recent: readonly Commit[]): Outgoing {
  const kept: Record<Audience, SentCommit[]> = { keeper: [], staff: [], public: [] };
  const lastSent: Record<Audience, number> = { keeper: 0, staff: 0, public: 0 };
  /** Everything after this seq is in `kept`. */
  let keptAfter = afterSeq;
  const snapshots = new Map<Audience, Snapshot>();

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
      const list = kept[audience];
      const sinceMs = (list.at(-1)?.atMs ?? 0) - TAIL_MS;
      let old = Math.max(0, list.length - TAIL_COMMITS_MAX);
      while (old < list.length - TAIL_COMMITS_MIN && (list[old]?.atMs ?? 0) < sinceMs) old += 1;
      if (old < TAIL_FORGOTTEN_MIN) continue;
      const dropped = list.splice(0, old).at(-1);
      keptAfter = Math.max(keptAfter, dropped?.seq ?? 0);
    }
  }

  function snapshotOf(audience: Audience, seq: number, state: State): Snapshot {
    const cached = snapshots.get(audience);
    if (cached?.seq === seq) return cached;
    const fresh = { seq, state: redactState(state, audience) };
    snapshots.set(audience, fresh);
    return fresh;
  }

  for (const audience of AUDIENCES) redacted(audience, recent);

  return {
    add: (commits) => {
      snapshots.clear();
      const [keeper, staff, others] = [
        redacted('keeper', commits),
        redacted('staff', commits),
        redacted('public', commits),
      ];
      forget();
      return { keeper, staff, public: others };
    },
    tail: (audience, seenSeq) => {
      if (seenSeq < keptAfter) return null;
      const missed = kept[audience].filter((commit) => commit.seq > seenSeq);
      return missed.length > TAIL_COMMITS_MAX ? null : missed;
    },
    lastSeq: (audience) => lastSent[audience],
    snapshot: (audience, seq, state) => snapshotOf(audience, seq, state).state,
    opening: (audience, seq, state, takesColumns) => {
      const snapshot = snapshotOf(audience, seq, state);
      if (takesColumns) {
        snapshot.inColumns ??= openingOf(compactedState(snapshot.state));
        return snapshot.inColumns;
      }
      snapshot.opening ??= openingOf(snapshot.state);
      return snapshot.opening;
    },
  };
}

function openingOf(state: State | CompactState): Opening {
  const whole = () => `{"state":${JSON.stringify(state)},`;
  let text: string | null = whole();
  const deflated = text.length < DEFLATED_CHARS_MIN ? null : sharedPart(text);
  // Hardly anybody takes it as it is: it is not kept for them.
  if (deflated) text = null;
  return { text: () => (text ??= whole()), deflated };
}
