/**
 * The hub's laptop is lost in mid-meeting, with all that is on its disk: a moderator's page has a copy, and the meeting
 * goes on from it elsewhere. In a real browser, at an address without https.
 */
import { rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildIfStale } from '../../electron/start/build.ts';
import type { State } from '../../shared/state.ts';
import { axeFindings } from '../support/axe.ts';
import { launchChromium } from '../support/chromium.ts';
import { connect, type HubClient } from '../support/hub-client.ts';
import { type HubProcess, startHubProcess, temporaryFolder } from '../support/hub-process.ts';
import { hand, planOfDiscussion } from '../support/meeting.ts';

const PURPOSE = 'The network';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let browser: Browser;
let hub: HubProcess;
const at = (name: string) => join(folder.path, name);

beforeAll(async () => {
  await buildIfStale();
  folder = await temporaryFolder();
  browser = await launchChromium(['--host-resolver-rules=MAP phone.test 127.0.0.1']);
  const plan = at('plan.json');
  await writeFile(plan, JSON.stringify(planOfDiscussion()));
  const port = String(await freePort());
  const publicUrl = `http://phone.test:${port}`;
  hub = await startHubProcess(
    '--data',
    at('lost'),
    '--plan',
    plan,
    '--port',
    port,
    '--public-url',
    publicUrl,
  );
});
afterAll(async () => {
  await browser?.close();
  await hub?.kill();
  await folder?.remove();
});

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** One turn over and one running, hands on both sides, a point, a question, a contact. */
async function meet(host: HubClient): Promise<void> {
  await host.must('session/configure', { network: { purpose: PURPOSE } });
  await host.must('agenda/begin', { itemId: 'talk', afterItemId: null });
  for (const [id, side] of [
    ['e1', 'onsite'],
    ['e2', 'online'],
    ['e3', 'onsite'],
    ['e4', 'online'],
  ] as const) {
    await host.must('queue/join', hand(id, side));
  }
  await host.must('floor/give', { turnId: 't1', entryId: 'e1', afterTurnId: null });
  await host.must('floor/give', { turnId: 't2', entryId: 'e2', afterTurnId: 't1' });
  await host.must('notes/write', { noteId: 'n1', baseRevision: 0, kind: 'consensus', text: '我们同意。' });
  const asked = { questionId: 'q1', text: 'Who pays?', name: 'Cy', channel: 'online', door: 'zoom' };
  await host.must('questions/ask', asked);
  const contact = { name: 'Ana', email: 'ana@example.org', purpose: PURPOSE, consent: true };
  await host.must('contacts/join', { contactId: 'k1', ...contact });
}

const meeting = ({ queue, turns, floor, notes, questions, people, agenda }: State) => ({
  ...{ queue, turns, floor, notes, questions, people, agenda },
});

async function openPlan(): Promise<Page> {
  const page = await (await browser.newContext({ locale: 'en', acceptDownloads: true })).newPage();
  await page.goto(hub.invites['onsite-moderator'].replace('/#', '/?view=plan#'));
  return page;
}

test('[Y6] given the hub and its disk are lost, when a moderator saves the page’s copy and restores it, then the meeting goes on', async () => {
  const host = await connect(hub.invites.host.replace('phone.test', '127.0.0.1'));
  await meet(host);
  const page = await openPlan();
  expect(await page.evaluate(() => isSecureContext)).toBe(false);
  const card = page.getByRole('region', { name: 'Copy on this device' });
  await card.getByText(/^From \d\d:\d\d \(\d+ KB\)\.$/).waitFor({ timeout: 60_000 });
  // It is on the device, not in the page.
  await page.reload();
  await card.getByText(/^From \d\d:\d\d/).waitFor();
  expect(await axeFindings(page)).toEqual([]);

  await hub.kill();
  await rm(at('lost'), { recursive: true });
  const offer = page.getByRole('region', { name: 'The copy of the session' });
  await offer.waitFor({ timeout: 90_000 });
  expect(await axeFindings(page)).toEqual([]);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    offer.getByRole('button', { name: 'Save the copy' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/-\d{4}-\d\d-\d\d-\d{4}\.evenfloor$/);
  await download.saveAs(at('saved.evenfloor'));

  hub = await startHubProcess('--data', at('other'), '--restore', at('saved.evenfloor'));
  const back = await connect(hub.invites.host);
  expect(meeting(back.state)).toEqual(meeting(host.state));
  expect(back.welcome.logId).not.toBe(host.welcome.logId);
  expect(back.state.contacts).toEqual([]);
  await back.must('floor/give', { turnId: 't3', entryId: 'e3', afterTurnId: 't2' });
  expect(back.state.turns.map(({ turnId }) => turnId)).toEqual(['t1', 't2']);
  back.close();
});
