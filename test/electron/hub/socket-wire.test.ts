import { EventEmitter } from 'node:events';
import { Duplex } from 'node:stream';
import { expect, test } from 'vitest';
import { type ProbedSocket, SocketWire } from '../../../electron/hub/socket-wire.ts';

/** A line that counts how often it is written to. */
function line() {
  const writes: string[] = [];
  const stream = new Duplex({
    read: () => undefined,
    write: (chunk, _, done) => {
      writes.push(String(chunk));
      done();
    },
    writev: (chunks, done) => {
      writes.push(chunks.map(({ chunk }) => String(chunk)).join(''));
      done();
    },
  });
  const socket = Object.assign(new EventEmitter(), { readyState: 1 as 1 | 2, ping: () => undefined });
  const wire = new SocketWire(socket as unknown as ProbedSocket, stream, () => undefined);
  const say = (text: string) => wire.send(Buffer.from(text));
  return { writes, stream, socket, wire, say, stop: () => wire.stop() };
}

const afterPromises = () => new Promise<void>((resolve) => process.nextTick(resolve));

test('[U20] given a commit and its acks, when the line is held, then they go out in order, in one write, and what comes later at once', async () => {
  const { writes, wire, say, stop } = line();
  wire.hold();
  say('commit ');
  await Promise.resolve().then(() => {
    wire.hold();
    say('ack');
  });
  await afterPromises();
  expect(writes.join('')).toBe('commit ack');
  expect(writes.length).toBeLessThanOrEqual(2);
  say('one');
  say('two');
  expect(writes.slice(-2)).toEqual(['one', 'two']);
  stop();
});

test('[U20] given acks of one batch, when all are said before the promises go on, then there is one write', async () => {
  const { writes, wire, say, stop } = line();
  for (const text of ['a', 'b', 'c']) {
    wire.hold();
    say(text);
  }
  expect(writes).toEqual([]);
  expect(wire.bufferedBytes()).toBe(3);
  await afterPromises();
  expect(writes).toEqual(['abc']);
  stop();
});

test('[U20] given a line that is held, when it is destroyed or about to close, then nothing more is written and nothing fails', async () => {
  const closing = line();
  closing.socket.readyState = 2;
  closing.wire.hold();
  closing.say('late');
  const gone = line();
  gone.wire.hold();
  gone.say('lost');
  gone.stream.destroy();
  await afterPromises();
  expect([closing.writes, gone.writes]).toEqual([[], []]);
  closing.stop();
  gone.stop();
});
