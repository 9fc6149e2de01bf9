/** What a session came to, as data: the run of the agenda, who spoke for how long, and where the rule was not followed. */
import { spentMs } from '../../domain/agenda/slice.ts';
import type { FairnessSettings } from '../../domain/fairness/settings.ts';
import { isFair, turnCount, whoKey } from '../../domain/fairness/view.ts';
import type { Charge, EndedTurn, Turn } from '../../domain/floor/schema.ts';
import { elapsedMs } from '../../domain/floor/slice.ts';
import type { PolicyQuestion, SettledAbsence } from '../../domain/session/schema.ts';
import { jain } from '../../lib/jain.ts';
import type { AgendaKind, Channel, EntryKind, Groups, PerChannel, Role } from '../../lib/vocabulary.ts';
import { CHANNELS, perChannel } from '../../lib/vocabulary.ts';
import type { State } from '../../state.ts';
import { type Participation, participationOf } from './participation.ts';
import { pointsOf, type ReportPoint } from './points.ts';
import { questionsOf, type ReportQuestions } from './questions.ts';

export type Report = {
  title: string;
  code: string | null;
  series: string | null;
  /** Hub epoch milliseconds. */
  startedAtMs: number | null;
  endedAtMs: number | null;
  policyQuestions: PolicyQuestion[];
  fairness: FairnessSettings;
  agenda: ReportItem[];
  /** All fair items together: the seconds and turns that a side was charged. */
  balance: PerChannel<ReportSide>;
  /** Jain's index over the seconds of all who spoke in fair items, 1 = all alike; null when nobody has. */
  jain: number | null;
  turns: ReportTurn[];
  overrides: ReportOverride[];
  absences: SettledAbsence[];
  /** Technical stops, one that lasts included; null where the caller may not know. */
  stops: { count: number; seconds: number } | null;
  /** Of the roster, the panel first. */
  people: ReportPerson[];
  /** In the order of the report. */
  points: ReportPoint[];
  /** What the audience asked; the plan's own are the policy questions. */
  questions: ReportQuestions;
  participation: Participation;
  /** Contacts that people have left; what they say is kept apart. Null where the caller may not know. */
  contacts: number | null;
};

export type ReportPerson = {
  name: string;
  organisation: string | null;
  channel: Channel;
  roles: Role[];
  panel: boolean;
  groups: Groups;
};

export type ReportItem = {
  itemId: string;
  kind: AgendaKind;
  title: string;
  fair: boolean;
  /** By the plan, whatever was granted since. */
  plannedSeconds: number;
  /** Added during the session, or taken off. */
  grantedSeconds: number;
  spentSeconds: number;
};

export type ReportSide = { seconds: number; turns: number; speakers: number };

export type ReportTurn = {
  turnId: string;
  /** 1 for the first turn of the session. */
  number: number;
  name: string;
  organisation: string | null;
  channel: Channel;
  charge: Charge;
  /** What the hand asked for; null for whoever was called without one. */
  kind: EntryKind | null;
  itemTitle: string | null;
  /** Hub epoch milliseconds; of a running turn the end is now. */
  startedAtMs: number;
  endedAtMs: number;
  spokenSeconds: number;
  /** The rest of its length: pauses, technical stops, times without a hub. */
  pausedSeconds: number;
  limitSeconds: number;
  isOverride: boolean;
  /** Put right by somebody, so that its times do not add up. */
  isCorrected: boolean;
  /** The number of the turn that was broken off, of which this is the rest. */
  continues: number | null;
};

export type ReportOverride = {
  turnId: string;
  number: number;
  name: string;
  channel: Channel;
  /** Null when that hand was withdrawn before it was called. */
  insteadOf: string | null;
  reason: string | null;
};

