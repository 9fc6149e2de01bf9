/** A moderator far away: 300 ± 100 ms to the hub and back, with stalls and cuts, beside a colleague in the room. */
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemClock } from '../../electron/hub/clock.ts';
import { startHub } from '../../electron/hub/hub.ts';
import { buildIfStale } from '../../electron/start/build.ts';
import { must } from '../../shared/lib/assert.ts';
import { planSchema } from '../../shared/plan.ts';
import { seededRandom } from '../../shared/projections/synthetic-hands.ts';
import { launchChromium } from '../support/chromium.ts';
import { type FarLine, farLine } from '../support/far-line.ts';
import { connect, type HubClient } from '../support/hub-client.ts';
import { ROOT, temporaryFolder } from '../support/hub-process.ts';
import { hand, planOfDiscussion } from '../support/meeting.ts';

const SEED = 20_231_008;
const TURNS = 40;

const random = seededRandom(SEED);
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let hub: Awaited<ReturnType<typeof startHub>>;
let line: FarLine;
let browser: Browser;
/** In the room, on a good line. */
let near: HubClient;
/** Behind the bad one. */
let page: Page;
/** Of the hub: a pause of a minute passes when the test says so. */
let aheadMs = 0;

beforeAll(async () => {
  await buildIfStale();
  folder = await temporaryFolder();
  const clock = systemClock();
  hub = await startHub({
    dataDir: join(folder.path, 'data'),
    webDir: join(ROOT, 'dist/renderer'),
    host: '127.0.0.1',
    port: 0,
    clock: { ...clock, nowMs: () => clock.nowMs() + aheadMs },
  });
  const { invites } = await hub.createSession(planSchema.parse(planOfDiscussion()), 'far');
  near = await connect(must(invites['onsite-moderator'], 'link'));
  await near.must('agenda/begin', { itemId: 'talk', afterItemId: null });
  // Half of it either way.
  line = await farLine(hub.port, () => 100 + 100 * random());
  browser = await launchChromium();
  page = await browser.newPage({ locale: 'en', viewport: { width: 1440, height: 900 } });
  const link = new URL(must(invites['online-moderator'], 'link'));
  link.port = String(line.port);
  await page.goto(link.href);
  await page.getByText('In sync').waitFor();
});
afterAll(async () => {
  await browser?.close();
  await line?.close();
  await hub?.close();
  await folder?.remove();
});

/** What the floor shows at this very moment; nothing is waited for. */
const shown = () => page.getByRole('region', { name: 'Floor' }).innerText();

const lastTurnId = () => near.state.floor.turn?.turnId ?? near.state.turns.at(-1)?.turnId ?? null;

/** No answer comes through until `act` has been done and seen. */
async function beforeAnyAnswer(act: () => Promise<void>): Promise<void> {
  line.hold('answers');
  await act();
  expect(await page.getByText('In sync').count()).toBe(0);
  line.release();
}

/** One of the troubles of a bad line, as chance has it; gives what ends it. */
function trouble(): () => void {
  const chance = random();
  if (chance < 0.1) {
    line.cut();
    return line.mend;
  }
  if (chance < 0.3) {
    line.hold('both');
    return line.release;
  }
  return () => undefined;
}

/** The name is read once nothing comes through any more, or the suggestion could change before the key is pressed. */
async function callSuggested(): Promise<string> {
  let name = '';
  await beforeAnyAnswer(async () => {
    name = await page.getByRole('region', { name: 'Suggested next' }).locator('bdi').innerText();
    await page.keyboard.press('Enter');
    expect(await shown()).toContain(name);
  });
  return name;
}

