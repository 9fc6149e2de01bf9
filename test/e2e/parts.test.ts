/** A line that fails while the page is still coming: its parts are asked for again, and their styles. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type WatchedSession, watchedSession } from '../support/watched-session.ts';

let session: WatchedSession;
beforeAll(async () => {
  session = await watchedSession();
});
afterAll(() => session?.stop());

/** The first few requests for such files are cut off. */
async function cutOff(page: Page, files: RegExp, times: number): Promise<void> {
  let left = times;
  await page.route(files, (route) => {
    left -= 1;
    return left >= 0 ? route.abort('connectionreset') : route.continue();
  });
}

test('given a line that cuts off code and styles of the console, when it is opened, then it comes by itself, with both', async () => {
  const page = await session.page();
  await cutOff(page, /\/assets\/staff-.*\.js$/, 2);
  await cutOff(page, /\/assets\/staff-.*\.css$/, 1);
  await page.goto(session.linkOf('online-moderator'));
  await page.getByRole('region', { name: 'Floor' }).waitFor();
  const sheets = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')].map(({ href, sheet }) => ({
      name: href.replace(/.*\/|-[^-]*$/g, ''),
      isThere: sheet !== null,
    })),
  );
  expect(sheets).toContainEqual({ name: 'staff', isThere: true });
  expect(sheets.filter(({ isThere }) => !isThere)).toEqual([]);
  await page.context().close();
});

test('given a line that fails as somebody goes to another place, when it is back, then that place comes by itself', async () => {
  const page = await session.page();
  await cutOff(page, /\/assets\/InvitesView-.*\.(?:js|css)$/, 3);
  await page.goto(session.linkOf('host'));
  await page.getByRole('button', { name: 'Invitations' }).click();
  await page.getByRole('heading', { name: 'Participant', exact: false }).first().waitFor();
  await page.context().close();
});

test('given a line that brings not even the first code, when somebody waits, then the page says so in both languages, and nothing of it stays once the code is there', async () => {
  const page = await session.page();
  await cutOff(page, /\/assets\/index-.*\.js$/, 1);
  await page.goto(session.linkOf('participant'));
  await page.getByText('This page is still on its way').waitFor();
  await page.getByText('页面仍在载入').waitFor();
  await page.reload();
  await page.getByRole('main').waitFor();
  expect(await page.locator('.late').count()).toBe(0);
  await page.context().close();
});
