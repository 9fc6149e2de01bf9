/** From "get ready" to the floor on a phone, and hands left over in the console, in a real browser. */
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startHub } from '../../electron/hub/hub.ts';
import { buildIfStale } from '../../electron/start/build.ts';
import { must } from '../../shared/lib/assert.ts';
import { planSchema } from '../../shared/plan.ts';
import { axeFindings } from '../support/axe.ts';
import { launchChromium } from '../support/chromium.ts';
import { connect, type HubClient } from '../support/hub-client.ts';
import { ROOT, temporaryFolder } from '../support/hub-process.ts';
import { hand, planOfDiscussion } from '../support/meeting.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let hub: Awaited<ReturnType<typeof startHub>>;
let browser: Browser;
let staff: HubClient;
let links: Awaited<ReturnType<typeof hub.createSession>>['invites'];

beforeAll(async () => {
  await buildIfStale();
  folder = await temporaryFolder();
  hub = await startHub({
    dataDir: join(folder.path, 'data'),
    webDir: join(ROOT, 'dist/renderer'),
    host: '127.0.0.1',
    port: 0,
  });
  links = (await hub.createSession(planSchema.parse(planOfDiscussion()), 'talk')).invites;
  staff = await connect(must(links['onsite-moderator'], 'link'));
  await staff.must('agenda/begin', { itemId: 'talk', afterItemId: null });
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await hub?.close();
  await folder?.remove();
});

async function open(role: 'participant' | 'online-moderator', options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext({ locale: 'en', ...options });
  const page = await context.newPage();
  await page.goto(must(links[role], 'link'));
  return page;
}

const entryOf = (name: string) => staff.state.queue.entries.find((entry) => entry.name === name);

describe('the page of somebody who is to speak', () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`[F13] given a phone in ${colorScheme} colours, when told to get ready, then by keys alone: not ready, ready, the floor; axe finds nothing`, async () => {
      const name = `Ada ${colorScheme}`;
      const page = await open('participant', { colorScheme, viewport: { width: 390, height: 844 } });
      await page.getByLabel('Your name').fill(name);
      await page.keyboard.press('Enter');
      await page.getByLabel('What about? (optional)').press('Enter');
      await expect.poll(() => entryOf(name)?.entryId).toBeDefined();
      const entryId = must(entryOf(name), 'hand').entryId;
      await staff.must('queue/put-on-deck', { entryId });
      await page.getByRole('heading', { name: 'You are next: get ready' }).waitFor();
      expect(await axeFindings(page)).toEqual([]);
      await page.getByRole('button', { name: 'Not ready' }).press('Enter');
      await page.getByText('You keep your place').waitFor();
      expect(await axeFindings(page)).toEqual([]);
      await expect.poll(() => staff.state.queue.onDeck).toEqual([]);
      await page.getByRole('button', { name: 'I’m ready' }).press('Enter');
      await page.getByText('You are likely to be called next').waitFor();
      const afterTurnId = staff.state.floor.turn?.turnId ?? null;
      await staff.must('floor/give', {
        turnId: `turn-${colorScheme}`,
        entryId,
        afterTurnId,
        limitSeconds: 1,
      });
      await page.getByRole('timer').waitFor();
      await page.getByText('Please come to an end').waitFor();
      expect(await axeFindings(page)).toEqual([]);
      await page.context().close();
    });
  }
});

describe('hands left over when the agenda moves on', () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`[Q11] given the console in ${colorScheme} colours, when an item begins, then they are carried over by ${colorScheme === 'light' ? 'mouse' : 'keys'}`, async () => {
      const page = await open('online-moderator', { colorScheme, viewport: { width: 1366, height: 768 } });
      const [from, to] = colorScheme === 'light' ? ['opening', 'speeches'] : ['talk', 'closing'];
      const begin = (itemId: string | undefined) =>
        staff.must('agenda/begin', { itemId, afterItemId: staff.state.agenda.currentItemId });
      await begin(from);
      // Refused where nobody is left from the test before.
      await staff.command('queue/clear');
      await staff.must('queue/join', hand(`h-${from}`, 'onsite'));
      await begin(to);
      const carry = page.getByRole('button', { name: 'Carry over' });
      await carry.waitFor();
      expect(await axeFindings(page)).toEqual([]);
      if (colorScheme === 'light') await carry.click();
      else await carry.press('Enter');
      await carry.waitFor({ state: 'detached' });
      await expect.poll(() => staff.state.queue.entries.map((entry) => entry.itemId)).toEqual([to]);
      await page.context().close();
    });
  }
});
