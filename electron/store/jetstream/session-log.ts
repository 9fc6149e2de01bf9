/** A session in JetStream as hubs know it: its commits, and what is kept beside them. */
import { must } from '../../../shared/lib/assert.ts';
import { decodePulse } from '../decode.ts';
import { type ContactRow, type SessionLog, type Snapshot, StoreError } from '../event-store.ts';
import { readAll } from '../read-all.ts';
import { withoutContacts } from '../without-contacts.ts';
import { writeCopy } from '../workshop.ts';
import type { WatchedLine } from './line.ts';
import type { CommitStream, Mark } from './log.ts';
import { decodeJson, encodeJson } from './messages.ts';
import { sharing } from './sharing.ts';
import { CONTACT_STREAM, contactSubject, type Streams } from './streams.ts';

/** Each waits for some seconds. */
const TRIES_MAX = 5;
const RETRY_MS = 200;

export type Held = { sessionId: string; logId: string; commits: CommitStream };

export function jetStreamLog(
  streams: Streams,
  line: WatchedLine,
  { sessionId, logId, commits }: Held,
): SessionLog {
  return {
    sessionId,
    logId,
    damage: null,
    line,
    read: (afterSeq, limit) => commits.read(afterSeq, limit),
    append: (batch) => commits.append(batch),
    follow: (listener) => commits.follow(listener),
    catchUp: sharing(async () => {
      // Nobody waits for what is known not to answer.
      if (!line.isUp) throw new StoreError('line-cut', {});
      await askedAgain(line, () => commits.catchUp());
    }),
    saveSnapshot: (snapshot) =>
      asked(async () => {
        await streams.snapshots.putBlob({ name: sessionId }, await encodeJson(snapshot));
        await streams.pulses.put(markKey(sessionId), JSON.stringify(commits.markBefore(snapshot.seq)));
      }),
    loadSnapshot: async () => {
      const snapshot = await readSnapshot(streams, sessionId);
      if (snapshot) commits.knowCommands(snapshot.commands.map(({ commandId }) => commandId));
      return snapshot;
    },
    savePulse: (pulse) =>
      asked(async () => void (await streams.pulses.put(sessionId, JSON.stringify(pulse)))),
    loadPulse: () =>
      askedAgain(line, async () => {
        const entry = await streams.pulses.get(sessionId);
        return entry?.operation === 'PUT' ? decodePulse(entry.string()) : null;
      }),
    putContact: (contactId, body) =>
      asked(async () => {
        const row: ContactRow = { contactId, body };
        const subject = contactSubject(sessionId, contactId);
        // What the next message pushes out is not overwritten.
        await eraseContact(streams, subject);
        await streams.js.publish(subject, JSON.stringify(row));
      }),
    eraseContact: (contactId) => asked(() => eraseContact(streams, contactSubject(sessionId, contactId))),
    contacts: () => askedAgain(line, () => contactsOf(streams, sessionId)),
    copy: async (path, { contacts }) => {
      const all = await readAll(commits);
      const copied = contacts ? all : all.map(withoutContacts);
      await writeCopy(sessionId, copied, path, contacts ? await contactsOf(streams, sessionId) : []);
    },
    close: async () => commits.close(),
  };
}

export const markKey = (sessionId: string) => `${sessionId}.mark`;

/** Where a log that was snapshot is read on from; the beginning where there is none. */
export async function readMark({ pulses }: Streams, sessionId: string): Promise<Mark> {
  const entry = await pulses.get(markKey(sessionId));
  return entry?.operation === 'PUT' ? entry.json<Mark>() : { streamSeq: 0, seq: 0 };
}

/** A cache: one that cannot be read is none. */
async function readSnapshot({ snapshots }: Streams, sessionId: string): Promise<Snapshot | null> {
  try {
    const bytes = await snapshots.getBlob(sessionId);
    return bytes && (decodeJson(bytes) as Snapshot);
  } catch {
    return null;
  }
}

/** Overwritten where it stood on the servers' disks, not only marked as gone. */
async function eraseContact({ jsm }: Streams, subject: string): Promise<void> {
  const row = await jsm.streams.getMessage(CONTACT_STREAM, { last_by_subj: subject });
  if (!row) return;
  await jsm.streams.deleteMessage(CONTACT_STREAM, row.seq, true).catch(async (error: unknown) => {
    const left = await jsm.streams.getMessage(CONTACT_STREAM, { last_by_subj: subject });
    // Unless another hub was first.
    if (left?.seq === row.seq) throw error;
  });
}

async function contactsOf({ js, jsm }: Streams, sessionId: string): Promise<ContactRow[]> {
  const subjects = contactSubject(sessionId, '').concat('*');
  const { state } = await jsm.streams.info(CONTACT_STREAM, { subjects_filter: subjects });
  let left = Object.values(state.subjects ?? {}).reduce((sum, count) => sum + count, 0);
  const rows: ContactRow[] = [];
  if (left === 0) return rows;
  const consumer = await js.consumers.get(CONTACT_STREAM, { filter_subjects: subjects });
  const messages = await consumer.consume();
  for await (const message of messages) {
    rows.push(message.json<ContactRow>());
    left = must(message.info, 'delivery').pending;
    if (left === 0) break;
  }
  await messages.close();
  return rows;
}

/**
 * What changes nothing, however often it is asked, is asked again: servers that are choosing who leads do not answer for
 * some seconds. Where the connection itself is gone, nobody waits for that.
 */
export async function askedAgain<T>(line: WatchedLine, ask: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await asked(ask);
    } catch (error) {
      const isCut = error instanceof StoreError && error.code === 'line-cut';
      if (!isCut || !line.isUp || tries === TRIES_MAX) throw error;
      await line.wait(RETRY_MS);
    }
  }
}

/** What the cluster does not answer is a line that is cut. */
export async function asked<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof StoreError) throw error;
    throw new StoreError('line-cut', { why: error instanceof Error ? error.message : String(error) });
  }
}
