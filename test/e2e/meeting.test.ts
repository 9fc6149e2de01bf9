/** The 90 minutes of the first session, in the real window and in a browser side by side, in fast-forward. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { must } from '../../shared/lib/assert.ts';
import type { State } from '../../shared/state.ts';
import { launchChromium } from '../support/chromium.ts';
import { type DesktopApp, launchDesktop } from '../support/electron-app.ts';
import { ROOT } from '../support/hub-process.ts';

const PROPOSAL = readFileSync(join(ROOT, 'test/cases/ws377-proposal.txt'), 'utf8');

let desktop: DesktopApp;
let browser: Browser;
/** The host in the desktop window, the online moderator in Chromium. */
let host: Page;
let remote: Page;

beforeAll(async () => {
  desktop = await launchDesktop();
  host = desktop.page;
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await desktop?.close();
});

/** Lets the hub's clock run ahead: everybody's clock is the hub's, so the meeting flies by. */
async function pass(seconds: number): Promise<void> {
  await desktop.app.evaluate((_, ms) => {
    const shifted = performance as Performance & { shiftMs?: number };
    if (shifted.shiftMs === undefined) {
      const real = performance.now.bind(performance);
      shifted.shiftMs = 0;
      performance.now = () => real() + (shifted.shiftMs ?? 0);
    }
    shifted.shiftMs += ms;
  }, seconds * 1_000);
}

async function stateOf(page: Page): Promise<State> {
  return page.evaluate(async () => {
    const token = location.hash.slice(1);
    const response = await fetch('/api/v1/state', { headers: { authorization: `Bearer ${token}` } });
    return (await response.json()).state;
  });
}

/** What a moderator sees: who has the floor and for how long, and who waits where, in order. */
async function seen(page: Page) {
  const names = (channel: string) =>
    page
      .locator(`section[aria-labelledby="column-${channel}"] ol > li [dir="auto"]:first-child`)
      .allTextContents();
  const floor = page.getByRole('region', { name: 'Floor' });
  return {
    speaker: await floor.getByRole('heading').textContent(),
    item: await page.locator('[aria-current="step"] [dir="auto"]').textContent(),
    onsite: await names('onsite'),
    online: await names('online'),
  };
}

async function secondsLeft(page: Page): Promise<number> {
  const text = (await page.getByRole('timer').textContent()) ?? '';
  const [minutes = 0, seconds = 0] = text
    .replace(/[^\d:]/g, '')
    .split(':')
    .map(Number);
  return (/[+−-]/.test(text) ? -1 : 1) * (minutes * 60 + seconds);
}

/** Both screens come to show the same, and on both it is `expected`. */
async function bothSee(expected: Partial<Awaited<ReturnType<typeof seen>>>): Promise<void> {
  await expect.poll(() => seen(host), { timeout: 15_000 }).toMatchObject(expected);
  const here = await seen(host);
  await expect.poll(() => seen(remote), { timeout: 15_000 }).toEqual(here);
}

const handField = (page: Page) => page.locator('input[role="combobox"]');

async function begin(page: Page, title: string): Promise<void> {
  const item = page.getByRole('navigation', { name: 'Agenda' }).getByRole('listitem');
  await item.getByRole('button', { name: `Begin ${title}` }).click();
}

async function addHand(page: Page, key: 'o' | 'l', name: string): Promise<void> {
  await page.keyboard.press(key);
  await handField(page).fill(name);
  await page.keyboard.press('Enter');
  // It stays for the next hand.
  await page.keyboard.press('Escape');
  await handField(page).waitFor({ state: 'detached' });
}

async function callWithoutHand(page: Page, letters: string): Promise<void> {
  await page.keyboard.press('/');
  await handField(page).fill(letters);
  await page.keyboard.press('Control+Enter');
  await handField(page).waitFor({ state: 'detached' });
}

