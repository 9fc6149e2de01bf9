/** The copy of the session that this device keeps: when it is taken, and what can be done with it. */
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { COPY_CHECK_MS, COPY_RETRY_MS, SESSION_FILE_BYTES_MAX } from '../../shared/lib/limits.ts';
import type { Role } from '../../shared/lib/vocabulary.ts';
import { useLanguage } from '../messages/language.ts';
import { isCopyDue, type KeptCopy, keepCopy, keptCopy } from '../store/copies.ts';
import type { Session } from '../store/session.ts';
import { fetchSession } from './fetch-export.ts';
import { useSession, useView } from './session.ts';

type CopyState = {
  copy: KeptCopy | null;
  isTaking: boolean;
  hasFailed: boolean;
};

type Keeper = {
  state: StoreApi<CopyState>;
  /** Never rejects; one at a time. */
  take(): Promise<void>;
  /** Takes one if it is due and the line is there. */
  check(): void;
};

const KEEPING: readonly Role[] = ['host', 'onsite-moderator', 'online-moderator'];
const keepers = new WeakMap<Session, Keeper>();

/** Whoever goes on with the meeting if its hub is lost. */
export function useMayKeep(): boolean {
  return useView((view) => view.me.roles.some((role) => KEEPING.includes(role)));
}

/** As long as the page is open. */
export function useCopyKeeping(): void {
  const keeper = useKeeper();
  const mayKeep = useMayKeep();
  useEffect(() => {
    if (!mayKeep) return;
    const timer = setInterval(() => keeper.check(), COPY_CHECK_MS);
    return () => clearInterval(timer);
  }, [keeper, mayKeep]);
}

export function useKeptCopy(): CopyState & Pick<Keeper, 'take'> {
  const { state, take } = useKeeper();
  return { ...useStore(state), take };
}

function useKeeper(): Keeper {
  const session = useSession();
  const language = useLanguage();
  let keeper = keepers.get(session);
  if (!keeper) {
    keeper = createKeeper(session, language);
    keepers.set(session, keeper);
  }
  return keeper;
}

function createKeeper(session: Session, language: ReturnType<typeof useLanguage>): Keeper {
  const state = createStore<CopyState>(() => ({ copy: null, isTaking: false, hasFailed: false }));
  let triedAtMs = Number.NEGATIVE_INFINITY;
  // One that an earlier page of this device has kept.
  const known = keptCopy(session.sessionId).then(
    (copy) => state.setState((now) => ({ copy: now.copy ?? copy })),
    () => undefined,
  );

  async function fetched(): Promise<KeptCopy> {
    const { at, state: meeting } = session.store.getState();
    const atMs = session.hubNow();
    const { name, bytes } = await fetchSession(language);
    if (!at || !meeting || bytes.length > SESSION_FILE_BYTES_MAX) throw new Error('too large to be kept');
    const { title } = meeting.session;
    return { sessionId: session.sessionId, logId: at.logId, title, seq: at.seq, atMs, name, bytes };
  }

  async function take(): Promise<void> {
    if (state.getState().isTaking) return;
    triedAtMs = session.hubNow();
    state.setState({ isTaking: true });
    try {
      const copy = await fetched();
      state.setState({ copy, isTaking: false, hasFailed: false });
      // A browser that keeps nothing has it as long as the page is open.
      await keepCopy(copy).catch(() => undefined);
    } catch {
      state.setState({ isTaking: false, hasFailed: true });
    }
  }

  return {
    state,
    take,
    check: () =>
      void known.then(() => {
        const view = session.store.getState();
        const nowMs = session.hubNow();
        const mayTry = view.link.phase === 'live' && nowMs - triedAtMs >= COPY_RETRY_MS;
        if (mayTry && isCopyDue(state.getState().copy, view, nowMs)) void take();
      }),
  };
}
