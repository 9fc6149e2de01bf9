/** What slides under a resting pointer is not pressed by it, in a real browser. */
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { must } from '../../shared/lib/assert.ts';
import type { PlanInput } from '../../shared/plan.ts';
import type { State } from '../../shared/state.ts';
import { type BrowserHub, browserHub } from '../support/browser-hub.ts';
import { connect } from '../support/hub-client.ts';
import { planOfDiscussion } from '../support/meeting.ts';

let t: BrowserHub;
beforeAll(async () => {
  t = await browserHub();
});
afterAll(() => t?.stop());

const AGENDA: PlanInput['agenda'] = [
  { itemId: 'talk', kind: 'discussion', title: 'Discussion', minutes: 40 },
  { itemId: 'end', kind: 'closing', title: 'Conclusion', minutes: 5 },
];

const granted = ({ state }: { state: State }) =>
  state.agenda.items.find(({ itemId }) => itemId === 'talk')?.extraSeconds;

async function open(sessionId: string) {
  const invites = await t.createSession(planOfDiscussion({ agenda: AGENDA }), sessionId);
  const staff = await connect(must(invites['online-moderator'], 'link'));
  await staff.must('agenda/begin', { itemId: 'talk', afterItemId: null });
  const page = await t.browser.newPage({ viewport: { width: 1366, height: 768 }, locale: 'en' });
  await page.goto(must(invites['onsite-moderator'], 'link'));
  const centre = async (button: Locator) => {
    const box = must((await button.boundingBox()) ?? undefined, 'box');
    return [box.x + box.width / 2, box.y + box.height / 2] as const;
  };
  return { page, staff, centre };
}

test('given a pointer that rests on a button, when an urgent message moves the page, then the click on its way begins no agenda item', async () => {
  const { page, staff, centre } = await open('banner');
  const end = page.getByRole('button', { name: 'End session' });
  const [x, y] = await centre(end);
  await page.mouse.move(x, y);
  await staff.must('backchannel/send', {
    messageId: 'm1',
    text: 'Audio problem',
    cue: 'audio-problem',
    urgency: 'high',
  });
  await page.getByText('Audio problem').first().waitFor();
  const [, moved] = await centre(end);
  expect(moved).toBeGreaterThan(y + 20);
  await page.mouse.down();
  await page.mouse.up();
  // Its own next deed shows that the page has taken whatever it was going to take.
  await page.getByRole('button', { name: '+1 min' }).click();
  await expect.poll(() => granted(staff)).toBe(60);
  expect(staff.state.agenda.currentItemId).toBe('talk');
  staff.close();
  await page.close();
});

test('given a pointer that rests on “End turn”, when a colleague calls somebody else, then the click on its way ends nobody’s turn', async () => {
  const { page, staff, centre } = await open('end');
  await staff.must('floor/give', {
    turnId: 't1',
    person: { name: 'Lindiwe', channel: 'onsite' },
    afterTurnId: null,
  });
  await page.getByRole('heading', { name: 'Lindiwe' }).waitFor();
  await page.mouse.move(...(await centre(page.getByRole('button', { name: /^End turn/ }))));
  await staff.must('floor/give', {
    turnId: 't2',
    person: { name: 'Ioan', channel: 'online' },
    afterTurnId: 't1',
  });
  await page.getByRole('heading', { name: 'Ioan' }).waitFor();
  await page.mouse.down();
  await page.mouse.up();
  await page.getByRole('button', { name: '+1 min' }).click();
  await expect.poll(() => granted(staff)).toBe(60);
  expect(staff.state.floor.turn?.turnId).toBe('t2');
  staff.close();
  await page.close();
});

test('given a row of buttons that grows, when one is clicked twice, then its neighbour is not pressed', async () => {
  const { page, staff, centre } = await open('twice');
  await page.mouse.dblclick(...(await centre(page.getByRole('button', { name: 'Technical stop' }))));
  await expect.poll(() => staff.state.session.pausedAtMs).not.toBeNull();
  await page.getByRole('button', { name: '+1 min' }).click();
  await expect.poll(() => granted(staff)).toBe(60);
  expect(staff.state.queue.open).toBe(true);
  expect(staff.state.session.pausedAtMs).not.toBeNull();
  staff.close();
  await page.close();
});

test('given the way back from an own deed, when a colleague does as much before it is pressed, then the colleague’s deed stays', async () => {
  const { page, staff } = await open('undo');
  await page.getByRole('button', { name: '+1 min' }).click();
  await expect.poll(() => granted(staff)).toBe(60);
  const undo = page
    .getByRole('main')
    .getByRole('button', { name: /^Undo: / })
    .first();
  // Near its end, where the colleague's will begin.
  const own = must((await undo.boundingBox()) ?? undefined, 'box');
  await page.mouse.move(own.x + own.width - 6, own.y + own.height / 2);
  await staff.must('agenda/adjust', { itemId: 'talk', seconds: 60 });
  await page
    .getByText(/^Online moderator/)
    .first()
    .waitFor();
  await page.mouse.down();
  await page.mouse.up();
  await page.getByRole('button', { name: 'Close list' }).click();
  await expect.poll(() => staff.state.queue.open).toBe(false);
  expect(granted(staff)).toBe(120);
  staff.close();
  await page.close();
});
