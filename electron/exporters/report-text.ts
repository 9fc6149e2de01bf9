/** The report as sections of paragraphs, lists and tables, in one language; the writers only set them in type. */

import { CHANNELS } from '../../shared/lib/vocabulary.ts';
import type { Report, ReportTurn } from '../../shared/projections/report/report.ts';
import type { Language } from '../../shared/words/languages.ts';
import { clock } from '../../shared/words/words.ts';
import type { ReportWords } from './words/en.ts';
import { REPORT_WORDS } from './words/words.ts';

export type Block =
  | { kind: 'paragraph'; text: string }
  | { kind: 'list'; items: string[] }
  | { kind: 'numbered'; items: string[] }
  /** `numeric`: which columns hold figures. */
  | { kind: 'table'; head: string[]; rows: string[][]; numeric: number[] };

/** `isDrawn`: the one behind which the charts stand. */
export type Section = { title: string; blocks: Block[]; isDrawn?: true };
export type ReportText = { title: string; about: string; sections: Section[]; foot: string };

const MARKS = { onsite: '▲', online: '●' } as const;

export function reportText(report: Report, language: Language): ReportText {
  const words = REPORT_WORDS[language];
  const timeOf = timesIn(language);
  const sections: Section[] = [
    { title: words.agenda, blocks: [agendaTable(report, words)] },
    { title: words.balance, blocks: balanceOf(report, words), isDrawn: true },
    { title: words.overrides, blocks: [overridesOf(report, words)] },
    { title: words.turnList, blocks: [turnsTable(report, words, timeOf.time)] },
  ];
  if (report.policyQuestions.length > 0) {
    const items = report.policyQuestions.map((question) => question.text);
    sections.unshift({ title: words.policyQuestions, blocks: [{ kind: 'numbered', items }] });
  }
  if (report.absences.length > 0) {
    const items = report.absences.map(({ fromMs, toMs, counted }) =>
      words.absence(timeOf.time(fromMs), timeOf.time(toMs), counted),
    );
    sections.push({ title: words.absences, blocks: [{ kind: 'list', items }] });
  }
  return {
    title: [report.code, report.title].filter(Boolean).join(' · '),
    about: [report.series, when(report, words, timeOf)].filter(Boolean).join(' · '),
    sections,
    foot: words.madeBy(report.turns.length),
  };
}

type Times = { day(atMs: number): string; time(atMs: number): string };

/** In the zone of the machine that writes it: the one that the meeting's clock showed. */
function timesIn(language: Language): Times {
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short', hourCycle: 'h23' });
  const time = new Intl.DateTimeFormat(language, { timeStyle: 'medium', hourCycle: 'h23' });
  return { day: (atMs) => day.format(atMs), time: (atMs) => time.format(atMs) };
}

function when({ startedAtMs, endedAtMs }: Report, words: ReportWords, { day, time }: Times): string {
  if (startedAtMs === null) return words.notStarted;
  if (endedAtMs === null) return `${words.since(day(startedAtMs))} · ${words.running}`;
  return words.from(day(startedAtMs), time(endedAtMs));
}

function agendaTable({ agenda }: Report, words: ReportWords): Block {
  const rows = agenda.map(({ title, kind, plannedSeconds, spentSeconds }) => {
    const difference = Math.round(spentSeconds - plannedSeconds);
    const sign = difference > 0 ? '+' : '';
    const name = title === words.kinds[kind] ? title : `${title} (${words.kinds[kind]})`;
    return [name, clock(plannedSeconds), clock(spentSeconds), sign + clock(difference)];
  });
  const head = [words.item, words.planned, words.actual, words.difference];
  return { kind: 'table', head, rows, numeric: [1, 2, 3] };
}

function balanceOf({ balance, fairness, jain }: Report, words: ReportWords): Block[] {
  const total = balance.onsite.seconds + balance.online.seconds;
  const onsite = Math.round(fairness.weights.onsite * 100);
  const rows = CHANNELS.map((channel) => {
    const { seconds, turns, speakers } = balance[channel];
    const share = total === 0 ? '–' : `${Math.round((100 * seconds) / total)} %`;
    const name = `${MARKS[channel]} ${words.channels[channel]}`;
    return [name, clock(seconds), share, String(turns), String(speakers)];
  });
  const head = [words.side, words.time, words.share, words.turns, words.speakers];
  const blocks: Block[] = [
    {
      kind: 'paragraph',
      text: `${words.policies[fairness.policy]} ${words.balanceHint(onsite, 100 - onsite)}`,
    },
    { kind: 'table', head, rows, numeric: [1, 2, 3, 4] },
  ];
  if (jain !== null) blocks.push({ kind: 'paragraph', text: words.jain(jain.toFixed(2)) });
  return blocks;
}

function overridesOf({ overrides }: Report, words: ReportWords): Block {
  if (overrides.length === 0) return { kind: 'paragraph', text: words.overridesNone };
  const items = overrides.map(({ number, name, channel, insteadOf, reason }) => {
    const what = words.override(name, words.channels[channel], insteadOf);
    return `${number}. ${what}: ${reason ?? words.reasonNone}`;
  });
  return { kind: 'list', items };
}

function turnsTable({ turns }: Report, words: ReportWords, time: Times['time']): Block {
  if (turns.length === 0) return { kind: 'paragraph', text: words.nobody };
  const rows = turns.map((turn) => [
    String(turn.number),
    time(turn.startedAtMs),
    turn.organisation === null ? turn.name : `${turn.name}, ${turn.organisation}`,
    `${MARKS[turn.channel]} ${words.channels[turn.channel]}`,
    turn.itemTitle ?? '',
    clock(turn.spokenSeconds),
    clock(turn.limitSeconds),
    notesOf(turn, words),
  ]);
  const head = ['#', words.begun, words.name, words.side, words.item, words.spoken, words.limit, words.notes];
  return { kind: 'table', head, rows, numeric: [0, 1, 5, 6] };
}

function notesOf({ charge, isOverride }: ReportTurn, words: ReportWords): string {
  const paid = charge === 'panel' ? words.panel : charge === null ? words.notCharged : '';
  return [isOverride ? words.outOfTurn : '', paid].filter(Boolean).join(', ');
}
