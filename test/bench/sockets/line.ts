/**
 * A WebSocket reduced to what a crowd of thousands can afford in one process (RFC 6455): no copies, no events, one
 * buffer that all lines read into. The other end is ours, so nothing is checked that a server of ours cannot send.
 */
import { connect, type Socket } from 'node:net';

/** Frames as they come; `payload` is valid only until the call returns. */
export type OnFrame = (payload: Buffer, isBinary: boolean) => void;

export type LineOptions = {
  port: number;
  path: string;
  protocol?: string;
  onOpen?(line: Line): void;
  onFrame: OnFrame;
  onClose?(): void;
};

const READ_BYTES = 256 * 1024;
const shared = Buffer.alloc(READ_BYTES);
const END_OF_HEAD = Buffer.from('\r\n\r\n');
const KEY = Buffer.alloc(16, 'evenfloor').toString('base64');

const OPCODE = { text: 1, binary: 2, close: 8, ping: 9, pong: 10 } as const;

export class Line {
  readonly #socket: Socket;
  readonly #options: LineOptions;
  #rest: Buffer | null = null;
  #isOpen = false;
  /** All that came in, frame headers included. */
  bytes = 0;

  constructor(options: LineOptions) {
    this.#options = options;
    const { port, path, protocol } = options;
    this.#socket = connect({
      port,
      host: '127.0.0.1',
      onread: {
        buffer: shared,
        callback: (length, buffer) => {
          this.#read(Buffer.from(buffer.buffer, buffer.byteOffset, length));
          return true;
        },
      },
    });
    this.#socket.on('error', () => undefined);
    this.#socket.on('close', () => options.onClose?.());
    this.#socket.write(
      [
        `GET ${path} HTTP/1.1`,
        `Host: 127.0.0.1:${port}`,
        'Upgrade: websocket',
        'Connection: Upgrade',
        `Sec-WebSocket-Key: ${KEY}`,
        'Sec-WebSocket-Version: 13',
        ...(protocol === undefined ? [] : [`Sec-WebSocket-Protocol: ${protocol}`]),
        '\r\n',
      ].join('\r\n'),
    );
  }

  send(text: string): void {
    this.#write(OPCODE.text, Buffer.from(text));
  }

  sendBinary(bytes: Buffer): void {
    this.#write(OPCODE.binary, bytes);
  }

  close(): void {
    this.#socket.destroy();
  }

  /** Masked with zeros, which is a mask like any other. */
  #write(opcode: number, payload: Buffer): void {
    const { length } = payload;
    const isShort = length < 126;
    const header = Buffer.alloc(isShort ? 6 : 8);
    header[0] = 0x80 | opcode;
    header[1] = 0x80 | (isShort ? length : 126);
    if (!isShort) header.writeUInt16BE(length, 2);
    this.#socket.write(Buffer.concat([header, payload]));
  }

  #read(chunk: Buffer): void {
    this.bytes += chunk.length;
    let data = this.#rest ? Buffer.concat([this.#rest, chunk]) : chunk;
    if (!this.#isOpen) {
      const end = data.indexOf(END_OF_HEAD);
      if (end < 0) return this.#keep(data);
      if (!data.subarray(0, 12).toString().endsWith('101')) throw new Error(String(data.subarray(0, end)));
      this.#isOpen = true;
      data = data.subarray(end + END_OF_HEAD.length);
      this.bytes = data.length;
      this.#options.onOpen?.(this);
    }
    let at = 0;
    while (true) {
      const frame = frameAt(data, at);
      if (!frame) break;
      at = frame.end;
      this.#take(frame.opcode, data.subarray(frame.start, frame.end));
    }
    this.#keep(data.subarray(at));
  }

  #take(opcode: number, payload: Buffer): void {
    if (opcode === OPCODE.ping) this.#write(OPCODE.pong, payload);
    else if (opcode === OPCODE.close) this.#socket.end();
    else if (opcode !== OPCODE.pong) this.#options.onFrame(payload, opcode === OPCODE.binary);
  }

  /** The shared buffer is about to be written over. */
  #keep(data: Buffer): void {
    this.#rest = data.length === 0 ? null : Buffer.from(data);
  }
}

function frameAt(data: Buffer, at: number): { opcode: number; start: number; end: number } | null {
  const left = data.length - at;
  if (left < 2) return null;
  const opcode = (data[at] ?? 0) & 15;
  const short = (data[at + 1] ?? 0) & 127;
  const headBytes = short < 126 ? 2 : short === 126 ? 4 : 10;
  if (left < headBytes) return null;
  const length =
    short < 126 ? short : short === 126 ? data.readUInt16BE(at + 2) : Number(data.readBigUInt64BE(at + 2));
  const start = at + headBytes;
  return start + length > data.length ? null : { opcode, start, end: start + length };
}
