import { useEffect } from 'react';
import { useMessages } from '../messages/language.ts';
import { useView } from './session.ts';

/** The tab's title: which session and which of its views, so that several tabs can be told apart. */
export function usePageTitle(view: string): void {
  const { app } = useMessages();
  const session = useView(({ state }) => state?.session);
  const title = [session?.code || session?.title, view, app.name].filter(Boolean).join(' – ');
  useEffect(() => {
    document.title = title;
  }, [title]);
}
