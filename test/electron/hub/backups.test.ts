import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Backups, keepBackups } from '../../../electron/hub/backups.ts';
import type { SessionLog } from '../../../electron/store/event-store.ts';
import { memoryStore } from '../../../electron/store/memory.ts';
import { BACKUP_INTERVAL_MS, BACKUPS_MAX } from '../../../shared/lib/limits.ts';
import { commitsOf } from '../../support/event-store-contract.ts';
import { temporaryFolder } from '../../support/hub-process.ts';
import { simulatedClock } from '../../support/simulated-clock.ts';

let t: Awaited<ReturnType<typeof temporaryFolder>>;
let folder: string;
let log: SessionLog;
let backups: Backups;
const clock = simulatedClock(Date.UTC(2026, 10, 27, 7, 5));
const names = () => readdirSync(folder);

beforeEach(async () => {
  t = await temporaryFolder();
  folder = join(t.path, 'backups', 's1');
  log = await memoryStore().create('s1', commitsOf(1, 3));
  backups = keepBackups(log, folder, clock);
});
afterEach(() => t.remove());

describe('backups', () => {
  test('[Y5] given the session changes often, when the interval is over, then there is one backup, named by its time', async () => {
    backups.changed();
    clock.advance(BACKUP_INTERVAL_MS - 1);
    backups.changed();
    clock.advance(1);
    await backups.now();
    expect(names()).toEqual(['2026-11-27-071500.evenfloor']);
    clock.advance(3 * BACKUP_INTERVAL_MS);
    await backups.now();
    expect(names()).toHaveLength(1);
  });

  test('[Y5] given more backups than are kept, when one is made, then the oldest goes, and what a crash has left', async () => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, '2026-11-27-070000.evenfloor.draft'), 'half');
    for (let n = 0; n < BACKUPS_MAX + 2; n += 1) {
      backups.changed();
      clock.advance(BACKUP_INTERVAL_MS);
      await backups.now();
    }
    const newest = names().at(-1);
    expect(names()).toHaveLength(BACKUPS_MAX);
    backups.changed();
    clock.advance(BACKUP_INTERVAL_MS);
    await backups.now();
    expect(names()).toHaveLength(BACKUPS_MAX);
    expect(names().at(-2)).toBe(newest);
  });

  test('[Y5] given no backup can be written, when it is time again and again, then that is said once, and once there is room it is made', async () => {
    const stderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    mkdirSync(join(t.path, 'backups'));
    writeFileSync(folder, 'no folder');
    for (let n = 0; n < 3; n += 1) {
      backups.changed();
      clock.advance(BACKUP_INTERVAL_MS);
      await backups.now();
    }
    const said = stderr.mock.calls.map(String);
    stderr.mockRestore();
    expect(said).toEqual([expect.stringContaining('session s1 has no backup')]);
    rmSync(folder);
    backups.changed();
    await backups.now();
    expect(names()).toHaveLength(1);
  });

  test('[Y5] given the room is given up, when the interval is over, then nothing is written any more', async () => {
    backups.changed();
    backups.stop();
    clock.advance(2 * BACKUP_INTERVAL_MS);
    await backups.now();
    expect(readdirSync(t.path)).toEqual([]);
  });
});
