import { expect, test } from 'vitest';
import { watchLine } from '../../../../electron/store/jetstream/line.ts';
import { CommitStream } from '../../../../electron/store/jetstream/log.ts';
import { seededRandom } from '../../../../shared/projections/synthetic-hands.ts';
import { commitOf } from '../../../support/event-store-contract.ts';
import { simulatedClock } from '../../../support/simulated-clock.ts';
import { SimulatedServers } from '../../../support/simulated-jetstream.ts';
import { simulatedNats } from '../../../support/simulated-nats.ts';

test('[M29] given others who write faster than a question takes, when a hub that hears nothing asks for the rest, then it has what was there when it asked, and the question ends', async () => {
  const clock = simulatedClock();
  const servers = new SimulatedServers(clock, seededRandom(1));
  let ids = 0;
  const opened = async () => {
    const nats = simulatedNats(servers);
    const newId = () => {
      ids += 1;
      return `hub-${ids}`;
    };
    const line = watchLine(nats.connection, { nowMs: clock.nowMs, after: clock.after, newId });
    const opening = CommitStream.open(nats.streams, line, 's1', { streamSeq: 0, seq: 0 });
    await clock.pass(100);
    return { nats, stream: await opening };
  };
  const [writer, reader] = [await opened(), await opened()];
  reader.nats.deafen(60_000);
  let seq = 0;
  const write = async () => {
    seq += 1;
    await writer.stream.append([commitOf(seq)]);
    if (seq < 500) await write();
  };
  void write();
  await clock.pass(500);
  const heard: number[] = [];
  reader.stream.follow((commits) => heard.push(...commits.map((commit) => commit.seq)));
  const there = seq - 1;
  let isOver = false;
  void reader.stream.catchUp().then(() => {
    isOver = true;
  });
  await clock.pass(2_000);
  expect([isOver, heard.length >= there, heard.length < seq]).toEqual([true, true, true]);
  expect(heard).toEqual(Array.from({ length: heard.length }, (_, index) => index + 1));
  writer.nats.die();
  reader.nats.die();
});
