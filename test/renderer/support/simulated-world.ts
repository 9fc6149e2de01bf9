/** A world in which time passes and frames arrive only when the test says so. */
import type { Environment, Socket, SocketHandlers } from '../../../renderer/sync/environment.ts';

type Timer = { atMs: number; run: () => void };

/** The hub's end of one socket. */
export type HubEnd = { send(message: object): void; close(code: number, reason?: string): void };
export type HubSide = { received(text: string): void; closed(): void };

/** One socket pair; what either side sends waits in a queue until it is flushed. */
export class Line {
  readonly toHub: string[] = [];
  readonly toClient: string[] = [];
  isOpen = true;
  hub: HubSide | null = null;
  readonly #client: SocketHandlers;

  constructor(client: SocketHandlers) {
    this.#client = client;
  }

  flushToHub(count = this.toHub.length): void {
    for (const text of this.toHub.splice(0, count)) this.hub?.received(text);
  }

  flushToClient(count = this.toClient.length): void {
    for (const text of this.toClient.splice(0, count)) if (this.isOpen) this.#client.received(text);
  }

  opened(): void {
    this.#client.opened();
  }

  /** Both queues are lost, as with a cable that is pulled. */
  cut(code = 1006, reason = ''): void {
    if (!this.isOpen) return;
    this.abandon();
    this.#client.closed(code, reason);
  }

  abandon(): void {
    this.isOpen = false;
    this.toHub.length = 0;
    this.toClient.length = 0;
    this.hub?.closed();
  }
}

export class SimulatedWorld {
  nowMs = 1_000_000;
  chance: () => number = () => 0.5;
  readonly lines: Line[] = [];
  onConnect: (line: Line) => void = (line) => line.opened();
  #timers: Timer[] = [];
  readonly #wakers = new Set<() => void>();

  readonly environment: Environment = {
    accept: ['short', 'columns'],
    nowMs: () => this.nowMs,
    after: (delayMs, run) => {
      const timer = { atMs: this.nowMs + delayMs, run };
      this.#timers.push(timer);
      return () => {
        this.#timers = this.#timers.filter((other) => other !== timer);
      };
    },
    random: () => this.chance(),
    openSocket: (_url, _protocol, handlers) => this.#open(handlers),
    onWake: (run) => {
      this.#wakers.add(run);
      return () => this.#wakers.delete(run);
    },
  };

  /** Opens what was asked for, like the event loop would. */
  #pendingOpens: Line[] = [];

  connect(): void {
    for (const line of this.#pendingOpens.splice(0)) if (line.isOpen) this.onConnect(line);
  }

  get line(): Line {
    const line = this.lines.at(-1);
    if (!line) throw new Error('no socket yet');
    return line;
  }

  advance(ms: number): void {
    const untilMs = this.nowMs + ms;
    for (;;) {
      const next = this.#timers.toSorted((a, b) => a.atMs - b.atMs)[0];
      if (!next || next.atMs > untilMs) break;
      this.#timers = this.#timers.filter((other) => other !== next);
      this.nowMs = Math.max(this.nowMs, next.atMs);
      next.run();
    }
    this.nowMs = untilMs;
  }

  /** Time goes by without a timer running: a frozen tab. */
  sleep(ms: number): void {
    this.nowMs += ms;
  }

  wake(): void {
    for (const run of this.#wakers) run();
  }

  /** Delivers until nothing is under way any more. */
  settle(): void {
    this.connect();
    while (this.lines.some((line) => line.isOpen && line.toHub.length + line.toClient.length > 0)) {
      for (const line of this.lines) line.flushToHub();
      for (const line of this.lines) line.flushToClient();
      this.connect();
    }
  }

  #open(handlers: SocketHandlers): Socket {
    const line = new Line(handlers);
    this.lines.push(line);
    this.#pendingOpens.push(line);
    return {
      send: (text) => {
        if (line.isOpen) line.toHub.push(text);
      },
      close: () => line.abandon(),
    };
  }
}
