/** Runs the table of actions by one of the two pairs of hands, each action in a session of its own. */
import { join } from 'node:path';
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { startHub } from '../../../electron/hub/hub.ts';
import { buildIfStale } from '../../../electron/start/build.ts';
import { must } from '../../../shared/lib/assert.ts';
import { planSchema } from '../../../shared/plan.ts';
import type { State } from '../../../shared/state.ts';
import { launchChromium } from '../../support/chromium.ts';
import { type Felt, feel, keysOf, mouseOf } from '../../support/hands-on.ts';
import { connect } from '../../support/hub-client.ts';
import { ROOT, temporaryFolder } from '../../support/hub-process.ts';
import { planOfDiscussion } from '../../support/meeting.ts';
import { type Action, beginTalk } from './action.ts';
import { DEVICE } from './device.ts';
import { FLOOR } from './floor.ts';
import { HANDS } from './hands.ts';
import { SESSION } from './session.ts';

const ACTIONS: readonly Action[] = [...HANDS, ...FLOOR, ...SESSION, ...DEVICE];

/** `proof` looks at what the page has felt. */
export function testActions(hands: 'byKeys' | 'byMouse', proof: (felt: Felt) => void): void {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let hub: Awaited<ReturnType<typeof startHub>>;
  let browser: Browser;
  /** One for all, so that the program is read once; what it keeps is thrown away after each. */
  let context: BrowserContext;

  beforeAll(async () => {
    await buildIfStale();
    folder = await temporaryFolder();
    const dataDir = join(folder.path, 'data');
    const webDir = join(ROOT, 'dist/renderer');
    hub = await startHub({ dataDir, webDir, host: '127.0.0.1', port: 0 });
    browser = await launchChromium();
    context = await browser.newContext({ locale: 'en', viewport: { width: 1440, height: 900 } });
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await context.addInitScript(() => {
      Object.assign(window, { printed: 0, print: () => Object.assign(window, { printed: 1 }) });
    });
  });
  afterEach(async () => {
    for (const page of context.pages()) {
      await page.evaluate(() => localStorage.clear());
      await page.close();
    }
  });
  afterAll(async () => {
    await browser?.close();
    await hub?.close();
    await folder?.remove();
  });

  for (const [index, { action, given, gives, is, ...by }] of ACTIONS.entries()) {
    test(`${hands === 'byKeys' ? 'by keys' : 'by mouse'} alone: ${action}`, async () => {
      const plan = planSchema.parse(planOfDiscussion());
      const { invites } = await hub.createSession(plan, `action-${index}`);
      const colleague = await connect(must(invites['online-moderator'], 'link'));
      await beginTalk(colleague);
      await given?.(colleague);
      const link = must(invites['onsite-moderator'], 'link');
      const page = await context.newPage();
      const feels = await feel(page);
      await page.goto(link);
      await page.getByText('In sync').waitFor();
      if (hands === 'byKeys') await by.byKeys(keysOf(page), colleague);
      else await by.byMouse(mouseOf(page), colleague);
      await expect.poll(async () => gives(await stateOf(link), page)).toEqual(is);
      proof(await feels());
      colleague.close();
    });
  }
}

/** As the hub tells it to a moderator. */
async function stateOf(link: string): Promise<State> {
  const { origin, hash } = new URL(link);
  const headers = { authorization: `Bearer ${hash.slice(1)}` };
  const answer = await fetch(`${origin}/api/v1/state`, { headers });
  return ((await answer.json()) as { state: State }).state;
}
