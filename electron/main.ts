/**
 * The desktop app: the hub, and a window at the hub's own address. It runs once per user; a second start brings
 * the first to the front and hands over its link.
 */
import './small-heap.ts';
import { app, type BrowserWindow, dialog, powerSaveBlocker, screen, session } from 'electron';
import { z } from 'zod';
import type { Hub } from './hub/hub.ts';
import { setupMenu } from './menu.ts';
import { setupAnswers } from './shell/answers.ts';
import { CHANNELS } from './shell/channels.ts';
import { setupClosing } from './shell/closing.ts';
import { setupHardening } from './shell/hardening.ts';
import { createInFront } from './shell/in-front.ts';
import { joinLink } from './shell/links.ts';
import { readOptions, type ShellOptions } from './shell/options.ts';
import { openOwnBackend, startOwnHub } from './shell/own-hub.ts';
import { createWakeKeeper } from './shell/power.ts';
import { createTray } from './shell/tray.ts';
import { shellWords, speak } from './shell/words/words.ts';
import type { Backend } from './store/backend.ts';
import { bringForward, createMainWindow, openPlainWindow } from './window.ts';

/** How often the app looks whether a session has begun or ended; the display goes off after minutes, not seconds. */
const RUNNING_POLL_MS = 5_000;

async function onReady(options: ShellOptions, opening: Promise<Backend>): Promise<void> {
  speak([...app.getPreferredSystemLanguages(), app.getLocale()]);
  const hub = await startOwnHub(options, await opening);
  const pageUrl = options.pageUrl ?? `${hub.url}/`;
  const links = createLinkBox(options.link);
  setupHardening(session.defaultSession, pageUrl);
  setupAnswers({ hub, pageUrl, window: () => window, openWindow: openPlainWindow, takeLink: links.take });
  const window = createMainWindow(pageUrl);
  setupMenu({
    platform: process.platform,
    isDevelopment: !app.isPackaged,
    onInFront: createInFront(window, () => screen.getDisplayMatching(window.getBounds()).workArea),
    onCommand: (command) => {
      bringForward(window);
      window.webContents.send(CHANNELS.menu, command);
    },
  });
  setupTrayAndClosing(hub, window);
  setupSecondStart(window, links.put);
  setupWakeKeeper(hub);
}

function setupTrayAndClosing(hub: Hub, window: BrowserWindow): void {
  const quit = setupClosing({ hub, window: () => window, onHidden: () => tray.show() });
  const tray = createTray({
    titles: () => hub.runningSessions(),
    onOpen: () => bringForward(window),
    onQuit: quit,
  });
  window.on('show', () => tray.hide());
  app.on('activate', () => bringForward(window));
}

function setupSecondStart(window: BrowserWindow, putLink: (link: string) => void): void {
  const handedOver = z.object({ link: z.string().nullable() });
  app.on('second-instance', (_event, _args, _folder, data) => {
    bringForward(window);
    const given = handedOver.safeParse(data).data?.link;
    const link = given ? joinLink(given) : null;
    if (!link) return;
    putLink(link);
    window.webContents.send(CHANNELS.joinArrived);
  });
}

function setupWakeKeeper(hub: Hub): void {
  const keepAwake = createWakeKeeper(powerSaveBlocker);
  setInterval(() => keepAwake(hub.runningSessions().length > 0), RUNNING_POLL_MS).unref();
}

/** Holds the last link until the page takes it. */
function createLinkBox(first: string | null) {
  let link = first;
  return {
    put: (next: string) => {
      link = next;
    },
    take: () => {
      const taken = link;
      link = null;
      return taken;
    },
  };
}

/** Without a hub there is nothing to show: say why and end, so that nobody waits in front of an empty window. */
function onFailure(error: unknown): void {
  const sentence = error instanceof Error ? error.message : String(error);
  const { cannotStart } = shellWords().problems;
  process.stderr.write(`${cannotStart}: ${sentence}\n`);
  if (app.isPackaged) dialog.showErrorBox(cannotStart, sentence);
  app.exit(1);
}

const options = readOptions(process.argv.slice(1), app.isPackaged);
if (app.requestSingleInstanceLock({ link: options.link })) {
  // Beside the start of Electron itself, which is half of what somebody waits for.
  const opening = openOwnBackend(options);
  // Told by `onReady`, once there is a language to tell it in.
  opening.catch(() => undefined);
  void app.whenReady().then(() => onReady(options, opening).catch(onFailure));
} else {
  app.exit(0);
}
