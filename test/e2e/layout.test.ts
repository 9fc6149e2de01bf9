/** At every usual size of window and of text, in both languages: nothing is cut off, and nothing lies over another. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readPlan } from '../../electron/importers/read-plan.ts';
import { connect, type HubClient } from '../support/hub-client.ts';
import { ROOT } from '../support/hub-process.ts';
import { layoutFindings } from '../support/layout.ts';
import { hand } from '../support/meeting.ts';
import { type WatchedSession, watchedSession } from '../support/watched-session.ts';

/** The last is a laptop whose browser shows everything at 200 %. */
const WINDOWS = [
  [1440, 900],
  [1366, 768],
  [1280, 720],
  [390, 844],
  [720, 450],
] as const;
const TEXTS = ['100', '130', '150'];
const LONG_NAME =
  'Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh-Cholmondeley von und zu Liechtenstein';
const LONG_TOPIC =
  'A very long topic about the environmental sustainability of data centres, and what regulators ought to ask of them';

let session: WatchedSession;
let staff: HubClient;
beforeAll(async () => {
  session = await watchedSession(
    await readPlan('ws377.txt', await readFile(join(ROOT, 'test/cases/ws377-proposal.txt'))),
  );
  staff = await connect(session.linkOf('online-moderator'));
  const [, , talk] = staff.state.agenda.items;
  await staff.must('agenda/begin', { itemId: talk?.itemId, afterItemId: null });
  for (const id of ['r1', 'o1', 'r2', 'o2'])
    await staff.must('queue/join', hand(id, id.startsWith('r') ? 'onsite' : 'online'));
  for (const [index, door] of (['stream', 'zoom', 'phone'] as const).entries())
    await staff.must('questions/ask', { questionId: `q${index}`, text: 'How?', channel: 'online', door });
});
afterAll(async () => {
  staff?.close();
  await session?.stop();
});

async function openIn(language: string, role: 'onsite-moderator' | 'liaison'): Promise<Page> {
  const page = await session.page();
  await page.addInitScript((chosen) => localStorage.setItem('evenfloor.language', chosen), language);
  await page.goto(session.linkOf(role));
  await page.getByRole('main').first().waitFor();
  await page.waitForLoadState('networkidle');
  return page;
}

/** What is wrong, with the window and the text at which it is. */
async function findingsAt(page: Page): Promise<string[]> {
  const findings: string[] = [];
  for (const [width, height] of WINDOWS) {
    await page.setViewportSize({ width, height });
    for (const text of TEXTS) {
      await page.evaluate((size) => {
        document.documentElement.dataset.text = size;
      }, text);
      // Cards are measured anew, and then put in their places.
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50))));
      const found = await page.evaluate(layoutFindings);
      findings.push(...found.map((one) => `${width} × ${height}, ${text} %: ${one}`));
    }
  }
  return findings;
}

describe.each(['en', 'zh'])('in %s', (language) => {
  test('given nobody on the floor, when the console is shown, also with its questions, then nothing is cut off or covered', async () => {
    const page = await openIn(language, 'onsite-moderator');
    expect(await findingsAt(page)).toEqual([]);
    await page.getByRole('tab').nth(1).click();
    expect(await findingsAt(page)).toEqual([]);
    await page.context().close();
  });

  test('given questions by three doors, when the liaison looks, then nothing is cut off or covered', async () => {
    const page = await openIn(language, 'liaison');
    expect(await findingsAt(page)).toEqual([]);
    await page.context().close();
  });
});

test.each(WINDOWS)(
  'given a long name with a long topic, when the window is %d × %d, then the clock and the next one’s button are in sight',
  async (width, height) => {
    const page = await openIn('en', 'onsite-moderator');
    await page.setViewportSize({ width, height });
    const { turn } = staff.state.floor;
    if (!turn) {
      const long = hand('long', 'onsite', { name: LONG_NAME, topic: LONG_TOPIC });
      await staff.must('queue/join', long);
      await staff.must('floor/give', { turnId: 't1', entryId: 'long', afterTurnId: null });
    }
    await page.getByRole('timer').waitFor();
    const call = page.getByRole('region', { name: 'Suggested next' }).getByRole('button');
    // Where the page scrolls as a whole, the footer is far below.
    const footer = await page.getByRole('contentinfo').boundingBox();
    const bottom = Math.min(height, footer?.y ?? height);
    for (const one of [page.getByRole('timer'), call]) {
      const box = await one.boundingBox();
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(bottom);
    }
    await page.context().close();
  },
);
