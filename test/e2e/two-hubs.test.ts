/** Two hubs on one nats-server, a moderator's page at each, and one of the hubs is killed in mid-turn. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildIfStale } from '../../electron/start/build.ts';
import { must } from '../../shared/lib/assert.ts';
import { launchChromium } from '../support/chromium.ts';
import { connect, type HubClient } from '../support/hub-client.ts';
import { type HubProcess, startBuiltHub, temporaryFolder } from '../support/hub-process.ts';
import { hand } from '../support/meeting.ts';
import { type NatsServer, startNatsServer } from '../support/nats-server.ts';

const TURNS = 5;
/** From the death of a hub to the same screen at another. */
const MOVED_MS_MAX = 5_000;

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let nats: NatsServer;
let hubs: [HubProcess, HubProcess];
let browser: Browser;
let pages: [Page, Page];
let host: HubClient;

beforeAll(async () => {
  await buildIfStale();
  folder = await temporaryFolder();
  nats = await startNatsServer();
  const start = (name: string) =>
    startBuiltHub('--data', `${folder.path}/${name}`, '--store', nats.url, '--session', 'shared');
  hubs = [await start('a'), await start('b')];
  host = await connect(hubs[1].invites.host);
  await host.must('agenda/edit', {
    items: [{ itemId: 'talk', kind: 'discussion', title: 'Talk', minutes: 60 }],
  });
  await host.must('agenda/begin', { itemId: 'talk', afterItemId: null });
  browser = await launchChromium();
  const open = async (link: string) => {
    const page = await browser.newPage({ locale: 'en', viewport: { width: 1440, height: 900 } });
    await page.goto(link);
    await page.getByText('In sync').waitFor();
    return page;
  };
  pages = [await open(hubs[0].invites['onsite-moderator']), await open(hubs[1].invites['online-moderator'])];
});
afterAll(async () => {
  await browser?.close();
  host?.close();
  for (const hub of hubs ?? []) await hub.kill();
  await nats?.remove();
  await folder?.remove();
});

const floorOf = (page: Page) => page.getByRole('region', { name: 'Floor' });

/** Who has the floor, and the seconds that the clock shows. */
async function shown(page: Page): Promise<{ speaker: string; seconds: number }> {
  const clock = (await page.getByRole('timer').first().textContent()) ?? '';
  const [minutes = 0, seconds = 0] = clock.match(/\d+/g)?.map(Number) ?? [];
  const speaker = await floorOf(page).getByRole('heading').first().textContent();
  return { speaker: speaker ?? '', seconds: minutes * 60 + seconds };
}

const names = (count: number) => Array.from({ length: count }, (_, i) => `Speaker ${i + 1}`);

test('[M11] given two hubs of one session, when their links are compared, then they differ in the address alone', () => {
  const tokens = hubs.map(({ invites }) => Object.values(invites).map((link) => link.split('#')[1]));
  expect(tokens[0]).toEqual(tokens[1]);
  expect(new Set(hubs.map(({ url }) => url)).size).toBe(2);
});

test('[M11] given a moderator at each of two hubs, when they lead a discussion in turns, then both see every turn', async () => {
  for (const [index, name] of names(TURNS).entries()) {
    await host.must('queue/join', hand(`h${index}`, index % 2 === 0 ? 'onsite' : 'online', { name }));
  }
  for (let turn = 0; turn < TURNS; turn += 1) {
    const acting = must(pages[turn % 2], 'page');
    const suggested = acting.getByRole('region', { name: 'Suggested next' });
    const name = await suggested.locator('bdi').first().innerText();
    await acting.keyboard.press('Enter');
    for (const page of pages) await floorOf(page).getByText(name).first().waitFor();
    expect(host.state.floor.turn?.name).toBe(name);
    if (turn === TURNS - 1) break;
    await acting.keyboard.press('Space');
    await expect.poll(() => host.state.floor.turn).toBeNull();
  }
  expect(host.state.turns).toHaveLength(TURNS - 1);
});

test('[M11] given a hub that is killed in mid-turn, when five seconds have gone by, then its page is at the other hub and shows the same', async () => {
  const [orphan, other] = pages;
  const killedMs = performance.now();
  await hubs[0].kill();
  await orphan.getByText('In sync').waitFor({ state: 'hidden', timeout: MOVED_MS_MAX });
  await orphan.getByText('In sync').waitFor({ timeout: MOVED_MS_MAX });
  expect(performance.now() - killedMs).toBeLessThan(MOVED_MS_MAX);
  const [one, two] = [await shown(orphan), await shown(other)];
  expect(one.speaker).toBe(two.speaker);
  expect(Math.abs(one.seconds - two.seconds)).toBeLessThanOrEqual(1);
  // What is done there is seen here, and the other way round.
  await orphan.keyboard.press('Space');
  await expect.poll(() => host.state.turns.length).toBe(TURNS);
  await host.must('queue/join', hand('late', 'online', { name: 'Latecomer' }));
  for (const page of pages) await page.getByText('Latecomer').first().waitFor();
});
