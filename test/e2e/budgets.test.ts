/**
 * What a page costs to load the first time, counted where it counts: in the bytes that a browser gets from the hub.
 * A console whose roster has Chinese names loads the table of their sounds afterwards, 140 KB; this roster has none.
 */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Role } from '../../shared/lib/vocabulary.ts';
import { planOfDiscussion } from '../support/meeting.ts';
import { type WatchedSession, watchedSession } from '../support/watched-session.ts';

const KB = 1_000;

let session: WatchedSession;
beforeAll(async () => {
  session = await watchedSession({ ...planOfDiscussion(), people: [] });
});
afterAll(() => session?.stop());

type Budget = {
  role: Role;
  kilobytes: number;
  files: number;
  ready: (page: Page) => Promise<void>;
  parts: RegExp;
};

const BUDGETS: Budget[] = [
  {
    role: 'participant',
    kilobytes: 90,
    files: 22,
    async ready(page) {
      await page.getByLabel('Your name').fill('Ada');
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'Raise hand' }).waitFor();
      await page.getByRole('button', { name: 'Ask a question' }).waitFor();
    },
    parts: /ParticipantView/,
  },
  {
    role: 'display',
    kilobytes: 90,
    files: 16,
    ready: (page) => page.getByText('The session begins soon').waitFor(),
    parts: /StageView/,
  },
  {
    role: 'host',
    kilobytes: 250,
    files: 10,
    ready: (page) => page.getByRole('button', { name: 'Console' }).waitFor(),
    parts: /staff/,
  },
];

test.each(BUDGETS)(
  'a first load as $role is at most $kilobytes KB in at most $files files, compressed, code and styles and all',
  async (budget) => {
    const page = await session.page();
    const loaded: { path: string; bytes: Promise<number> }[] = [];
    page.on('requestfinished', (request) => {
      const bytes = request.sizes().then((sizes) => sizes.responseBodySize);
      loaded.push({ path: new URL(request.url()).pathname, bytes });
    });
    await page.goto(session.linkOf(budget.role));
    await budget.ready(page);
    await page.waitForLoadState('networkidle');
    const files = await Promise.all(loaded.map(async ({ path, bytes }) => ({ path, bytes: await bytes })));
    await page.context().close();

    expect(files.map((file) => file.path)).toEqual(
      expect.arrayContaining([expect.stringMatching(budget.parts), expect.stringMatching(/\.css$/)]),
    );
    expect(files.length, JSON.stringify(files)).toBeLessThanOrEqual(budget.files);
    const sum = files.reduce((total, file) => total + file.bytes, 0);
    expect(sum, JSON.stringify(files)).toBeLessThanOrEqual(budget.kilobytes * KB);
  },
);
