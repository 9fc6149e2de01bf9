/** Who took part, as counts: categories such as “about half” are for the reader to derive. */
import { turnCount, whoKey } from '../../domain/fairness/view.ts';
import type { EndedTurn } from '../../domain/floor/schema.ts';
import { countsOf } from '../../domain/queue/slice.ts';
import { quantile } from '../../lib/quantile.ts';
import type { PerChannel } from '../../lib/vocabulary.ts';
import { perChannel } from '../../lib/vocabulary.ts';
import type { State } from '../../state.ts';

export type Participation = {
  /** In the list of people, by side. */
  people: PerChannel<number>;
  /** Everybody who has had the floor, in whatever item, by the side they spoke from. */
  speakers: PerChannel<number>;
  turns: PerChannel<number>;
  seconds: PerChannel<number>;
  /** Turns that were the first one of their speaker in this session. */
  firstTurns: number;
  /** Hands that are still up, held ones too; once the session is over nobody calls them any more. */
  notReached: PerChannel<number>;
  /** By a platform's report, where one was imported: how many came, and the median of their minutes. */
  attended: { people: number; medianMinutes: number | null } | null;
  /** By the name of the group and its value, verbatim, the most people first. */
  groups: {
    group: string;
    value: string;
    people: number;
    speakers: number;
    turns: number;
    seconds: number;
  }[];
};

/** `turns`: all of the session, a running one as what it has been until now. */
export function participationOf(
  state: Pick<State, 'people' | 'queue'>,
  turns: readonly EndedTurn[],
): Participation {
  const of = (channel: string) => turns.filter((turn) => turn.channel === channel);
  return {
    people: perChannel((channel) => state.people.filter((person) => person.channel === channel).length),
    speakers: perChannel((channel) => new Set(of(channel).map(whoKey)).size),
    turns: perChannel((channel) => turnCount(of(channel))),
    seconds: perChannel((channel) => secondsOf(of(channel))),
    firstTurns: new Set(turns.map(whoKey)).size,
    notReached: countsOf(state.queue.entries),
    attended: attendedOf(state),
    groups: groupsOf(state, turns),
  };
}

function attendedOf({ people }: Pick<State, 'people'>): Participation['attended'] {
  const came = people.flatMap(({ attendance }) => (attendance ? [attendance] : []));
  if (came.length === 0) return null;
  const minutes = came.flatMap((one) => (one.minutes === undefined ? [] : [one.minutes]));
  return {
    people: came.length,
    medianMinutes: quantile(
      minutes.toSorted((a, b) => a - b),
      0.5,
    ),
  };
}

function groupsOf({ people }: Pick<State, 'people'>, turns: readonly EndedTurn[]): Participation['groups'] {
  const members = new Map<string, { group: string; value: string; ids: Set<string> }>();
  for (const { personId, groups = {} } of people) {
    for (const [group, value] of Object.entries(groups)) {
      const key = JSON.stringify([group, value]);
      const found = members.get(key) ?? { group, value, ids: new Set() };
      members.set(key, { ...found, ids: found.ids.add(personId) });
    }
  }
  return [...members.values()]
    .map(({ group, value, ids }) => {
      const own = turns.filter((turn) => turn.personId !== undefined && ids.has(turn.personId));
      const speakers = new Set(own.map(whoKey)).size;
      return { group, value, people: ids.size, speakers, turns: turnCount(own), seconds: secondsOf(own) };
    })
    .toSorted((a, b) => a.group.localeCompare(b.group, 'en') || b.people - a.people);
}

function secondsOf(turns: readonly EndedTurn[]): number {
  return turns.reduce((sum, turn) => sum + turn.spokenMs, 0) / 1_000;
}
