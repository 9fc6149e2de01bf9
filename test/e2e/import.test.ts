/** Files of meeting platforms through the dialog, in a real browser: looked at, changed, taken in, taken back. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Role } from '../../shared/lib/vocabulary.ts';
import { axeFindings } from '../support/axe.ts';
import { connect } from '../support/hub-client.ts';
import { ROOT } from '../support/hub-process.ts';
import { PHONE, type WatchedSession, watchedSession } from '../support/watched-session.ts';

const sample = (name: string) => join(ROOT, 'test/cases/imports', name);

let session: WatchedSession;
beforeAll(async () => {
  session = await watchedSession();
});
afterAll(() => session?.stop());

/** With the dialog open. */
async function open(role: Role, view: string, viewport?: { width: number; height: number }): Promise<Page> {
  const page = await session.open(role, viewport, view);
  await page.getByRole('button', { name: 'Import from a file' }).click();
  await page.getByRole('dialog').waitFor();
  return page;
}

test('[J10] given the list of people, when Zoom’s report is imported, then each row is a choice, and one press takes all back', async () => {
  const page = await open('host', 'plan');
  const before = (await connect(session.linkOf('host'))).state.people.length;
  await page.getByLabel('File', { exact: true }).setInputFiles(sample('zoom-participants-2021-withmeta.csv'));
  await page.getByText('4 people').waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('combobox', { name: 'What becomes of Phone caller' }).selectOption('Leave out');
  await page.getByRole('combobox', { name: 'What becomes of 019_Person B' }).selectOption('Same as Ana');
  await page.getByRole('button', { name: 'Import 3' }).click();
  await page.getByText('2 people added, 1 in the list already').waitFor();
  const client = await connect(session.linkOf('host'));
  expect(client.state.people).toHaveLength(before + 2);
  expect(client.state.people.find((person) => person.name === 'Ana')?.attendance).toMatchObject({
    minutes: 115,
  });
  await page.getByRole('button', { name: 'Undo the import' }).click();
  await page.getByText('The import is undone.').waitFor();
  await expect.poll(async () => (await connect(session.linkOf('host'))).state.people.length).toBe(before);
  await page.context().close();
});

test('[J10] given the console, when a file is dropped beside the dialog’s own field, then it is read and the page stays', async () => {
  const page = await session.open('onsite-moderator', undefined, 'console');
  await page.getByRole('button', { name: 'Import file' }).click();
  const dialog = page.getByRole('dialog');
  const text = await readFile(sample('zoom-participants-2021-withmeta.csv'), 'utf8');
  const dataTransfer = await page.evaluateHandle((content) => {
    const dropped = new DataTransfer();
    dropped.items.add(new File([content], 'report.csv', { type: 'text/csv' }));
    return dropped;
  }, text);
  await dialog.getByRole('heading').first().dispatchEvent('dragover', { dataTransfer });
  await dialog.getByRole('heading').first().dispatchEvent('drop', { dataTransfer });
  await dialog.getByText('4 people').waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await page.context().close();
});

test('[J13] given the liaison on a small screen, when questions are imported, then they are in the list', async () => {
  const page = await open('liaison', 'questions', PHONE);
  await page.getByLabel('File', { exact: true }).setInputFiles(sample('zoom-qa-report.csv'));
  await page.getByText('3 questions').waitFor();
  expect(await axeFindings(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.getByText('there already').waitFor();
  await page.getByRole('checkbox', { name: 'Take: Xxx xxxx xx xxxx?' }).first().uncheck();
  await page.getByRole('button', { name: 'Import 1' }).click();
  await page.getByText(/0 people added/).waitFor();
  await page.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('option', { name: /Xxx x xxxx/ }).waitFor();
  await page.context().close();
});

test('[J7] given a table with a header nobody knows and a file that was cut, when they are chosen, then the one is told, the other mapped', async () => {
  const page = await open('online-moderator', 'plan');
  const choose = (name: string, text: string) =>
    page
      .getByLabel('File', { exact: true })
      .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
  await choose('cut.csv', 'Name,User Email,Duration (Minutes)\nAda,a@x.org,5\nBo,b@');
  await page.getByRole('alert').getByText('in the middle of row 3').waitFor();
  await choose('odd.csv', 'Name,Firm\nAda,Red\n');
  await page.getByText('1 person').waitFor();
  await page.getByText('What the columns are').click();
  await page.getByRole('combobox', { name: 'Firm' }).selectOption('Organisation');
  await page.getByRole('button', { name: 'Import 1' }).click();
  await page.getByText('1 person added').waitFor();
  const { state } = await connect(session.linkOf('host'));
  expect(state.people.find((person) => person.name === 'Ada')).toMatchObject({ organisation: 'Red' });
  await page.context().close();
});
