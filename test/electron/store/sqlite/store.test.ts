import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { StoreError } from '../../../../electron/store/event-store.ts';
import { openBackend } from '../../../../electron/store/open.ts';
import { sqliteStore } from '../../../../electron/store/sqlite/store.ts';
import { commitOf, commitsOf } from '../../../support/event-store-contract.ts';
import { temporaryFolder } from '../../../support/hub-process.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let store: ReturnType<typeof sqliteStore>;
const fileOf = (id: string) => join(folder.path, `${id}.evenfloor`);

beforeEach(async () => {
  folder = await temporaryFolder();
  store = sqliteStore(folder.path);
});
afterEach(async () => {
  await store.close();
  await folder.remove();
});

/** A closed session file of five commits, changed by `change`. */
async function changedFile(change: (db: DatabaseSync) => void): Promise<void> {
  const log = await store.create('s1');
  await log.append(commitsOf(1, 5));
  await log.close();
  const db = new DatabaseSync(fileOf('s1'));
  change(db);
  db.close();
}

describe('SQLite session files', () => {
  test('[L1] given its thread has died, when an old log is written to, then that fails and no other session gets it', async () => {
    let thread: Worker | undefined;
    const onWorker = (started: Worker) => {
      thread = started;
    };
    process.on('worker', onWorker);
    const mortal = sqliteStore(folder.path);
    const [one, two] = [
      await mortal.create('s1', commitsOf(1, 1)),
      await mortal.create('s2', commitsOf(1, 1)),
    ];
    const writing = two.append([commitOf(2)]).then(
      () => 'written',
      (error: StoreError) => error.code,
    );
    process.off('worker', onWorker);
    await thread?.terminate();
    expect(['written', 'cannot-write']).toContain(await writing);
    const again = await mortal.open('s2');
    const before = await again.read(0, 10);
    await expect(one.append([commitOf(before.length + 1)])).rejects.toThrow('open file');
    expect(await again.read(0, 10)).toEqual(before);
    await mortal.close();
  });

  test('[L7] given a commit that was changed by one letter, when read, then the damage is named and the file kept', async () => {
    await changedFile((db) =>
      db.exec(`UPDATE commits SET body = replace(body, '标题 4', '标题 5') WHERE seq = 4`),
    );
    const before = readFileSync(fileOf('s1'));
    const log = await store.open('s1', { readOnly: true });
    expect(await log.read(0, 3)).toEqual(commitsOf(1, 3));
    await expect(log.read(0, 10)).rejects.toMatchObject({
      code: 'damaged',
      message: expect.stringContaining('commit 4'),
    });
    await log.close();
    expect(readFileSync(fileOf('s1'))).toEqual(before);
  });

  test('[L9] given a contact was erased, when the files are searched, then not a byte of it is there', async () => {
    const log = await store.create('s1', commitsOf(1, 3));
    for (let n = 0; n < 50; n += 1) await log.putContact(`k${n}`, `{"email":"person${n}@example.org"}`);
    const bytes = () =>
      readdirSync(folder.path)
        .map((name) => readFileSync(join(folder.path, name)).toString('latin1'))
        .join('');
    expect(bytes()).toContain('person7@');
    await log.eraseContact('k7');
    expect(bytes()).not.toContain('person7@');
    expect(bytes()).toContain('person8@');
    await log.close();
    expect(bytes()).not.toContain('person7@');
  });

  test('[L8] given a word that cannot be read, when it is loaded, then there is none and the session opens', async () => {
    for (const body of ['not json', '{"atMs":"then"}']) {
      await changedFile((db) => db.exec(`INSERT INTO meta VALUES ('pulse', '${body}')`));
      const log = await store.open('s1');
      expect(await log.loadPulse()).toBeNull();
      expect(await log.read(0, 1)).toEqual(commitsOf(1, 1));
      await log.close();
      rmSync(fileOf('s1'));
    }
  });

  test('[L7] given a file of a newer version, when opened, then it is refused with advice', async () => {
    await changedFile((db) =>
      db.exec(`UPDATE meta SET value = '99' WHERE key = 'format'; PRAGMA user_version = 99`),
    );
    await expect(store.open('s1')).rejects.toMatchObject({
      code: 'log-newer',
      message: expect.stringContaining('update'),
    });
  });

  test('[L7] given an event that this version does not know, when read, then it is refused, not skipped', async () => {
    const log = await store.create('s1');
    await log.append([commitOf(1, { events: [{ type: 'polls/opened', v: 1 } as never] })]);
    await expect(log.read(0, 10)).rejects.toMatchObject({
      code: 'log-newer',
      message: expect.stringContaining('commit 1'),
    });
  });

  test('[L7] given files that are no sessions, when opened, then each is refused by name', async () => {
    writeFileSync(
      fileOf('text'),
      'this is no database, though it has more than a hundred bytes in it '.repeat(40),
    );
    await expect(store.open('text')).rejects.toMatchObject({ code: 'damaged' });
    new DatabaseSync(fileOf('other')).exec('CREATE TABLE t (a)');
    await expect(store.open('other')).rejects.toMatchObject({ code: 'damaged' });
    writeFileSync(fileOf('empty'), '');
    await expect(store.open('empty')).rejects.toMatchObject({ code: 'damaged' });
  });

  test('[L5] given another process holds the file, when opened here, then that is said after a wait', async () => {
    await changedFile(() => undefined);
    const other = new DatabaseSync(fileOf('s1'));
    other.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN IMMEDIATE');
    await expect(store.open('s1')).rejects.toMatchObject({ code: 'session-held' });
    other.close();
    await store.open('s1');
  });

  test('[L5] given a file that another hub holds, when it is waited for, then the other sessions are written meanwhile', async () => {
    const holder = sqliteStore(folder.path);
    await holder.create('held');
    const log = await store.create('free');
    const order: string[] = [];
    const opening = store.open('held').catch((error) => order.push(error.code));
    await log.append([commitOf(1)]);
    order.push('written');
    await opening;
    expect(order).toEqual(['written', 'session-held']);
    await holder.close();
  });

  test('[L5] given a file is waited for, when the store is closed, then the waiting ends and no thread is begun', async () => {
    const holder = sqliteStore(folder.path);
    await holder.create('held');
    const closing = sqliteStore(folder.path);
    const opening = closing.open('held');
    await closing.close();
    await expect(opening).rejects.toMatchObject({ code: 'cannot-write', params: { why: 'closed' } });
    await expect(closing.open('held')).rejects.toMatchObject({ code: 'cannot-write' });
    await holder.close();
  });

  test('[L5] given a file that is let go while somebody waits for it, when it is free, then it is opened', async () => {
    const holder = sqliteStore(folder.path);
    const held = await holder.create('held');
    const opening = store.open('held');
    await held.close();
    const log = await opening;
    expect(await log.append([commitOf(1)])).toEqual({ kind: 'appended' });
    await holder.close();
  });

  test('[U9] given a folder that cannot be made, when a session is created, then it says so and leaves nothing', async () => {
    writeFileSync(join(folder.path, 'file'), '');
    const blocked = sqliteStore(join(folder.path, 'file', 'data'));
    await expect(blocked.create('s1')).rejects.toMatchObject({ code: 'cannot-write' });
    expect(await blocked.list()).toEqual([]);
    expect(readdirSync(folder.path)).toEqual(['file']);
    await blocked.close();
  });

  test('[U9] given an address of a store that is not there, when opened, then it is refused by name', async () => {
    for (const address of ['floppy://a', 'nats://a:99999']) {
      const opening = openBackend({ address, dataDir: folder.path });
      await expect(opening).rejects.toMatchObject({ code: 'no-store-address' });
      await expect(opening).rejects.toThrow(address);
    }
  });
});
