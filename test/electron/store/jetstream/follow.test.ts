import { connect, type NatsConnection } from '@nats-io/transport-node';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { watchLine } from '../../../../electron/store/jetstream/line.ts';
import { CommitStream } from '../../../../electron/store/jetstream/log.ts';
import { openStreams, type Streams } from '../../../../electron/store/jetstream/streams.ts';
import { commitOf } from '../../../support/event-store-contract.ts';
import { type NatsServer, startNatsServer } from '../../../support/nats-server.ts';

const START = { streamSeq: 0, seq: 0 };

let server: NatsServer;
let connection: NatsConnection;
let streams: Streams;
beforeEach(async () => {
  server = await startNatsServer();
  connection = await connect({ servers: server.url });
  streams = await openStreams(connection);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await connection.close();
  await server.remove();
});

describe('the follower of a log', () => {
  test('[M1] given servers that do not answer it for a moment, when others write, then it hears all of it, late', async () => {
    const line = watchLine(connection);
    vi.spyOn(streams.js.consumers, 'get').mockRejectedValueOnce(new Error('timeout'));
    const follower = await CommitStream.open(streams, line, 's1', START);
    const heard: number[] = [];
    follower.follow((commits) => heard.push(...commits.map(({ seq }) => seq)));
    const writer = await CommitStream.open(streams, line, 's1', START);
    for (const seq of [1, 2, 3]) await writer.append([commitOf(seq)]);
    await expect.poll(() => heard, { timeout: 10_000 }).toEqual([1, 2, 3]);
    follower.close();
    writer.close();
  });

  test('[M1] given a server that dies and comes back, when others write, then a follower that has nothing to write hears it within moments', async () => {
    const line = watchLine(connection);
    const follower = await CommitStream.open(streams, line, 's1', START);
    const heard: number[] = [];
    follower.follow((commits) => heard.push(...commits.map(({ seq }) => seq)));
    const writer = await CommitStream.open(streams, line, 's1', START);
    await writer.append([commitOf(1)]);
    await server.kill();
    await server.start();
    await expect.poll(() => line.isUp, { timeout: 10_000 }).toBe(true);
    expect(await writer.append([commitOf(2)])).toEqual({ kind: 'appended' });
    // Left to itself the client waits for half a minute before it asks anew.
    await expect.poll(() => heard, { timeout: 10_000 }).toEqual([1, 2]);
    follower.close();
    writer.close();
  });

  test('[M29] given a follower that hears nothing, when it asks for the rest, then it has all of it; when nobody answers, then it says so', async () => {
    const line = watchLine(connection);
    vi.spyOn(streams.js.consumers, 'get').mockRejectedValue(new Error('timeout'));
    const follower = await CommitStream.open(streams, line, 's1', START);
    const heard: number[] = [];
    follower.follow((commits) => heard.push(...commits.map(({ seq }) => seq)));
    await follower.catchUp();
    expect(heard).toEqual([]);
    const writer = await CommitStream.open(streams, line, 's1', START);
    await writer.append([commitOf(1), commitOf(2)]);
    await writer.append([commitOf(3)]);
    expect(heard).toEqual([]);
    await Promise.all([follower.catchUp(), follower.catchUp()]);
    expect(heard).toEqual([1, 2, 3]);
    await connection.close();
    await expect(follower.catchUp()).rejects.toMatchObject({ code: 'line-cut' });
    follower.close();
    writer.close();
  });

  test('[M27] given what no version has written, when an append meets it, then it is refused by name', async () => {
    const log = await CommitStream.open(streams, watchLine(connection), 's1', START);
    await streams.js.publish('evenfloor.log.s1', 'no commit at all');
    await expect(log.append([commitOf(1)])).rejects.toMatchObject({
      code: 'damaged',
      params: { why: 'message 1' },
    });
    log.close();
  });
});
