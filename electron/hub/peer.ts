/** The hub's end of one socket: first a hello within 5 s, then commands and pings until it closes. */
import type { z } from 'zod';
import { isStaff, type Rejection } from '../../shared/domain/context.ts';
import {
  EARLY_MESSAGES_MAX,
  FLOOD_ANSWER_MS,
  FLOOD_REFUSALS,
  HELLO_WAIT_MS,
  PUBLIC_MESSAGE_BURST,
  PUBLIC_MESSAGES_PER_SECOND,
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
import type { Crowd } from './pacing/crowd.ts';
import { isHaste } from './pacing/haste.ts';
import { Pace } from './pacing/pace.ts';
import type { Rate } from './pacing/rate.ts';
import type { Refusals } from './pacing/refusals.ts';
import { report } from './report.ts';
import type { Room } from './room.ts';
import type { Sink } from './sending/fanout.ts';
import { encode } from './sending/frames.ts';
import { type Member, REVOKED } from './sending/members.ts';

/** A socket reduced to what a peer needs of it. */
export type Wire = Sink & {
  /** What is sent before the promises of now have been heard goes out in one write. */
  hold(): void;
  close(code: number, reason: string): void;
  /** As measured last, rounded; null before the first time. */
  roundTripMs(): number | null;
  /** Now, and not only when it is due. */
  measure(): void;
  /** What comes in is left unread for now, or read again. */
  rest(isResting: boolean): void;
};

export type PeerOptions = {
  wire: Wire;
  clock: Clock;
  language: Language;
  admit(token: string, clientId: string): Promise<Admission>;
  /** A command was refused, by its code. */
  onRefused(code: string): void;
  /** The same for all peers of a hub. */
  crowd: Crowd;
  refusals: Refusals;
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

const READING: Rate = { perSecond: PUBLIC_MESSAGES_PER_SECOND, burst: PUBLIC_MESSAGE_BURST };

export class Peer {
  readonly #options: PeerOptions;
  readonly #pace: Pace;
  readonly #line: number;
  readonly #cancelHelloWait: () => void;
  /** Answers that are in no hurry. */
  readonly #later: Buffer[] = [];
  #life: Life = { phase: 'awaiting-hello' };

  constructor(options: PeerOptions) {
    this.#options = options;
    const { clock, wire } = options;
    this.#line = options.refusals.open();
    this.#pace = new Pace({
      rate: READING,
      clock,
      rest: (isResting) => wire.rest(isResting),
      serve: (text) => this.#hear(text),
      onFlood: () => this.#close(CLOSE.tooSlow, 'too many messages'),
    });
    this.#cancelHelloWait = clock.after(HELLO_WAIT_MS, () => {
      if (this.#life.phase === 'awaiting-hello') this.#close(CLOSE.tooSlow, 'no hello within 5 s');
    });
  }

  receive(text: string): void {
    this.#pace.receive(text);
  }

  /** The public waits for its turn, once it is known to be that. */
  #hear(text: string): void {
    const isPublic = this.#life.phase === 'live' && !isStaff(this.#life.member.actor);
    if (isPublic) this.#options.crowd.push(() => this.#receive(text));
    else this.#receive(text);
  }

  #receive(text: string): void {
    const life = this.#life;
    if (life.phase === 'closed') return;
    const message = clientMessageSchema.safeParse(parse(text));
    if (!message.success) return this.#close(CLOSE.badMessage, `bad message: ${problem(message.error)}`);
    const { data } = message;
    if (data.type === 'hello') {
      if (life.phase !== 'awaiting-hello') return this.#close(CLOSE.badMessage, 'a second hello');
      this.#life = { phase: 'admitting', early: [] };
      this.#greet(data).catch((error: unknown) => {
        report('a hello', error);
        this.#close(CLOSE.restarting, 'the session cannot be opened');
      });
    } else if (life.phase === 'admitting') {
      life.early.push(data);
      if (life.early.length > EARLY_MESSAGES_MAX)
        this.#close(CLOSE.tooSlow, 'too many messages before the welcome');
    } else if (life.phase === 'live') this.#serve(life, data);
    else this.#close(CLOSE.badMessage, 'hello comes first');
  }

  /** The socket has closed. */
  gone(): void {
    this.#cancelHelloWait();
    this.#pace.stop();
    if (this.#life.phase === 'live') this.#life.room.leave(this.#life.member);
    this.#life = { phase: 'closed' };
  }

  /** The line has been measured anew. */
  measured(): void {
    if (this.#life.phase === 'live') this.#life.room.measured(this.#life.member);
  }

  async #greet(hello: Hello): Promise<void> {
    this.#cancelHelloWait();
    const version = hello.schema ?? PROTOCOL_VERSION;
    if (version < PROTOCOL_VERSION_MIN)
      return this.#close(CLOSE.clientTooOld, 'this page is too old; reload it');
    if (version > PROTOCOL_VERSION) return this.#close(CLOSE.hubTooOld, 'this hub is older than the page');
    const admission = await this.#options.admit(hello.token, hello.clientId);
    if ('room' in admission) await admission.room.turn(hello);
    const life = this.#life;
    if (life.phase !== 'admitting') return;
    if ('code' in admission) return this.#close(admission.code, admission.problem);
    const { room, actor, inviteId } = admission;
    // While it waited for its turn.
    if (room.isRevoked(inviteId)) return this.#close(CLOSE.revoked, REVOKED);
    const member: Member = {
      actor,
      inviteId,
      hasLeft: () => this.#life.phase === 'closed',
      takesShort: hello.accept?.includes('short') ?? false,
      sink: this.#options.wire,
      send: (frame) => this.#send(frame),
      close: (code, reason) => this.#close(code, reason),
      roundTripMs: () => this.#options.wire.roundTripMs(),
    };
    const live: Live = { phase: 'live', room, member, refused: 0 };
    this.#life = live;
    room.join(member, hello);
    for (const message of life.early) this.#serve(live, message);
    if (!isStaff(actor)) return;
    // How far away the staff is, the staff is told; of a crowd nobody asks.
    this.#options.wire.measure();
    this.#pace.lift();
  }

  #serve(live: Live, message: ClientMessage): void {
    if (message.type === 'command') return this.#command(live, message);
    const { room, member } = live;
    room.afterwards(member, () =>
      this.#send(encode({ type: 'pong', sentAtMs: message.sentAtMs, hubTimeMs: room.nowMs() })),
    );
  }

  #command(live: Live, { commandId, name, args }: CommandMessage): void {
    const { room, member } = live;
    const { refusals, wire } = this.#options;
    const { personId } = member.actor;
    const told = refusals.told(personId, commandId, this.#line);
    if (told) return this.#send(this.#refusal(commandId, told));
    room.submit(member, commandId, name, args).then(
      (answer) => {
        if ('seq' in answer) {
          const ack = encode({ type: 'ack', commandId, seq: answer.seq });
          // What one sync covered, and its acks, in one write.
          wire.hold();
          return room.ahead(member, () => {
            wire.hold();
            this.#send(ack);
          });
        }
        refusals.note(personId, commandId, this.#line, answer);
        const refusal = this.#refusal(commandId, answer);
        if (isHaste(answer)) live.refused += 1;
        if (live.refused > FLOOD_REFUSALS) this.#sendLater(refusal);
        else this.#send(refusal);
        if (live.refused > REFUSED_COMMANDS_MAX) {
          this.#sendLate();
          this.#close(CLOSE.tooSlow, 'too many commands');
        }
      },
      () => this.#close(CLOSE.restarting, 'the session is being rebuilt from its log'),
    );
  }

  #refusal(commandId: string, rejection: Rejection): Buffer {
    this.#options.onRefused(rejection.code);
    const message = word(HUB_WORDS[this.#options.language].rejections, rejection);
    return encode({ type: 'rejected', commandId, ...rejection, message });
  }

  /** A flood is answered all together now and then: half of what it costs the others is the writing of answers. */
  #sendLater(frame: Buffer): void {
    this.#later.push(frame);
    if (this.#later.length > 1) return;
    // Real time, since it is the network that is spared.
    setTimeout(() => this.#sendLate(), FLOOD_ANSWER_MS).unref();
  }

  #sendLate(): void {
    if (this.#later.length > 0) this.#send(Buffer.concat(this.#later.splice(0)));
  }

  /** One that does not read is cut off rather than let the hub's memory grow. */
  #send(frame: Buffer): void {
    const { wire } = this.#options;
    if (this.#life.phase === 'closed') return;
    if (wire.bufferedBytes() > SOCKET_BUFFER_BYTES_MAX)
      return this.#close(CLOSE.tooSlow, 'reading too slowly');
    wire.send(frame);
  }

  #close(code: number, reason: string): void {
    this.gone();
    this.#options.wire.close(code, reason);
  }
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
