/**
 * Bytes of a file to text. A byte order mark decides; without one it must be UTF-8, since guessing a legacy code
 * page would turn names into other names without anybody noticing.
 */
import { PLAN_FILE_BYTES_MAX } from '../../shared/lib/limits.ts';
import type { ForeignKind } from '../../shared/words/file-errors-en.ts';
import { PlanError } from './plan-error.ts';

type Signature = { bytes: readonly number[]; what: ForeignKind };

/** Files that people do try: named, so that the message can say what to do instead. */
const SIGNATURES: readonly Signature[] = [
  { bytes: [0x25, 0x50, 0x44, 0x46], what: 'pdf' },
  { bytes: [0x50, 0x4b, 0x03, 0x04], what: 'office' },
  // Word and Excel until 2003.
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], what: 'office' },
  { bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66], what: 'rtf' },
];

/**
 * The text of a plan file, with `\n` line ends and without byte order mark.
 *
 * @throws {PlanError} `empty`, `too-large`, `wrong-kind`, `binary`, `not-utf-eight`
 */
export function decodeText(fileName: string, bytes: Uint8Array): string {
  if (bytes.length === 0) throw emptyFile(fileName);
  if (bytes.length > PLAN_FILE_BYTES_MAX) {
    throw new PlanError('too-large', { fileName, bytes: bytes.length, bytesMax: PLAN_FILE_BYTES_MAX });
  }
  refuseKnownFormats(fileName, bytes);
  const text = decode(fileName, bytes).replace(/\r\n?/g, '\n');
  if (text.trim() === '') throw emptyFile(fileName);
  return text;
}

function decode(fileName: string, bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return checked(fileName, decodeAs('utf-16le', bytes));
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return checked(fileName, decodeAs('utf-16be', bytes));
  if (bytes.includes(0)) throw binaryFile(fileName, bytes.indexOf(0));
  try {
    return checked(fileName, new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    if (error instanceof PlanError) throw error;
    const line = lineOfFirstBadByte(bytes);
    throw new PlanError('not-utf-eight', { fileName, line });
  }
}

function decodeAs(encoding: string, bytes: Uint8Array): string {
  return new TextDecoder(encoding).decode(bytes);
}

/** A stray control character is an artefact of copying; many of them mean that this was never text. */
function checked(fileName: string, text: string): string {
  let controls = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0) throw binaryFile(fileName, i);
    if (unit < 0x20 && unit !== 0x09 && unit !== 0x0a && unit !== 0x0d) controls++;
  }
  if (controls > 8 && controls * 50 > text.length) throw binaryFile(fileName, 0);
  return text;
}

function refuseKnownFormats(fileName: string, bytes: Uint8Array): void {
  const found = SIGNATURES.find((signature) => signature.bytes.every((byte, i) => bytes[i] === byte));
  if (found) throw new PlanError('wrong-kind', { fileName, what: found.what });
}

/** Halves the file until the first byte that no UTF-8 text can have at its place is found: 21 decodings at most. */
function lineOfFirstBadByte(bytes: Uint8Array): number {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (startsLikeUtf8(bytes.subarray(0, middle))) good = middle;
    else bad = middle;
  }
  let line = 1;
  for (let i = 0; i < good; i++) if (bytes[i] === 0x0a) line++;
  return line;
}

function startsLikeUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function emptyFile(fileName: string): PlanError {
  return new PlanError('empty', { fileName });
}

function binaryFile(fileName: string, offset: number): PlanError {
  return new PlanError('binary', { fileName, offset });
}
