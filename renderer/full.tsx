import { type ComponentType, StrictMode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import type { Session } from './store/session.ts';

/** Shows the page with `Full`, at once. */
export function mount(root: HTMLElement, session: Session | null, Full: ComponentType): void {
  flushSync(() =>
    createRoot(root).render(
      <StrictMode>
        <App session={session} Full={Full} />
      </StrictMode>,
    ),
  );
}
