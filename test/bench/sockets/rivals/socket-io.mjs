/** The same work on socket.io with a room: `{ack}` to the writer, then the event to everybody. Nothing is durable. */
import { createServer } from 'node:http';
import { Server } from 'socket.io';

const { eventBytes, snapshotBytes } = JSON.parse(process.argv[2]);
const server = createServer();
const io = new Server(server, { transports: ['websocket'], serveClient: false });
const snapshot = { type: 'welcome', rest: 'x'.repeat(snapshotBytes) };
let seq = 0;

io.on('connection', (socket) => {
  if (socket.handshake.query.kind === 'crowd') socket.join('crowd');
  socket.emit('welcome', snapshot);
  socket.on('command', ({ commandId }) => {
    seq += 1;
    socket.emit('ack', { command: Number(commandId.slice(1)), seq });
    const rest = 'x'.repeat(Math.max(0, eventBytes - 24 - String(seq).length));
    io.to('crowd').emit('commits', [{ seq, rest }]);
  });
});
server.listen({ port: 0, host: '127.0.0.1', backlog: 4_096 }, () =>
  process.send({ port: server.address().port }),
);
