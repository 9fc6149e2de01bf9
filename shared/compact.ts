/**
 * Commits as a crowd gets them that says `accept: ["compact"]`: what is the same in each is left out, and what has a
 * fixed place needs no name. Every byte of it is sent a thousand times.
 */
import type { SentCommit } from './commit.ts';
import type { Event } from './event.ts';
import { assert } from './lib/assert.ts';

/** Without a `v` of 1. */
type CompactEvent = Omit<Event, 'v'> & { v?: number };

/** `[seq, seq - prev, atMs, role, events]`; no `commandId`: whose command it was, the sender learns from the ack. */
export type CompactCommit = [number, number, number, SentCommit['actor'] & string, CompactEvent[]];

/** Only of the public's, whose actor is a role. */
export function compacted({ seq, prev, atMs, actor, events }: SentCommit): CompactCommit {
  assert(typeof actor === 'string', 'the public is not told who acts');
  return [seq, seq - prev, atMs, actor, events.map(withoutVersion)];
}

export function expanded([seq, ago, atMs, actor, events]: CompactCommit): SentCommit {
  return {
    seq,
    prev: seq - ago,
    atMs,
    actor,
    commandId: '',
    events: events.map((event) => ({ v: 1, ...event }) as Event),
  };
}

function withoutVersion({ v, ...event }: Event): CompactEvent {
  return v === 1 ? event : { ...event, v };
}
