/** From a plan to the first events of a session, and from a session back to its plan. */
import type { Event } from './event.ts';
import type { Role } from './lib/vocabulary.ts';
import { ROLES } from './lib/vocabulary.ts';
import type { Plan } from './plan.ts';
import type { State } from './state.ts';

/** One invitation for each role; `inviteIds` come from the caller, as all ids do. */
export function createEvents(plan: Plan, inviteIds: Record<Role, string>): Event[] {
  const { title, code, series, policyQuestions, fairness, network, joinLinks, clockShows } = plan;
  const { notes, agenda, people } = plan;
  const events: Event[] = [
    {
      type: 'session/created',
      v: 1,
      title,
      code: code ?? null,
      series: series ?? null,
      policyQuestions,
      fairness,
      ...(network && { network }),
      ...(joinLinks && { joinLinks }),
      ...(clockShows && { clockShows }),
      notes,
    },
  ];
  if (agenda.length > 0) events.push({ type: 'agenda/edited', v: 1, items: agenda });
  people.forEach((person, nth) => {
    events.push({ type: 'people/added', v: 1, person: { ...person, ...(nth > 0 && { nth }) } });
  });
  for (const role of ROLES) {
    events.push({ type: 'invites/issued', v: 1, inviteId: inviteIds[role], roles: [role] });
  }
  return events;
}

/**
 * The plan that the session's present agenda, roster and settings amount to. Self-typed people are left out, and the
 * length of the whole, of which a session keeps no more than the sum of its items.
 */
export function planOf(state: State): Plan {
  const { title, code, series, fairness, network, joinLinks, clockShows, notes } = state.session;
  return {
    format: 'evenfloor.plan',
    v: 1,
    title,
    ...(code !== null && { code }),
    ...(series !== null && { series }),
    policyQuestions: state.policyQuestions,
    agenda: state.agenda.items.map(
      ({ extraSeconds: _, startedAtMs: __, runningSinceMs: ___, spentMs: ____, ...item }) => item,
    ),
    people: state.people
      .filter((person) => !person.self)
      .map(
        ({
          seq: _,
          nth: __,
          self: ___,
          lockedSide: ____,
          devices: _____,
          attendance: ______,
          otherNames: _______,
          ...person
        }) => person,
      ),
    fairness,
    ...(network && { network }),
    ...(joinLinks && { joinLinks }),
    ...(clockShows && { clockShows }),
    notes: notes ?? [],
  };
}
