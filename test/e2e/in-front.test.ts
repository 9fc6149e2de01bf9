/** The small window of whoever shares the screen from a browser. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { must } from '../../shared/lib/assert.ts';
import { type BrowserHub, browserHub } from '../support/browser-hub.ts';
import { connect } from '../support/hub-client.ts';
import { hand, planOfDiscussion } from '../support/meeting.ts';

let t: BrowserHub;
beforeAll(async () => {
  t = await browserHub();
});
afterAll(() => t?.stop());

test('the console in it leads the floor as the page behind does, and offers no third one', async () => {
  const invites = await t.createSession(planOfDiscussion(), 'shared-screen');
  const staff = await connect(must(invites['online-moderator'], 'link'));
  await staff.must('agenda/begin', { itemId: 'talk', afterItemId: null });
  await staff.must('queue/join', hand('e1', 'online', { name: 'Lindiwe Example' }));
  const context = await t.browser.newContext({ locale: 'en' });
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
