/** A session from outside, as a staff client in Node: the state that the hub sends, and commands with their answers. */
import { randomBytes, randomUUID } from 'node:crypto';
import { WebSocket } from 'ws';
import { apply } from '../shared/apply.ts';
import type { CommandName } from '../shared/command.ts';
import type { SentCommit } from '../shared/commit.ts';
import { must } from '../shared/lib/assert.ts';
import type { Role } from '../shared/lib/vocabulary.ts';
import { type HubMessage, hubMessageSchema } from '../shared/protocol.ts';
import type { State } from '../shared/state.ts';
import { CLOSE, PROTOCOL_VERSION, SUBPROTOCOL } from '../shared/wire.ts';
import { OptionError } from './arguments.ts';
import type { Clock } from './hub/clock.ts';
import type { TerminalWords } from './words/en.ts';
import { causeOf, closedBecause, terminalWords } from './words/words.ts';

export type SessionLine = {
  readonly roles: readonly Role[];
  readonly state: State;
  /** The hub's clock, from its welcome on. */
  nowMs(): number;
  /** Null once it is done and in `state`; else the code of the refusal, or `closed`. */
  send(name: CommandName, args: object): Promise<string | null>;
  /** Called after every commit. */
  onChange(listener: () => void): void;
  /** The close code, when the line ends. */
  closed: Promise<number>;
  /** Hangs up once everything sent has its answer. */
  close(): Promise<void>;
};

type Pending = { answer(code: string | null): void; answered: Promise<string | null>; seq?: number };

/** Joins by an invitation `<url>/#<token>`; rejects when the hub closes before its welcome. */
export async function joinSession(link: string, clock: Clock): Promise<SessionLine> {
  const words = terminalWords();
  const { socketUrl, token } = readLink(words, link);
  const socket = new WebSocket(socketUrl, SUBPROTOCOL);
  const listeners = new Set<() => void>();
  const pending = new Map<string, Pending>();
  let joined: { state: State; seq: number; roles: Role[]; aheadMs: number } | null = null;

  const closed = new Promise<number>((resolve) => {
    socket.once('close', (code) => {
      for (const { answer } of pending.values()) answer('closed');
      pending.clear();
      resolve(code);
    });
  });

  function take(message: HubMessage): void {
    if (message.type === 'welcome' && message.state) {
      const { roles, seq, hubTimeMs } = message;
      joined = { state: message.state as State, seq, roles, aheadMs: hubTimeMs - clock.nowMs() };
    } else if (message.type === 'commits' && joined) {
      for (const commit of message.commits as SentCommit[]) {
        if (commit.seq <= joined.seq) continue;
        joined = { ...joined, state: apply(joined.state, commit), seq: commit.seq };
      }
    } else if (message.type === 'ack') {
      const waiting = pending.get(message.commandId);
      if (waiting) waiting.seq = message.seq;
    } else if (message.type === 'rejected') settle(message.commandId, message.code);
    for (const [id, { seq }] of pending) if (seq !== undefined && seq <= (joined?.seq ?? 0)) settle(id, null);
    if (message.type === 'commits') for (const listener of listeners) listener();
  }

  function settle(commandId: string, code: string | null): void {
    pending.get(commandId)?.answer(code);
    pending.delete(commandId);
  }

  await new Promise<void>((resolve, reject) => {
    socket.once('error', (error) => {
      reject(new OptionError(words.simulate.noHub(causeOf(words, error))));
    });
    socket.once('open', () => {
      const clientId = randomBytes(16).toString('base64url');
      socket.send(
        JSON.stringify({ type: 'hello', token, clientId, afterSeq: null, schema: PROTOCOL_VERSION }),
      );
    });
    socket.on('message', (data) => {
      const read = hubMessageSchema.safeParse(JSON.parse(String(data)));
      if (!read.success) return socket.close(CLOSE.badMessage, 'not understood');
      take(read.data);
      if (joined) resolve();
    });
    closed.then((code) => reject(new OptionError(words.simulate.closed(closedBecause(words, code)))));
  });
  // What breaks the socket later also closes it, and that is what is listened to.
  socket.on('error', () => undefined);

  const here = () => must(joined, 'a welcome');
  return {
    get roles() {
      return here().roles;
    },
    get state() {
      return here().state;
    },
    nowMs: () => clock.nowMs() + here().aheadMs,
    send: (name, args) => {
      if (socket.readyState !== WebSocket.OPEN) return Promise.resolve('closed');
      const commandId = randomUUID();
      let answer: Pending['answer'] = () => {};
      const answered = new Promise<string | null>((resolve) => {
        answer = resolve;
      });
      pending.set(commandId, { answer, answered });
      socket.send(JSON.stringify({ type: 'command', commandId, name, args }));
      return answered;
    },
    onChange: (listener) => listeners.add(listener),
    closed,
    close: async () => {
      await Promise.all([...pending.values()].map((one) => one.answered));
      socket.close();
      await closed;
    },
  };
}

function readLink({ simulate }: TerminalWords, link: string): { socketUrl: string; token: string } {
  const url = URL.canParse(link) ? new URL(link) : null;
  const token = url?.hash.slice(1);
  if (!url || !token || !/^https?:$/.test(url.protocol)) throw new OptionError(simulate.noInvitation);
  const path = url.pathname.replace(/\/$/, '');
  return { socketUrl: `${url.protocol.replace('http', 'ws')}//${url.host}${path}/ws`, token };
}
