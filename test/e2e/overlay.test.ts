/** What is laid over the picture of a live stream, in a real browser. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { must } from '../../shared/lib/assert.ts';
import { axeFindings } from '../support/axe.ts';
import { type BrowserHub, browserHub } from '../support/browser-hub.ts';
import { connect } from '../support/hub-client.ts';
import { hand, planOfDiscussion } from '../support/meeting.ts';

let t: BrowserHub;
beforeAll(async () => {
  t = await browserHub();
});
afterAll(() => t?.stop());

test('[O1] given a session, when its overlays are opened, then they stand on nothing, fill no more than the picture, and axe finds nothing', async () => {
  const invites = await t.createSession(planOfDiscussion(), 'stream');
  const staff = await connect(must(invites['onsite-moderator'], 'link'));
  await staff.must('agenda/begin', { itemId: 'talk', afterItemId: null });
  const long = 'Dr. Maximiliane Wolkenstein-Hohenfels of the Union of Rural Network Operators';
  await staff.must('queue/join', hand('e1', 'online', { name: long }));
  await staff.must('queue/join', hand('e2', 'onsite'));
  await staff.must('floor/give', { turnId: 't1', entryId: 'e1', afterTurnId: null });
  const link = new URL(must(invites.display, 'link'));
  for (const [overlay, shown] of [
    ['timer', /^\d:\d\d$/],
    ['lower-third', long],
    ['queue', 'Guest e2'],
  ] as const) {
    const page = await t.browser.newPage({ viewport: { width: 1280, height: 720 }, locale: 'en' });
    await page.goto(`${link.origin}/overlay/${overlay}${link.hash}`);
    await page.getByText(shown).first().waitFor();
    const grounds = await page.evaluate(() =>
      [document.documentElement, document.body, document.querySelector('main')].map(
        (element) => element && getComputedStyle(element).backgroundColor,
      ),
    );
    expect(grounds).toEqual(Array(3).fill('rgba(0, 0, 0, 0)'));
    const size = await page.evaluate(() => {
      const { scrollWidth, scrollHeight } = document.documentElement;
      return [scrollWidth, scrollHeight];
    });
    expect(size).toEqual([1_280, 720]);
    expect(await axeFindings(page)).toEqual([]);
    await page.close();
  }
  staff.close();
});
