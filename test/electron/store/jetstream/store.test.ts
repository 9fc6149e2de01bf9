import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jetstream } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Backend } from '../../../../electron/store/backend.ts';
import type { SessionLog } from '../../../../electron/store/event-store.ts';
import { hashOf } from '../../../../electron/store/hash.ts';
import { openBackend } from '../../../../electron/store/open.ts';
import { sqliteStore } from '../../../../electron/store/sqlite/store.ts';
import { commitOf, commitsOf, eventStoreContract } from '../../../support/event-store-contract.ts';
import { freePort, type NatsServer, started, startNatsServer } from '../../../support/nats-server.ts';

let server: NatsServer;
let dataDir: string;
beforeAll(async () => {
  server = await startNatsServer();
  dataDir = await mkdtemp(join(tmpdir(), 'evenfloor-test-'));
});
afterAll(async () => {
  await server.remove();
  await rm(dataDir, { recursive: true });
});

const opened = () => openBackend({ address: server.url, dataDir });

/** Of every file that the server has. */
async function textsIn(folder: string): Promise<string[]> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  return Promise.all(
    files.filter((file) => file.isFile()).map((file) => readFile(join(file.parentPath, file.name), 'latin1')),
  );
}

async function emptied(backend: Backend): Promise<void> {
  for (const sessionId of await backend.store.list()) await backend.store.remove(sessionId);
}

eventStoreContract('JetStream', 'many', async () => {
  const backend = await opened();
  await emptied(backend);
  return { store: backend.store, remove: () => backend.close() };
});

