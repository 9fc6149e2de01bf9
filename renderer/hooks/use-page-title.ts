import { useEffect } from 'react';
import { useMessages } from '../messages/language.ts';
import { useView } from './session.ts';

/**
 * The tab's title: which session and which of its views, so that several tabs can be told apart; before it `mark`,
 * for what must be seen from another tab.
 */
export function usePageTitle(view: string, mark = ''): void {
  const { app } = useMessages();
  const session = useView(({ state }) => state?.session);
  const name = [session?.code || session?.title, view, app.name].filter(Boolean).join(' – ');
  const title = mark === '' ? name : `${mark} ${name}`;
  useEffect(() => {
    document.title = title;
  }, [title]);
}
