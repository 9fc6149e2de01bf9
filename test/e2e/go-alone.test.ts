/** The desktop app hosts on a cluster; the venue's line is cut in mid-turn, and the meeting goes on on this computer. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { must } from '../../shared/lib/assert.ts';
import { type DesktopApp, launchDesktop } from '../support/electron-app.ts';
import { connect } from '../support/hub-client.ts';
import { hand } from '../support/meeting.ts';
import { type NatsServer, startNatsServer } from '../support/nats-server.ts';

let nats: NatsServer;
let desktop: DesktopApp;
beforeAll(async () => {
  nats = await startNatsServer();
  desktop = await launchDesktop({ args: [`--store=${nats.url}`] });
});
afterAll(async () => {
  await desktop?.close();
  await nats?.remove();
});

/** The invitation by which a page has come. */
function linkOf(page: Page): string {
  const { origin, hash } = new URL(page.url());
  return `${origin}/${hash}`;
}

test('[M25] given the app hosts on a cluster, when its line is cut in mid-turn, then the clock goes on, one press takes the meeting on here, and the cluster has its own when the line is back', async () => {
  const { page } = desktop;
  await page.getByRole('button', { name: /Hybrid panel/ }).click();
  await page.waitForURL(/#/);
  const link = linkOf(page);
  const host = await connect(link);
  await host.must('agenda/edit', {
    items: [{ itemId: 'talk', kind: 'discussion', title: 'Talk', minutes: 60 }],
  });
  await host.must('agenda/begin', { itemId: 'talk', afterItemId: null });
  await host.must('queue/join', { ...hand('e1', 'online'), name: 'Zoë' });
  await host.must('queue/join', { ...hand('e2', 'onsite'), name: 'Ana' });
  await host.must('floor/give', { turnId: 't1', entryId: 'e1', afterTurnId: null, proposedEntryId: 'e1' });
  await page.getByRole('button', { name: 'Console' }).click();
  const floor = page.getByRole('region', { name: 'Floor' });
  const clock = () => page.getByRole('timer').first().textContent();
  await floor.getByRole('heading', { name: 'Zoë' }).waitFor();

  await nats.kill();
  await page.getByRole('alert').getByText('line to the cluster is cut').waitFor({ timeout: 30_000 });
  const atTheCut = await clock();
  await expect.poll(clock, { timeout: 10_000 }).not.toBe(atTheCut);
  await floor.getByRole('heading', { name: 'Zoë' }).waitFor();

  await page.getByRole('button', { name: 'Go on alone' }).click({ timeout: 30_000 });
  await expect
    .poll(() => new URL(page.url()).searchParams.get('view'), { timeout: 30_000 })
    .toBe('invitations');
  const alone = await connect(linkOf(page));
  expect(alone.welcome.sessionId).not.toBe(host.welcome.sessionId);
  await page.getByRole('button', { name: 'Console' }).click();
  await floor.getByRole('heading', { name: 'Zoë' }).waitFor();
  const turnId = must(alone.state.floor.turn, 'a turn').turnId;
  await alone.must('floor/give', { turnId: 't2', entryId: 'e2', afterTurnId: turnId, proposedEntryId: 'e2' });
  await floor.getByRole('heading', { name: 'Ana' }).waitFor();

  await nats.start();
  const again = await connect(link);
  await expect
    .poll(() => again.command('queue/join', { ...hand('e3', 'onsite'), name: 'Cy' }))
    .toHaveProperty('seq');
  await expect.poll(() => again.state.queue.entries.map(({ name }) => name)).toEqual(['Ana', 'Cy']);
  expect(alone.state.queue.entries).toEqual([]);
  for (const client of [host, alone, again]) client.close();
});
