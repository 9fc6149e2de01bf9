/**
 * One line to the hub that mends itself. Whoever uses it sends, receives and is told the phase; that sockets came
 * and went in between shows only as another welcome.
 *
 *   connecting ──welcome──▶ live ──closed, silent──▶ waiting ──time, wake──▶ connecting
 *        └──────────────────── fatal close code ───────────────────▶ closed, for good
 */
import { readMessage } from '../../shared/compact.ts';
import { PING_INTERVAL_MS, SILENCE_MS_MAX } from '../../shared/lib/limits.ts';
import type { ClientMessage, Hello, HubMessage } from '../../shared/protocol.ts';
import { FATAL_CLOSE_CODES, PROTOCOL_VERSION, SUBPROTOCOL } from '../../shared/wire.ts';
import { backoffMs } from './backoff.ts';
import type { HubClock } from './clock.ts';
import { createHubClock } from './clock.ts';
import type { Cancel, Environment, Socket } from './environment.ts';
import { Hubs } from './hubs.ts';
import type { Identity } from './identity.ts';

export type Link =
  | { phase: 'connecting' }
  | { phase: 'live' }
  | { phase: 'waiting'; retryAtMs: number }
  | { phase: 'closed'; code: number; reason: string };

/** How far this client has got, for the hello. */
export type ResumePoint = Pick<Hello, 'afterSeq' | 'logId' | 'diverged'>;

export type ConnectionOptions = {
  /** Where it begins; the hub names others, if there are. */
  url: string;
  identity: Identity;
  environment: Environment;
  resumePoint(): ResumePoint;
  onMessage(message: HubMessage): void;
  onLink(link: Link): void;
  /** It speaks with this hub from now on. */
  onHub?(url: string): void;
};

/** A dead line is known by `SILENCE_MS_MAX` of silence, if by then it has had so long to answer. */
const ANSWER_MS_MAX = SILENCE_MS_MAX - PING_INTERVAL_MS;

/** The clock's first samples are taken back to back; one alone may have been unlucky. */
const QUICK_SAMPLES = 4;

export class Connection {
  readonly clock: HubClock;
  readonly #options: ConnectionOptions;
  readonly #environment: Environment;
  readonly #hubs: Hubs;
  #link: Link = { phase: 'connecting' };
  #socket: Socket | null = null;
  /** Counts the sockets; what an earlier one still says is not heard. */
  #line = 0;
  #attempt = 0;
  #liveSinceMs = 0;
  #heardAtMs = 0;
  /** When it was first asked for a sign of life since; null while it has nothing to answer. */
  #askedAtMs: number | null = null;
  #timers: Cancel[] = [];
  #stopWaking: Cancel | null = null;

  constructor(options: ConnectionOptions) {
    this.#options = options;
    this.#environment = options.environment;
    this.#hubs = new Hubs(options.url, options.environment.random);
    this.clock = createHubClock(options.environment.nowMs);
  }

  start(): void {
    this.#stopWaking = this.#environment.onWake(() => this.wake());
    this.#open();
  }

  stop(): void {
    this.#stopWaking?.();
    this.#drop();
  }

  /** False when the line is not live; the message is then the caller's to keep. */
  send(message: ClientMessage): boolean {
    if (this.#link.phase !== 'live') return false;
    this.#socket?.send(JSON.stringify(message));
    return true;
  }

  /** Something was lost on the way: begin again from the resume point. */
  resync(): void {
    if (this.#attempt === 0) {
      this.#attempt = 1;
      this.#open();
    } else this.#retryLater();
  }

  /** The page is awake again, or somebody pressed "now": no waiting, and no trust in a line that was silent. */
  wake(): void {
    if (this.#link.phase === 'waiting') this.#open();
    else if (this.#link.phase === 'live') {
      if (this.#isSilent()) this.#open();
      else this.#ping();
    }
  }

  #open(): void {
    this.#drop();
    this.#enter({ phase: 'connecting' });
    this.#heardAtMs = this.#environment.nowMs();
    this.#askedAtMs = this.#heardAtMs;
    const line = this.#line;
    const isCurrent = () => line === this.#line;
    this.#socket = this.#environment.openSocket(this.#hubs.url, SUBPROTOCOL, {
      opened: () => isCurrent() && this.#hello(),
      received: (text) => isCurrent() && this.#received(text),
      closed: (code, reason) => isCurrent() && this.#closed(code, reason),
    });
    this.#watch();
  }

