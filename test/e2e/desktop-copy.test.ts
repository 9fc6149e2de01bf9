/** The desktop app at somebody else's hub: the hub is lost, and one press opens the session on this computer. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pageFor } from '../../renderer/sync/hub-address.ts';
import { type DesktopApp, launchDesktop } from '../support/electron-app.ts';
import { connect } from '../support/hub-client.ts';
import { type HubProcess, startHubProcess, temporaryFolder } from '../support/hub-process.ts';
import { hand } from '../support/meeting.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let desktop: DesktopApp;
let hub: HubProcess;
beforeAll(async () => {
  folder = await temporaryFolder();
  hub = await startHubProcess('--data', folder.path);
  desktop = await launchDesktop();
});
afterAll(async () => {
  await desktop?.close();
  await hub?.kill();
  await folder?.remove();
});

test('[Y6] given the app had joined a hub that is lost, when its copy is opened here, then the hands are there under new links', async () => {
  const host = await connect(hub.invites.host);
  await host.must('queue/join', { ...hand('e1', 'online'), name: 'Zoë' });
  const { page } = desktop;
  const home = new URL(page.url());
  await page.goto(pageFor(new URL(hub.invites['online-moderator']), home, true));
  await page.getByRole('button', { name: 'Plan' }).click();
  const card = page.getByRole('region', { name: 'Copy on this device' });
  await card.getByText(/^From \d\d:\d\d/).waitFor({ timeout: 60_000 });
  await hub.kill();
  const lost = page.url();
  // The page cannot come back without the hub, but the app begins anew with what it has kept.
  await page.goto(home.href);
  await page.getByRole('button', { name: /copy from/ }).waitFor();
  hub = await startHubProcess(
    '--data',
    folder.path,
    '--port',
    new URL(hub.url).port,
    '--session',
    hub.sessionId,
  );
  await page.goto(lost);
  await page.getByText('In sync').waitFor();
  await hub.kill();
  const offer = page.getByRole('region', { name: 'The copy of the session' });
  await offer.getByRole('button', { name: 'Open on this computer' }).click({ timeout: 90_000 });
  await expect.poll(() => new URL(page.url()).searchParams.get('view')).toBe('invitations');
  expect(new URL(page.url()).origin).toBe(home.origin);
  await page.getByRole('button', { name: 'Console' }).click();
  await page.getByText('Zoë').first().waitFor();
  const sessions = await page.evaluate(() => window.evenfloor?.sessions.list());
  expect(sessions).toMatchObject([{ sessionId: hub.sessionId }]);
});
