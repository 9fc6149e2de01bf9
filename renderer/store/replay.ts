/**
 * A session played again from its log: the same folds over the same commits, at any moment and any speed. To the
 * components it is a session like any other, only that nothing can be done in it.
 */
import { createStore } from 'zustand/vanilla';
import { apply } from '../../shared/apply.ts';
import type { SentCommit } from '../../shared/commit.ts';
import { reject } from '../../shared/domain/context.ts';
import type { Role } from '../../shared/lib/vocabulary.ts';
import type { State } from '../../shared/state.ts';
import { INITIAL_STATE } from '../../shared/state.ts';
import type { Environment } from '../sync/environment.ts';
import { newId } from './ids.ts';
import type { Session } from './session.ts';
import { NOTHING_KNOWN, type View } from './view.ts';

export type Replay = {
  session: Session;
  /** Hub epoch milliseconds of the first and the last commit. */
  fromMs: number;
  toMs: number;
  /** Shows the session as it was then. */
  seek(atMs: number): void;
  /** Times faster than it was; 0 holds it. */
  setSpeed(speed: number): void;
  /** Told of every step of the clock. */
  subscribe(listener: () => void): () => void;
  atMs(): number;
  speed(): number;
  stop(): void;
};

const STEP_MS = 200;
/** Going back folds from the nearest of these. */
const CHECKPOINT_COMMITS = 200;

/** `commits` as the hub has sent them to this audience, from the first one on; at least one. */
export function createReplay(
  commits: readonly SentCommit[],
  me: { personId: string | undefined; roles: Role[] },
  environment: Pick<Environment, 'nowMs' | 'after'>,
): Replay {
  const fromMs = commits[0]?.atMs ?? 0;
  const toMs = commits.at(-1)?.atMs ?? fromMs;
  const fold = folder(commits);
  const listeners = new Set<() => void>();
  let [atMs, speed, lastMs] = [fromMs, 0, environment.nowMs()];
  let cancel: () => void = () => undefined;
  const store = createStore<View>(() => viewAt(fold, fromMs, me));

  function show(nextMs: number): void {
    atMs = Math.min(toMs, Math.max(fromMs, nextMs));
    const view = viewAt(fold, atMs, me);
    // A moment without news is no new state: only the clocks move.
    if (view.state !== store.getState().state) store.setState(view, true);
    for (const listener of listeners) listener();
  }
  function step(): void {
    const nowMs = environment.nowMs();
    show(atMs + (nowMs - lastMs) * speed);
    lastMs = nowMs;
    if (atMs >= toMs) speed = 0;
    if (speed > 0) cancel = environment.after(STEP_MS, step);
    else for (const listener of listeners) listener();
  }

  return {
    session: readOnly(store, () => atMs),
    fromMs,
    toMs,
    seek: show,
    setSpeed(next) {
      cancel();
      speed = next;
      lastMs = environment.nowMs();
      step();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    atMs: () => atMs,
    speed: () => speed,
    stop: () => cancel(),
  };
}

function readOnly(store: Session['store'], hubNow: () => number): Session {
  const refused = reject('replay/read-only');
  const nothing = () => undefined;
  return {
    sessionId: 'replay',
    store,
    start: nothing,
    stop: nothing,
    submit: () => refused,
    why: () => refused,
    hubNow,
    newId,
    dismiss: nothing,
    sendAside: nothing,
    discardAside: nothing,
    discardReturned: nothing,
    retryNow: nothing,
  };
}

type Fold = (atMs: number) => { state: State; seq: number };

/** The state after the last commit up to a moment; what was folded is kept at intervals. */
function folder(commits: readonly SentCommit[]): Fold {
  const checkpoints: { count: number; state: State }[] = [{ count: 0, state: INITIAL_STATE }];
  let last = { count: 0, state: INITIAL_STATE };
  return (atMs) => {
    const wanted = countUpTo(commits, atMs);
    let at =
      last.count <= wanted
        ? last
        : (checkpoints.findLast((checkpoint) => checkpoint.count <= wanted) ?? {
            count: 0,
            state: INITIAL_STATE,
          });
    for (const commit of commits.slice(at.count, wanted)) {
      at = { count: at.count + 1, state: apply(at.state, commit) };
      const newest = checkpoints.at(-1)?.count ?? 0;
      if (at.count - newest >= CHECKPOINT_COMMITS) checkpoints.push(at);
    }
    last = at;
    return { state: at.state, seq: commits[wanted - 1]?.seq ?? 0 };
  };
}

/** How many were made by then; commits are in the order of time. */
function countUpTo(commits: readonly SentCommit[], atMs: number): number {
  let [low, high] = [0, commits.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((commits[middle]?.atMs ?? 0) <= atMs) low = middle + 1;
    else high = middle;
  }
  return low;
}

function viewAt(fold: Fold, atMs: number, me: View['me']): View {
  const { state, seq } = fold(atMs);
  const at = { seq, logId: 'replay', atMs };
  return { ...NOTHING_KNOWN, link: { phase: 'live' }, me, at, confirmed: state, state };
}
