/** A socket of `ws` as a peer uses it: written to past `ws`, and probed now and then. */
import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import { SOCKET_PROBE_MS } from '../../shared/lib/limits.ts';
import type { Wire } from './peer.ts';

/** `readyState` of a socket that is neither closed nor about to be. */
const OPEN = 1;

export type ProbedSocket = Pick<
  WebSocket,
  'readyState' | 'close' | 'terminate' | 'ping' | 'pause' | 'resume'
> & {
  on(event: 'pong', listener: () => void): unknown;
};

export class SocketWire implements Wire {
  readonly #socket: ProbedSocket;
  readonly #stream: Duplex;
  readonly #probing: NodeJS.Timeout;
  #isHeld = false;
  #isAlive = true;
  #askedAtMs = 0;
  #roundTripMs: number | null = null;

  /**
   * A line that has died without a word leaves a ghost in everybody's list of who is here. Real time, since it is the
   * network that is asked: a test that lets the meeting's clock fly must not cut anybody off.
   */
  constructor(socket: ProbedSocket, stream: Duplex, onMeasured: () => void) {
    this.#socket = socket;
    this.#stream = stream;
    socket.on('pong', () => {
      this.#isAlive = true;
      this.#roundTripMs = Math.round(performance.now() - this.#askedAtMs);
      onMeasured();
    });
    const ask = () => (this.#isAlive ? this.measure() : socket.terminate());
    this.#probing = setInterval(ask, SOCKET_PROBE_MS).unref();
  }

  /** Between whole frames of its own, which without deflate `ws` writes at once, the line may be written to. */
  send(frame: Buffer): void {
    if (this.#socket.readyState === OPEN) this.#stream.write(frame);
  }

  hold(): void {
    if (this.#isHeld) return;
    this.#isHeld = true;
    this.#stream.cork();
    queueMicrotask(() => {
      this.#isHeld = false;
      this.#stream.uncork();
    });
  }

  bufferedBytes(): number {
    return this.#stream.writableLength;
  }

  close(code: number, reason: string): void {
    this.#socket.close(code, reason);
  }

  measure(): void {
    this.#isAlive = false;
    this.#askedAtMs = performance.now();
    this.#socket.ping();
  }

  roundTripMs(): number | null {
    return this.#roundTripMs;
  }

  rest(isResting: boolean): void {
    if (isResting) this.#socket.pause();
    else this.#socket.resume();
  }

  stop(): void {
    clearInterval(this.#probing);
  }
}
