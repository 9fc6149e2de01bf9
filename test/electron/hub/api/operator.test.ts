import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { memoryStore } from '../../../../electron/store/memory.ts';
import { embedded } from '../../../../electron/store/open.ts';
import { alone } from '../../../../electron/store/peers.ts';
import { DRAIN_NOTICE_MS, STORE_ANSWER_WAIT_MS } from '../../../../shared/lib/limits.ts';
import { CLOSE } from '../../../../shared/wire.ts';
import { type FaultyDisk, faultyStore } from '../../../support/faulty-store.ts';
import { connect } from '../../../support/hub-client.ts';
import { temporaryFolder } from '../../../support/hub-process.ts';
import { hand } from '../../../support/meeting.ts';
import { runningHub } from '../../../support/running-hub.ts';
import { simulatedClock } from '../../../support/simulated-clock.ts';

const TOKEN = 'what-the-operator-has';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let t: Awaited<ReturnType<typeof runningHub>>;
let clock: ReturnType<typeof simulatedClock>;
let disk: FaultyDisk;
let others: Set<string>;
let announced: (string | null)[];
/** Answers whether a session is there; a store that is away takes its time. */
let storeAnswers: (ask: () => Promise<boolean>) => Promise<boolean>;

beforeEach(async () => {
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  folder = await temporaryFolder();
  clock = simulatedClock();
  disk = { isFull: false, wait: async () => undefined };
  others = new Set();
  announced = [];
  storeAnswers = (ask) => ask();
  const store = faultyStore(memoryStore(), disk);
  const watched = { ...store, has: (id: string) => storeAnswers(() => store.has(id)) };
  const peers = {
    ...alone(),
    others: () => others,
    announce: (url: string | null) => void announced.push(url),
  };
  t = await runningHub({ clock, metricsToken: TOKEN, store: { ...embedded(watched, folder.path), peers } });
});
afterEach(async () => {
  await t.stop();
  await folder.remove();
  vi.restoreAllMocks();
});

async function ready(): Promise<[number, unknown]> {
  const response = await fetch(`${t.hub.url}/readyz`);
  return [response.status, await response.json()];
}

function metrics(token: string): Promise<Response> {
  return fetch(`${t.hub.url}/metrics`, { headers: { authorization: `Bearer ${token}` } });
}

describe('readiness', () => {
  test('[M20] given a hub that listens, when its store answers, then it is ready; while the store takes nothing, not', async () => {
    expect(await ready()).toEqual([200, { ready: true }]);
    const host = await connect(t.linkOf('host'));
    disk.isFull = true;
    await host.command('queue/join', hand('e1', 'onsite'));
    expect(await ready()).toEqual([503, { ready: false, why: 'store' }]);
    disk.isFull = false;
    await host.must('queue/join', hand('e1', 'onsite'));
    expect(await ready()).toEqual([200, { ready: true }]);
  });

  test('[M20] given a store that refuses to answer or is silent, when asked, then the hub is not ready', async () => {
    storeAnswers = () => Promise.reject(new Error('no line'));
    expect(await ready()).toEqual([503, { ready: false, why: 'store' }]);
    let isAsked = false;
    storeAnswers = () => {
      isAsked = true;
      return new Promise(() => undefined);
    };
    const answer = ready();
    await expect.poll(() => isAsked).toBe(true);
    clock.advance(STORE_ANSWER_WAIT_MS);
    expect(await answer).toEqual([503, { ready: false, why: 'store' }]);
  });
});

describe('leaving', () => {
  test('[M21] given another hub lives, when this one drains, then it is not ready, takes nobody and keeps who is here until the notice is over', async () => {
    others.add('another');
    const host = await connect(t.linkOf('host'));
    let isDrained = false;
    const drained = t.hub.drain().then(() => {
      isDrained = true;
    });
    expect(announced.at(-1)).toBeNull();
    expect(await ready()).toEqual([503, { ready: false, why: 'draining' }]);
    await expect(connect(t.linkOf('participant'))).rejects.toThrow('503');
    await host.must('queue/join', hand('e1', 'onsite'));
    expect(isDrained).toBe(false);
    clock.advance(DRAIN_NOTICE_MS);
    await drained;
    await t.hub.close();
    expect((await host.closed).code).toBe(CLOSE.restarting);
  });

  test('[M21] given it is the only hub, when it drains, then nobody is waited for', async () => {
    await t.hub.drain();
    expect(await ready()).toEqual([503, { ready: false, why: 'draining' }]);
  });
});

describe('figures', () => {
  test('[M22] given a meeting, when the host or the operator asks, then what happened is counted', async () => {
    const host = await connect(t.linkOf('host'));
    await connect(t.linkOf('onsite-moderator'));
    await connect(t.linkOf('participant'));
    await host.must('queue/join', hand('e1', 'onsite'));
    await host.command('queue/join', hand('e1', 'onsite'));
    disk.isFull = true;
    await host.command('queue/join', hand('e2', 'onsite'));
    for (const token of [t.tokenOf('host'), TOKEN]) {
      const response = await metrics(token);
      expect(response.headers.get('content-type')).toContain('text/plain; version=0.0.4');
      const lines = (await response.text()).split('\n');
      expect(lines).toEqual(
        expect.arrayContaining([
          '# TYPE evenfloor_append_seconds histogram',
          'evenfloor_sessions 1',
          'evenfloor_connections{audience="keeper"} 1',
          'evenfloor_connections{audience="staff"} 1',
          'evenfloor_connections{audience="public"} 1',
          'evenfloor_commits_appended_total 1',
          'evenfloor_appends_total{result="appended"} 1',
          'evenfloor_appends_total{result="failed"} 1',
          'evenfloor_append_seconds_bucket{le="+Inf"} 2',
          'evenfloor_append_seconds_count 2',
          'evenfloor_refused_total{code="hub/cannot-write"} 1',
          'evenfloor_store_ok 0',
          'evenfloor_draining 0',
          'evenfloor_hubs 1',
        ]),
      );
      const samples = lines.filter((line) => line !== '' && !line.startsWith('#'));
      for (const line of samples) expect(line).toMatch(/^[a-z_][a-z0-9_]*(\{[a-z]+="[^"]+"\})? [0-9.e+-]+$/);
    }
  });

  test('[M22] given anybody else, when figures are asked for, then they are refused', async () => {
    expect((await fetch(`${t.hub.url}/metrics`)).status).toBe(401);
    expect((await metrics(t.tokenOf('onsite-moderator'))).status).toBe(403);
    expect((await metrics(`${TOKEN}-`)).status).toBe(401);
  });
});
