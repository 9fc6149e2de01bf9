/** A session that was over long ago: opened again, read, replayed, put right and exported anew, in a real browser. */
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startHub } from '../../electron/hub/hub.ts';
import { buildIfStale } from '../../electron/start/build.ts';
import { must } from '../../shared/lib/assert.ts';
import { planSchema } from '../../shared/plan.ts';
import { axeFindings } from '../support/axe.ts';
import { launchChromium } from '../support/chromium.ts';
import { connect } from '../support/hub-client.ts';
import { ROOT, temporaryFolder } from '../support/hub-process.ts';
import { hand, planOfDiscussion } from '../support/meeting.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let hub: Awaited<ReturnType<typeof startHub>>;
let browser: Browser;
let link = '';

const start = () =>
  startHub({
    dataDir: join(folder.path, 'data'),
    webDir: join(ROOT, 'dist/renderer'),
    host: '127.0.0.1',
    port: 0,
  });

beforeAll(async () => {
  await buildIfStale();
  folder = await temporaryFolder();
  hub = await start();
  const held = await hub.createSession(planSchema.parse(planOfDiscussion()), 'past');
  const host = await connect(must(held.invites.host, 'link'));
  await host.must('agenda/begin', { itemId: 'talk', afterItemId: null });
  for (const [id, name] of [
    ['e1', 'Ada'],
    ['e2', 'Bo'],
    ['e3', 'Cy'],
  ] as const) {
    await host.must('queue/join', { ...hand(id, 'onsite'), name });
  }
  await host.must('floor/give', { turnId: 't1', entryId: 'e1', afterTurnId: null });
  await host.must('floor/give', { turnId: 't2', entryId: 'e2', afterTurnId: 't1' });
  await host.must('session/end');
  host.close();
  await hub.close();
  hub = await start();
  link = must((await hub.openSession('past')).invites.host, 'link');
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await hub?.close();
  await folder?.remove();
});

async function ask(path: string): Promise<Response> {
  const token = must(link.split('#')[1], 'token');
  return fetch(`${hub.url}/api/v1/${path}`, { headers: { Authorization: `Bearer ${token}` } });
}

async function open(): Promise<Page> {
  const page = await (
    await browser.newContext({ locale: 'en', viewport: { width: 1366, height: 768 } })
  ).newPage();
  await page.goto(link);
  await page.getByText('The session is over.').waitFor();
  return page;
}

const seqNow = async () => ((await (await ask('state')).json()) as { seq: number }).seq;

test('[S6] given a session of the past, when every floor key is pressed in it, then nothing happens, and it says why', async () => {
  const page = await open();
  const before = await seqNow();
  expect(await axeFindings(page)).toEqual([]);
  for (const key of ['Enter', 'Enter', ' ', 'x', 'p', '+', 'n']) await page.keyboard.press(key);
  await page.getByText('The session has ended.').first().waitFor();
  expect(await seqNow()).toBe(before);
  await page.context().close();
});

test('[S6] given a session of the past, when a turn is put right by keys alone, then the report differs by exactly that', async () => {
  const before = (await (await ask('report.json')).json()) as { turns: object[] };
  const page = await open();
  await page.getByRole('tab', { name: 'Turns' }).click();
  const correct = page.getByRole('button', { name: /Correct.*Ada/ });
  await correct.focus();
  await page.keyboard.press('Enter');
  const spoken = page.getByLabel('Spoken');
  await spoken.focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('2:05');
  await page.keyboard.press('Enter');
  await page.getByText('2:05').first().waitFor();
  const after = (await (await ask('report.json')).json()) as typeof before;
  const corrected = { spokenSeconds: 125, endedAtMs: expect.any(Number), isCorrected: true };
  expect(after.turns[0]).toEqual({ ...before.turns[0], ...corrected });
  expect(after.turns.slice(1)).toEqual(before.turns.slice(1));
  expect(await (await ask('turns.csv')).text()).toContain('"125"');
  await page.context().close();
});

test('[S6] given a session of the past, when it is replayed, then the time line goes through it and changes nothing', async () => {
  const page = await open();
  const before = await seqNow();
  await page.getByRole('button', { name: 'Replay' }).first().click();
  const moment = page.getByRole('slider', { name: 'Moment' });
  await moment.waitFor();
  await moment.focus();
  await page.keyboard.press('End');
  await page.getByText('Nothing done here changes it').waitFor();
  await page.keyboard.press('Home');
  await page.getByText('Nobody has the floor').first().waitFor();
  expect(await seqNow()).toBe(before);
  await page.context().close();
});
