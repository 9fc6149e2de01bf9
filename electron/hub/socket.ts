/** WebSockets: the subprotocol, the origin and the frame size are checked here, the rest by the peer. */
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { FRAME_BYTES_MAX } from '../../shared/lib/limits.ts';
import { CLOSE, SUBPROTOCOL } from '../../shared/wire.ts';
import type { AddressBook } from './address.ts';
import { languageOf, pathOf } from './api/reply.ts';
import type { Clock } from './clock.ts';
import type { Doors } from './doors.ts';
import { Crowd } from './pacing/crowd.ts';
import { Refusals } from './pacing/refusals.ts';
import { Peer } from './peer.ts';
import { SocketWire } from './socket-wire.ts';

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

function refuse(stream: Duplex, status: string): void {
  stream.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
