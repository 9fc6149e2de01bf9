/**
 * WebSocket frames as a server sends them (RFC 6455, 5.2): whole and unmasked. Framed here, once, what is for a
 * thousand sockets is the same bytes for each; `ws` would make a header and a second write for every one.
 */

const FINAL = 0x80;
const OPCODE = { text: 1, binary: 2 } as const;
const LENGTH_16 = 126;
const LENGTH_64 = 127;

/** A text frame. */
export function framed(text: string): Buffer {
  const length = Buffer.byteLength(text);
  const at = headBytes(length);
  // Not zeroed first: every byte of it is written here.
  const frame = Buffer.allocUnsafe(at + length);
  writeHead(frame, OPCODE.text, length);
  frame.write(text, at);
  return frame;
}

export function framedBinary(bytes: Buffer): Buffer {
  const head = Buffer.alloc(headBytes(bytes.length));
  writeHead(head, OPCODE.binary, bytes.length);
  return Buffer.concat([head, bytes]);
}

function headBytes(length: number): number {
  if (length < LENGTH_16) return 2;
  return length < 2 ** 16 ? 4 : 10;
}

function writeHead(frame: Buffer, opcode: number, length: number): void {
  frame[0] = FINAL | opcode;
  if (length < LENGTH_16) frame[1] = length;
  else if (length < 2 ** 16) {
    frame[1] = LENGTH_16;
    frame.writeUInt16BE(length, 2);
  } else {
    frame[1] = LENGTH_64;
    frame.writeBigUInt64BE(BigInt(length), 2);
  }
}
