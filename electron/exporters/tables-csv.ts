/** The lists of a session for spreadsheets and programs. The names of the columns are the same in every language. */
import type { ReportPoint } from '../../shared/projections/report/points.ts';
import type { ReportQuestion } from '../../shared/projections/report/questions.ts';
import type { Report } from '../../shared/projections/report/report.ts';
import { type Cell, csvOf } from './csv.ts';

export function turnsCsv({ turns, overrides, startedAtMs }: Report): string {
  const head = [
    'number',
    'turnId',
    'name',
    'organisation',
    'channel',
    'charge',
    'kind',
    'item',
    'startedAt',
    'endedAt',
    'startSeconds',
    'spokenSeconds',
    'pausedSeconds',
    'limitSeconds',
    'continues',
    'corrected',
    'outOfTurn',
    'insteadOf',
    'reason',
  ];
  const rows = turns.map((turn): Cell[] => {
    const override = overrides.find((one) => one.turnId === turn.turnId);
    return [
      turn.number,
      turn.turnId,
      turn.name,
      turn.organisation,
      turn.channel,
      turn.charge,
      turn.kind,
      turn.itemTitle,
      timeOf(turn.startedAtMs),
      timeOf(turn.endedAtMs),
      startedAtMs === null ? null : (turn.startedAtMs - startedAtMs) / 1_000,
      turn.spokenSeconds,
      turn.pausedSeconds,
      turn.limitSeconds,
      turn.continues,
      yesOrNo(turn.isCorrected),
      yesOrNo(turn.isOverride),
      override?.insteadOf ?? null,
      override?.reason ?? null,
    ];
  });
  return csvOf(head, rows);
}

export function pointsCsv(report: Pick<Report, 'points' | 'policyQuestions'>): string {
  const columns = Object.entries(POINT_COLUMNS);
  const questionOf = (point: ReportPoint) =>
    report.policyQuestions.find((one) => one.policyQuestionId === point.policyQuestionId)?.text ?? null;
  const rows = report.points.map((point) => [...columns.map(([, read]) => read(point)), questionOf(point)]);
  return csvOf([...columns.map(([name]) => name), 'policyQuestion'], rows);
}

const POINT_COLUMNS: Record<string, (point: ReportPoint) => Cell> = {
  noteId: (point) => point.noteId,
  kind: (point) => point.kind,
  text: (point) => point.text,
  speaker: (point) => point.speaker,
  organisation: (point) => point.organisation,
  channel: (point) => point.channel,
  turn: (point) => point.turnNumber,
  item: (point) => point.itemTitle,
  typedAt: (point) => timeOf(point.typedAtMs),
  elapsedSeconds: (point) => point.elapsedSeconds,
  owner: (point) => point.owner,
  public: (point) => yesOrNo(point.isPublic),
  support: (point) => point.support,
  reservations: (point) => point.reservations,
  handsOnsiteSupport: (point) => point.hands?.onsite.support ?? null,
  handsOnsiteReservation: (point) => point.hands?.onsite.reservation ?? null,
  handsOnlineSupport: (point) => point.hands?.online.support ?? null,
  handsOnlineReservation: (point) => point.hands?.online.reservation ?? null,
  caseTitle: (point) => point.caseDetails?.title ?? null,
  caseOrganisation: (point) => point.caseDetails?.organisation ?? null,
  casePlace: (point) => point.caseDetails?.place ?? null,
  caseDone: (point) => point.caseDetails?.done ?? null,
  caseEffect: (point) => point.caseDetails?.effect ?? null,
  caseLink: (point) => point.caseDetails?.link ?? null,
};

export function questionsCsv(report: Pick<Report, 'questions' | 'policyQuestions'>): string {
  const columns = Object.entries(QUESTION_COLUMNS);
  const policyQuestionOf = ({ policyQuestionId }: ReportQuestion) =>
    report.policyQuestions.find((one) => one.policyQuestionId === policyQuestionId)?.text ?? null;
  const rows = report.questions.all.map((one) => [
    ...columns.map(([, read]) => read(one)),
    policyQuestionOf(one),
  ]);
  return csvOf([...columns.map(([name]) => name), 'policyQuestion'], rows);
}

const QUESTION_COLUMNS: Record<string, (question: ReportQuestion) => Cell> = {
  number: (question) => question.number,
  questionId: (question) => question.questionId,
  askedAt: (question) => timeOf(question.askedAtMs),
  name: (question) => question.name,
  channel: (question) => question.channel,
  door: (question) => question.door,
  text: (question) => question.text,
  original: (question) => question.original,
  translation: (question) => question.translation,
  votes: (question) => question.votes,
  status: (question) => question.status,
  turn: (question) => question.turnNumber,
  readAloud: (question) => yesOrNo(question.relayed),
  assignedTo: (question) => question.assignedTo,
  answer: (question) => question.answer,
  reason: (question) => question.reason,
  mergedInto: (question) => question.mergedInto,
  steps: (question) =>
    question.steps
      .map(
        ({ step, atMs, role, name }) =>
          `${step} ${timeOf(atMs)} ${name === null ? role : `${name} (${role})`}`,
      )
      .join('\n'),
};

export type CsvContact = {
  name: string;
  organisation?: string;
  email: string;
  purpose: string;
  joinedAtMs: number;
};

export function contactsCsv(contacts: readonly CsvContact[]): string {
  const rows = contacts.map(({ name, organisation = null, email, purpose, joinedAtMs }) => [
    name,
    organisation,
    email,
    purpose,
    timeOf(joinedAtMs),
  ]);
  return csvOf(['name', 'organisation', 'email', 'purpose', 'joinedAt'], rows);
}

/** ISO 8601 in UTC. */
function timeOf(atMs: number): string {
  return new Date(atMs).toISOString();
}

function yesOrNo(is: boolean): string {
  return is ? 'yes' : 'no';
}
