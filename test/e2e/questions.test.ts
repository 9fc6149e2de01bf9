/** A question from one phone to its answer, past the liaison's desk and the console, in a real browser. */
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startHub } from '../../electron/hub/hub.ts';
import { buildIfStale } from '../../electron/start/build.ts';
import { must } from '../../shared/lib/assert.ts';
import type { Role } from '../../shared/lib/vocabulary.ts';
import { planSchema } from '../../shared/plan.ts';
import { axeFindings } from '../support/axe.ts';
import { launchChromium } from '../support/chromium.ts';
import { ROOT, temporaryFolder } from '../support/hub-process.ts';
import { planOfDiscussion } from '../support/meeting.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let hub: Awaited<ReturnType<typeof startHub>>;
let browser: Browser;
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
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await hub?.close();
  await folder?.remove();
});

async function open(role: Role, viewport = { width: 1366, height: 768 }): Promise<Page> {
  const page = await (await browser.newContext({ locale: 'en', viewport })).newPage();
  await page.goto(must(links[role], 'link'));
  return page;
}

async function phone(name: string): Promise<Page> {
  const page = await open('participant', { width: 390, height: 844 });
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

  const liaison = await open('liaison');
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

  const moderator = await open('onsite-moderator');
  await moderator.getByText('Read aloud for this person').first().waitFor();
  await moderator.getByRole('button', { name: 'Call Ada' }).first().click();
  await ada.getByText('Being asked now').first().waitFor();
  await moderator.getByRole('button', { name: /^End/ }).click();
  await ada.getByText('Answered aloud').first().waitFor();
});
