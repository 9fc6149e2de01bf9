/** What is compared: our hub, the floors under it, and two well-known servers that do the same work. */
import { type ChildProcess, fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { ROOT } from '../../support/hub-process.ts';
import type { Manners } from './crowd.ts';
import type { Line } from './line.ts';
import { hubManners } from './phones.ts';

/** Heads that wait in every server's queue. */
export const ENTRIES = 500;

export type Usage = { cpuMs: number; rssBytes: number };
export type Ack = { command: number; seq: number };

export type Served = {
  port: number;
  crowd: Manners;
  writer: Manners;
  /** Says command `number` on a writer's line: one joins the queue, or its head leaves. */
  write(line: Line, number: number): void;
  /** The answer in a frame, if it holds one; throws when the command was refused. */
  ackOf(payload: Buffer): Ack | null;
  usage(): Promise<Usage>;
  stop(): Promise<void>;
};

/** As long on the wire as what the hub sends, which is measured first. */
export type Sizes = { eventBytes: number; snapshotBytes: number };

/** Of a floor that stands alone. */
export const SIZES: Sizes = { eventBytes: 186, snapshotBytes: 62_700 };

export type Subject = { name: string; start(sizes: Sizes): Promise<Served> };

/** Loaded into each server before its own code: it tells what it has used. */
const REPORTING = `data:text/javascript,${encodeURIComponent(
  `process.on('message', () => {
    const { user, system } = process.cpuUsage();
    process.send({ cpuMs: (user + system) / 1e3, rssBytes: process.memoryUsage.rss() });
  });`,
)}`;

function child(module: string, args: string[]): ChildProcess {
  const execArgv = ['--disable-warning=ExperimentalWarning', '--import', REPORTING];
  return fork(resolve(ROOT, module), args, { execArgv, stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
}

function answered<T>(server: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    server.once('message', (message) => resolve(message as T));
    server.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
  });
}

function running(server: ChildProcess, cleanUp: () => Promise<void> = async () => undefined) {
  return {
    usage: () => {
      const answer = answered<Usage>(server);
      server.send('usage');
      return answer;
    },
    stop: async () => {
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGKILL');
      await ended;
      await cleanUp();
    },
  };
}

const SEQ = Buffer.from('"seq":');
const ACK = Buffer.from('{"type":"ack"');
const REJECTED = Buffer.from('{"type":"rejected"');

function jsonAck(payload: Buffer): Ack | null {
  if (payload.subarray(0, REJECTED.length).equals(REJECTED)) throw new Error(String(payload));
  if (!payload.subarray(0, ACK.length).equals(ACK)) return null;
  const { commandId, seq } = JSON.parse(String(payload));
  return { command: Number(String(commandId).slice(1)), seq };
}

const atOnce: Pick<Manners, 'isJoined' | 'tags'> = { isJoined: () => true, tags: [SEQ] };

function floor(name: string, durable: boolean): Subject {
  return {
    name,
    start: async (sizes) => {
      const folder = await mkdtemp(join(tmpdir(), 'evenfloor-bench-'));
      const options = { durable, file: join(folder, 'log'), ...sizes };
      const server = child('test/bench/sockets/servers/floor.mjs', [JSON.stringify(options)]);
      const { port } = await answered<{ port: number }>(server);
      return {
        port,
        crowd: { ...atOnce, path: () => '/' },
        // Nobody tells a writer that it is known: it asks for nothing, and its first answer is an ack.
        writer: { ...atOnce, path: () => '/writer' },
        write: (line, number) => line.send(commandText(number)),
        ackOf: jsonAck,
        ...running(server, () => rm(folder, { recursive: true, force: true })),
      };
    },
  };
}

/** Which hand a command is about; the one that took it up takes it down, or the one could overtake the other. */
export function entryOf(number: number): number {
  return number % 2 === 0 ? number / 2 + ENTRIES : (number - 1) / 2;
}

/** The text of a command as the hub takes it; the floors take it too, to read as much. */
export function commandText(number: number): string {
  const isJoin = number % 2 === 0;
  const args = isJoin ? joinArgs(entryOf(number)) : { entryId: entryIdOf(entryOf(number)) };
  const name = isJoin ? 'queue/join' : 'queue/leave';
  return JSON.stringify({ type: 'command', commandId: `c${number}`, name, args });
}

/** Of 10 letters that compress as little as those of the pages do. */
const entryIdOf = (index: number) =>
  `e${createHash('sha256').update(`${index}`).digest('base64url').slice(0, 9)}`;

function joinArgs(index: number) {
  const channel = index % 2 === 0 ? 'onsite' : 'online';
  return { entryId: entryIdOf(index), name: `Person ${index}`, channel, door: 'room', kind: 'topic' };
}

type Started = { url: string; invites: Record<string, string> };

/** Our hub as it is built and started by `npm run hub`, or that of another checkout. */
const hubOf = (name: string, program: string): Subject => ({
  name,
  start: async () => {
    const folder = await mkdtemp(join(tmpdir(), 'evenfloor-bench-'));
    const plan = join(folder, 'plan.json');
    await writeFile(plan, JSON.stringify(PLAN));
    const server = child(program, [
      ...['--port', '0', '--json', '--plan', plan],
      ...['--data', join(folder, 'data')],
    ]);
    const line = await new Promise<string>((resolve) =>
      createInterface(server.stdout as NodeJS.ReadableStream).once('line', resolve),
    );
    const { url, invites }: Started = JSON.parse(line);
    const manners = (role: string): Manners =>
      hubManners(invites[role]?.split('/#')[1] ?? '', (member) => `bench-${role}-${member}`);
    await fill(url, invites['onsite-moderator']?.split('/#')[1] ?? '');
    return {
      port: Number(new URL(url).port),
      crowd: manners('participant'),
      writer: manners('onsite-moderator'),
      write: (opened, number) => opened.send(commandText(number)),
      ackOf: jsonAck,
      ...running(server, () => rm(folder, { recursive: true, force: true })),
    };
  },
});

const hub = hubOf('evenfloor', 'dist/electron/serve.js');

const PLAN = {
  format: 'evenfloor.plan',
  v: 1,
  title: 'A benchmark',
  agenda: [{ itemId: 'talk', kind: 'discussion', title: 'Discussion', minutes: 90 }],
};

const FILLING = 10;

async function fill(url: string, token: string): Promise<void> {
  const command = async (commandId: string, name: string, args: object) => {
    const answer = await fetch(`${url}/api/v1/commands`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'x-client-id': 'bench-filler' },
      body: JSON.stringify({ commandId, name, args }),
    });
    if (!answer.ok) throw new Error(`${name}: ${await answer.text()}`);
  };
  await command('start', 'session/start', {});
  // A few at a time: a connection for each would still be open, and in the hub's memory, when the crowd comes.
  for (let first = 0; first < ENTRIES; first += FILLING) {
    const indices = Array.from({ length: FILLING }, (_, i) => first + i);
    await Promise.all(indices.map((index) => command(`fill-${index}`, 'queue/join', joinArgs(index))));
  }
}

