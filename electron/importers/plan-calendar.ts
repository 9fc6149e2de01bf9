/** A calendar (iCalendar, RFC 5545) as a plan: the events of its first day are the items, who is invited the people. */
import ICAL from 'ical.js';
import {
  AGENDA_ITEMS_MAX,
  ITEM_MINUTES_MAX,
  PLAN_NOTES_MAX,
  PLAN_PEOPLE_MAX,
} from '../../shared/lib/limits.ts';
import type { Plan } from '../../shared/plan.ts';
import { planSchema } from '../../shared/plan.ts';
import { fileStem } from './file-stem.ts';
import { nameOf } from './import/names.ts';
import { lineOf } from './line.ts';
import { PlanError } from './plan-error.ts';
import { agendaKind } from './proposal/agenda-kind.ts';
import { noteList } from './proposal/note-list.ts';
import { readProposal } from './proposal.ts';

type Meeting = {
  title: string;
  startMs: number;
  day: string;
  minutes: number;
  description: string;
  people: { name: string; isHost: boolean }[];
  declined: number;
};

/** Throws PlanError `bad-calendar` with the line where it ends too early, `nothing-found` when no event is in it. */
export function readCalendar(fileName: string, text: string): Plan {
  const calendar = calmly(fileName, () => new ICAL.Component(ICAL.parse(text)));
  const all = calmly(fileName, () =>
    calendar
      .getAllSubcomponents('vevent')
      .filter((event) => String(event.getFirstPropertyValue('status') ?? '') !== 'CANCELLED')
      .flatMap((event) => meetingOf(event) ?? [])
      .toSorted((a, b) => a.startMs - b.startMs),
  );
  const [first] = all;
  if (!first) throw new PlanError('nothing-found', { fileName, lines: text.split('\n').length });
  const meetings = all.filter((one) => one.day === first.day).slice(0, AGENDA_ITEMS_MAX);
  const notes = noteList();
  if (meetings.length < all.length) {
    notes.add('agenda', 'other-days', { day: first.day, count: all.length - meetings.length });
  }
  const declined = meetings.reduce((sum, one) => sum + one.declined, 0);
  if (declined > 0) notes.add('people', 'declined-left-out', { count: declined });
  // Not of the standard, so the library leaves its signs as they are written.
  const named = String(calendar.getFirstPropertyValue('x-wr-calname') ?? '')
    .replace(/\\([,;\\])/g, '$1')
    .trim();
  const title = lineOf(named) ?? (meetings.length === 1 ? first.title : fileStem(fileName));
  const people = new Map(
    meetings.flatMap((one) => one.people.map((person) => [person.name, person] as const)),
  );
  const plan = planSchema.parse({
    format: 'evenfloor.plan',
    v: 1,
    title,
    agenda: meetings.map((one, place) => ({
      itemId: `item-${place + 1}`,
      title: one.title,
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
  return meetings.length === 1 ? (described(fileName, first, plan) ?? plan) : plan;
}

/** The only event is the session itself, and its description often holds the programme. */
function described(fileName: string, { title, minutes, description }: Meeting, plan: Plan): Plan | null {
  if (description.trim() === '') return null;
  try {
    const text = `${title}\nDuration: ${minutes} min\n\n${description}`;
    const read = readProposal(fileName, text);
    if (!read.agenda.some((item) => item.minutes > 0)) return null;
    const named = new Set(read.people.map(({ name }) => name));
    const others = plan.people.filter(({ name }) => !named.has(name));
    const notes = [...plan.notes, ...read.notes].map((note, i) => ({ ...note, noteId: `note-${i + 1}` }));
    const people = [...read.people, ...others].slice(0, PLAN_PEOPLE_MAX);
    return { ...read, people, notes: notes.slice(0, PLAN_NOTES_MAX) };
  } catch (error) {
    if (error instanceof PlanError) return null;
    throw error;
  }
}

/** The library throws errors of its own for values that it cannot read, some of them only when they are asked for. */
function calmly<T>(fileName: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const [why = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    throw new PlanError('bad-calendar', { fileName, why: why.slice(0, 200) });
  }
}

/** Rooms, their equipment and lists of people are invited too. */
function isPerson(property: ICAL.Property): boolean {
  return !/^(?:room|resource|group)$/i.test(String(property.getParameter('cutype') ?? ''));
}

/** Null for an event without a beginning, or for a whole day: that is no item. */
function meetingOf(component: ICAL.Component): Meeting | null {
  const event = new ICAL.Event(component);
  const { startDate: start } = event;
  if (!start || start.isDate) return null;
  const invited = component.getAllProperties('attendee');
  const hasDeclined = (property: ICAL.Property) =>
    String(property.getParameter('partstat') ?? '').toUpperCase() === 'DECLINED';
  const people = ['organizer', 'attendee'].flatMap((role) =>
    component.getAllProperties(role).flatMap((property) => {
      const name = nameOf(String(property.getParameter('cn') ?? '')) ?? '';
      const isName = name !== '' && !name.includes('@') && isPerson(property) && !hasDeclined(property);
      return isName ? [{ name, isHost: role === 'organizer' }] : [];
    }),
  );
  return {
    title: lineOf(event.summary ?? '') ?? '?',
    startMs: start.toJSDate().getTime(),
    day: start.toString().slice(0, 10),
    minutes: Math.max(0, Math.round(event.duration.toSeconds() / 6) / 10),
    description: String(event.description ?? ''),
    declined: invited.filter(hasDeclined).length,
    // Whoever invites is often invited too: the first mention counts.
    people: people.filter(
      (person, place) => people.findIndex((other) => other.name === person.name) === place,
    ),
  };
}
