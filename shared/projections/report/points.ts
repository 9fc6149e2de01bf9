/** The rapporteur's points with what the log knows about each: whose turn it was, where they sat, and when. */
import type { CaseDetails, StanceCounts } from '../../domain/notes/schema.ts';
import { inReportOrder } from '../../domain/notes/slice.ts';
import { wholeSeconds } from '../../lib/seconds.ts';
import type { Channel, NoteKind } from '../../lib/vocabulary.ts';
import type { State } from '../../state.ts';

export type ReportPoint = {
  noteId: string;
  kind: NoteKind;
  text: string;
  policyQuestionId: string | null;
  /** Null: it belongs to no turn. Turns count from 1 through the session. */
  turnNumber: number | null;
  turnId: string | null;
  itemTitle: string | null;
  /** Whom staff has named, else who had the floor; null = nobody. */
  speaker: string | null;
  personId: string | null;
  organisation: string | null;
  channel: Channel | null;
  /** Hub epoch milliseconds of the first key stroke, and seconds since the turn began. */
  typedAtMs: number;
  elapsedSeconds: number | null;
  owner: string | null;
  caseDetails: CaseDetails | null;
  isPublic: boolean;
  /** Tapped in by staff for people of the session. */
  support: number;
  reservations: number;
  /** Of the show of hands; null when nobody was asked. */
  hands: StanceCounts | null;
};

/** In the order of the report. */
export function pointsOf(state: State): ReportPoint[] {
  const turns = [...state.turns, ...(state.floor.turn ? [state.floor.turn] : [])];
  return inReportOrder(state.notes).map((note) => {
    const at = turns.findIndex((turn) => turn.turnId === note.turnId);
    const turn = turns[at];
    const who = note.speaker ?? turn ?? null;
    const person = state.people.find((one) => one.personId === who?.personId);
    const taps = note.stances ?? [];
    return {
      noteId: note.noteId,
      kind: note.kind,
      text: note.text,
      policyQuestionId: note.policyQuestionId,
      turnNumber: turn ? at + 1 : null,
      turnId: turn?.turnId ?? null,
      itemTitle: state.agenda.items.find((item) => item.itemId === note.itemId)?.title ?? null,
      speaker: who?.name || null,
      personId: who?.personId ?? null,
      organisation: person?.organisation ?? null,
      channel: note.speaker ? (person?.channel ?? null) : (turn?.channel ?? null),
      typedAtMs: note.typedAtMs,
      elapsedSeconds: turn ? Math.max(0, wholeSeconds((note.typedAtMs - turn.startedAtMs) / 1_000)) : null,
      owner: note.owner,
      caseDetails: note.caseDetails,
      isPublic: note.revealed ?? false,
      support: taps.filter((tap) => tap.stance === 'support').length,
      reservations: taps.filter((tap) => tap.stance === 'reservation').length,
      hands: state.shows.find((show) => show.noteId === note.noteId)?.counts ?? null,
    };
  });
}

export type PointGroup = { policyQuestionId: string | null; points: ReportPoint[] };

/** By policy question in their order, those of none last; a question without points is not there. */
export function byQuestion(
  points: readonly ReportPoint[],
  state: Pick<State, 'policyQuestions'>,
): PointGroup[] {
  const ids = [...state.policyQuestions.map((question) => question.policyQuestionId), null];
  // A question that was taken out of the plan leaves its points behind.
  const of = (point: ReportPoint) => (ids.includes(point.policyQuestionId) ? point.policyQuestionId : null);
  return ids
    .map((policyQuestionId) => ({
      policyQuestionId,
      points: points.filter((point) => of(point) === policyQuestionId),
    }))
    .filter((group) => group.points.length > 0);
}

/** By speaker in the order of their first point; points of nobody are in none. */
export function bySpeaker(points: readonly ReportPoint[]): { speaker: string; points: ReportPoint[] }[] {
  const groups = new Map<string, { speaker: string; points: ReportPoint[] }>();
  for (const point of points) {
    if (point.speaker === null) continue;
    const key = point.personId ?? ` ${point.speaker}`;
    const group = groups.get(key) ?? { speaker: point.speaker, points: [] };
    group.points.push(point);
    groups.set(key, group);
  }
  return [...groups.values()];
}
