/** A question from one phone to its answer, past the liaison's desk and the console, in a real browser. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeFindings } from '../support/axe.ts';
import { PHONE, type WatchedSession, watchedSession } from '../support/watched-session.ts';

let session: WatchedSession;
beforeAll(async () => {
  session = await watchedSession();
});
afterAll(() => session?.stop());

async function phone(name: string): Promise<Page> {
  const page = await session.open('participant', PHONE);
  await page.getByLabel('Your name').fill(name);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Raise hand' }).waitFor();
  return page;
}

test('[G5] given a question from a phone, when it is passed, voted for, read aloud and heard, then the phone sees that it is answered', async () => {
  const ada = await phone('Ada');
  await ada.getByRole('button', { name: 'Ask a question' }).click();
  await ada.getByLabel('Your question').fill('Who pays for the e-waste?');
  await ada.getByRole('button', { name: 'Send' }).click();
  await ada.getByText(/^Received/).waitFor();

  const liaison = await session.open('liaison');
  await liaison.getByRole('option', { name: /Who pays/ }).click();
  expect(await axeFindings(liaison)).toEqual([]);
  await liaison.keyboard.press('p');

  const bo = await phone('Bo');
  await bo.getByRole('button', { name: '0, vote for: Who pays for the e-waste?' }).click();
  await bo.getByRole('button', { name: '1, vote for: Who pays for the e-waste?', pressed: true }).waitFor();
  expect(await axeFindings(bo)).toEqual([]);

  await liaison.getByRole('option', { name: /1 vote/ }).waitFor();
  await liaison.keyboard.press('l');
  await ada.getByText('On the list of speakers').first().waitFor();

  const moderator = await session.open('onsite-moderator');
  await moderator.getByText('Read aloud for this person').first().waitFor();
  await moderator.getByRole('button', { name: 'Call Ada' }).first().click();
  await ada.getByText('Being asked now').first().waitFor();
  await moderator.getByRole('button', { name: /^End/ }).click();
  await ada.getByText('Answered aloud').first().waitFor();
});