describe(`a discussion over a line of 300 ± 100 ms with stalls and cuts (seed ${SEED})`, () => {
  test(`given ${TURNS} turns by two moderators, when each acts, then it shows at once and nothing is lost or doubled`, async () => {
    const called: string[] = [];
    for (let turn = 1; turn <= TURNS; turn += 1) {
      const isNearTurn = turn % 5 === 0;
      await near.must('queue/join', hand(`n${turn}`, turn % 2 === 0 ? 'online' : 'onsite'));
      await page
        .getByRole('region', { name: 'Suggested next' })
        .getByText(/Guest|Far/)
        .first()
        .waitFor();
      if (turn % 4 === 0) {
        await beforeAnyAnswer(async () => {
          await page.keyboard.press('l');
          await page.keyboard.type(`Far ${turn}`);
          await page.keyboard.press('Enter');
          expect(await page.getByText(`Far ${turn}`, { exact: true }).count()).toBeGreaterThan(0);
        });
      }
      if (isNearTurn) {
        const entry = must(near.state.queue.entries[0], 'entry');
        await near.must('floor/give', {
          turnId: `near-${turn}`,
          entryId: entry.entryId,
          afterTurnId: lastTurnId(),
        });
        called.push(must(entry.name, 'name'));
        await page.getByRole('region', { name: 'Floor' }).getByText(must(entry.name, 'name')).waitFor();
      } else called.push(await callSuggested());
      const end = trouble();
      await page.keyboard.press('+');
      expect(await shown()).toContain('of 2:30');
      await page.keyboard.press('Space');
      expect(await shown()).toContain('Nobody has the floor');
      end();
      await expect.poll(() => near.state.turns.length).toBe(turn);
      await page.getByText('In sync').waitFor();
    }
    const { turns, queue } = near.state;
    expect(turns.map((turn) => turn.name)).toEqual(called);
    expect(turns.map((turn) => turn.limitMs)).toEqual(Array(TURNS).fill(150_000));
    const spoken = new Set(turns.map((turn) => turn.entryId));
    expect(spoken.size).toBe(TURNS);
    expect(spoken.size + queue.entries.length).toBe(TURNS + TURNS / 4);
    expect(await page.getByRole('button', { name: 'Dismiss' }).count()).toBe(0);
  });

  test('given both press “next” at once, when the far one comes too late, then one speaker was called and the far one is told who did it', async () => {
    await near.must('people/introduce', { name: 'Nia', channel: 'onsite' });
    await near.must('queue/join', hand('both', 'onsite'));
    await page.getByText('Guest both', { exact: true }).first().waitFor();
    const before = near.state.turns.length;
    line.hold('both');
    await page.keyboard.press('Enter');
    const entryId = must(near.state.queue.entries[0], 'entry').entryId;
    await near.must('floor/give', { turnId: 'nearer', entryId, afterTurnId: lastTurnId() });
    line.release();
    await page.getByText(/\(Nia\)/).waitFor();
    expect(near.state.floor.turn?.turnId).toBe('nearer');
    await near.must('floor/end', { turnId: 'nearer' });
    expect(near.state.turns.length).toBe(before + 1);
    await page.getByText('Nobody has the floor').first().waitFor();
  });

  test('given a click stuck in a dead line for more than 10 s, when the line is back, then it is shown and sent only after asking', async () => {
    await near.must('queue/join', hand('late', 'onsite'));
    await page.getByText('Guest late', { exact: true }).first().waitFor();
    const entries = near.state.queue.entries.length;
    line.cut();
    await page.getByText('In sync').waitFor({ state: 'detached' });
    await page.keyboard.press('Enter');
    expect(await shown()).not.toContain('Nobody has the floor');
    aheadMs += 11_000;
    line.mend();
    await page.getByText('Not sent: these were given while the line was dead').waitFor();
    expect(await shown()).toContain('Nobody has the floor');
    expect([near.state.floor.turn, near.state.queue.entries.length]).toEqual([null, entries]);
    await page.getByRole('button', { name: 'Send now' }).click();
    expect(await shown()).not.toContain('Nobody has the floor');
    await expect.poll(() => near.state.floor.turn?.turnId).toBeDefined();
    expect(near.state.queue.entries.length).toBe(entries - 1);
  });
});