describe('a cluster', () => {
  let [one, other]: Backend[] = [];
  const hubs = () => [one, other] as [Backend, Backend];
  beforeEach(async () => {
    [one, other] = [await opened(), await opened()];
    await emptied(one as Backend);
  });
  afterEach(async () => {
    for (const hub of hubs()) await hub.close();
  });

  async function both(sessionId: string): Promise<[SessionLog, SessionLog]> {
    const [a, b] = hubs();
    return [await a.store.create(sessionId, commitsOf(1, 2)), await b.store.open(sessionId)];
  }

  test('[M1] given two hubs, when each appends in turn, then both follow the same commits in the same order', async () => {
    const [a, b] = await both('s1');
    const heard: [number[], number[]] = [[], []];
    a.follow((commits) => heard[0].push(...commits.map(({ seq }) => seq)));
    b.follow((commits) => heard[1].push(...commits.map(({ seq }) => seq)));
    for (let seq = 3; seq <= 12; seq += 1) {
      const log = seq % 2 === 0 ? a : b;
      // The one that has not heard yet is told so, and has heard by then.
      while ((await log.append([commitOf(seq)])).kind === 'conflict');
    }
    const all = Array.from({ length: 10 }, (_, index) => index + 3);
    await expect.poll(() => heard).toEqual([all, all]);
    expect(await a.read(0, 100)).toEqual(await b.read(0, 100));
  });

  test('[M2] given hubs that make one session at once, when all have tried, then one has made it and all open it', async () => {
    const [a, b] = hubs();
    const tries = [a, b, a, b].map((hub, index) =>
      hub.store.create('s1', [commitOf(1, { commandId: `by ${index}` })]),
    );
    const results = await Promise.allSettled(tries);
    const made = results.filter(({ status }) => status === 'fulfilled');
    expect(made).toHaveLength(1);
    for (const result of results) {
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'session-exists' });
    }
    expect(await (await a.store.open('s1')).read(0, 9)).toEqual(await (await b.store.open('s1')).read(0, 9));
  });

  test('[M2] given a hub that has claimed a session and not begun it, when another begins it, then the log has one id, and nobody lists it before', async () => {
    const [a, b] = hubs();
    await expect(a.store.create('s1', [commitOf(2)])).rejects.toMatchObject({ code: 'session-exists' });
    expect([await b.store.list(), await b.store.has('s1')]).toEqual([[], false]);
    const [begun, late] = await Promise.allSettled([
      a.store.create('s1', [commitOf(1)]),
      b.store.create('s1', [commitOf(1)]),
    ]);
    const made = begun.status === 'fulfilled' ? begun.value : late.status === 'fulfilled' ? late.value : null;
    expect(made?.logId).toBe((await b.store.open('s1')).logId);
    expect(await b.store.list()).toEqual(['s1']);
  });

  test('[M27] given what a newer version has written, when an older hub writes, then it is told so, and waits for nothing', async () => {
    const [a] = await both('s1');
    const connection = await connect({ servers: server.url });
    await jetstream(connection).publish(
      'evenfloor.log.s1',
      JSON.stringify({ v: 99, commits: [commitOf(3)] }),
    );
    await expect(a.append([commitOf(3)])).rejects.toMatchObject({ code: 'log-newer' });
    await expect(a.append([commitOf(3)])).rejects.toMatchObject({ code: 'log-newer' });
    await connection.close();
  });

  test('[M28] given a contact that was left twice and erased, when the server’s disk is read, then nothing of it is there', async () => {
    const [a] = await both('s1');
    await a.putContact('k1', 'the-first-body');
    await a.putContact('k1', 'the-second-body');
    await a.putContact('k2', 'another-body');
    expect(await a.contacts()).toEqual([
      { contactId: 'k1', body: 'the-second-body' },
      { contactId: 'k2', body: 'another-body' },
    ]);
    await a.eraseContact('k1');
    const texts = await textsIn(server.folder);
    expect(texts.some((text) => text.includes('another-body'))).toBe(true);
    expect(texts.some((text) => /the-(?:first|second)-body/.test(text))).toBe(false);
  });

  test('[M7] given a machine that is said to have slept and has not, when the store has answered, then the time is the store’s again', async () => {
    const [{ time }] = hubs();
    const offMs = () => Math.abs((time?.nowMs() ?? 0) - Date.now());
    time?.step(60_000);
    expect(offMs()).toBeGreaterThan(50_000);
    await expect.poll(offMs).toBeLessThan(50);
  });

  test('[M7] given a session with the name of a time, when hubs ask what the time is, then its pulse stays', async () => {
    const log = await hubs()[0].store.create('now', [commitOf(1)]);
    await log.savePulse({ atMs: 7, absences: [] });
    const another = await opened();
    expect(await log.loadPulse()).toEqual({ atMs: 7, absences: [] });
    await another.close();
  });

  test('[M3] given two hubs, when both ask for a session’s secret at once, then it is the same, also later', async () => {
    const [a, b] = hubs();
    const [x, y] = await Promise.all([a.secrets.secretOf('s1'), b.secrets.secretOf('s1')]);
    expect(x).toEqual(y);
    expect(x).toHaveLength(32);
    expect([await a.secrets.has('s1'), await a.secrets.has('s2')]).toEqual([true, false]);
    await a.secrets.remove('s1');
    expect(await b.secrets.has('s1')).toBe(false);
  });

  test('[M4] given the server dies while commits are written, when it is back, then each is there once and both hubs go on', async () => {
    const [a, b] = await both('s1');
    const ups: boolean[] = [];
    a.line?.onChange(() => ups.push(a.line?.isUp ?? false));
    for (let seq = 3; seq < 30; seq += 1) await a.append([commitOf(seq)]);
    const underWay = a.append([commitOf(30)]);
    await server.kill();
    await expect.poll(() => a.line?.isUp, { timeout: 10_000 }).toBe(false);
    await expect(a.append([commitOf(31)])).rejects.toMatchObject({ code: 'line-cut' });
    await server.start();
    await expect.poll(() => a.line?.isUp, { timeout: 10_000 }).toBe(true);
    expect(await underWay).toEqual({ kind: 'appended' });
    expect(await a.read(0, 100)).toEqual(commitsOf(1, 30));
    await expect.poll(async () => (await b.read(0, 100)).length, { timeout: 20_000 }).toBe(30);
    expect(await b.append([commitOf(31)])).toEqual({ kind: 'appended' });
    await expect.poll(() => a.read(30, 10), { timeout: 20_000 }).toEqual([commitOf(31)]);
    expect([ups[0], ups.at(-1)]).toEqual([false, true]);
  });

  test('[M5] given a session in a file, when it is moved to the cluster and back, then its hash is the same, contacts included', async () => {
    const [{ store }] = hubs();
    const files = sqliteStore(join(dataDir, 'files'));
    const from = await files.create('moved', [
      commitOf(1, { commandId: 'create.moved' }),
      ...commitsOf(2, 950),
    ]);
    await from.putContact('k1', 'a body');
    await from.savePulse({ atMs: 7, absences: [] });
    const hash = await hashOf(from);
    await from.copy(join(dataDir, 'there.evenfloor'), { contacts: true });
    const there = await store.restore(join(dataDir, 'there.evenfloor'), 'other');
    expect([there.sessionId, await hashOf(there), await there.contacts()]).toEqual([
      'moved',
      hash,
      [{ contactId: 'k1', body: 'a body' }],
    ]);
    expect(await there.loadPulse()).toEqual({ atMs: 7, absences: [] });
    await there.copy(join(dataDir, 'back.evenfloor'), { contacts: true });
    const back = await files.restore(join(dataDir, 'back.evenfloor'), 'back');
    expect([await hashOf(back), await back.contacts()]).toEqual([hash, await from.contacts()]);
    expect(new Set([from.logId, there.logId, back.logId]).size).toBe(3);
    for (const log of [from, there, back]) await log.close();
    await files.close();
  });

  test('[M1] given a hub that writes on, when another reads, then it gets all up to the end as it is by then', async () => {
    const [a, b] = await both('s1');
    let isOver = false;
    const writing = (async () => {
      for (let seq = 3; !isOver; seq += 2) await a.append([commitOf(seq), commitOf(seq + 1)]);
    })();
    for (let round = 0; round < 20; round += 1) {
      const commits = await b.read(0, 5_000);
      expect(commits.map(({ seq }) => seq)).toEqual(commits.map((_, index) => index + 1));
    }
    isOver = true;
    await writing;
  });

  test('[M6] given a batch that is larger than a message may be, when appended, then it is refused by name and nothing is written', async () => {
    const [a] = await both('s1');
    const title = Array.from({ length: 200_000 }, () => Math.random().toString(36)).join('');
    const large = commitOf(3, { events: [{ type: 'session/configured', v: 1, title }] });
    await expect(a.append([large])).rejects.toMatchObject({ code: 'too-large' });
    expect(await a.append([commitOf(3)])).toEqual({ kind: 'appended' });
  });

  test('[M7] given hubs on one machine, when asked how far ahead the store’s clock is, then it is theirs within a moment', async () => {
    for (const { time } of hubs()) expect(Math.abs((time?.nowMs() ?? 0) - Date.now())).toBeLessThan(50);
  });
});