describe('a 90-minute workshop', () => {
  test('[F2] given the text of the proposal, when it is dropped into the app, then a session with its agenda opens', async () => {
    const transfer = await host.evaluateHandle((text) => {
      const data = new DataTransfer();
      data.items.add(new File([text], 'ws377-proposal.txt', { type: 'text/plain' }));
      return data;
    }, PROPOSAL);
    await host.getByRole('group').first().dispatchEvent('drop', { dataTransfer: transfer });
    await host.waitForURL(/#/);
    await expect.poll(() => host.getByText('WS #377').count()).toBeGreaterThan(0);
    const { agenda, policyQuestions } = await stateOf(host);
    expect(agenda.items.map((item) => [item.kind, item.minutes])).toEqual([
      ['opening', 5],
      ['speeches', 40],
      ['discussion', 40],
      ['closing', 5],
    ]);
    expect(policyQuestions).toHaveLength(3);
    await expect.poll(() => host.getByText('5 speakers are announced, 3 named').count()).toBe(1);
    await host
      .getByRole('link', { name: 'Console' })
      .or(host.getByRole('button', { name: 'Console' }))
      .click();
    const link = await host.evaluate(async () => {
      const token = location.hash.slice(1);
      const answer = await fetch('/api/v1/invites', { headers: { authorization: `Bearer ${token}` } });
      const { invites }: { invites: { roles: string[]; url: string }[] } = await answer.json();
      return invites.find((invite) => invite.roles[0] === 'online-moderator')?.url;
    });
    const context = await browser.newContext({ locale: 'en', viewport: { width: 1366, height: 768 } });
    remote = await context.newPage();
    await remote.goto(must(link, 'link'));
    await remote.getByRole('region', { name: 'Floor' }).waitFor();
  });

  test('[A1] given the opening and the speeches, when five speak for eight minutes, then both screens follow', async () => {
    await begin(host, 'Introduction about backgrounds');
    await pass(5 * 60);
    await begin(remote, 'Speech by 5 speakers');
    await bothSee({ item: 'Speech by 5 speakers', onsite: [], online: [] });
    for (const [index, letters] of [
      'xiaodong',
      'shaozhong',
      'yijie',
      'Speaker four',
      'Speaker five',
    ].entries()) {
      const page = index % 2 === 0 ? host : remote;
      await callWithoutHand(page, letters);
      const expected =
        ['XIAODONG LI', 'Shaozhong DU', 'Yijie Peng', 'Speaker four', 'Speaker five'][index] ?? '';
      await bothSee({ speaker: expected });
      expect(Math.abs((await secondsLeft(remote)) - 480)).toBeLessThan(60);
      await pass(7 * 60 + 50);
      await page.keyboard.press('Space');
      await bothSee({ speaker: 'Nobody has the floor' });
    }
    const { turns } = await stateOf(host);
    expect(turns.map((turn) => turn.limitMs)).toEqual(Array(5).fill(480_000));
  });

  test('[B1] given a discussion with hands from both sides, when the suggestion is followed, then the floor stays even', async () => {
    await begin(host, 'Discussion among speakers and participants');
    for (let round = 1; round <= 3; round += 1) {
      await addHand(host, 'o', `Row ${round}`);
      await addHand(remote, 'l', `远程 ${round}`);
    }
    await bothSee({ onsite: ['Row 1', 'Row 2', 'Row 3'], online: ['远程 1', '远程 2', '远程 3'] });
    const order: string[] = [];
    for (let turn = 0; turn < 6; turn += 1) {
      const page = turn % 2 === 0 ? host : remote;
      await page.keyboard.press('Enter');
      await expect.poll(async () => (await seen(host)).speaker).not.toBe('Nobody has the floor');
      const { speaker } = await seen(host);
      await bothSee({ speaker });
      order.push(speaker ?? '');
      await pass(turn % 2 === 0 ? 140 : 80);
      if (turn === 2) {
        // A clock that stands can be compared to the second.
        await page.keyboard.press('p');
        await expect.poll(async () => (await stateOf(host)).floor.turn?.pausedAtMs ?? null).not.toBeNull();
        await pass(30);
        await expect.poll(async () => (await secondsLeft(host)) === (await secondsLeft(remote))).toBe(true);
        const paused = await secondsLeft(host);
        expect(Math.abs(paused + 20)).toBeLessThan(15);
        await remote.getByRole('button', { name: '+30 s' }).click();
        await expect.poll(() => secondsLeft(host)).toBe(paused + 30);
        await expect.poll(() => secondsLeft(remote)).toBe(paused + 30);
        await page.keyboard.press('p');
      }
      await page.keyboard.press('Space');
      await bothSee({ speaker: 'Nobody has the floor' });
    }
    expect(order[0]).toBe('Row 1');
    expect(order[1]).toBe('远程 1');
    expect(new Set(order).size).toBe(6);
    const { turns } = await stateOf(host);
    const talk = turns.slice(5);
    const spoken = (channel: string) =>
      talk.reduce((sum, turn) => sum + (turn.channel === channel ? turn.spokenMs : 0), 0);
    const longest = Math.max(...talk.map((turn) => turn.spokenMs));
    expect(Math.abs(spoken('onsite') - spoken('online'))).toBeLessThanOrEqual(longest);
  });

  test('[H1] given “next” was pressed by mistake, when it is undone, then both screens are as before', async () => {
    await addHand(host, 'o', 'Row 9');
    await bothSee({ speaker: 'Nobody has the floor', onsite: ['Row 9'] });
    await host.keyboard.press('Enter');
    await bothSee({ speaker: 'Row 9', onsite: [] });
    await host.keyboard.press('u');
    await bothSee({ speaker: 'Nobody has the floor', onsite: ['Row 9'] });
  });

  test('[S1] given the conclusion, when the session is ended, then the plan and the clock agree', async () => {
    await begin(host, 'Conclusion');
    await bothSee({ item: 'Conclusion' });
    await pass(5 * 60);
    await host.getByRole('button', { name: 'End session' }).click();
    await host.getByText('Really end it?').waitFor();
    await host.getByRole('button', { name: 'End session' }).click();
    await expect.poll(async () => (await stateOf(host)).session.endedAtMs).not.toBeNull();
    const { session } = await stateOf(remote);
    expect((must(session.endedAtMs, 'end') - must(session.startedAtMs, 'start')) / 60_000).toBeGreaterThan(
      60,
    );
  });
});
