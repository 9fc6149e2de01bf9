/** Where in the page we are. All of it is in the address, so that reload, back and a copied link work. */
import { useSyncExternalStore } from 'react';
import type { Overlay, Role } from '../../shared/lib/vocabulary.ts';
import { OVERLAYS, ROLES } from '../../shared/lib/vocabulary.ts';

export const STAFF_VIEWS = [
  'console',
  'desk',
  'questions',
  'plan',
  'invitations',
  'speaker',
  'replay',
] as const;
export type StaffView = (typeof STAFF_VIEWS)[number];

/** `view`: what the address asks for; null leaves it to the role. */
export type Route = {
  isStage: boolean;
  /** Over the picture of a live stream. */
  overlay: Overlay | null;
  view: StaffView | null;
  role: Role | null;
};

const listeners = new Set<() => void>();

export function useRoute(): Route {
  return readRoute(useSyncExternalStore(subscribe, () => `${location.pathname}${location.search}`));
}

/** The token in the fragment stays. */
export function goTo(change: { view?: StaffView; role?: Role }): void {
  const address = new URL(location.href);
  for (const [key, value] of Object.entries(change)) address.searchParams.set(key, value);
  history.pushState(null, '', address);
  for (const listener of listeners) listener();
}

function readRoute(address: string): Route {
  const { pathname, searchParams } = new URL(address, location.origin);
  const page = pathname.replace(/\/$/, '');
  return {
    isStage: page === '/stage',
    overlay: OVERLAYS.find((overlay) => page === `/overlay/${overlay}`) ?? null,
    view: STAFF_VIEWS.find((view) => view === searchParams.get('view')) ?? null,
    role: ROLES.find((role) => role === searchParams.get('role')) ?? null,
  };
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('popstate', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('popstate', listener);
  };
}
