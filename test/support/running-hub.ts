/** A hub in this process, on a free port, with its session of the discussion plan. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HubOptions } from '../../electron/hub/hub.ts';
import { startHub } from '../../electron/hub/hub.ts';
import { must } from '../../shared/lib/assert.ts';
import type { Role } from '../../shared/lib/vocabulary.ts';
import { planSchema } from '../../shared/plan.ts';
import { temporaryFolder } from './hub-process.ts';
import { planOfDiscussion } from './meeting.ts';

export async function runningHub(options: Partial<HubOptions> = {}) {
  const folder = await temporaryFolder();
  const webDir = join(folder.path, 'web');
  mkdirSync(join(webDir, 'assets'), { recursive: true });
  writeFileSync(join(webDir, 'index.html'), '<!doctype html><title>Evenfloor</title>');
  writeFileSync(join(webDir, 'assets/app-1234.js'), '"use strict";');
  const dataDir = join(folder.path, 'data');
  const hub = await startHub({ dataDir, webDir, host: '127.0.0.1', port: 0, ...options });
  const plan = planSchema.parse(planOfDiscussion());
  const session = await hub.createSession(plan, 'session-1');
  const linkOf = (role: Role) => must(session.invites[role], role);
  const running = {
    /** A test that restarts it puts the new one here. */
    hub,
    folder: folder.path,
    dataDir,
    webDir,
    plan,
    session,
    linkOf,
    tokenOf: (role: Role) => must(linkOf(role).split('#')[1], 'token'),
    stop: async () => {
      await running.hub.close();
      await folder.remove();
    },
  };
  return running;
}
