/**
 * A large frame deflated once and sent to many (RFC 1950, 1951): what all share is deflated and kept, what differs
 * comes behind it as a stored block, and the checksum goes on from where the shared part ended.
 */
import { constants, deflateRawSync } from 'node:zlib';

/** zlib's header: deflate with a window of 32 KB, the usual level. */
const HEADER = Buffer.from([0x78, 0x9c]);
const STORED_BYTES_MAX = 0xffff;

export type SharedPart = { deflated: Buffer; adler: number };

/** The beginning of a text, to be followed by `deflatedWith`. */
export function sharedPart(text: string): SharedPart {
  const bytes = Buffer.from(text);
  // Flushed and not finished: it ends at a byte, and another block may follow.
  const deflated = deflateRawSync(bytes, { finishFlush: constants.Z_FULL_FLUSH });
  return { deflated, adler: adler32(1, bytes) };
}

/** The whole as one zlib stream. `rest` has at most 65,535 bytes. */
export function deflatedWith({ deflated, adler }: SharedPart, rest: string): Buffer {
  const bytes = Buffer.from(rest);
  if (bytes.length > STORED_BYTES_MAX) throw new RangeError('the rest does not fit into one stored block');
  const stored = Buffer.alloc(5);
  stored.writeUInt8(1, 0);
  stored.writeUInt16LE(bytes.length, 1);
  stored.writeUInt16LE(bytes.length ^ STORED_BYTES_MAX, 3);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(adler32(adler, bytes), 0);
  return Buffer.concat([HEADER, deflated, stored, bytes, sum]);
}

const ADLER_MOD = 65_521;
/** So many bytes can be added before the sums pass 32 bits. */
const ADLER_BYTES = 3_800;

/** RFC 1950, 9: goes on from `from`, 1 at the beginning. */
function adler32(from: number, bytes: Buffer): number {
  let a = from & 0xffff;
  let b = from >>> 16;
  for (let at = 0; at < bytes.length; ) {
    // By index: an iterator costs a hundred times as much, for every welcome.
    for (const end = Math.min(bytes.length, at + ADLER_BYTES); at < end; at += 1) {
      a += bytes[at] ?? 0;
      b += a;
    }
    a %= ADLER_MOD;
    b %= ADLER_MOD;
  }
  return ((b << 16) | a) >>> 0;
}
