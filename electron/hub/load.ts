/** A session as it stands in its log: the snapshot, if there is one, and every commit after it. */
import { apply } from '../../shared/apply.ts';
import type { Commit } from '../../shared/commit.ts';
import { READ_COMMITS_MAX } from '../../shared/lib/limits.ts';
import { INITIAL_STATE } from '../../shared/state.ts';
import {
  type Pulse,
  type SessionLog,
  type Snapshot,
  STATE_VERSION,
  STATE_VERSION_MIN,
  StoreError,
} from '../store/event-store.ts';

const BEGINNING: Snapshot = { v: STATE_VERSION, seq: 0, atMs: 0, state: INITIAL_STATE, commands: [] };

export type Loaded = Snapshot & {
  /** The commits after the snapshot that it began with. */
  recent: Commit[];
  recentAfterSeq: number;
  /** When a hub lived last. */
  pulse: Pulse | null;
};

export async function load(log: SessionLog): Promise<Loaded> {
  const [snapshot, pulse] = await Promise.all([log.loadSnapshot(), log.loadPulse()]);
  if (snapshot?.v === STATE_VERSION) return foldedFrom(log, snapshot, pulse);
  try {
    return await foldedFrom(log, BEGINNING, pulse);
  } catch (error) {
    const isLost = error instanceof StoreError && error.code === 'damaged';
    const standsIn = snapshot && snapshot.v >= STATE_VERSION_MIN && snapshot.v < STATE_VERSION;
    if (!isLost || !standsIn) throw error;
    return foldedFrom(log, snapshot, pulse);
  }
}

async function foldedFrom(log: SessionLog, base: Snapshot, pulse: Pulse | null): Promise<Loaded> {
  let { seq, atMs, state } = base;
  const commands = [...base.commands];
  const recent: Commit[] = [];
  for (;;) {
    const commits = await log.read(seq, READ_COMMITS_MAX);
    for (const commit of commits) {
      state = apply(state, commit);
      seq = commit.seq;
      atMs = commit.atMs;
      commands.push({ commandId: commit.commandId, personId: commit.actor.personId ?? '' });
      recent.push(commit);
    }
    if (seq === 0) throw new StoreError('damaged', { path: log.sessionId, seq: 1 });
    if (commits.length < READ_COMMITS_MAX)
      return { ...base, seq, atMs, state, commands, recent, recentAfterSeq: base.seq, pulse };
  }
}
