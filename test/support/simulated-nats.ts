/** One hub's line to simulated servers, in the shape of the NATS client: what the store asks of it, and no more. */
import type { NatsConnection } from '@nats-io/transport-node';
import { CONTACT_STREAM, LOG_STREAM, type Streams } from '../../electron/store/jetstream/streams.ts';
import { fits, type Kept, type Publish, type SimulatedServers } from './simulated-jetstream.ts';

export type SimulatedNats = {
  streams: Streams;
  connection: NatsConnection;
  /** For so long nothing goes and nothing comes; what was sent meanwhile goes out afterwards. */
  cut(ms: number): void;
  /** For so long nothing that is new is delivered by itself; whoever asks is answered. */
  deafen(ms: number): void;
  /** The process dies: what is out is out, and nothing is heard any more. */
  die(): void;
};

const ANSWER_MS_MAX = 5_000;
/** Left to itself, a reader asks anew by then. */
const DEAF_MS_MAX = 30_000;
const BYTES_MAX = 1_000_000;

type Status = { type: 'disconnect' | 'reconnect' };

export function simulatedNats(servers: SimulatedServers): SimulatedNats {
  const { clock } = servers;
  let isDead = false;
  let isCut = false;
  let outgoing: (() => void)[] = [];
  const statuses = mailbox<Status>();
  const readers = new Set<ReturnType<typeof reading>>();

  /** A question that may be heard late or never, and so may its answer. */
  function ask<T>(work: () => T, answerMsMax = ANSWER_MS_MAX): Promise<T> {
    return new Promise((resolve, reject) => {
      if (isDead) return;
      const cancel = clock.after(answerMsMax, () => isDead || reject(new Error('timeout')));
      const answered = (settle: () => void) => {
        if (servers.forgetsAnswer) return;
        clock.after(servers.wayMs(), () => {
          if (isDead || isCut) return;
          cancel();
          settle();
        });
      };
      const arrive = () =>
        servers.serve(() => {
          try {
            const answer = work();
            answered(() => resolve(answer));
          } catch (error) {
            answered(() => reject(error));
          }
        });
      const send = () => void clock.after(servers.wayMs(), arrive);
      if (isCut) outgoing.push(send);
      else send();
    });
  }

  function reading(stream: string, subject: string, from: number) {
    const box = mailbox<object>();
    let [next, deafUntilMs, isOpen] = [from, 0, true];
    const deliver = () => {
      if (!isOpen || isCut || isDead) return;
      const lateMs = deafUntilMs - clock.nowMs();
      if (lateMs > 0) return void clock.after(lateMs, deliver);
      const waiting = servers
        .messages(stream)
        .filter((kept) => kept.seq >= next && fits(kept.subject, subject));
      for (const [index, kept] of waiting.entries()) {
        next = kept.seq + 1;
        box.put({ ...delivered(kept), info: { pending: waiting.length - index - 1 } });
      }
    };
    const stop = servers.read({ stream, subject, wake: () => void clock.after(servers.wayMs(), deliver) });
    deliver();
    const reader = {
      deafen: (ms: number) => {
        deafUntilMs = clock.nowMs() + ms;
        clock.after(ms, deliver);
      },
      messages: {
        [Symbol.asyncIterator]: box.iterate,
        close: async () => {
          isOpen = false;
          stop();
          readers.delete(reader);
          box.end();
        },
      },
    };
    readers.add(reader);
    return reader;
  }

  const bucket = (name: string) => ({
    get: (key: string) => ask(() => entry(servers.get(name, key))),
    put: (key: string, value: string) => ask(() => servers.put(name, key, value)),
    create: (key: string, value: string) => ask(() => servers.put(name, key, value)),
    update: (key: string, value: string) => ask(() => servers.put(name, key, value)),
  });
  const connection = {
    isClosed: () => isDead,
    status: () => ({ [Symbol.asyncIterator]: statuses.iterate }),
  } as unknown as NatsConnection;
  const streams = {
    connection,
    js: {
      publish: (subject: string, data: Uint8Array | string, options: PublishOptions = {}) => {
        const { msgID: messageId, expect, timeout } = options;
        const expected = expect?.lastSubjectSequence;
        const bytes = Buffer.from(data as string);
        const sent: Publish = { stream: streamOf(subject), subject, data: bytes, messageId, expected };
        return ask(() => servers.publish(sent), timeout);
      },
      consumers: {
        get: (stream: string, { filter_subjects: subject, opt_start_seq: from = 1 }: Consumer) =>
          ask(() => ({ consume: async () => reading(stream, subject, from).messages })),
      },
    },
    jsm: {
      streams: {
        getMessage: (stream: string, query: { seq?: number; next_by_subj?: string; last_by_subj?: string }) =>
          ask(() => {
            const { seq = 0, next_by_subj: next, last_by_subj: last } = query;
            const all = servers.messages(stream);
            const kept = last
              ? all.findLast((message) => message.subject === last)
              : all.find((message) => message.seq >= seq && message.subject === next);
            return kept ? asked(kept) : null;
          }),
        deleteMessage: (stream: string, seq: number) =>
          ask(() => {
            const all = servers.messages(stream);
            all.splice(
              all.findIndex((message) => message.seq === seq),
              1,
            );
          }),
        info: (stream: string, { subjects_filter: filter }: { subjects_filter: string }) =>
          ask(() => {
            const subjects = servers.messages(stream).filter(({ subject }) => fits(subject, filter));
            return { state: { subjects: Object.fromEntries(subjects.map(({ subject }) => [subject, 1])) } };
          }),
      },
    },
    sessions: bucket('sessions'),
    pulses: bucket('pulses'),
    snapshots: {
      putBlob: ({ name }: { name: string }, bytes: Uint8Array) =>
        ask(() => servers.put('snapshots', name, bytes)),
      getBlob: (name: string) => ask(() => servers.get('snapshots', name)?.value ?? null),
    },
    bytesMax: BYTES_MAX,
  } as unknown as Streams;

  return {
    streams,
    connection,
    cut: (ms) => {
      if (isCut || isDead) return;
      isCut = true;
      statuses.put({ type: 'disconnect' });
      clock.after(ms, () => {
        isCut = false;
        for (const reader of readers) reader.deafen(DEAF_MS_MAX);
        for (const send of outgoing.splice(0)) send();
        statuses.put({ type: 'reconnect' });
      });
    },
    deafen: (ms) => {
      for (const reader of readers) reader.deafen(ms);
    },
    die: () => {
      isDead = true;
      outgoing = [];
      for (const reader of [...readers]) void reader.messages.close();
      statuses.end();
    },
  };
}

