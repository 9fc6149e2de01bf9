/**
 * What a phone in the room and the screen on the stage load. The build gives this file and all that it imports
 * Preact in React's place (`electron/start/light-runtime.ts`), which is a tenth of the size; the pages are the same source.
 */
import { lazy } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import type { Session } from './store/session.ts';

/**
 * @param openFull shows the full page in this one's place; called as soon as somebody turns out to need it
 * @returns what takes the page away again
 */
export function mount(root: HTMLElement, session: Session | null, openFull: () => Promise<void>): () => void {
  // As a part that loads, so that a line that breaks meanwhile is told like that of any other part.
  const Full = lazy(async () => {
    await openFull();
    return { default: () => null };
  });
  const page = createRoot(root);
  page.render(<App session={session} Full={Full} />);
  return () => page.unmount();
}
