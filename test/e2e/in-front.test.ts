/** The small window of whoever shares the screen from a browser. */
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startHub } from '../../electron/hub/hub.ts';
import { buildIfStale } from '../../electron/start/build.ts';
import { must } from '../../shared/lib/assert.ts';
import { planSchema } from '../../shared/plan.ts';
import { launchChromium } from '../support/chromium.ts';
import { connect } from '../support/hub-client.ts';
import { ROOT, temporaryFolder } from '../support/hub-process.ts';
import { hand, planOfDiscussion } from '../support/meeting.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let hub: Awaited<ReturnType<typeof startHub>>;
let browser: Browser;

beforeAll(async () => {
  await buildIfStale();
  folder = await temporaryFolder();
  const webDir = join(ROOT, 'dist/renderer');
  hub = await startHub({ dataDir: join(folder.path, 'data'), webDir, host: '127.0.0.1', port: 0 });
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await hub?.close();
  await folder?.remove();
});

test('the console in it leads the floor as the page behind does, and offers no third one', async () => {
  const { invites } = await hub.createSession(planSchema.parse(planOfDiscussion()), 'shared-screen');
  const staff = await connect(must(invites['online-moderator'], 'link'));
  await staff.must('agenda/begin', { itemId: 'talk', afterItemId: null });
  await staff.must('queue/join', hand('e1', 'online', { name: 'Lindiwe Example' }));
  const context = await browser.newContext({ locale: 'en' });
  const page = await context.newPage();
  await page.goto(must(invites['online-moderator'], 'link'));
  const button = page.getByRole('button', { name: 'Small window' });
  const [small] = await Promise.all([context.waitForEvent('page'), button.click()]);
  const console = small.frameLocator('iframe');
  await console.getByRole('button', { name: /^Call/ }).first().click();
  await page.getByRole('heading', { name: 'Lindiwe Example' }).waitFor();
  await console.getByRole('button', { name: /^End turn/ }).click();
  await page.getByRole('heading', { name: 'Nobody has the floor' }).waitFor();
  expect(await console.getByRole('button', { name: 'Small window' }).count()).toBe(0);
  staff.close();
  await context.close();
});
