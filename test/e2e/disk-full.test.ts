/** The disk of the hub fills up in the middle of a session, and has room again: for real, with real pages. */
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildIfStale } from '../../electron/start/build.ts';
import { must } from '../../shared/lib/assert.ts';
import { launchChromium } from '../support/chromium.ts';
import { limitedDisk, mountedDisk, type SmallDisk } from '../support/full-disk.ts';
import { connect } from '../support/hub-client.ts';
import { type HubProcess, ROOT, startBuiltHub } from '../support/hub-process.ts';
import { hand } from '../support/meeting.ts';

const PLAN = join(ROOT, 'test/cases/ws377-proposal.txt');
const HANDS = 20;

const mounted = await mountedDisk();
const DISKS: [string, SmallDisk | null][] = [
  [`a file system without room${mounted ? '' : ' (NOT RUN: nothing can be mounted here)'}`, mounted],
  ['files that may not grow', await limitedDisk()],
];

let browser: Browser;
beforeAll(async () => {
  await buildIfStale();
  browser = await launchChromium();
});
afterAll(() => browser?.close());

const start = (disk: SmallDisk) => startBuiltHub('--data', disk.path, '--session', 'full', '--plan', PLAN);

async function open(hub: HubProcess, role: 'onsite-moderator' | 'rapporteur'): Promise<Page> {
  const page = await (await browser.newContext({ locale: 'en' })).newPage();
  await page.goto(hub.invites[role]);
  return page;
}

const banner = (page: Page) => page.getByRole('region', { name: 'The hub cannot write' });

describe.each(DISKS)('%s', (_, disk) => {
  let hub: HubProcess;
  afterAll(async () => {
    await hub?.kill();
    await disk?.remove();
  });

  test.skipIf(!disk)(
    '[L12] given it is full in mid-session, when the staff acts, then every place says why nothing is taken, all can be read, and with room it goes on without a restart',
    async () => {
      const full = must(disk, 'disk');
      hub = await start(full);
      const liaison = await connect(hub.invites.liaison);
      for (let n = 1; n <= HANDS; n += 1)
        await liaison.must('queue/join', hand(`e${n}`, n % 2 ? 'online' : 'onsite'));
      const moderator = await open(hub, 'onsite-moderator');
      const desk = await open(hub, 'rapporteur');
      const line = desk.getByRole('textbox', { name: 'New point' });
      await line.waitFor();

      full.fill(hub);
      expect(await liaison.command('queue/join', hand('refused', 'online'))).toMatchObject({
        code: 'hub/cannot-write',
      });
      for (const page of [moderator, desk]) await banner(page).waitFor();
      await moderator.getByRole('region', { name: 'Suggested next' }).getByText('Guest e1').first().waitFor();
      await moderator.keyboard.press('Enter');
      await moderator.getByRole('status').getByText('cannot write to its disk').waitFor();
      await moderator.getByText('Nobody has the floor').first().waitFor();
      await line.fill('Kept while the disk was full');
      await line.press('Enter');
      const kept = desk.getByRole('alert', { name: 'Not taken, and kept here' });
      await kept.getByText('Kept while the disk was full').waitFor();

      const late = await open(hub, 'onsite-moderator');
      await late.getByText('Guest e20', { exact: true }).first().waitFor();
      await banner(late).waitFor();

      full.free(hub);
      for (const page of [moderator, desk, late]) await banner(page).waitFor({ state: 'detached' });
      await kept.getByRole('button', { name: 'Try again' }).click();
      await kept.waitFor({ state: 'detached' });
      await moderator.keyboard.press('Enter');
      await liaison.until(() => liaison.state.floor.turn?.name === 'Guest e1');
      await liaison.must('queue/join', hand('after', 'online'));

      await hub.kill();
      hub = await start(full);
      const { state } = await connect(hub.invites.host);
      const waiting = state.queue.entries.map((entry) => entry.entryId).toSorted();
      expect(waiting).toEqual(
        [...Array.from({ length: HANDS - 1 }, (__, n) => `e${n + 2}`), 'after'].toSorted(),
      );
      expect(state.floor.turn?.entryId).toBe('e1');
      expect(state.notes.map((note) => note.text)).toEqual(['Kept while the disk was full']);
    },
  );
});
