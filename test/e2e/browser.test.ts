/** Every role in a real browser, on plain http under a name that is not loopback, as a phone at a venue has it. */
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildIfStale } from '../../electron/start/build.ts';
import { must } from '../../shared/lib/assert.ts';
import { ROLES } from '../../shared/lib/vocabulary.ts';
import { launchChromium } from '../support/chromium.ts';
import { connect, type HubClient } from '../support/hub-client.ts';
import { type HubProcess, ROOT, startHubProcess, temporaryFolder } from '../support/hub-process.ts';
import { hand } from '../support/meeting.ts';
import { pictureOf, pngOf } from '../support/qr-picture.ts';

const NAME = 'phone.test';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let browser: Browser;
let hub: HubProcess;
let port: number;
let staff: HubClient;

const start = (...args: string[]) =>
  startHubProcess('--data', folder.path, '--session', 'venue', '--port', String(port), ...args);

/** The link as everybody gets it, and as this process, which knows no such name, can use it. */
const local = (link: string) => link.replace(NAME, '127.0.0.1');

beforeAll(async () => {
  await buildIfStale();
  folder = await temporaryFolder();
  port = await freePort();
  hub = await start(
    '--public-url',
    `http://${NAME}:${port}`,
    '--plan',
    join(ROOT, 'test/cases/ws377-proposal.txt'),
  );
  browser = await launchChromium([`--host-resolver-rules=MAP ${NAME} 127.0.0.1`]);
  staff = await connect(local(hub.invites['onsite-moderator']));
  const talk = must(staff.state.agenda.items[2], 'discussion').itemId;
  await staff.must('agenda/begin', { itemId: talk, afterItemId: null });
  await staff.must('queue/join', hand('r1', 'onsite'));
  await staff.must('queue/join', hand('o1', 'online'));
  await staff.must('floor/give', { turnId: 't1', entryId: 'r1', afterTurnId: null });
});
afterAll(async () => {
  await browser?.close();
  await hub?.stop();
  await folder?.remove();
});

async function open(
  link: string,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; problems: string[] }> {
  const context = await browser.newContext({ locale: 'en', ...options });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  await page.goto(link);
  return { page, problems };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port: free } = server.address() as AddressInfo;
      server.close(() => resolve(free));
    });
  });
}

/** Who has the floor: by this name every role's page shows that it has arrived. */
const SIGN = 'Guest r1';

describe('a browser on the venue’s network', () => {
  for (const role of ROLES) {
    test(`[U7] given a plain http link under another name, when the ${role} opens it, then the page works`, async () => {
      const { page, problems } = await open(hub.invites[role]);
      expect(page.url()).toContain(`http://${NAME}:${port}/#venue.`);
      await page.getByText(SIGN).first().waitFor();
      expect(await page.evaluate(() => isSecureContext)).toBe(false);
      expect(problems).toEqual([]);
      await page.context().close();
    });
  }

  test('[Q3] given a phone, when its hand goes up, is called and has spoken, then everybody’s screens follow', async () => {
    const { page } = await open(hub.invites.participant, { viewport: { width: 390, height: 844 } });
    await page.getByLabel('Your name', { exact: true }).fill('阿明 Ming');
    await page.getByRole('button', { name: 'Continue', exact: true }).click();
    await page.getByRole('button', { name: 'Raise hand' }).click();
    await expect.poll(() => staff.state.queue.entries.map((entry) => entry.name)).toContain('阿明 Ming');
    const entry = must(
      staff.state.queue.entries.find((one) => one.name === '阿明 Ming'),
      'hand',
    );
    const { page: stage } = await open(`http://${NAME}:${port}/stage#${hub.invites.display.split('#')[1]}`);
    await staff.must('floor/give', { turnId: 't2', entryId: entry.entryId, afterTurnId: 't1' });
    await stage
      .getByRole('heading', { name: '阿明 Ming' })
      .or(stage.getByText('阿明 Ming'))
      .first()
      .waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await page.context().close();
    await stage.context().close();
  });

  test('given no camera over plain http, when a picture of the invitation’s code is chosen, then its page opens', async () => {
    const { page, problems } = await open(`http://${NAME}:${port}/`);
    await page.getByText('camera app').waitFor();
    const choice = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'QR code from a picture' }).focus();
    await page.keyboard.press('Enter');
    const buffer = pngOf(pictureOf(hub.invites.participant));
    await (await choice).setFiles({ name: 'code.png', mimeType: 'image/png', buffer });
    // What the meeting is at by then, the tests before this one have decided; a newcomer is asked for a name.
    await page.getByLabel('Your name').waitFor();
    expect([page.url(), problems]).toEqual([hub.invites.participant, []]);
    await page.context().close();
  });

  test('[U8] given open pages, when the hub is killed in mid-turn and started again, then they come back by themselves', async () => {
    const { page } = await open(hub.invites['online-moderator']);
    await page.getByText('In sync').waitFor();
    const before = await page.getByRole('region', { name: 'Floor' }).getByRole('heading').textContent();
    await hub.kill();
    await page.getByText('In sync').waitFor({ state: 'detached' });
    hub = await start('--public-url', `http://${NAME}:${port}`);
    await page.getByText('In sync').waitFor();
    expect(await page.getByRole('region', { name: 'Floor' }).getByRole('heading').textContent()).toBe(before);
    await expect.poll(() => page.getByText('Guest o1').count()).toBeGreaterThan(0);
    staff = await connect(local(hub.invites['onsite-moderator']));
    const turn = must(staff.state.floor.turn, 'turn');
    const shown = await page.getByRole('timer').textContent();
    const [minutes = 0, seconds = 0] = (shown ?? '').split(':').map(Number);
    const left = (turn.limitMs - (Date.now() - turn.startedAtMs)) / 1_000;
    expect(Math.abs(minutes * 60 + seconds - left)).toBeLessThan(2);
    await page.context().close();
  });
});
