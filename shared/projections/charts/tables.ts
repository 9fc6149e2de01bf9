/** The same figures to be read: for screen readers, for whoever prefers numbers, and for the report. */
import { CHANNELS } from '../../lib/vocabulary.ts';
import type { ChartWords } from '../../words/charts-en.ts';
import { clock } from '../../words/words.ts';
import type { Charts, ChartTurn, Corner, Waits } from './data.ts';
import { behind } from './frame.ts';

/** Free text may be long and of any script; a word is one of ours. */
export type Column = { title: string; kind: 'number' | 'word' | 'free' };

export type Table = {
  columns: Column[];
  /** The first cell names its row. */
  rows: string[][];
};

/** A row for the end of every counted turn, and one for the present. */
export function secondsTable({ spoken, lag, turns, lengthSeconds }: Charts, words: ChartWords): Table {
  const { tables, sides } = words;
  const moments = [...turns.filter((turn) => turn.isCharged).map((turn) => turn.to), lengthSeconds];
  const rows = [...new Set(moments)].map((at) => {
    const late = behind(valueAt(lag, at));
    return [
      clock(at),
      ...CHANNELS.map((channel) => clock(valueAt(spoken[channel], at))),
      late === null ? tables.even : tables.lag(sides[late.channel], clock(late.seconds)),
    ];
  });
  const columns = [number(tables.at), number(sides.onsite), number(sides.online), number(tables.behind)];
  return { columns, rows };
}

export function turnsTable({ turns }: Charts, words: ChartWords): Table {
  const { tables } = words;
  const columns = [number(tables.from), free(tables.name), word(tables.side), number(tables.length)];
  const rows = turns.map((turn) => [
    clock(turn.from),
    turn.name || tables.empty,
    words.sides[turn.channel],
    clock(turn.seconds),
    noteOn(turn, words),
  ]);
  return { columns: [...columns, free(tables.note)], rows };
}

/** A row for every figure and a column for every side, which a phone has room for. */
export function waitsTable({ waits }: Charts, words: ChartWords): Table {
  const { tables, sides } = words;
  const time = (seconds: number | null) => (seconds === null ? tables.empty : clock(seconds));
  const row = (title: string, of: (side: Waits) => string) => [
    title,
    ...CHANNELS.map((channel) => of(waits[channel])),
  ];
  return {
    columns: [word(tables.figure), number(sides.onsite), number(sides.online)],
    rows: [
      row(tables.called, ({ called }) => String(called.length)),
      row(tables.half, ({ p50 }) => time(p50)),
      row(tables.most, ({ p90 }) => time(p90)),
      row(tables.longest, ({ longest }) => time(longest)),
      row(tables.waiting, ({ waiting }) => String(waiting.length)),
      row(tables.waitingLongest, ({ waiting }) => time(waiting.at(-1) ?? null)),
    ],
  };
}

/** The last corner that is not later holds; before the first, nothing has been said. */
function valueAt(corners: readonly Corner[], at: number): number {
  return corners.findLast((corner) => corner.at <= at)?.value ?? 0;
}

function noteOn({ isCharged, isOverride, isRunning }: ChartTurn, words: ChartWords): string {
  return [
    ...(isRunning ? [words.running] : []),
    ...(isCharged ? [] : [words.uncharged]),
    ...(isOverride ? [words.override] : []),
  ].join(' · ');
}

function number(title: string): Column {
  return { title, kind: 'number' };
}

function word(title: string): Column {
  return { title, kind: 'word' };
}

function free(title: string): Column {
  return { title, kind: 'free' };
}
