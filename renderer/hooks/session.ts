/** The session for components: what they see by selector, what they do through the session itself. */
import { createContext, use } from 'react';
import { useStore } from 'zustand';
import { must } from '../../shared/lib/assert.ts';
import type { State } from '../../shared/state.ts';
import type { Session } from '../store/session.ts';
import type { View } from '../store/view.ts';

export const SessionContext = createContext<Session | null>(null);

/** Renders again when the hub shuts the door: from then on `why` refuses everything. */
export function useSession(): Session {
  const session = useSessionOnce();
  useStore(session.store, (view) => view.link.phase === 'closed');
  return session;
}

/** Renders again only when what `select` picks is another value. */
export function useView<T>(select: (view: View) => T): T {
  return useStore(useSessionOnce().store, select);
}

/** For what is rendered only once there is a state; pending commands are in it. */
export function useMeeting<T>(select: (state: State) => T): T {
  return useView((view) => select(must(view.state, 'state')));
}

/** It is only looked at from now on. */
export function useHasEnded(): boolean {
  return useMeeting(({ session }) => session.endedAtMs !== null);
}

function useSessionOnce(): Session {
  return must(use(SessionContext), 'session context');
}
