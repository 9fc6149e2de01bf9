/**
 * `npm run pictures`: takes the screenshots in docs/images from the real pages. The hub's clock stands still, so
 * that a picture changes only when a page does.
 */
import { mkdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { startHub } from '../../electron/hub/hub.ts';
import { readPlan } from '../../electron/importers/read-plan.ts';
import { buildIfStale } from '../../electron/start/build.ts';
import { must } from '../../shared/lib/assert.ts';
import { launchChromium } from './chromium.ts';
import { farLine } from './far-line.ts';
import { connect, type HubClient } from './hub-client.ts';
import { ROOT, temporaryFolder } from './hub-process.ts';
import { simulatedClock } from './simulated-clock.ts';

const IMAGES = join(ROOT, 'docs/images');
const LAPTOP = { width: 1440, height: 900 };
const SMALL_LAPTOP = { width: 1366, height: 768 };
const PHONE = { width: 390, height: 844 };
/** 15:00 UTC on the day of the session. */
const BEGINNING_MS = Date.UTC(2023, 9, 8, 15, 0, 0);

await buildIfStale();
mkdirSync(IMAGES, { recursive: true });
const folder = await temporaryFolder();
const clock = simulatedClock(BEGINNING_MS);
const hub = await startHub({
  dataDir: join(folder.path, 'data'),
  webDir: join(ROOT, 'dist/renderer'),
  host: '127.0.0.1',
  port: 0,
  clock,
});
const plan = await readPlan('ws377.txt', await readFile(join(ROOT, 'test/cases/ws377-proposal.txt')));
const { invites } = await hub.createSession(plan, 'ws377');
const link = (role: keyof typeof invites) => must(invites[role], role);
const onsite = await connect(link('onsite-moderator'));
const online = await connect(link('online-moderator'));
await runMeeting(onsite, online);
const browser = await launchChromium();
await takeEmpty(browser);
await take(browser, 'console', link('onsite-moderator'), LAPTOP);
await take(browser, 'console-1366', link('onsite-moderator'), SMALL_LAPTOP);
await take(browser, 'console-dark', link('onsite-moderator'), SMALL_LAPTOP, { colorScheme: 'dark' });
await take(browser, 'console-zh', link('online-moderator'), LAPTOP, { locale: 'zh-CN' });
await take(
  browser,
  'charts',
  link('onsite-moderator'),
  { width: 1440, height: 1300 },
  { of: 'Speaking time, this discussion' },
);
await take(browser, 'plan', link('host').replace('/#', '/?view=plan#'), LAPTOP);
await take(browser, 'invitations', link('host').replace('/#', '/?view=invitations#'), LAPTOP);
await take(browser, 'phone', link('participant'), PHONE);
await take(browser, 'stage', link('display').replace('/#', '/stage#'), { width: 1280, height: 720 });
// The last, since they go on with the meeting.
await takeBusy(browser);
await takeOffline(browser);
await takeSpeaker(browser);
await browser.close();
await hub.close();
await folder.remove();
process.exit(0);

/** A discussion past its quarter hour: twelve turns are over, one runs, people wait on both sides. */
async function runMeeting(room: HubClient, remote: HubClient): Promise<void> {
  await room.must('people/introduce', { name: 'Onsite moderator', channel: 'onsite' });
  await remote.must('people/introduce', { name: 'Li Zhang', channel: 'online' });
  const items = room.state.agenda.items.map((item) => item.itemId);
  for (const [index, minutes] of [5, 41, 0].entries()) {
    await room.must('agenda/begin', { itemId: items[index], afterItemId: items[index - 1] ?? null });
    clock.advance(minutes * 60_000);
  }
  const people = (name: string) => room.state.people.find((person) => person.name === name)?.personId;
  let entries = 0;
  const raise = async (client: HubClient, args: object, seconds: number): Promise<string> => {
    entries += 1;
    const entryId = `e${entries}`;
    await client.must('queue/join', { entryId, kind: 'topic', ...args });
    clock.advance(seconds * 1_000);
    return entryId;
  };
  let turns = 0;
  const speak = async (client: HubClient, who: object, seconds: number): Promise<void> => {
    const afterTurnId = turns === 0 ? null : `turn-${turns}`;
    turns += 1;
    await client.must('floor/give', { turnId: `turn-${turns}`, afterTurnId, ...who });
    clock.advance(seconds * 1_000);
  };
  /** Hands and turns as they came; the number is how long somebody spoke. */
  const said: [HubClient, 'onsite' | 'online', string, number][] = [
    [room, 'onsite', 'XIAODONG LI', 131],
    [remote, 'online', 'Guest 14', 74],
    [room, 'onsite', 'Row B, green scarf', 98],
    [room, 'onsite', 'Ngozi Eze', 83],
    [remote, 'online', 'Lucía Marín', 62],
    [room, 'onsite', 'Row A, red tie', 117],
    [remote, 'online', '陈晓', 96],
    [remote, 'online', 'Guest 22', 41],
    [room, 'onsite', 'Guest, seat D1', 58],
  ];
  for (const [index, [client, channel, name, seconds]] of said.entries()) {
    const personId = people(name);
    const who = personId ? { personId } : { name };
    const door = channel === 'onsite' ? 'room' : 'zoom';
    const entryId = await raise(client, { ...who, channel, door }, 12 + 9 * index);
    await speak(client, { entryId }, seconds);
  }
  // A panellist answers, outside the balance.
  const panellist = { personId: people('Shaozhong DU'), channel: 'onsite' };
  await speak(room, { person: panellist, charge: 'panel' }, 45);
  await raise(
    room,
    {
      personId: people('Yijie Peng'),
      channel: 'onsite',
      door: 'room',
      kind: 'reply',
      topic: 'GPU reuse and e-waste',
    },
    40,
  );
  await raise(
    remote,
    { name: '王小明', channel: 'online', door: 'tencent', topic: 'A case from a data centre in Gansu' },
    30,
  );
  await raise(room, { name: 'Row C, blue jacket', channel: 'onsite', door: 'room' }, 20);
  await raise(
    remote,
    {
      name: 'Adaeze Okafor',
      channel: 'online',
      door: 'zoom',
      kind: 'question',
      topic: 'How is Scope 3 counted?',
    },
    25,
  );
  await raise(room, { name: 'Guest, seat B4', channel: 'onsite', door: 'phone' }, 15);
  await speak(room, { person: { personId: people('Shaozhong DU'), channel: 'onsite' } }, 4);
  /** What the staff say to each other; the cue is in each reader's language. */
  const say = async (client: HubClient, messageId: string, text: string, more: object = {}) => {
    await client.must('backchannel/send', { messageId, text, urgency: 'normal', ...more });
    clock.advance(10_000);
  };
  await say(remote, 'm1', 'Adaeze has been waiting since the speeches. Her audio is fine.');
  await say(room, 'm2', 'Next, right after this one.');
  await remote.must('backchannel/acknowledge', { messageId: 'm2' });
  await say(remote, 'm3', 'Slower, please: the interpreters cannot keep up', { cue: 'slower' });
}

/** Before anybody has asked for the floor. */
async function takeEmpty(from: Browser): Promise<void> {
  const { invites: links } = await hub.createSession(plan, 'empty');
  const moderator = must(links['onsite-moderator'], 'link');
  const client = await connect(moderator);
  await client.must('people/introduce', { name: 'Onsite moderator', channel: 'onsite' });
  await client.must('session/start');
  await take(from, 'console-empty', moderator, LAPTOP);
}

/** Forty hands, and a speaker whose time is over. */
async function takeBusy(from: Browser): Promise<void> {
  const topics = ['GPU reuse', undefined, 'Who pays for e-waste?', undefined, undefined, '数据中心用水'];
  const names = [
    'Amélie Dubois',
    'Row D, yellow scarf',
    '李小明',
    'فاطمة الزهراء',
    'Guest 31',
    'Nguyễn Văn An',
  ];
  const kinds = ['topic', 'topic', 'reply', 'question', 'topic'];
  for (let n = onsite.state.queue.entries.length; n < 40; n += 1) {
    const [channel, doors] =
      n % 5 < 3 ? ['onsite', ['room', 'phone', 'web']] : ['online', ['zoom', 'tencent', 'chat']];
    await onsite.must('queue/join', {
      entryId: `busy-${n}`,
      name: n < names.length + 6 ? (names[n - 6] ?? `Guest ${n}`) : `Guest ${n}`,
      channel,
      door: doors[n % 3],
      kind: kinds[n % 5],
      topic: topics[n % 6],
    });
    clock.advance(3_000);
  }
  await take(from, 'console-busy', link('onsite-moderator'), LAPTOP);
  clock.advance(50_000);
  await take(from, 'console-overtime', link('onsite-moderator'), LAPTOP);
}

/** A line that is dead while the moderator goes on working. */
async function takeOffline(from: Browser): Promise<void> {
  const line = await farLine(hub.port, () => 0);
  const address = new URL(link('onsite-moderator'));
  address.port = String(line.port);
  await take(from, 'console-offline', address.href, LAPTOP, {
    before: async (page) => {
      await page.getByText('In sync').waitFor();
      line.hold('both');
      await page.keyboard.press('Enter');
      await page.getByText('Connecting again').waitFor();
    },
  });
  await line.close();
}

/** The phone of somebody who has the floor, with most of the time gone. */
async function takeSpeaker(from: Browser): Promise<void> {
  const context = await from.newContext({ viewport: PHONE, locale: 'en', timezoneId: 'UTC' });
  const page = await context.newPage();
  await page.goto(link('participant'));
  await page.getByLabel('Your name').fill('Amina Diallo');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('button', { name: 'Raise hand' }).click();
  await page.getByText('Your hand is up').waitFor();
  await onsite.reached(await online.must('queue/put-on-deck', { entryId: 'e13' }));
  const own = onsite.state.queue.entries.find((entry) => entry.name === 'Amina Diallo');
  const afterTurnId = onsite.state.floor.turn?.turnId;
  await onsite.must('floor/give', { turnId: 'own', entryId: must(own, 'hand').entryId, afterTurnId });
  clock.advance(38_000);
  // At once on the hub's time, which a page else nears step by step.
  await page.reload();
  await page.getByText('You have the floor').waitFor();
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: join(IMAGES, 'speaker.png') });
  await context.close();
}

async function take(
  from: Browser,
  name: string,
  url: string,
  viewport: { width: number; height: number },
  {
    of,
    before,
    ...options
  }: {
    colorScheme?: 'dark';
    locale?: string;
    /** The region, if not all. */
    of?: string;
    before?(page: Page): Promise<void>;
  } = {},
): Promise<void> {
  const context = await from.newContext({ viewport, locale: 'en', timezoneId: 'UTC', ...options });
  const page = await context.newPage();
  await page.goto(url);
  await page.locator('h1, h2').first().waitFor();
  // What is loaded when it is needed is there by then.
  await page.waitForLoadState('networkidle');
  await before?.(page);
  await page.evaluate(() => document.fonts.ready);
  const shown = of === undefined ? page : page.getByRole('region', { name: of });
  await shown.screenshot({ path: join(IMAGES, `${name}.png`) });
  await context.close();
}
