/** A session in a hub of this process, and a real browser to watch it with: what most end-to-end tests begin with. */
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { startHub } from '../../electron/hub/hub.ts';
import { buildIfStale } from '../../electron/start/build.ts';
import { must } from '../../shared/lib/assert.ts';
import type { Role } from '../../shared/lib/vocabulary.ts';
import type { PlanInput } from '../../shared/plan.ts';
import { planSchema } from '../../shared/plan.ts';
import { launchChromium } from './chromium.ts';
import { ROOT, temporaryFolder } from './hub-process.ts';
import { planOfDiscussion } from './meeting.ts';

const LAPTOP = { width: 1366, height: 768 };
export const PHONE = { width: 390, height: 844 };

export type WatchedSession = Awaited<ReturnType<typeof watchedSession>>;

export async function watchedSession(plan: PlanInput = planOfDiscussion()) {
  await buildIfStale();
  const folder = await temporaryFolder();
  const webDir = join(ROOT, 'dist/renderer');
  const hub = await startHub({ dataDir: join(folder.path, 'data'), webDir, host: '127.0.0.1', port: 0 });
  const { invites } = await hub.createSession(planSchema.parse(plan), 'watched');
  const browser = await launchChromium();
  const linkOf = (role: Role) => must(invites[role], role);
  return {
    hub,
    linkOf,
    tokenOf: (role: Role) => must(linkOf(role).split('#')[1], 'token'),
    /** A page in a browser of its own, in English; nothing has been opened in it. */
    page: async (viewport = LAPTOP): Promise<Page> =>
      (await browser.newContext({ locale: 'en', viewport })).newPage(),
    /** The page of a role; `view` is one of its places. */
    open: async (role: Role, viewport = LAPTOP, view?: string): Promise<Page> => {
      const page = await (await browser.newContext({ locale: 'en', viewport })).newPage();
      const [address, token] = linkOf(role).split('#');
      await page.goto(`${address}${view === undefined ? '' : `?view=${view}`}#${token}`);
      return page;
    },
    stop: async () => {
      await browser.close();
      await hub.close();
      await folder.remove();
    },
  };
}
