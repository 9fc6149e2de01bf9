/**
 * What the socket and the disk can do, and nothing else: a bare `ws` server that frames each message once and writes
 * the same bytes to every socket. With `durable` a command is appended to a file and synced first; one sync is in
 * flight, what arrives meanwhile is the next batch, and a batch goes out as one frame. Plain JavaScript, so that the
 * floor pays for no type stripping.
 */
import { fdatasync, openSync, write } from 'node:fs';
import { createServer } from 'node:http';
import { WebSocketServer } from 'ws';

const { durable, file, eventBytes, snapshotBytes } = JSON.parse(process.argv[2]);
const fd = durable ? openSync(file, 'a') : null;
const crowd = new Set();
let seq = 0;

/** RFC 6455, 5.2: a whole text frame from a server, unmasked. */
function framed(text) {
  const payload = Buffer.from(text);
  const { length } = payload;
  const header =
    length < 126
      ? Buffer.from([0x81, length])
      : length < 65_536
        ? Buffer.from([0x81, 126, length >> 8, length & 255])
        : Buffer.concat([Buffer.from([0x81, 127, 0, 0, 0, 0]), uint32(length)]);
  return Buffer.concat([header, payload]);
}

function uint32(value) {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

const snapshot = framed(JSON.stringify({ type: 'welcome', rest: 'x'.repeat(snapshotBytes) }));

/** As long as a commit of the hub is on the wire. */
function eventOf(number) {
  const head = `{"seq":${number},"rest":"`;
  return `${head}${'x'.repeat(Math.max(0, eventBytes - head.length - 2))}"}`;
}

function publish(batch) {
  const events = batch.map(() => {
    seq += 1;
    return eventOf(seq);
  });
  const first = seq - batch.length + 1;
  batch.forEach(({ socket, commandId }, index) => {
    socket.send(JSON.stringify({ type: 'ack', commandId, seq: first + index }));
  });
  const frame = framed(`{"type":"commits","commits":[${events.join(',')}]}`);
  for (const stream of crowd) stream.write(frame);
}

let waiting = [];
let isSyncing = false;

function sync() {
  if (isSyncing || waiting.length === 0) return;
  const batch = waiting;
  waiting = [];
  isSyncing = true;
  const record = Buffer.from(batch.map(({ text }) => `${text}\n`).join(''));
  write(fd, record, (failed) => {
    if (failed) throw failed;
    fdatasync(fd, (unsynced) => {
      if (unsynced) throw unsynced;
      isSyncing = false;
      publish(batch);
      sync();
    });
  });
}

const server = createServer();
const sockets = new WebSocketServer({ server, perMessageDeflate: false });
sockets.on('connection', (socket, request) => {
  if (request.url !== '/writer') {
    crowd.add(request.socket);
    request.socket.write(snapshot);
    socket.on('close', () => crowd.delete(request.socket));
  }
  socket.on('message', (data) => {
    const text = String(data);
    const { commandId } = JSON.parse(text);
    if (!durable) return publish([{ socket, commandId }]);
    waiting.push({ socket, commandId, text });
    sync();
  });
});
server.listen({ port: 0, host: '127.0.0.1', backlog: 4_096 }, () =>
  process.send({ port: server.address().port }),
);
