/** Renders a view with the real store over the in-memory hub; nothing of the view is a stand-in. */
import { act, cleanup, render } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { afterEach } from 'vitest';
import { SessionContext } from '../../../renderer/hooks/session.ts';
import type { Role } from '../../../shared/lib/vocabulary.ts';
import type { PlanInput } from '../../../shared/plan.ts';
import { startClient } from './client.ts';
import { MemoryHub } from './memory-hub.ts';
import { SimulatedWorld } from './simulated-world.ts';

export const PLAN: Partial<PlanInput> = {
  title: 'Digital governance',
  code: 'WS #377',
  agenda: [
    { itemId: 'intro', kind: 'opening', title: 'Introduction', minutes: 5 },
    { itemId: 'talk', kind: 'discussion', title: 'Discussion', minutes: 40 },
  ],
  people: [
    { personId: 'jose', name: 'José Ñandú', channel: 'online', organisation: 'Red' },
    { personId: 'amina', name: 'Amina Okafor', channel: 'onsite' },
  ],
};

// A timer of a page must not outlive its test.
afterEach(cleanup);

/** `keepStorage`: the device is the one of before. */
export function renderSession(
  children: ReactNode,
  roles: Role = 'onsite-moderator',
  { keepStorage = false } = {},
) {
  cleanup();
  if (!keepStorage) {
    localStorage.clear();
    sessionStorage.clear();
  }
  // jsdom has no modal dialogs.
  HTMLDialogElement.prototype.showModal ??= function showModal(this: HTMLDialogElement) {
    this.open = true;
  };
  HTMLDialogElement.prototype.close ??= function close(this: HTMLDialogElement) {
    this.open = false;
    this.dispatchEvent(new Event('close'));
  };
  // Nor does it scroll.
  Element.prototype.scrollIntoView ??= () => undefined;
  const world = new SimulatedWorld();
  const hub = new MemoryHub(world, PLAN);
  const session = startClient(world, roles);
  world.settle();
  const settle = () => act(() => world.settle());
  const user = userEvent.setup();
  const screen = render(<SessionContext value={session}>{children}</SessionContext>);
  return { world, hub, session, settle, user, screen };
}
