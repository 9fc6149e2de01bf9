/** A hub with the built pages, and a real browser to open them in. */
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { startHub } from '../../electron/hub/hub.ts';
import { buildIfStale } from '../../electron/start/build.ts';
import { type PlanInput, planSchema } from '../../shared/plan.ts';
import { launchChromium } from './chromium.ts';
import { ROOT, temporaryFolder } from './hub-process.ts';

export type BrowserHub = {
  browser: Browser;
  /** The links of a new session, by role. */
  createSession(plan: PlanInput, sessionId: string): Promise<Record<string, string>>;
  stop(): Promise<void>;
};

export async function browserHub(): Promise<BrowserHub> {
  await buildIfStale();
  const folder = await temporaryFolder();
  const webDir = join(ROOT, 'dist/renderer');
  const hub = await startHub({ dataDir: join(folder.path, 'data'), webDir, host: '127.0.0.1', port: 0 });
  const browser = await launchChromium();
  return {
    browser,
    createSession: async (plan, sessionId) =>
      (await hub.createSession(planSchema.parse(plan), sessionId)).invites,
    stop: async () => {
      await browser.close();
      await hub.close();
      await folder.remove();
    },
  };
}
