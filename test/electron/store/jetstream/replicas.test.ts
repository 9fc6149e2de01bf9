import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jetstreamManager } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBackend } from '../../../../electron/store/open.ts';
import { must } from '../../../../shared/lib/assert.ts';
import { commitOf, commitsOf } from '../../../support/event-store-contract.ts';
import { type NatsCluster, startNatsCluster } from '../../../support/nats-server.ts';

const PATIENCE = { timeout: 60_000, interval: 500 };

let cluster: NatsCluster;
let dataDir: string;
beforeAll(async () => {
  cluster = await startNatsCluster(3);
  dataDir = await mkdtemp(join(tmpdir(), 'evenfloor-test-'));
});
afterAll(async () => {
  await cluster.remove();
  await rm(dataDir, { recursive: true });
});

const opened = () => openBackend({ address: cluster.url, dataDir });

/** Of every stream. */
async function replicas(): Promise<number[]> {
  const connection = await connect({ servers: cluster.url.replace('nats://', '').split(',') });
  const jsm = await jetstreamManager(connection);
  const found: number[] = [];
  for await (const { config } of jsm.streams.list()) found.push(config.num_replicas);
  await connection.close();
  return found;
}

describe('three servers', () => {
  test('[M26] given one of them is down, when a hub starts, then it serves what is there, and all is on three when they are', async () => {
    const third = must(cluster.servers[2], 'third');
    await third.kill();
    // Nobody has ever seen the third: there are two, and one of them keeps it.
    const first = await opened();
    await first.store.create('s1', commitsOf(1, 3));
    await first.close();
    expect(new Set(await replicas())).toEqual(new Set([1]));

    await third.start();
    const isOnThree = async () => {
      const hub = await opened();
      await hub.close();
      return [...new Set(await replicas())];
    };
    await expect.poll(isOnThree, PATIENCE).toEqual([3]);

    await third.kill();
    const late = await opened();
    const log = await late.store.open('s1');
    expect(await log.append([commitOf(4)])).toEqual({ kind: 'appended' });
    expect(await log.read(0, 9)).toEqual(commitsOf(1, 4));
    await late.close();
    expect(new Set(await replicas())).toEqual(new Set([3]));
  });
});