describe('an address of a cluster', () => {
  test('[M8] given nobody answers, or it is none, when opened, then one sentence says so and shows no password', async () => {
    const opening = openBackend({ address: 'nats://me:secret@127.0.0.1:1', dataDir });
    const port = await freePort();
    await expect(opening).rejects.toMatchObject({ code: 'no-cluster' });
    await expect(opening).rejects.not.toThrow('secret');
    const mute = await started(['-a', '127.0.0.1', '-p', String(port)]);
    const toMute = openBackend({ address: `nats://127.0.0.1:${port}`, dataDir });
    await expect(toMute).rejects.toMatchObject({ code: 'no-jetstream' });
    mute.kill('SIGKILL');
    const strict = await started([
      '-js',
      '-sd',
      dataDir,
      '-a',
      '127.0.0.1',
      '-p',
      String(port),
      '--user',
      'me',
      '--pass',
      'x%',
    ]);
    const toStrict = openBackend({ address: `nats://me:secret@127.0.0.1:${port}`, dataDir });
    await expect(toStrict).rejects.toMatchObject({ code: 'cluster-refuses' });
    const right = await openBackend({ address: `nats://me:x%@127.0.0.1:${port}`, dataDir });
    await right.close();
    strict.kill('SIGKILL');
    await expect(openBackend({ address: 'floppy://a', dataDir })).rejects.toThrow('floppy://a');
  });
});
