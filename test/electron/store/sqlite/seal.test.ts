import { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isAsSealed } from '../../../../electron/store/sqlite/seal.ts';
import { sqliteStore } from '../../../../electron/store/sqlite/store.ts';
import { temporaryFolder } from '../../../support/hub-process.ts';
import { meeting } from '../../../support/meeting.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let path: string;
beforeEach(async () => {
  folder = await temporaryFolder();
  path = join(folder.path, 's1.evenfloor');
  const store = sqliteStore(folder.path);
  const log = await store.create('s1', meeting().commits);
  await log.close();
  await store.close();
});
afterEach(() => folder.remove());

/** As a disk that keeps something else than it was given: neither the commit's sum nor SQLite's pages are asked. */
function changedBehindTheSeal(): void {
  const db = new DatabaseSync(path);
  db.exec("UPDATE commits SET sum = sum + 1 WHERE seq = 1; UPDATE meta SET value = 'x' WHERE key = 'format'");
  db.close();
}

const openAndClose = async () => {
  const store = sqliteStore(folder.path);
  try {
    const log = await store.open('s1');
    const { damage } = log;
    const isSealed = isAsSealed(path);
    await log.close();
    return { damage, isSealed };
  } finally {
    await store.close();
  }
};

describe('the seal of a session file', () => {
  test('[L10] given a file as it was closed, when it is opened, then its seal is broken until it is closed again', async () => {
    expect(isAsSealed(path)).toBe(true);
    expect(await openAndClose()).toEqual({ damage: null, isSealed: false });
    expect(isAsSealed(path)).toBe(true);
  });

  test('[L10] given a file that was changed since, when it is opened, then it is looked through all the same', async () => {
    changedBehindTheSeal();
    expect(isAsSealed(path)).toBe(false);
    await expect(openAndClose()).rejects.toMatchObject({ code: 'damaged' });
  });

  test('[L10] given commits that wait in a write-ahead log beside it, when asked, then it is not as sealed', () => {
    writeFileSync(`${path}-wal`, 'left by a process that was killed');
    expect(isAsSealed(path)).toBe(false);
  });

  test('[L10] given no seal, a cut one, or one of another file, when the session is opened, then that costs time and nothing else', async () => {
    rmSync(`${path}-seal`);
    expect(await openAndClose()).toEqual({ damage: null, isSealed: false });
    writeFileSync(`${path}-seal`, readFileSync(`${path}-seal`).subarray(0, 10));
    expect(await openAndClose()).toEqual({ damage: null, isSealed: false });
    appendFileSync(`${path}-seal`, 'x');
    expect(await openAndClose()).toEqual({ damage: null, isSealed: false });
    expect(isAsSealed(path)).toBe(true);
  });

  test('[L10] given a session that is taken away, when looked for, then its seal is gone too', async () => {
    const store = sqliteStore(folder.path);
    await store.remove('s1');
    await store.close();
    expect(existsSync(`${path}-seal`)).toBe(false);
  });
});
