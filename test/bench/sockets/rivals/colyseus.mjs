/**
 * The same work on a Colyseus room: a queue of 500 in its state, one joins or the head leaves, and everybody gets the
 * difference at the next tick of 50 ms, its default. Seats are reserved beforehand, so that joining pays for no
 * matchmaking. Nothing is durable.
 */
import { createServer } from 'node:http';
import { matchMaker, Room, Server } from '@colyseus/core';
import { Encoder, schema, t } from '@colyseus/schema';
import { WebSocketTransport } from '@colyseus/ws-transport';

const { ENTRIES } = JSON.parse(process.argv[2]);
const SEATS = 4_000;
const WRITERS = 50;
Encoder.BUFFER_SIZE = 256 * 1024;

const Entry = schema({
  entryId: t.string(),
  name: t.string(),
  channel: t.string(),
  door: t.string(),
  kind: t.string(),
  joinedAtMs: t.number(),
});
const Queue = schema({ entries: t.array(Entry), last: t.string() });

class Meeting extends Room {
  maxClients = SEATS;
  maxMessagesPerSecond = Number.POSITIVE_INFINITY;
  seatReservationTimeout = 100_000;
  state = new Queue();
  seq = 0;

  onCreate() {
    for (let i = 0; i < ENTRIES; i += 1)
      this.join({ entryId: String(i).padStart(22, 'e'), name: `Person ${i}` });
    this.onMessage('c', (client, text) => {
      const { commandId, name, args } = JSON.parse(text);
      if (name === 'queue/join') this.join(args);
      else this.state.entries.shift();
      this.seq += 1;
      this.state.last = `#${this.seq}`;
      client.send('a', `ack:${commandId.slice(1)}:${this.seq}`);
    });
  }

  join({ entryId, name, channel = 'onsite', door = 'room', kind = 'topic' }) {
    this.state.entries.push(
      new Entry().assign({ entryId, name, channel, door, kind, joinedAtMs: Date.now() }),
    );
  }
}

const http = createServer();
const server = new Server({
  greet: false,
  gracefullyShutdown: false,
  transport: new WebSocketTransport({ server: http }),
});
server.define('meeting', Meeting);
await server.listen(0);
const { roomId, processId } = await matchMaker.createRoom('meeting', {});
const room = matchMaker.getLocalRoomById(roomId);
for (let i = 0; i < SEATS - WRITERS; i += 1) await room._reserveSeat(`crowd-${i}`, {}, undefined, 100_000);
for (let i = 0; i < WRITERS; i += 1) await room._reserveSeat(`writer-${i}`, {}, undefined, 100_000);
process.send({ port: http.address().port, path: `/${processId}/${roomId}` });