type PublishOptions = { msgID?: string; expect?: { lastSubjectSequence: number }; timeout?: number };
type Consumer = { filter_subjects: string; opt_start_seq?: number };

const delivered = ({ seq, data, messageId }: Kept) => ({
  seq,
  data,
  headers: { get: () => messageId },
  json: () => JSON.parse(Buffer.from(data).toString()),
});
const asked = ({ seq, data, messageId }: Kept) => ({ seq, data, header: { get: () => messageId } });

function entry(found: { revision: number; value: string | Uint8Array } | null) {
  if (!found) return null;
  const text = Buffer.from(found.value as string).toString();
  const { revision } = found;
  return { operation: 'PUT', revision, string: () => text, json: () => JSON.parse(text) };
}

function streamOf(subject: string): string {
  return subject.startsWith('evenfloor.log.') ? LOG_STREAM : CONTACT_STREAM;
}

/** What is put in comes out for whoever iterates, until it is ended. */
function mailbox<T>() {
  const waiting: T[] = [];
  let isOver = false;
  let wake = () => {};
  return {
    put: (value: T) => {
      waiting.push(value);
      wake();
    },
    end: () => {
      isOver = true;
      wake();
    },
    iterate: async function* () {
      for (;;) {
        for (let value = waiting.shift(); value !== undefined; value = waiting.shift()) yield value;
        if (isOver) return;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
  };
}
