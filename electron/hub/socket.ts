/** WebSockets: the subprotocol, the origin and the frame size are checked here, the rest by the peer. */
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { FRAME_BYTES_MAX, SOCKET_PROBE_MS } from '../../shared/lib/limits.ts';
import { CLOSE, SUBPROTOCOL } from '../../shared/wire.ts';
import type { AddressBook } from './address.ts';
import type { Clock } from './clock.ts';
import { Crowd } from './crowd.ts';
import type { Doors } from './doors.ts';
import { Peer, type Wire } from './peer.ts';
import { Refusals } from './refusals.ts';
import { languageOf, pathOf } from './reply.ts';

export type SocketServer = {
  /** Serves `/ws` on one more HTTP server. */
  attach(server: Server): void;
  /** From now on whoever comes is sent away (503); those who are here stay. */
  refuseNew(): void;
  /** Of all sockets, handed over and not yet sent. */
  bufferedBytes(): number;
  close(): void;
};

export type SocketOptions = {
  doors: Doors;
  addresses: AddressBook;
  clock: Clock;
  /** A command was refused, by its code. */
  onRefused(code: string): void;
};

export function socketServer({ doors, addresses, clock, onRefused }: SocketOptions): SocketServer {
  let isLeaving = false;
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: FRAME_BYTES_MAX,
    perMessageDeflate: false,
    clientTracking: true,
    handleProtocols: (offered) => (offered.has(SUBPROTOCOL) ? SUBPROTOCOL : false),
  });

  const crowd = new Crowd();
  const refusals = new Refusals();

  function upgrade(request: IncomingMessage, stream: Duplex, head: Buffer): void {
    // Whoever hangs up in the middle must not take the hub along.
    stream.on('error', () => stream.destroy());
    const pathname = pathOf(request);
    if (pathname === null) return refuse(stream, '400 Bad Request');
    if (pathname !== '/ws') return refuse(stream, '404 Not Found');
    if (!addresses.isOurs(request)) return refuse(stream, '421 Misdirected Request');
    if (isLeaving) return refuse(stream, '503 Service Unavailable');
    // Programs send no Origin; a browser always does, and only our own pages may come in with it.
    const { origin } = request.headers;
    if (origin !== undefined && !addresses.isOurOrigin(origin) && !addresses.isPeerOrigin(origin))
      return refuse(stream, '403 Forbidden');
    sockets.handleUpgrade(request, stream, head, (socket) => serve(socket, stream, request));
  }

  function serve(socket: WebSocket, stream: Duplex, request: IncomingMessage): void {
    const wire = new SocketWire(socket, stream, () => peer.measured());
    const peer = new Peer({
      wire,
      clock,
      language: languageOf(request),
      admit: doors.admit,
      onRefused,
      crowd,
      refusals,
    });
    socket.on('message', (data, isBinary) => {
      if (isBinary) wire.close(CLOSE.badMessage, 'text frames only');
      else peer.receive(String(data));
    });
    socket.on('close', () => {
      wire.stop();
      peer.gone();
    });
    // ws closes with the right code itself (1009 for a frame that is too large); the error needs no more words.
    socket.on('error', () => peer.gone());
  }

  return {
    attach: (server) => void server.on('upgrade', upgrade),
    refuseNew: () => {
      isLeaving = true;
    },
    bufferedBytes: () => [...sockets.clients].reduce((sum, socket) => sum + socket.bufferedAmount, 0),
    close: () => {
      for (const socket of sockets.clients) socket.close(CLOSE.restarting, 'the hub is closing');
      sockets.close();
    },
  };
}

/** To send, nothing is looked at but this and the stream, which a write touches anyway: there may be a thousand. */
class SocketWire implements Wire {
  readonly #socket: WebSocket;
  readonly #stream: Duplex;
  readonly #probing: NodeJS.Timeout;
  #isClosed = false;
  #isHeld = false;
  #isAlive = true;
  #askedAtMs = 0;
  #roundTripMs: number | null = null;

  /**
   * A line that has died without a word leaves a ghost in everybody's list of who is here. Real time, since it is the
   * network that is asked: a test that lets the meeting's clock fly must not cut anybody off.
   */
  constructor(socket: WebSocket, stream: Duplex, onMeasured: () => void) {
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
    if (!this.#isClosed && this.#stream.writable) this.#stream.write(frame);
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
    this.#isClosed = true;
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

function refuse(stream: Duplex, status: string): void {
  stream.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
