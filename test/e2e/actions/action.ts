/** What a moderator does, once by keys alone and once by mouse alone; both must lead to the same. */
import type { Locator, Page } from 'playwright-core';
import type { State } from '../../../shared/state.ts';
import type { Keys, Mouse } from '../../support/hands-on.ts';
import type { HubClient } from '../../support/hub-client.ts';
import { hand } from '../../support/meeting.ts';

export type Action = {
  action: string;
  /** What was done before, by a second moderator, beside `beginTalk`. */
  given?(colleague: HubClient): Promise<unknown>;
  byKeys(keys: Keys, colleague: HubClient): Promise<unknown>;
  byMouse(mouse: Mouse, colleague: HubClient): Promise<unknown>;
  /** From the hub's state, or from the page for what stays on the device. */
  gives(state: State, page: Page): unknown;
  is: unknown;
};

/** The discussion runs; r1, o1, r2, o2 and r3 wait since then, in this order. */
export async function beginTalk(colleague: HubClient): Promise<void> {
  await colleague.must('agenda/begin', { itemId: 'talk', afterItemId: null });
  await colleague.must('people/add', { personId: 'li', name: '李小明', channel: 'online' });
  for (const id of ['r1', 'o1', 'r2', 'o2', 'r3']) {
    await colleague.must('queue/join', hand(id, id.startsWith('r') ? 'onsite' : 'online'));
  }
}

/** r1 has the floor. */
export const giveFloor = (colleague: HubClient) =>
  colleague.must('floor/give', { turnId: 't1', entryId: 'r1', afterTurnId: null });

export const button = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('button', { name, exact: true });

/** Exact, but for the key that stands on it. */
export const keyed = (page: Page, name: string, key: string): Locator => button(page, `${name} ${key}`);

export const region = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });

/** Where a hand is added. */
export const handField = (page: Page): Locator => page.getByRole('combobox', { expanded: undefined });

export const entryOf = (state: State, entryId: string) =>
  state.queue.entries.find((entry) => entry.entryId === entryId);

/** Nothing of ours is on its way any more. */
export const inSync = (page: Page): Promise<void> => page.getByText('In sync').waitFor();
