/**
 * The only bridge between the page and the app: named calls, plain data. It runs in the sandbox, so it must not
 * import anything that needs Node, and stays small because every page load runs it.
 */
import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';
import { type Answer, CHANNELS, type Channel } from './shell/channels.ts';
import type { MenuCommand, ShellApi } from './shell-api.ts';

const api: ShellApi = {
  platform: process.platform,
  version: __APP_VERSION__,
  sessions: {
    list: () => ask(CHANNELS.sessionsList),
    create: (plan) => ask(CHANNELS.sessionsCreate, plan),
    open: (sessionId) => ask(CHANNELS.sessionsOpen, sessionId),
    restore: () => ask(CHANNELS.sessionsRestore),
    fetch: (link) => ask(CHANNELS.sessionsFetch, link),
    restoreBytes: (fileName, bytes) => ask(CHANNELS.sessionsRestoreBytes, fileName, bytes),
    goAlone: (fileName, bytes) => ask(CHANNELS.sessionsGoAlone, fileName, bytes),
  },
  plans: {
    pick: () => ask(CHANNELS.plansPick),
    read: (fileName, bytes) => ask(CHANNELS.plansRead, fileName, bytes),
    save: (defaultName, content) => ask(CHANNELS.plansSave, defaultName, content),
  },
  sharing: {
    start: () => ask(CHANNELS.sharingStart),
    addresses: () => ask(CHANNELS.sharingAddresses),
  },
  windows: { open: (link) => ask(CHANNELS.windowsOpen, link) },
  onMenu: (callback) => listen(CHANNELS.menu, (command) => callback(command as MenuCommand)),
  onJoin: (callback) => {
    // The link waits in the main process until a page is there to take it; the message only says that one has come.
    const take = async () => {
      const link = await ask<string | null>(CHANNELS.joinTake);
      if (link) callback(link);
    };
    void take();
    return listen(CHANNELS.joinArrived, () => void take());
  },
};

contextBridge.exposeInMainWorld('evenfloor', api);

// The main process is trusted and typed by the same file; only what comes from the page is checked.
async function ask<T>(channel: Channel, ...args: unknown[]): Promise<T> {
  const answer: Answer = await ipcRenderer.invoke(channel, ...args);
  // An Error would lose its code at the bridge, a plain object crosses whole.
  if ('error' in answer) throw answer.error;
  return answer.value as T;
}

function listen(channel: Channel, callback: (payload: unknown) => void): () => void {
  const listener = (_event: IpcRendererEvent, payload: unknown) => callback(payload);
  ipcRenderer.on(channel, listener);
  return () => ipcRenderer.off(channel, listener);
}
