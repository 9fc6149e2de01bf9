/** What the connection needs of the world outside, so that a test can hand it a simulated one. */

export type Cancel = () => void;

export type SocketHandlers = {
  opened(): void;
  received(text: string): void;
  closed(code: number, reason: string): void;
};

export type Socket = {
  send(text: string): void;
  close(): void;
};

export type Environment = {
  /** Local epoch milliseconds; may be wrong, may jump. */
  nowMs(): number;
  after(delayMs: number, run: () => void): Cancel;
  /** In [0, 1). */
  random(): number;
  /** How large frames may come, beside as text. */
  readonly accept: readonly string[];
  /** Handlers are called later, never during the call itself. */
  openSocket(url: string, protocol: string, handlers: SocketHandlers): Socket;
  /** Calls `run` whenever the page may have slept or the network may be back. */
  onWake(run: () => void): Cancel;
};
