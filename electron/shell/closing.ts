/**
 * Closing the window or quitting while a session runs asks first. Kept running, the hub stays in the tray and
 * nobody who is connected notices; a quit closes it cleanly, and the session can be opened again later.
 */

import { setTimeout as wait } from 'node:timers/promises';
import { app, type BrowserWindow, dialog } from 'electron';
import type { Hub } from '../hub/hub.ts';
import { shellWords } from './words/words.ts';

export type ClosingOptions = { hub: Hub; window: () => BrowserWindow; onHidden: () => void };

const CLOSE_WAIT_MS_MAX = 5_000;
const KEEP = 0;
const QUIT = 1;

/** Returns the way to quit without being asked. */
export function setupClosing({ hub, window, onHidden }: ClosingOptions): () => void {
  let isDecided = false;
  let isAsking = false;

  const quit = () => {
    isDecided = true;
    app.quit();
  };
  const askFirst = (event: { preventDefault(): void }) => {
    if (isDecided || hub.runningSessions().length === 0) return;
    event.preventDefault();
    if (isAsking) return;
    isAsking = true;
    void ask(window(), hub.runningSessions())
      .then((choice) => {
        if (choice === QUIT) quit();
        if (choice !== KEEP) return;
        window().hide();
        onHidden();
      })
      .finally(() => {
        isAsking = false;
      });
  };

  window().on('close', askFirst);
  app.on('before-quit', askFirst);
  // Not "all closed": a stage window that was left open must not keep an app that has no window of its own.
  window().on('closed', () => app.quit());
  app.once('will-quit', (event) => {
    event.preventDefault();
    // A store that hangs must not keep the app in memory for ever: what was acknowledged is already on the disk.
    void Promise.race([hub.close(), wait(CLOSE_WAIT_MS_MAX)]).finally(() => app.exit());
  });
  // Whoever sends a signal has decided, and may have no screen to answer on.
  const signals: NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, quit);
  return quit;
}

async function ask(window: BrowserWindow, titles: string[]): Promise<number> {
  window.show();
  const { closing: words } = shellWords();
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: titles.length === 1 ? words.one(titles[0] ?? '') : words.many(titles.length),
    detail: words.detail,
    buttons: [words.keep, words.quit, words.cancel],
    defaultId: KEEP,
    cancelId: 2,
    noLink: true,
  });
  return response;
}
