/** Thirty phones, the liaison, both moderators and the stage in one discussion, in a real browser; the report counts it. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { must } from '../../shared/lib/assert.ts';
import { connect } from '../support/hub-client.ts';
import { PHONE, type WatchedSession, watchedSession } from '../support/watched-session.ts';

const PHONES = 30;
const AT_ONCE = 6;

let session: WatchedSession;
beforeAll(async () => {
  session = await watchedSession();
});
afterAll(() => session?.stop());

async function phone(number: number): Promise<Page> {
  const page = await session.open('participant', PHONE);
  await page.getByLabel('Your name').fill(`Guest ${number}`);
  if (number % 2 === 1) await page.getByText('I’m online').click();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('button', { name: 'Raise hand' }).waitFor();
  return page;
}

async function ask(page: Page, text: string): Promise<void> {
  await page.getByRole('button', { name: 'Ask a question' }).click();
  await page.getByLabel('Your question').fill(text);
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByText(/^Received/).waitFor();
}

test('[T7] given thirty phones and a stream, when questions are merged, asked, read aloud and answered in writing, then the report counts them exactly', async () => {
  const host = await connect(session.linkOf('host'));
  await host.must('agenda/begin', { itemId: 'talk', afterItemId: null });
  const moderator = await session.open('onsite-moderator');
  const [online, liaison, stage] = await Promise.all([
    session.open('online-moderator'),
    session.open('liaison'),
    session.open('display'),
  ]);

  const phones: Page[] = [];
  for (let from = 0; from < PHONES; from += AT_ONCE) {
    phones.push(...(await Promise.all(Array.from({ length: AT_ONCE }, (_, index) => phone(from + index)))));
  }
  const at = (number: number) => must(phones[number], `phone ${number}`);
  // On a small screen the header has no room for it.
  await moderator.getByText(`${PHONES + 5} screens connected`).waitFor({ state: 'attached' });

  // Two of the phones ask for themselves, one of the room and one online; two more are answered in writing.
  await ask(at(0), 'Who speaks for the back row?');
  await ask(at(1), 'Is there a sign interpreter online?');
  await ask(at(2), 'Where are the slides?');
  await ask(at(3), 'When does it end?');
  // The stream asks one thing in six ways of writing.
  const ways = [
    'Who pays for it?',
    'who pays for it',
    'Who pays for it??',
    'WHO PAYS FOR IT?',
    'Who pays, for it?',
    'Who pays for it!',
  ];
  await liaison.getByLabel('Question; each line is one').fill(ways.join('\n'));
  await liaison.getByRole('button', { name: 'Copy in 6 questions' }).click();
  await liaison.getByText('6 questions copied in.').waitFor();

  const option = (text: string | RegExp) => liaison.getByRole('option', { name: text });
  const isStream = /who pays,? for it/i;
  for (let left = 6; left > 1; left -= 1) {
    await option(isStream).last().click();
    // What says the same is proposed first.
    await liaison.keyboard.press('m');
    await liaison.keyboard.press('Enter');
    await expect.poll(() => option(isStream).count()).toBe(left - 1);
  }
  await option(isStream).click();
  await liaison.keyboard.press('l');
  for (const text of ['Who speaks for the back row?', 'Is there a sign interpreter online?']) {
    await option(text).click();
    await liaison.keyboard.press('q');
    await option(text).waitFor({ state: 'detached' });
  }
  for (const [text, answer] of [
    ['Where are the slides?', 'On the page of the session.'],
    ['When does it end?', 'At six.'],
  ] as const) {
    await option(text).click();
    await liaison.keyboard.press('w');
    await liaison.getByLabel(/^Answer; it goes back/).fill(answer);
    await liaison.getByRole('button', { name: 'Save' }).click();
    await option(text).waitFor({ state: 'detached' });
  }
  await at(2).getByText('On the page of the session.', { exact: true }).waitFor();
  await at(3).getByText('At six.', { exact: true }).waitFor();

  // One moderator calls, the other ends: three turns.
  for (let turn = 1; turn <= 3; turn += 1) {
    await moderator.locator('body').click({ position: { x: 700, y: 740 } });
    await moderator.keyboard.press('Enter');
    await online.getByRole('button', { name: /^End turn/ }).click();
    // What comes to be under a pointer that rests is not pressed by it.
    await online.mouse.move(0, 0);
    await expect.poll(() => host.state.turns.length).toBe(turn);
  }
  await stage.getByText('The floor is open').first().waitFor();
  await at(0).getByText('Answered aloud').first().waitFor();

  const token = session.tokenOf('host');
  const report = await fetch(`${session.hub.url}/api/v1/report.json`, {
    headers: { Authorization: `Bearer ${token}` },
  });
  const { questions, turns, participation } = await report.json();
  expect(questions.total).toEqual({
    asked: 10,
    forwarded: 3,
    answered: 3,
    inWriting: 2,
    declined: 0,
    merged: 5,
    open: 0,
  });
  const doors = questions.byDoor.map((one: { door: string; funnel: { asked: number } }) => [
    one.door,
    one.funnel.asked,
  ]);
  expect(doors).toEqual([
    ['web', 4],
    ['stream', 6],
  ]);
  expect(turns.map((one: { charge: string }) => one.charge).toSorted()).toEqual([
    'online',
    'online',
    'onsite',
  ]);
  const aloud = questions.all.filter((one: { relayed: boolean }) => one.relayed);
  expect(aloud).toMatchObject([{ door: 'stream', channel: 'online', status: 'answered' }]);
  const { people } = participation;
  expect(people.onsite + people.online).toBeGreaterThanOrEqual(PHONES);
});
