import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sqliteStore } from '../../../../electron/store/sqlite/store.ts';
import { commitOf, commitsOf } from '../../../support/event-store-contract.ts';
import { temporaryFolder } from '../../../support/hub-process.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let there: ReturnType<typeof sqliteStore>;
let here: ReturnType<typeof sqliteStore>;
let data: string;
const given = (name: string) => join(folder.path, name);

beforeEach(async () => {
  folder = await temporaryFolder();
  data = given('data');
  there = sqliteStore(given('there'));
  here = sqliteStore(data);
});
afterEach(async () => {
  await there.close();
  await here.close();
  await folder.remove();
});

const COMMITS = [commitOf(1, { commandId: 'create.s1' }), ...commitsOf(2, 40)];

/** A copy of a session of forty commits, changed by `change`; its bytes. */
async function copied(path: string, change = ''): Promise<Buffer> {
  const log = await there.create('s1', COMMITS);
  await log.copy(path, { contacts: false });
  await log.close();
  const db = new DatabaseSync(path);
  db.exec(change);
  db.close();
  return readFileSync(path);
}

describe('a session file from elsewhere', () => {
  test('[Y1] given a copy, when it is looked at, then it is one file that needs nothing beside it', async () => {
    const bytes = await copied(given('a.evenfloor'));
    // The bytes of the header that say whether there is a write-ahead log.
    expect([bytes[18], bytes[19]]).toEqual([1, 1]);
    expect(readdirSync(folder.path).filter((name) => name.startsWith('a.'))).toEqual(['a.evenfloor']);
  });

  test('[Y1] given a commit is not as it was written, when the open log is copied, then that is named and no file made', async () => {
    const log = await there.create('s1', COMMITS);
    await log.close();
    const open = await there.open('s1', { readOnly: true });
    const db = new DatabaseSync(join(given('there'), 's1.evenfloor'));
    db.exec('UPDATE commits SET sum = 0 WHERE seq = 7');
    db.close();
    await expect(open.copy(given('a.evenfloor'), { contacts: false })).rejects.toMatchObject({
      code: 'damaged',
      params: { seq: 7 },
    });
    expect(readdirSync(folder.path)).toEqual(['there']);
  });

  test('[Y1] given a log of many commits, when it is copied, then what is appended meanwhile is written before, and not in it', async () => {
    const log = await there.create('s1', commitsOf(1, 20_000));
    const order: string[] = [];
    const copying = log.copy(given('a.evenfloor'), { contacts: false }).then(() => order.push('copied'));
    await log.append([commitOf(20_001)]);
    order.push('appended');
    await copying;
    expect(order).toEqual(['appended', 'copied']);
    const restored = await here.restore(given('a.evenfloor'), 'other');
    expect(await restored.read(19_999, 10)).toEqual([commitOf(20_000)]);
  });

  test('[Y1] given the store is closed while a log is copied, when somebody waits for it, then that is said', async () => {
    const log = await there.create('s1', commitsOf(1, 20_000));
    const copying = log.copy(given('a.evenfloor'), { contacts: false });
    await log.close();
    await expect(copying).rejects.toMatchObject({ code: 'cannot-write' });
    expect(readdirSync(folder.path)).toEqual(['there']);
  });

  test('[Y1] given a folder that is not there, when the log is copied into it, then it says so and goes on', async () => {
    const log = await there.create('s1', COMMITS);
    const path = given('none/a.evenfloor');
    await expect(log.copy(path, { contacts: false })).rejects.toMatchObject({ code: 'cannot-write' });
    expect(await log.append([commitOf(41)])).toEqual({ kind: 'appended' });
  });

  test('[Y1] given a snapshot stands in for lost commits, when the log is copied, then it does so in the copy, without contacts', async () => {
    const log = await there.create('s1', COMMITS);
    const contacts = [{ contactId: 'k1', purpose: 'to meet', joinedAtMs: 5, seq: 3 }];
    const commands = [{ commandId: 'c1', personId: 'p1' }];
    await log.saveSnapshot({ v: 1, seq: 30, atMs: 9, state: { contacts } as never, commands });
    await log.close();
    const db = new DatabaseSync(join(given('there'), 's1.evenfloor'));
    db.exec('DELETE FROM commits WHERE seq < 9');
    db.close();
    const bridged = await there.open('s1');
    await bridged.copy(given('a.evenfloor'), { contacts: false });
    const restored = await here.restore(given('a.evenfloor'), 'other');
    expect([restored.sessionId, restored.damage]).toEqual(['other', null]);
    expect(await restored.loadSnapshot()).toMatchObject({
      seq: 30,
      state: { contacts: [] },
      commands: [{ commandId: 'c1', personId: '' }],
    });
    expect(await restored.read(30, 100)).toEqual(commitsOf(31, 40));
  });

  test('[Y2] given a session whose hub was killed, when its file is restored, then what waited beside it is there too', async () => {
    const log = await there.create('s1', COMMITS.slice(0, 20));
    await log.append(commitsOf(21, 40));
    const names = readdirSync(given('there'));
    expect(names).toContain('s1.evenfloor-wal');
    mkdirSync(given('disk'));
    for (const name of names) copyFileSync(join(given('there'), name), join(given('disk'), name));
    const restored = await here.restore(join(given('disk'), 's1.evenfloor'), 'other');
    expect(restored.sessionId).toBe('s1');
    expect(await restored.read(0, 100)).toEqual(COMMITS);
    expect(readdirSync(given('disk'))).toEqual(names);
  });

  test('[Y2] given one copy, when it is restored twice at once, then the second is another session, and both are whole', async () => {
    await copied(given('a.evenfloor'));
    const both = await Promise.all(['x', 'y'].map((id) => here.restore(given('a.evenfloor'), id)));
    const [first, second] = both.map(({ sessionId }) => sessionId);
    expect([first === 's1' ? second : first, first === 's1' || second === 's1']).toEqual([
      first === 's1' ? 'y' : 'x',
      true,
    ]);
    for (const log of both) expect(await log.read(0, 100)).toEqual(COMMITS);
  });

  test('[Y2] given a hub lived until the copy, when it is restored, then its last word came along', async () => {
    const log = await there.create('s1', COMMITS);
    await log.savePulse({ atMs: 77, absences: [{ fromMs: 1, toMs: 9_000 }] });
    await log.copy(given('a.evenfloor'), { contacts: false });
    const restored = await here.restore(given('a.evenfloor'), 'other');
    expect(await restored.loadPulse()).toEqual({ atMs: 77, absences: [{ fromMs: 1, toMs: 9_000 }] });
  });

  test('[Y4] given a file that was cut off or changed, when it is restored, then what is before the damage is there and the file as it was', async () => {
    const bytes = await copied(
      given('a.evenfloor'),
      `UPDATE commits SET body = replace(body, '标题', '标識') WHERE seq = 31`,
    );
    const restored = await here.restore(given('a.evenfloor'), 'other');
    expect(restored.damage).toEqual({ seq: 31, lastSeq: 30, keptAs: 'a.evenfloor' });
    expect(await restored.read(0, 100)).toEqual(COMMITS.slice(0, 30));
    expect(readFileSync(given('a.evenfloor'))).toEqual(bytes);
    expect(readdirSync(data).filter((name) => !/-(?:wal|shm)$/.test(name))).toEqual(['s1.evenfloor']);
    writeFileSync(given('cut.evenfloor'), bytes.subarray(0, 4_500));
    await expect(here.restore(given('cut.evenfloor'), 'cut')).rejects.toMatchObject({
      code: 'damaged',
      params: { path: given('cut.evenfloor') },
    });
  });

  test.each([
    [
      'a picture',
      'no-session-file',
      () => writeFileSync(given('a.evenfloor'), 'PNG or whatever '.repeat(50)),
    ],
    ['an empty file', 'no-session-file', () => writeFileSync(given('a.evenfloor'), '')],
    ['nothing', 'no-such-session', () => undefined],
    ['a folder', 'cannot-write', () => mkdirSync(given('a.evenfloor'))],
    ['another database', 'damaged', () => new DatabaseSync(given('a.evenfloor')).exec('CREATE TABLE t (a)')],
    [
      'a file of a newer version',
      'log-newer',
      () =>
        copied(
          given('a.evenfloor'),
          `UPDATE meta SET value = '99' WHERE key = 'format'; PRAGMA user_version = 99`,
        ),
    ],
  ])(
    '[Y4] given %s, when it is restored, then %s is said of it and nothing is left',
    async (_, code, make) => {
      await make();
      await expect(here.restore(given('a.evenfloor'), 'other')).rejects.toMatchObject({
        code,
        params: { path: given('a.evenfloor') },
      });
      if (existsSync(data)) expect(readdirSync(data)).toEqual([]);
      expect(await here.list()).toEqual([]);
    },
  );
});