/** Installed by `npm ci --prefix test/bench/sockets/rivals`; without it they are left out, and that is said. */
export const RIVALS_FOLDER = join(ROOT, 'test/bench/sockets/rivals');

const socketIo: Subject = {
  name: 'socket.io',
  start: async (sizes) => {
    const server = child('test/bench/sockets/rivals/socket-io.mjs', [JSON.stringify({ ...sizes, ENTRIES })]);
    const { port } = await answered<{ port: number }>(server);
    const manners = (kind: string): Manners => ({
      tags: [SEQ],
      path: () => `/socket.io/?EIO=4&transport=websocket&kind=${kind}`,
      isJoined: (line, payload) => {
        // Engine.IO opens, Socket.IO connects the namespace, then comes the snapshot.
        if (payload[0] === 48) line.send('40');
        return payload.subarray(0, 3).toString() === '42[';
      },
    });
    return {
      port,
      crowd: manners('crowd'),
      writer: manners('writer'),
      write: (line, number) => line.send(`42["command",${commandText(number)}]`),
      ackOf: (payload) => {
        const text = payload.subarray(0, 7).toString();
        return text === '42["ack' ? JSON.parse(payload.subarray(2).toString())[1] : null;
      },
      ...running(server),
    };
  },
};

const JOIN_ROOM = 10;
const ROOM_DATA = 13;
const ROOM_STATE = 14;
const LAST = Buffer.from('#');

const colyseus: Subject = {
  name: 'Colyseus',
  start: async (sizes) => {
    const server = child('test/bench/sockets/rivals/colyseus.mjs', [JSON.stringify({ ...sizes, ENTRIES })]);
    const { port, path } = await answered<{ port: number; path: string }>(server);
    const manners = (kind: string): Manners => ({
      tags: [LAST],
      path: (member) => `${path}?sessionId=${kind}-${member}`,
      isJoined: (line, payload) => {
        if (payload[0] === JOIN_ROOM) line.sendBinary(Buffer.from([JOIN_ROOM]));
        return payload[0] === ROOM_STATE;
      },
    });
    return {
      port,
      crowd: manners('crowd'),
      writer: manners('writer'),
      write: (line, number) => {
        const text = Buffer.from(commandText(number));
        line.sendBinary(Buffer.concat([Buffer.from([ROOM_DATA, 0xa1, 99, 0xd9, text.length]), text]));
      },
      ackOf: (payload) => {
        const match = /ack:(\d+):(\d+)/.exec(payload.toString('latin1'));
        return match ? { command: Number(match[1]), seq: Number(match[2]) } : null;
      },
      ...running(server),
    };
  },
};

/**
 * The hub first: what it sends says how long the messages of the others are. `other` is another checkout with a built
 * hub, to see what a change has brought.
 */
export function subjects(other?: string): Subject[] {
  const others = other === undefined ? [] : [hubOf('other', join(other, 'dist/electron/serve.js'))];
  const rivals = existsSync(join(RIVALS_FOLDER, 'node_modules')) ? [socketIo, colyseus] : [];
  return [hub, floor('floor', false), floor('floor+dur', true), ...rivals, ...others];
}

/** The number of the last commit that a crowd gets with its snapshot; 0 where it is not here. */
export const FIRST_SEQ: Record<string, number> = { evenfloor: ENTRIES + 2, other: ENTRIES + 2 };
