/** The invitation's QR code before a camera: a film that the real browser and the real window take for one. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildIfStale } from '../../electron/start/build.ts';
import { pageFor } from '../../renderer/sync/hub-address.ts';
import { launchChromium } from '../support/chromium.ts';
import { launchDesktop } from '../support/electron-app.ts';
import { type HubProcess, ROOT, startHubProcess, temporaryFolder } from '../support/hub-process.ts';
import { pictureOf, y4mOf } from '../support/qr-picture.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let hub: HubProcess;
let camera: string[];

beforeAll(async () => {
  await buildIfStale();
  folder = await temporaryFolder();
  hub = await startHubProcess('--data', folder.path, '--plan', join(ROOT, 'test/cases/ws377-proposal.txt'));
  const film = join(folder.path, 'invitation.y4m');
  await writeFile(film, y4mOf(pictureOf(hub.invites.participant)));
  camera = ['--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${film}`];
});
afterAll(async () => {
  await hub?.stop();
  await folder?.remove();
});

const scan = (page: Page) => page.getByRole('button', { name: 'Scan a QR code' }).click();
/** What only a participant's page asks. */
const arrive = (page: Page) => page.getByLabel('Your name', { exact: true }).waitFor();

describe('the camera', () => {
  let browser: Browser;
  afterAll(() => browser?.close());

  test('given the code before the camera of a browser, when it is scanned, then the participant’s page opens', async () => {
    browser = await launchChromium([...camera, '--use-fake-ui-for-media-stream']);
    const page = await browser.newPage({ locale: 'en' });
    const problems: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(message.text());
    });
    await page.goto(hub.url);
    await scan(page);
    await arrive(page);
    expect(page.url()).toBe(hub.invites.participant);
    expect(problems).toEqual([]);
  });

  test('given the code before the camera of the app, when it is scanned, then its own window joins that hub', async () => {
    const desktop = await launchDesktop({ args: [...camera, '--lang=en'] });
    try {
      const home = new URL(desktop.page.url());
      await scan(desktop.page);
      await arrive(desktop.page);
      expect(desktop.page.url()).toBe(pageFor(new URL(hub.invites.participant), home, true));
    } finally {
      await desktop.close();
    }
  });
});
