import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { StoreError } from '../../../electron/store/event-store.ts';
import { memoryStore } from '../../../electron/store/memory.ts';
import { mirrored } from '../../../electron/store/mirrored.ts';
import { sqliteStore } from '../../../electron/store/sqlite/store.ts';
import { commitOf, commitsOf } from '../../support/event-store-contract.ts';

const FIRST = commitOf(1, { commandId: 'create.s1' });

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'evenfloor-test-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** A log on other machines, and whether they are there. */
async function far(copy: () => Promise<void>) {
  const line = { isUp: true, onChange: () => () => undefined };
  const log = await memoryStore().create('s1', [FIRST]);
  return { line, log: await mirrored({ ...log, line, copy }) };
}

async function commitsIn(path: string) {
  const store = sqliteStore(join(folder, 'opened'));
  const log = await store.restore(path, 's2');
  const commits = await log.read(0, 100);
  await store.close();
  return commits;
}

test('[M24] given the line is cut, when a copy is asked for, then it is had at once, up to the last commit, and nobody far away is asked', async () => {
  let asked = 0;
  const { line, log } = await far(() => {
    asked += 1;
    return new Promise(() => undefined);
  });
  await log.append(commitsOf(2, 5));
  line.isUp = false;
  const path = join(folder, 'copy.evenfloor');
  await log.copy(path, { contacts: false });
  expect(await commitsIn(path)).toEqual([FIRST, ...commitsOf(2, 5)]);
  expect(asked).toBe(0);
});

test('[M24] given a line that breaks meanwhile, when a copy is asked for, then it is had all the same, but none with contacts', async () => {
  const { log } = await far(() => Promise.reject(new StoreError('line-cut', {})));
  const path = join(folder, 'copy.evenfloor');
  await log.copy(path, { contacts: false });
  expect(await commitsIn(path)).toEqual([FIRST]);
  await expect(log.copy(path, { contacts: true })).rejects.toMatchObject({ code: 'line-cut' });
});
