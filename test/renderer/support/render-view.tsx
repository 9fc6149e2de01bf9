/** As render-session, with any plan and roles. */
import { act, cleanup, render } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { afterEach } from 'vitest';
import type { ShellApi } from '../../../electron/shell-api.ts';
import { SessionContext } from '../../../renderer/hooks/session.ts';
import { setLanguage } from '../../../renderer/messages/language.ts';
import type { PlanInput } from '../../../shared/plan.ts';
import type { Language } from '../../../shared/words/languages.ts';
import { startClient } from './client.ts';
import { MemoryHub } from './memory-hub.ts';
import { SimulatedWorld } from './simulated-world.ts';

afterEach(cleanup);

export type Given = { roles?: string; plan?: Partial<PlanInput>; language?: Language };

export function renderView(children: ReactNode, { roles = 'host', plan = {}, language = 'en' }: Given = {}) {
  reset(language);
  const world = new SimulatedWorld();
  const hub = new MemoryHub(world, plan);
  const session = startClient(world, roles);
  world.settle();
  const settle = () => act(() => world.settle());
  const user = userEvent.setup();
  const screen = render(<SessionContext value={session}>{children}</SessionContext>);
  return { world, hub, session, settle, user, screen };
}

export function reset(language: Language = 'en'): void {
  cleanup();
  localStorage.clear();
  sessionStorage.clear();
  setLanguage(language);
  // jsdom has none of these.
  HTMLDialogElement.prototype.showModal ??= function showModal(this: HTMLDialogElement) {
    this.open = true;
  };
  HTMLDialogElement.prototype.close ??= function close(this: HTMLDialogElement) {
    this.open = false;
    this.dispatchEvent(new Event('close'));
  };
  Element.prototype.scrollIntoView ??= () => undefined;
  window.matchMedia ??= (media) => ({ media, matches: false }) as MediaQueryList;
}

/** A stand-in for the desktop app; what is not given does nothing. */
export function fakeShell(parts: {
  sessions?: Partial<ShellApi['sessions']>;
  plans?: Partial<ShellApi['plans']>;
  sharing?: Partial<ShellApi['sharing']>;
}): ShellApi {
  const nothing = async () => {
    throw new Error('not expected');
  };
  return {
    platform: 'linux',
    version: '0',
    sessions: {
      list: async () => [],
      create: nothing,
      open: nothing,
      restore: nothing,
      restoreBytes: nothing,
      goAlone: nothing,
      fetch: nothing,
      ...parts.sessions,
    },
    plans: { pick: async () => null, read: nothing, save: nothing, ...parts.plans },
    sharing: { start: async () => [], addresses: async () => [], ...parts.sharing },
    windows: { open: nothing },
    onMenu: () => () => undefined,
    onJoin: () => () => undefined,
  };
}
