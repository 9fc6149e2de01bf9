/** The hub's end of one socket: first a hello within 5 s, then commands and pings until it closes. */
import type { z } from 'zod';
import type { Rejection } from '../../shared/domain/context.ts';
import {
  EARLY_MESSAGES_MAX,
  HELLO_WAIT_MS,
  REFUSED_COMMANDS_MAX,
  SOCKET_BUFFER_BYTES_MAX,
} from '../../shared/lib/limits.ts';
import type { Hello } from '../../shared/protocol.ts';
import { clientMessageSchema } from '../../shared/protocol.ts';
import { CLOSE, PROTOCOL_VERSION, PROTOCOL_VERSION_MIN } from '../../shared/wire.ts';
import type { Language } from '../../shared/words/languages.ts';
import { HUB_WORDS, word } from '../../shared/words/languages.ts';
import type { Clock } from './clock.ts';
import type { Admission } from './doors.ts';
import { encode } from './frames.ts';
import type { Member } from './members.ts';
import { report } from './report.ts';
import type { Room } from './room.ts';

/** A socket reduced to what a peer needs of it. */
export type Wire = {
  send(frame: Buffer): void;
  close(code: number, reason: string): void;
  bufferedBytes(): number;
};

export type Peer = { receive(text: string): void; gone(): void };

export type PeerOptions = {
  wire: Wire;
  clock: Clock;
  language: Language;
  admit(token: string, clientId: string): Promise<Admission>;
};

type ClientMessage = Exclude<z.infer<typeof clientMessageSchema>, { type: 'hello' }>;
type CommandMessage = Extract<ClientMessage, { type: 'command' }>;

type Life =
  | { phase: 'awaiting-hello' }
  /** What comes before the welcome is kept, and answered after it. */
  | { phase: 'admitting'; early: ClientMessage[] }
  | { phase: 'live'; room: Room; member: Member; refused: number }
  | { phase: 'closed' };

type Live = Extract<Life, { phase: 'live' }>;

export function createPeer({ wire, clock, language, admit }: PeerOptions): Peer {
  let life: Life = { phase: 'awaiting-hello' };
  const cancelHelloWait = clock.after(HELLO_WAIT_MS, () => {
    if (life.phase === 'awaiting-hello') close(CLOSE.badMessage, 'no hello within 5 s');
  });

  function close(code: number, reason: string): void {
    gone();
    wire.close(code, reason);
  }

  function gone(): void {
    cancelHelloWait();
    if (life.phase === 'live') life.room.leave(life.member);
    life = { phase: 'closed' };
  }

  function receive(text: string): void {
    if (life.phase === 'closed') return;
    const message = clientMessageSchema.safeParse(parse(text));
    if (!message.success) return close(CLOSE.badMessage, `bad message: ${problem(message.error)}`);
    const { data } = message;
    if (data.type === 'hello') {
      if (life.phase !== 'awaiting-hello') return close(CLOSE.badMessage, 'a second hello');
      life = { phase: 'admitting', early: [] };
      greet(data).catch((error: unknown) => {
        report('a hello', error);
        close(CLOSE.restarting, 'the session cannot be opened');
      });
    } else if (life.phase === 'admitting') {
      life.early.push(data);
      if (life.early.length > EARLY_MESSAGES_MAX)
        close(CLOSE.tooSlow, 'too many messages before the welcome');
    } else if (life.phase === 'live') serve(life, data);
    else close(CLOSE.badMessage, 'hello comes first');
  }

  function serve(live: Live, message: ClientMessage): void {
    if (message.type === 'command') return command(live, message);
    send(encode({ type: 'pong', sentAtMs: message.sentAtMs, hubTimeMs: live.room.nowMs() }));
  }

  async function greet(hello: Hello): Promise<void> {
    cancelHelloWait();
    const version = hello.schema ?? PROTOCOL_VERSION;
    if (version < PROTOCOL_VERSION_MIN) return close(CLOSE.clientTooOld, 'this page is too old; reload it');
    if (version > PROTOCOL_VERSION) return close(CLOSE.hubTooOld, 'this hub is older than the page');
    const admission = await admit(hello.token, hello.clientId);
    if (life.phase === 'closed') return;
    if ('code' in admission) return close(admission.code, admission.problem);
    const { room, actor, inviteId } = admission;
    const member: Member = { actor, inviteId, send, close };
    const early = life.phase === 'admitting' ? life.early : [];
    const live: Live = { phase: 'live', room, member, refused: 0 };
    life = live;
    room.join(member, hello);
    for (const message of early) serve(live, message);
  }

  function command(live: Live, { commandId, name, args }: CommandMessage): void {
    live.room.submit(live.member.actor, commandId, name, args).then(
      (answer) => {
        if ('seq' in answer) return send(encode({ type: 'ack', commandId, seq: answer.seq }));
        answerRejected(commandId, answer);
        if (answer.code === 'too-many') live.refused += 1;
        if (live.refused > REFUSED_COMMANDS_MAX) close(CLOSE.tooSlow, 'too many commands');
      },
      () => close(CLOSE.restarting, 'the session is being rebuilt from its log'),
    );
  }

  function answerRejected(commandId: string, rejection: Rejection): void {
    const message = word(HUB_WORDS[language].rejections, rejection);
    send(encode({ type: 'rejected', commandId, ...rejection, message }));
  }

  /** One that does not read is cut off rather than let the hub's memory grow. */
  function send(frame: Buffer): void {
    if (life.phase === 'closed') return;
    if (wire.bufferedBytes() > SOCKET_BUFFER_BYTES_MAX) return close(CLOSE.tooSlow, 'reading too slowly');
    wire.send(frame);
  }

  return { receive, gone };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Close reasons hold 123 bytes at most. */
function problem(error: { issues: { path: PropertyKey[]; message: string }[] }): string {
  const issue = error.issues[0];
  return `${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim().slice(0, 80);
}