/** Of the session so far; a running turn counts as what it has been until now. */
export function report(state: State, nowMs: number): Report {
  const { session, agenda } = state;
  const turns = [...state.turns, ...(state.floor.turn ? [soFar(state.floor.turn, nowMs)] : [])];
  const charged = turns.filter((turn) => isBalanced(turn, state));
  return {
    title: session.title,
    code: session.code,
    series: session.series,
    startedAtMs: session.startedAtMs,
    endedAtMs: session.endedAtMs,
    policyQuestions: state.policyQuestions,
    fairness: session.fairness,
    agenda: agenda.items.map((item) => ({
      itemId: item.itemId,
      kind: item.kind,
      title: item.title,
      fair: item.fair,
      plannedSeconds: item.minutes * 60,
      grantedSeconds: item.extraSeconds,
      spentSeconds: spentMs(item, nowMs) / 1_000,
    })),
    balance: perChannel((channel) => sideOf(charged.filter((turn) => turn.charge === channel))),
    jain: jainOf(charged),
    turns: turns.map((turn, index) => reportTurn(turn, index + 1, state, turns)),
    overrides: turns.flatMap((turn, index) => overrideOf(turn, index + 1, state, turns) ?? []),
    absences: session.absences ?? [],
    stops: stopsOf(state, nowMs),
    people: state.people
      .filter((person) => !person.self)
      .map(({ name, organisation, channel, roles, panel, groups }) => ({
        name,
        organisation: organisation ?? null,
        channel,
        roles: roles ?? [],
        panel: panel ?? false,
        groups: groups ?? {},
      }))
      .toSorted((a, b) => Number(b.panel) - Number(a.panel)),
    points: pointsOf(state),
    questions: questionsOf(state),
    participation: participationOf(state, turns),
    contacts: state.contacts?.length ?? null,
  };
}

function stopsOf({ stops, session: { pausedAtMs } }: State, nowMs: number): Report['stops'] {
  if (!stops) return null;
  if (pausedAtMs === null) return { count: stops.count, seconds: stops.ms / 1_000 };
  return { count: stops.count + 1, seconds: (stops.ms + nowMs - pausedAtMs) / 1_000 };
}

function soFar(turn: Turn, nowMs: number): EndedTurn {
  const { pausedAtMs: _, stopped: __, ...facts } = turn;
  return { ...facts, endedAtMs: nowMs, spokenMs: elapsedMs(turn, nowMs) };
}

/** Charged to a side, in a fair item. */
function isBalanced({ charge, itemId }: EndedTurn, { agenda }: State): boolean {
  return CHANNELS.some((channel) => channel === charge) && isFair(agenda, itemId);
}

function sideOf(turns: readonly EndedTurn[]): ReportSide {
  const seconds = turns.reduce((sum, turn) => sum + turn.spokenMs, 0) / 1_000;
  return { seconds, turns: turnCount(turns), speakers: new Set(turns.map(whoKey)).size };
}

function jainOf(turns: readonly EndedTurn[]): number | null {
  const spoken = new Map<string, number>();
  for (const turn of turns) spoken.set(whoKey(turn), (spoken.get(whoKey(turn)) ?? 0) + turn.spokenMs);
  return spoken.size === 0 ? null : jain([...spoken.values()]);
}

function reportTurn(
  turn: EndedTurn,
  number: number,
  { people, agenda }: State,
  turns: readonly EndedTurn[],
): ReportTurn {
  const person = people.find(({ personId }) => personId === turn.personId);
  return {
    turnId: turn.turnId,
    number,
    name: turn.name,
    organisation: person?.organisation ?? null,
    channel: turn.channel,
    charge: turn.charge,
    kind: turn.kind ?? null,
    itemTitle: agenda.items.find(({ itemId }) => itemId === turn.itemId)?.title ?? null,
    startedAtMs: turn.startedAtMs,
    endedAtMs: turn.endedAtMs,
    spokenSeconds: turn.spokenMs / 1_000,
    pausedSeconds:
      (turn.corrected ? turn.pausedMs : turn.endedAtMs - turn.startedAtMs - turn.spokenMs) / 1_000,
    limitSeconds: turn.limitMs / 1_000,
    isOverride: turn.override !== undefined,
    isCorrected: turn.corrected ?? false,
    continues: turn.continues === undefined ? null : numberOf(turn.continues, turns),
  };
}

/** Null for one that is not among them. */
function numberOf(turnId: string, turns: readonly EndedTurn[]): number | null {
  return turns.findIndex((turn) => turn.turnId === turnId) + 1 || null;
}

function overrideOf(
  turn: EndedTurn,
  number: number,
  { queue }: State,
  turns: readonly EndedTurn[],
): ReportOverride | null {
  if (!turn.override) return null;
  const { turnId, name, channel, choice } = turn;
  const proposed = [...queue.entries, ...turns].find(({ entryId }) => entryId === choice.proposedEntryId);
  // As it is now, where it is known still: a name may have been put right.
  const insteadOf = proposed?.name || turn.override.insteadOf || null;
  return { turnId, number, name, channel, insteadOf, reason: turn.override.reason ?? null };
}