  #hello(): void {
    const { identity, resumePoint } = this.#options;
    this.#heardAtMs = this.#environment.nowMs();
    this.#askedAtMs = this.#heardAtMs;
    const { accept } = this.#environment;
    const hello: ClientMessage = {
      type: 'hello',
      ...identity,
      ...resumePoint(),
      schema: PROTOCOL_VERSION,
      ...(accept.length > 0 && { accept: [...accept] }),
    };
    this.#socket?.send(JSON.stringify(hello));
  }

  #received(text: string): void {
    const nowMs = this.#environment.nowMs();
    const askedAtMs = this.#heardAtMs;
    this.#heardAtMs = nowMs;
    this.#askedAtMs = null;
    const message = readMessage(text);
    if (message.type === 'welcome') {
      this.clock.sample(askedAtMs, message.hubTimeMs, nowMs);
      this.#liveSinceMs = nowMs;
      this.#options.onHub?.(this.#hubs.url);
      this.#enter({ phase: 'live' });
      this.#ping();
      this.#pingLater();
    } else if (message.type === 'pong') {
      this.clock.sample(message.sentAtMs, message.hubTimeMs, nowMs);
      if (this.clock.samples() < QUICK_SAMPLES) this.#ping();
    }
    const isNaming = message.type === 'welcome' || message.type === 'presence';
    if (isNaming && message.hubs) this.#hubs.know(message.hubs);
    this.#options.onMessage(message);
  }

  #closed(code: number, reason: string): void {
    if (!FATAL_CLOSE_CODES.includes(code)) return this.#retryLater();
    this.#drop();
    this.#enter({ phase: 'closed', code, reason });
  }

  #retryLater(): void {
    const nowMs = this.#environment.nowMs();
    // A hub that welcomes and cuts off at once is not to be asked five times a second.
    const wasSteady = this.#link.phase === 'live' && nowMs - this.#liveSinceMs >= SILENCE_MS_MAX;
    this.#attempt = wasSteady ? 1 : this.#attempt + 1;
    this.#drop();
    this.#hubs.move();
    const delayMs = backoffMs(this.#attempt, this.#environment.random);
    this.#enter({ phase: 'waiting', retryAtMs: nowMs + delayMs });
    this.#later(delayMs, () => this.#open());
  }

  /**
   * Both a socket that never opens and one that has died without a word end here. One that nobody has asked is not
   * dead: a hidden page's timers come once a minute, the pings like this.
   */
  #watch(): void {
    const nowMs = this.#environment.nowMs();
    const untilMs = Math.max(
      this.#heardAtMs + SILENCE_MS_MAX,
      (this.#askedAtMs ?? Number.NEGATIVE_INFINITY) + ANSWER_MS_MAX,
    );
    this.#later(Math.max(0, untilMs - nowMs), () => {
      if (this.#isDead()) return this.#retryLater();
      if (this.#isSilent() && this.#askedAtMs === null) this.#ping();
      this.#watch();
    });
  }

  #isDead(): boolean {
    const askedAtMs = this.#askedAtMs ?? Number.POSITIVE_INFINITY;
    return this.#isSilent() && this.#environment.nowMs() - askedAtMs >= ANSWER_MS_MAX;
  }

  #isSilent(): boolean {
    return this.#environment.nowMs() - this.#heardAtMs >= SILENCE_MS_MAX;
  }

  #pingLater(): void {
    this.#later(PING_INTERVAL_MS, () => {
      if (this.#environment.nowMs() - this.#liveSinceMs >= SILENCE_MS_MAX) this.#attempt = 0;
      this.#ping();
      this.#pingLater();
    });
  }

  #ping(): void {
    const sentAtMs = this.#environment.nowMs();
    this.#askedAtMs ??= sentAtMs;
    this.send({ type: 'ping', sentAtMs });
  }

  #later(delayMs: number, run: () => void): void {
    const cancel = this.#environment.after(delayMs, () => {
      this.#timers = this.#timers.filter((other) => other !== cancel);
      run();
    });
    this.#timers.push(cancel);
  }

  #drop(): void {
    this.#line += 1;
    for (const cancel of this.#timers) cancel();
    this.#timers = [];
    this.#socket?.close();
    this.#socket = null;
  }

  #enter(link: Link): void {
    this.#link = link;
    this.#options.onLink(link);
  }
}
