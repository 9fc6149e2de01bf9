/** The queue under real hands: a mouse that drags, a finger, keys, and a thousand entries that scroll. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildIfStale } from '../../electron/start/build.ts';
import { must } from '../../shared/lib/assert.ts';
import { axeFindings } from '../support/axe.ts';
import { launchChromium } from '../support/chromium.ts';
import { connect, type HubClient } from '../support/hub-client.ts';
import { type HubProcess, ROOT, startHubProcess, temporaryFolder } from '../support/hub-process.ts';
import { hand } from '../support/meeting.ts';

const EACH_SIDE = 500;

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let browser: Browser;
let hub: HubProcess;
let staff: HubClient;

beforeAll(async () => {
  await buildIfStale();
  folder = await temporaryFolder();
  hub = await startHubProcess(
    '--data',
    folder.path,
    '--port',
    '0',
    '--plan',
    join(ROOT, 'test/cases/ws377-proposal.txt'),
  );
  browser = await launchChromium();
  staff = await connect(hub.invites['onsite-moderator']);
  const talk = must(staff.state.agenda.items[2], 'discussion').itemId;
  await staff.must('agenda/begin', { itemId: talk, afterItemId: null });
  await staff.must('people/add', { personId: 'li', name: '李小明', channel: 'online' });
  const hands = Array.from({ length: EACH_SIDE }, (_, n) => [
    hand(`r${n}`, 'onsite', n % 3 === 0 ? { topic: 'Something that takes a line of its own' } : {}),
    hand(`o${n}`, 'online'),
  ]);
  await Promise.all(hands.flat().map((args) => staff.must('queue/join', args)));
});
afterAll(async () => {
  await browser?.close();
  await hub?.stop();
  await folder?.remove();
});

async function open(link: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({
    locale: 'en',
    viewport: { width: 1440, height: 900 },
    ...options,
  });
  const page = await context.newPage();
  await page.goto(link);
  return page;
}

async function openConsole(options: BrowserContextOptions = {}): Promise<Page> {
  const page = await open(hub.invites['onsite-moderator'], options);
  await onsite(page).getByText('Guest r1', { exact: true }).waitFor();
  return page;
}

const onsite = (page: Page) => page.getByRole('region', { name: /^▲? ?Onsite · \d+ waiting/ });
const rowOf = (page: Page, id: string) => page.locator(`li[data-row="${id}"]`);
const firstRows = (page: Page, count: number) =>
  onsite(page)
    .locator('li[data-row]')
    .evaluateAll((rows, max) => rows.slice(0, max).map((row) => (row as HTMLElement).dataset.row), count);

async function middleOf(place: Locator): Promise<{ x: number; y: number }> {
  const { x, y, width, height } = must(await place.boundingBox(), 'box');
  return { x: x + width / 2, y: y + height / 2 };
}

describe('a column of five hundred', () => {
  test('[Q5] given a mouse, when it takes a card by its name and lets go below another, then it stands there for everybody', async () => {
    const page = await openConsole();
    const name = onsite(page).getByText('Guest r1', { exact: true });
    const from = await middleOf(name);
    const target = await middleOf(rowOf(page, 'r3'));
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x, from.y + 20, { steps: 3 });
    await page.mouse.move(target.x, target.y + 12, { steps: 6 });
    await page.mouse.up();
    await expect.poll(() => firstRows(page, 4)).toEqual(['r0', 'r2', 'r3', 'r1']);
    await expect
      .poll(() => staff.state.queue.entries.find((one) => one.entryId === 'r1')?.placedAtMs)
      .toBeTruthy();
    await page.getByText(`Guest r1, 4th of ${EACH_SIDE} in the room`).waitFor({ state: 'attached' });
    // The mouse has taken no focus: the keys of the floor go on working.
    await page.keyboard.press('u');
    await expect.poll(() => firstRows(page, 4)).toEqual(['r0', 'r1', 'r2', 'r3']);
    await page.context().close();
  });

  test('[Q5] given a card in the hand, when Escape is pressed, then it is where it was', async () => {
    const page = await openConsole();
    const from = await middleOf(page.getByRole('button', { name: 'Move Guest r1', exact: true }));
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x, from.y + 220, { steps: 6 });
    await page.keyboard.press('Escape');
    await page.mouse.up();
    expect(await firstRows(page, 3)).toEqual(['r0', 'r1', 'r2']);
    expect(staff.state.queue.entries.some((one) => one.placedAtMs !== undefined)).toBe(false);
    await page.context().close();
  });

  test('[Q5] given a phone, when a finger drags the handle, then the card moves and the page does not', async () => {
    const page = await openConsole({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
    const handle = page.getByRole('button', { name: 'Move Guest r2', exact: true });
    await rowOf(page, 'r1').scrollIntoViewIfNeeded();
    const from = await middleOf(handle);
    const target = await middleOf(rowOf(page, 'r1'));
    const scrolled = await page.evaluate(() => scrollY);
    const touch = await page.context().newCDPSession(page);
    const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', y: number | null) =>
      touch.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: y === null ? [] : [{ x: from.x, y }],
      });
    await send('touchStart', from.y);
    for (const y of [from.y - 10, (from.y + target.y) / 2, target.y - 16]) await send('touchMove', y);
    await send('touchEnd', null);
    await expect.poll(() => firstRows(page, 3)).toEqual(['r0', 'r2', 'r1']);
    expect(await page.evaluate(() => scrollY)).toBe(scrolled);
    await staff.must('queue/move', { entryId: 'r2', afterEntryId: 'r1' });
    await page.context().close();
  });

  test('[Q7] given a thousand who wait, when the list is scrolled to its end, then the last card is there and can be called', async () => {
    const page = await openConsole();
    const last = rowOf(page, `r${EACH_SIDE - 1}`);
    await page.mouse.move(100, 600);
    await expect
      .poll(async () => {
        await page.mouse.wheel(0, 20_000);
        return last.isVisible();
      })
      .toBe(true);
    await last.scrollIntoViewIfNeeded();
    expect(await last.getAttribute('aria-posinset')).toBe(String(EACH_SIDE));
    expect(await page.locator('li[data-row]').count()).toBeLessThan(120);
    await last.getByRole('button', { name: /^Call/ }).click();
    await expect.poll(() => staff.state.floor.turn?.entryId).toBe(`r${EACH_SIDE - 1}`);
    await staff.must('floor/end', { turnId: must(staff.state.floor.turn, 'turn').turnId });
    await page.context().close();
  });

  test('given a card with the focus, when it is scrolled out of sight, then it keeps the focus and Tab goes on from it', async () => {
    const page = await openConsole();
    await page.getByRole('button', { name: 'Call Guest r2', exact: true }).focus();
    await page.mouse.move(100, 600);
    await page.mouse.wheel(0, 15_000);
    await expect.poll(() => rowOf(page, 'r20').count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
      'Call Guest r2',
    );
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
      'Actions for Guest r2',
    );
    await page.context().close();
  });

  test('given somebody far down the list, when looked for by name, then one press leads to the card', async () => {
    const page = await openConsole();
    await page.keyboard.press('/');
    await page.keyboard.type('guest R400');
    await page.getByRole('button', { name: 'Show the card' }).click();
    await page.waitForFunction(
      () => document.activeElement?.getAttribute('aria-label') === 'Actions for Guest r400',
    );
    const box = must(await rowOf(page, 'r400').boundingBox(), 'card');
    expect(box.y).toBeGreaterThan(0);
    expect(box.y).toBeLessThan(900);
    await page.context().close();
  });
});

describe('what the pages load', () => {
  test('given a roster with Chinese names, when a phone and a screen open, then the table of sounds stays where it is', async () => {
    const assets = join(ROOT, 'dist/renderer/assets');
    const isTable = (file: string) =>
      file.endsWith('.js') && readFileSync(join(assets, file), 'utf8').includes('xiǎo');
    const table = must(readdirSync(assets).find(isTable), 'table of sounds');
    const hasLoaded = (page: Page) =>
      page.evaluate(
        (file) => performance.getEntriesByType('resource').some((one) => one.name.endsWith(file)),
        table,
      );
    const staffPage = await openConsole();
    await expect.poll(() => hasLoaded(staffPage)).toBe(true);
    await staffPage.context().close();
    for (const role of ['participant', 'display'] as const) {
      const page = await open(hub.invites[role]);
      await page.locator('h1, h2').first().waitFor();
      await page.waitForLoadState('networkidle');
      expect(await hasLoaded(page)).toBe(false);
      await page.context().close();
    }
  });

  test('given 李小明 in the roster, when “lxm” is typed, then Enter adds that person', async () => {
    const page = await openConsole();
    await page.keyboard.press('l');
    await page.keyboard.type('lxm');
    await page.getByRole('option', { name: '李小明' }).waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(() => staff.state.queue.entries.some((one) => one.personId === 'li')).toBe(true);
    await page.context().close();
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`[W3] given a card being edited, names pasted and the menu open in ${colorScheme} colours, when axe looks, then it finds nothing`, async () => {
    const page = await openConsole({ colorScheme });
    await page.getByRole('button', { name: 'Actions for Guest r2', exact: true }).click();
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    await page.getByRole('button', { name: 'The whole list online' }).click();
    await page.getByRole('button', { name: 'Add onsite hand' }).click();
    await page.evaluate(() => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', 'Guest r5\nSomebody new\nSomebody new');
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      );
    });
    await page.getByRole('button', { name: 'Add 1 hand' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.context().close();
  });
}
