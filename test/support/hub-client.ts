/** A client that speaks the wire protocol and folds what it hears, as a stranger would write it. */
import { WebSocket } from 'ws';
import { apply } from '../../shared/apply.ts';
import type { SentCommit } from '../../shared/commit.ts';
import { type CompactState, expandedState, readMessage } from '../../shared/compact.ts';
import type { HubMessage, Welcome } from '../../shared/protocol.ts';
import type { State } from '../../shared/state.ts';
import { SUBPROTOCOL } from '../../shared/wire.ts';

type Answer = { seq: number } | { code: string; params: Record<string, string | number>; message: string };

export type HubClient = {
  readonly welcome: Welcome;
  readonly state: State;
  readonly seq: number;
  /** Every message received so far, in order. */
  readonly received: HubMessage[];
  /** JSON of the state after each seq that this audience got. */
  readonly statesBySeq: Map<number, string>;
  send(message: unknown): void;
  command(name: string, args?: unknown, commandId?: string): Promise<Answer>;
  /** As `command`, but throws when refused. */
  must(name: string, args?: unknown): Promise<number>;
  /** Resolves once the state of `seq` has arrived. */
  reached(seq: number): Promise<void>;
  until(match: (message: HubMessage) => boolean): Promise<HubMessage>;
  closed: Promise<{ code: number; reason: string }>;
  close(): void;
};

let lastId = 0;

/** An id that no other of this test run has. */
export function freshId(prefix: string): string {
  lastId += 1;
  return `${prefix}${lastId}`;
}

export function socketTo(url: string, headers: Record<string, string> = {}): WebSocket {
  return new WebSocket(`${url.replace(/^http/, 'ws')}/ws`, SUBPROTOCOL, { headers });
}

/** Resolves with the close code and reason of a socket. */
export function closing(socket: WebSocket): Promise<{ code: number; reason: string }> {
  return new Promise((resolve) =>
    socket.once('close', (code, reason) => resolve({ code, reason: String(reason) })),
  );
}

export type ConnectOptions = {
  clientId?: string;
  afterSeq?: number | null;
  logId?: string;
  /** The state that `afterSeq` stands for. */
  from?: State;
  headers?: Record<string, string>;
  accept?: string[];
  /** The check that this client has failed. */
  diverged?: number;
};

/** `link` is an invitation `<url>/#<token>`. Rejects when the hub closes before it says welcome. */
export async function connect(link: string, options: ConnectOptions = {}): Promise<HubClient> {
  const [url, token] = link.split('/#');
  const socket = socketTo(url ?? '', options.headers);
  const closed = closing(socket);
  const received: HubMessage[] = [];
  const watchers = new Set<(message: HubMessage) => void>();
  const statesBySeq = new Map<number, string>();
  let state = options.from as State;
  let seq = options.afterSeq ?? 0;

  function until(match: (message: HubMessage) => boolean): Promise<HubMessage> {
    return new Promise((resolve) => {
      const watcher = (message: HubMessage) => {
        if (!match(message)) return;
        watchers.delete(watcher);
        resolve(message);
      };
      watchers.add(watcher);
    });
  }

  function take(commits: SentCommit[]): void {
    for (const commit of commits) {
      if (commit.prev > seq) throw new Error(`gap: ${commit.seq} follows ${commit.prev}, but ${seq} is here`);
      if (commit.seq <= seq) continue;
      state = apply(state, commit);
      seq = commit.seq;
      statesBySeq.set(seq, JSON.stringify(state));
    }
  }

  socket.on('message', (data) => {
    const message = readMessage(String(data));
    received.push(message);
    if (message.type === 'welcome') {
      if (message.mode === 'snapshot') state = expandedState(message.state as State | CompactState);
      take((message.commits ?? []) as SentCommit[]);
      seq = message.seq;
    }
    if (message.type === 'commits') take(message.commits as SentCommit[]);
    for (const watcher of [...watchers]) watcher(message);
  });

  await new Promise((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  const welcomed = until((message) => message.type === 'welcome');
  const clientId = options.clientId ?? freshId('client-of-a-test-');
  const { afterSeq = null, logId, accept, diverged } = options;
  const hello = { type: 'hello', token, clientId, afterSeq, logId, schema: 1, accept, diverged };
  socket.send(JSON.stringify(hello));
  const welcome = (await Promise.race([
    welcomed,
    closed.then(({ code, reason }) => Promise.reject(new Error(`closed ${code} ${reason}`))),
  ])) as Welcome;

  async function command(name: string, args: unknown = {}, commandId = freshId('c')): Promise<Answer> {
    const answer = until(
      (message) => (message.type === 'ack' || message.type === 'rejected') && message.commandId === commandId,
    );
    socket.send(JSON.stringify({ type: 'command', commandId, name, args }));
    const message = await answer;
    if (message.type === 'ack') return { seq: message.seq };
    if (message.type === 'rejected') {
      return { code: message.code, params: message.params, message: message.message };
    }
    throw new Error('neither acknowledged nor rejected');
  }

  return {
    welcome,
    get state() {
      return state;
    },
    get seq() {
      return seq;
    },
    received,
    statesBySeq,
    send: (message) => socket.send(typeof message === 'string' ? message : JSON.stringify(message)),
    command,
    must: async (name, args) => {
      const answer = await command(name, args);
      if ('seq' in answer) return answer.seq;
      throw new Error(`${name} was refused: ${answer.code} ${answer.message}`);
    },
    reached: async (target) => {
      if (seq < target) await until(() => seq >= target);
    },
    until,
    closed,
    close: () => socket.close(),
  };
}
