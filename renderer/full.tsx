import { lazy, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import type { Session } from './store/session.ts';

const StaffView = lazy(() => import('./views/StaffView.tsx').then((file) => ({ default: file.StaffView })));
const HomeView = lazy(() => import('./views/HomeView.tsx').then((file) => ({ default: file.HomeView })));

/** Every place there is. */
export function FullPage({ session }: { session: Session | null }) {
  return <App session={session} Staff={StaffView} Home={HomeView} />;
}

export function mount(root: HTMLElement, session: Session | null): void {
  createRoot(root).render(
    <StrictMode>
      <FullPage session={session} />
    </StrictMode>,
  );
}
