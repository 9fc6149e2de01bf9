/** A calendar (iCalendar, RFC 5545) as a plan: the events of its first day are the items, who is invited the people. */
import ICAL from 'ical.js';
import {
  AGENDA_ITEMS_MAX,
  ITEM_MINUTES_MAX,
  NAME_CHARS_MAX,
  PLAN_PEOPLE_MAX,
  TITLE_CHARS_MAX,
} from '../../shared/lib/limits.ts';
import type { Plan } from '../../shared/plan.ts';
import { planSchema } from '../../shared/plan.ts';
import { PlanError } from './plan-error.ts';
import { agendaKind } from './proposal/agenda-kind.ts';
import { noteList } from './proposal/note-list.ts';

type Meeting = {
  title: string;
  startMs: number;
  day: string;
  minutes: number;
  people: { name: string; isHost: boolean }[];
};

/** Throws PlanError `bad-calendar` with the line where it ends too early, `nothing-found` when no event is in it. */
export function readCalendar(fileName: string, text: string): Plan {
  const calendar = parsed(fileName, text);
  const all = calendar
    .getAllSubcomponents('vevent')
    .filter((event) => String(event.getFirstPropertyValue('status') ?? '') !== 'CANCELLED')
    .flatMap((event) => meetingOf(event) ?? [])
    .toSorted((a, b) => a.startMs - b.startMs);
  const [first] = all;
  if (!first) throw new PlanError('nothing-found', { fileName, lines: text.split('\n').length });
  const meetings = all.filter((one) => one.day === first.day).slice(0, AGENDA_ITEMS_MAX);
  const notes = noteList();
  if (meetings.length < all.length) {
    notes.add('agenda', 'other-days', { day: first.day, count: all.length - meetings.length });
  }
  // Not of the standard, so the library leaves its signs as they are written.
  const named = String(calendar.getFirstPropertyValue('x-wr-calname') ?? '')
    .replace(/\\([,;\\])/g, '$1')
    .trim();
  const title = named || (meetings.length === 1 ? first.title : fileName.replace(/\.[^.]*$/, ''));
  const people = new Map(
    meetings.flatMap((one) => one.people.map((person) => [person.name, person] as const)),
  );
  return planSchema.parse({
    format: 'evenfloor.plan',
    v: 1,
    title: title.slice(0, TITLE_CHARS_MAX) || fileName,
    agenda: meetings.map((one, place) => ({
      itemId: `item-${place + 1}`,
      title: one.title.slice(0, TITLE_CHARS_MAX),
      minutes: Math.min(ITEM_MINUTES_MAX, one.minutes),
      kind: agendaKind(one.title) ?? 'other',
    })),
    people: [...people.values()].slice(0, PLAN_PEOPLE_MAX).map(({ name, isHost }, place) => ({
      personId: `person-${place + 1}`,
      name,
      // A calendar does not say who comes to the room.
      channel: 'online',
      ...(isHost && { roles: ['host'] }),
    })),
    notes: notes.all(),
  });
}

function parsed(fileName: string, text: string): ICAL.Component {
  try {
    return new ICAL.Component(ICAL.parse(text));
  } catch (error) {
    const why = error instanceof Error ? error.message.split('\n')[0] : String(error);
    throw new PlanError('bad-calendar', { fileName, why: why ?? '' });
  }
}

/** Null for an event without a beginning, or for a whole day: that is no item. */
function meetingOf(component: ICAL.Component): Meeting | null {
  const event = new ICAL.Event(component);
  const { startDate: start } = event;
  if (!start || start.isDate) return null;
  const people = ['organizer', 'attendee'].flatMap((role) =>
    component.getAllProperties(role).flatMap((property) => {
      const name = String(property.getParameter('cn') ?? '').trim();
      const isRoom = String(property.getParameter('cutype') ?? '').toUpperCase() === 'ROOM';
      const isName = name !== '' && !name.includes('@') && !isRoom;
      return isName ? [{ name: name.slice(0, NAME_CHARS_MAX), isHost: role === 'organizer' }] : [];
    }),
  );
  return {
    title: event.summary?.trim() || '?',
    startMs: start.toJSDate().getTime(),
    day: start.toString().slice(0, 10),
    minutes: Math.max(0, Math.round(event.duration.toSeconds() / 6) / 10),
    // Whoever invites is often invited too: the first mention counts.
    people: people.filter(
      (person, place) => people.findIndex((other) => other.name === person.name) === place,
    ),
  };
}
