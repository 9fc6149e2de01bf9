/** One append, one message: all commits of a batch, deflated where that is worth it. */
import { promisify } from 'node:util';
import { deflateRaw, inflateRawSync } from 'node:zlib';
import type { JsMsg, StoredMsg } from '@nats-io/jetstream';
import type { Commit } from '../../../shared/commit.ts';
import { readCommit } from '../decode.ts';
import { StoreError } from '../event-store.ts';

/** The first byte says what follows. */
const PLAIN = 0x7b; // '{'
const DEFLATED = 1;
const FORMAT = 1;
/** A batch of a busy moment is smaller, and the next hub waits for it. */
const DEFLATED_BYTES_MIN = 32 * 1024;

const MESSAGE_ID = 'Nats-Msg-Id';

/** One message of a log, and where it stands in the stream. */
export type Batch = { streamSeq: number; messageId: string; commits: Commit[] };

const deflated = promisify(deflateRaw);

export async function encodeBatch(commits: readonly Commit[]): Promise<Uint8Array> {
  return encodeJson({ v: FORMAT, commits });
}

/** Throws StoreError for what a newer version has written, or none at all; `place`: of the message in its stream. */
function decodeBatch(bytes: Uint8Array, place: number): Commit[] {
  const batch = readBatch(bytes);
  const why = `message ${place}`;
  if (!Array.isArray(batch?.commits) || batch.commits.length === 0) throw new StoreError('damaged', { why });
  if (batch.v > FORMAT) throw new StoreError('log-newer', { why });
  return batch.commits.map((commit) => readCommit(commit, commit.seq));
}

/** Delivered, or asked for: the two kinds of messages differ in one letter. Throws as `decodeBatch`. */
export function batchOf(message: JsMsg | StoredMsg): Batch {
  const headers = 'headers' in message ? message.headers : message.header;
  const messageId = headers?.get(MESSAGE_ID) ?? '';
  return { streamSeq: message.seq, messageId, commits: decodeBatch(message.data, message.seq) };
}

function readBatch(bytes: Uint8Array): { v: number; commits: Commit[] } | null {
  try {
    return decodeJson(bytes) as { v: number; commits: Commit[] };
  } catch {
    return null;
  }
}

export async function encodeJson(value: object): Promise<Uint8Array> {
  const bytes = Buffer.from(JSON.stringify(value));
  if (bytes.length < DEFLATED_BYTES_MIN) return bytes;
  return Buffer.concat([Buffer.of(DEFLATED), await deflated(bytes)]);
}

export function decodeJson(bytes: Uint8Array): unknown {
  const isPlain = bytes[0] === PLAIN;
  const plain = isPlain ? bytes : inflateRawSync(bytes.subarray(1));
  return JSON.parse(Buffer.from(plain).toString('utf8'));
}
