import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { deflatedWith, sharedPart } from '../../../../electron/hub/sending/deflated.ts';
import { newId } from '../../../../renderer/store/ids.ts';
import { expandedState } from '../../../../shared/compact.ts';
import { connect, type HubClient, socketTo } from '../../../support/hub-client.ts';
import { hand } from '../../../support/meeting.ts';
import { runningHub } from '../../../support/running-hub.ts';

describe('a deflated frame', () => {
  test('[W4] given any two texts, when the one is shared and the other its own, then any inflater gives both, checksum and all', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: 'binary' }),
        fc.nat(200),
        (shared, own, times) => {
          const long = shared.repeat(times).toWellFormed();
          const rest = own.toWellFormed();
          expect(inflateSync(deflatedWith(sharedPart(long), rest)).toString()).toBe(long + rest);
        },
      ),
    );
    expect(inflateSync(deflatedWith(sharedPart('€'.repeat(100_000)), 'x')).length).toBe(300_001);
    expect(() => deflatedWith(sharedPart(''), 'x'.repeat(65_536))).toThrow(RangeError);
  });
});

let t: Awaited<ReturnType<typeof runningHub>>;
beforeEach(async () => {
  t = await runningHub();
});
afterEach(() => t.stop());

type Frame = { isBinary: boolean; data: Buffer };

/** The first frame that the hub sends to somebody who says hello like this. */
function welcomed(role: 'participant' | 'host', more: object): Promise<Frame> {
  const socket = socketTo(t.hub.url);
  return new Promise((resolve) => {
    socket.once('message', (data, isBinary) => {
      resolve({ isBinary, data: data as Buffer });
      socket.close();
    });
    socket.once('open', () => {
      socket.send(
        JSON.stringify({
          type: 'hello',
          token: t.tokenOf(role),
          clientId: `device-${role}-0123456789`,
          afterSeq: null,
          ...more,
        }),
      );
    });
  });
}

test('[W4] given five hundred hands with ids as pages make them, when a phone takes deflated frames in columns, then its snapshot is the same in 8 KB', async () => {
  const host = await connect(t.linkOf('host'));
  for (let n = 0; n < 500; n += 1)
    await host.must('queue/join', {
      ...hand(newId(), n % 3 === 0 ? 'online' : 'onsite'),
      name: `Guest ${n}`,
    });
  const [plain, inColumns, deflated, both] = [
    await welcomed('participant', {}),
    await welcomed('participant', { accept: ['columns'] }),
    await welcomed('participant', { accept: ['deflate'] }),
    await welcomed('participant', { accept: ['deflate', 'columns'] }),
  ];
  expect([plain, inColumns, deflated, both].map(({ isBinary }) => isBinary)).toEqual([
    false,
    false,
    true,
    true,
  ]);
  const read = ({ isBinary, data }: Frame) => {
    const { hubTimeMs: _, state, ...welcome } = JSON.parse(String(isBinary ? inflateSync(data) : data));
    return { ...welcome, state: expandedState(state) };
  };
  for (const other of [inColumns, deflated, both]) expect(read(other)).toEqual(read(plain));
  expect(read(plain)).toMatchObject({ mode: 'snapshot', roles: ['participant'] });
  expect(read(plain).state.queue.entries).toHaveLength(500);
  expect(both.data.length).toBeLessThan(8_000);
  expect(deflated.data.length).toBeGreaterThan(both.data.length * 1.2);
  expect(plain.data.length).toBeGreaterThan(50_000);
  const missed = await welcomed('host', {
    accept: ['deflate'],
    afterSeq: host.seq - 1,
    logId: host.welcome.logId,
  });
  expect([missed.isBinary, JSON.parse(String(missed.data)).mode]).toEqual([false, 'tail']);
});

test('[W4] given next to nothing to say, when a frame may be deflated, then it comes as text', async () => {
  const { isBinary } = await welcomed('participant', { accept: ['deflate', 'br'] });
  expect(isBinary).toBe(false);
});

test('[W5] given two phones, when one takes the short form, then both see the same', async () => {
  const host = await connect(t.linkOf('host'));
  const [plain, short] = [
    await connect(t.linkOf('participant')),
    await connect(t.linkOf('participant'), { accept: ['short'] }),
  ];
  await host.must('session/start');
  for (let i = 0; i < 5; i += 1) await host.must('queue/join', hand(`h${i}`, i % 2 ? 'online' : 'onsite'));
  const seq = await host.must('queue/leave', { entryId: 'h0' });
  await Promise.all([plain.reached(seq), short.reached(seq)]);
  expect(short.state).toEqual(plain.state);
  const commandIds = ({ received }: HubClient) =>
    received
      .flatMap((message) => (message.type === 'commits' ? message.commits : []))
      .map(({ commandId }) => commandId);
  expect(commandIds(plain)).toHaveLength(7);
  expect(commandIds(plain)).not.toContain('');
  expect(new Set(commandIds(short))).toEqual(new Set(['']));
  expect(await short.command('people/introduce', { name: 'Cy', channel: 'online' })).toHaveProperty('seq');
  for (const client of [host, plain, short]) client.close();
});
