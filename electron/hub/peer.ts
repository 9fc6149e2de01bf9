/** The hub's end of one socket: first a hello within 5 s, then commands and pings until it closes. */
import type { Rejection } from '../../shared/domain/context.ts';
import { isStaff, reject } from '../../shared/domain/context.ts';
import {
  HELLO_WAIT_MS,
  PUBLIC_COMMAND_BURST,
  PUBLIC_COMMANDS_PER_SECOND,
  SOCKET_BUFFER_BYTES_MAX,
  STAFF_COMMAND_BURST,
  STAFF_COMMANDS_PER_SECOND,
} from '../../shared/lib/limits.ts';
import type { Hello } from '../../shared/protocol.ts';
import { clientMessageSchema } from '../../shared/protocol.ts';
import { CLOSE, PROTOCOL_VERSION, PROTOCOL_VERSION_MIN } from '../../shared/wire.ts';
import type { Language } from '../../shared/words/languages.ts';
import { HUB_WORDS, word } from '../../shared/words/languages.ts';
import type { Clock } from './clock.ts';
import type { Admission } from './doors.ts';
import { encode } from './frames.ts';
import type { Bucket } from './rate.ts';
import { bucket } from './rate.ts';
import type { Member, Room } from './room.ts';

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

type Life =
  | { phase: 'awaiting-hello' }
  | { phase: 'admitting' }
  | { phase: 'live'; room: Room; member: Member; commands: Bucket; refused: number }
  | { phase: 'closed' };

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
      life = { phase: 'admitting' };
      void greet(data);
      return;
    }
    if (life.phase !== 'live') return close(CLOSE.badMessage, 'hello comes first');
    if (data.type === 'ping') {
      send(encode({ type: 'pong', sentAtMs: data.sentAtMs, hubTimeMs: life.room.nowMs() }));
      return;
    }
    command(life, data);
  }

  async function greet(hello: Hello): Promise<void> {
    cancelHelloWait();
    const version = hello.schema ?? PROTOCOL_VERSION;
    if (version < PROTOCOL_VERSION_MIN) return close(CLOSE.clientTooOld, 'this page is too old; reload it');
    if (version > PROTOCOL_VERSION) return close(CLOSE.hubTooOld, 'this hub is older than the page');
    const admission = await admit(hello.token, hello.clientId);
    if (life.phase === 'closed') return;
    if ('code' in admission) return close(admission.code, admission.reason);
    const { room, actor, inviteId } = admission;
    const member: Member = { actor, inviteId, send, close };
    const commands = isStaff(actor)
      ? bucket(STAFF_COMMANDS_PER_SECOND, STAFF_COMMAND_BURST)
      : bucket(PUBLIC_COMMANDS_PER_SECOND, PUBLIC_COMMAND_BURST);
    life = { phase: 'live', room, member, commands, refused: 0 };
    room.join(member, hello);
  }

  function command(
    live: Extract<Life, { phase: 'live' }>,
    message: { commandId: string; name: string; args: Record<string, unknown> },
  ): void {
    const { commandId, name, args } = message;
    if (!live.commands.take(clock.nowMs())) {
      live.refused += 1;
      if (live.refused > STAFF_COMMAND_BURST) return close(CLOSE.tooSlow, 'too many commands');
      return answerRejected(commandId, reject('too-many', { limit: PUBLIC_COMMANDS_PER_SECOND }));
    }
    live.room.submit(live.member.actor, commandId, name, args).then(
      (answer) => {
        if ('seq' in answer) send(encode({ type: 'ack', commandId, seq: answer.seq }));
        else answerRejected(commandId, answer);
      },
      () => close(CLOSE.restarting, 'the session is being rebuilt'),
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
