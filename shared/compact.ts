/**
 * What a crowd gets, of which every byte is sent a thousand times. Commits, with `accept: ["short"]`: what is the same in
 * each is left out, and what has a fixed place needs no name. The state, with `accept: ["columns"]`, whoever it is: the
 * queue, which alone grows long in it, by columns.
 */
import type { SentCommit } from './commit.ts';
import type { Event } from './event.ts';
import { assert, must } from './lib/assert.ts';
import { type Columns, fromColumns, inColumns } from './lib/columns.ts';
import { ROLES } from './lib/vocabulary.ts';
import type { HubMessage } from './protocol.ts';
import type { State } from './state.ts';

/** Of what comes most often; none of these is ever null. Another order, or one field more, wants another word in `accept`. */
const PLACES: Partial<Record<Event['type'], readonly string[]>> = {
  'queue/joined': ['entryId', 'channel', 'door', 'kind', 'itemId', 'name', 'topic'],
  'queue/left': ['entryId'],
};

/** In this order on the wire, by their number. */
const ACTORS = ['hub', ...ROLES] as const;

/** Its type and what stands in its places, null where nothing does; or all by name, but for a `v` of 1. */
type ShortEvent = [Event['type'], ...unknown[]] | (Omit<Event, 'v'> & { v?: number });

/** `actor` is its place in ACTORS. No `commandId`: whose command it was, the sender learns from the ack. */
export type ShortCommit = [seq: number, ago: number, atMs: number, actor: number, ...events: ShortEvent[]];

/** `commits` to whoever takes them short. */
export type ShortMessage = { short: ShortCommit[] };

/** Only of the public's, whose actor is a role. */
export function shortened({ seq, prev, atMs, actor, events }: SentCommit): ShortCommit {
  assert(typeof actor === 'string', 'the public is not told who acts');
  return [seq, seq - prev, atMs, ACTORS.indexOf(actor), ...events.map(shortEvent)];
}

/** A text frame of the hub, whichever form it came in. */
export function readMessage(text: string): HubMessage {
  const message = JSON.parse(text) as HubMessage | ShortMessage;
  return 'short' in message ? { type: 'commits', commits: message.short.map(expanded) } : message;
}

function expanded([seq, ago, atMs, place, ...events]: ShortCommit): SentCommit {
  const actor = must(ACTORS[place], 'an actor');
  return { seq, prev: seq - ago, atMs, actor, commandId: '', events: events.map(wholeEvent) };
}

function shortEvent({ v, ...event }: Event): ShortEvent {
  if (v !== 1) return { ...event, v };
  const { type, ...fields } = event as { type: Event['type'] } & Record<string, unknown>;
  const places = PLACES[type];
  if (!places || Object.keys(fields).some((name) => !places.includes(name))) return event;
  const filled = places.findLastIndex((name) => fields[name] !== undefined) + 1;
  return [type, ...places.slice(0, filled).map((name) => fields[name] ?? null)];
}

function wholeEvent(event: ShortEvent): Event {
  if (!Array.isArray(event)) return { v: 1, ...event } as Event;
  const [type, ...values] = event;
  const fields = values.map((value, place) => [must(PLACES[type]?.[place], 'a place'), value]);
  return { type, v: 1, ...Object.fromEntries(fields.filter(([, value]) => value !== null)) } as Event;
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
