/**
 * What a crowd gets, of which every byte is sent a thousand times. Commits, with `accept: ["compact"]`: what is the same
 * in each is left out, and what has a fixed place needs no name. The state, with `accept: ["columns"]`, whoever it is:
 * the queue, which alone grows long in it, by columns.
 */
import type { SentCommit } from './commit.ts';
import type { Event } from './event.ts';
import { assert } from './lib/assert.ts';
import { type Columns, fromColumns, inColumns } from './lib/columns.ts';
import type { State } from './state.ts';

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

type Queue = State['queue'];
export type CompactState = Omit<State, 'queue'> & { queue: Omit<Queue, 'entries'> & { entries: Columns } };

export function compactedState(state: State): CompactState {
  return { ...state, queue: { ...state.queue, entries: inColumns(state.queue.entries) } };
}

/** Whichever form it came in. */
export function expandedState(state: State | CompactState): State {
  const { entries, ...queue } = state.queue;
  const whole = Array.isArray(entries) ? entries : (fromColumns(entries) as Queue['entries']);
  return { ...state, queue: { ...queue, entries: whole } };
}
