import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { startHub } from '../../../electron/hub/hub.ts';
import { beside } from '../../../electron/store/beside.ts';
import { type EventStore, type SessionLog, StoreError } from '../../../electron/store/event-store.ts';
import { memoryStore } from '../../../electron/store/memory.ts';
import { embedded } from '../../../electron/store/open.ts';
import { sqliteStore } from '../../../electron/store/sqlite/store.ts';
import type { HubMessage } from '../../../shared/protocol.ts';
import { connect, type HubClient } from '../../support/hub-client.ts';
import { temporaryFolder } from '../../support/hub-process.ts';
import { hand } from '../../support/meeting.ts';
import { runningHub } from '../../support/running-hub.ts';
import { simulatedClock } from '../../support/simulated-clock.ts';

type Cluster = { isAway: boolean };

/** A store on other machines, whose line a test cuts. */
function remoteStore(store: EventStore, cluster: Cluster): EventStore {
  const reached = async <T>(work: () => Promise<T>): Promise<T> => {
    if (cluster.isAway) throw new StoreError('cannot-write', { why: 'ETIMEDOUT' });
    return work();
  };
  const remote = (log: SessionLog): SessionLog => ({
    ...log,
    line: { isUp: true, onChange: () => () => undefined },
    append: (commits) => reached(() => log.append(commits)),
    read: (afterSeq, limit) => reached(() => log.read(afterSeq, limit)),
    savePulse: (pulse) => reached(() => log.savePulse(pulse)),
    copy: (path, options) => reached(() => log.copy(path, options)),
  });
  return {
    ...store,
    create: (sessionId, first) => reached(async () => remote(await store.create(sessionId, first))),
    open: (sessionId, options) => reached(async () => remote(await store.open(sessionId, options))),
    has: (sessionId) => reached(() => store.has(sessionId)),
    list: () => reached(() => store.list()),
  };
}

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let clock: ReturnType<typeof simulatedClock>;
let cluster: Cluster;
let t: Awaited<ReturnType<typeof runningHub>>;

beforeEach(async () => {
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  folder = await temporaryFolder();
  clock = simulatedClock();
  cluster = { isAway: false };
  const at = (name: string) => join(folder.path, name);
  const far = embedded(remoteStore(memoryStore(), cluster), at('cluster'));
  t = await runningHub({ clock, store: beside(far, embedded(sqliteStore(at('own')), at('own'))) });
});
afterEach(async () => {
  await t.stop();
  await folder.remove();
  vi.restoreAllMocks();
});

/** As it was told last. */
function lineCut(client: HubClient): boolean {
  const isPresence = (message: HubMessage) => message.type === 'presence';
  clock.advance(1_000);
  return (client.received.findLast(isPresence) as { lineCut?: true } | undefined)?.lineCut ?? false;
}

/** The copy that the hub gives out. */
async function copyOf(link: string): Promise<Response> {
  const { origin, hash } = new URL(link);
  return fetch(`${origin}/api/v1/session.evenfloor`, {
    headers: { authorization: `Bearer ${hash.slice(1)}` },
  });
}

describe('hosting on a cluster from a laptop', () => {
  test('[M24] given a meeting, when the line is cut, then the staff is told and a copy up to the last commit is to be had all the same', async () => {
    const host = await connect(t.linkOf('host'));
    await host.must('queue/join', hand('e1', 'onsite'));
    cluster.isAway = true;
    expect(await host.command('queue/join', hand('e2', 'online'))).toMatchObject({
      code: 'hub/cannot-write',
    });
    await expect.poll(() => lineCut(host)).toBe(true);
    expect(host.state.queue.entries).toHaveLength(1);
    expect((await copyOf(t.linkOf('host'))).status).toBe(200);
    cluster.isAway = false;
    await host.must('queue/join', hand('e2', 'online'));
    await expect.poll(() => lineCut(host)).toBe(false);
  });

  test('[M25] given the line is cut, when the meeting goes on alone, then it is another session with a log and links of its own, and the first goes on when the line is back', async () => {
    const host = await connect(t.linkOf('host'));
    await host.must('queue/join', hand('e1', 'onsite'));
    cluster.isAway = true;
    const path = join(folder.path, 'a.evenfloor');
    await writeFile(path, Buffer.from(await (await copyOf(t.linkOf('host'))).arrayBuffer()));
    const alone = await t.hub.restoreSession(path, { asOther: true });
    expect(alone.sessionId).not.toBe(t.session.sessionId);
    const other = await connect(alone.invites.host ?? '');
    expect(other.welcome.logId).not.toBe(host.welcome.logId);
    expect(other.state.queue).toEqual(host.state.queue);
    await other.must('queue/join', hand('e2', 'online'));
    cluster.isAway = false;
    await host.must('queue/join', hand('e3', 'online'));
    const ids = ({ state }: HubClient) => state.queue.entries.map(({ entryId }) => entryId);
    expect([ids(host), ids(other)]).toEqual([
      ['e1', 'e3'],
      ['e1', 'e2'],
    ]);
    expect((await t.hub.listSessions()).map(({ sessionId }) => sessionId)).toEqual([
      alone.sessionId,
      t.session.sessionId,
    ]);
  });

  test('[M25] given a session went on alone, when the app starts without the cluster, then it is there under the same links', async () => {
    cluster.isAway = true;
    const path = join(folder.path, 'a.evenfloor');
    await writeFile(path, Buffer.from(await (await copyOf(t.linkOf('host'))).arrayBuffer()));
    const alone = await t.hub.restoreSession(path, { asOther: true });
    await t.hub.close();
    const own = join(folder.path, 'own');
    t.hub = await startHub({ dataDir: own, webDir: t.webDir, host: '127.0.0.1', port: 0, clock });
    const { invites } = await t.hub.openSession(alone.sessionId);
    const secretOf = (link = '') => link.split('#')[1];
    expect(secretOf(invites.host)).toBe(secretOf(alone.invites.host));
  });
});
