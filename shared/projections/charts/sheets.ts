/** The three charts with all that belongs to each, for the console and for the report. */
import { turnCount } from '../../domain/fairness/view.ts';
import { CHANNELS } from '../../lib/vocabulary.ts';
import type { ChartWords } from '../../words/charts-en.ts';
import { clock } from '../../words/words.ts';
import type { Charts } from './data.ts';
import { drawSeconds } from './draw-seconds.ts';
import { drawTurns } from './draw-turns.ts';
import { drawWaits } from './draw-waits.ts';
import { behind, endOf } from './frame.ts';
import type { Drawing } from './marks.ts';
import type { Table } from './tables.ts';
import { secondsTable, turnsTable, waitsTable } from './tables.ts';

export type Sheet = {
  id: 'seconds' | 'turns' | 'waits';
  title: string;
  /** The drawing in a sentence, for whoever does not see it. */
  summary: string;
  drawing: Drawing;
  table: Table;
};

/** Narrower, and the labels would leave no room for the lines. */
export const CHART_WIDTH_MIN = 280;

/** `width` in the units in which a letter is 11 or 12 high; pixels on a screen. */
export function sheetsOf(charts: Charts, words: ChartWords, width: number): Sheet[] {
  const box = Math.max(CHART_WIDTH_MIN, width);
  const { titles } = words;
  return [
    {
      id: 'seconds',
      title: titles.seconds,
      summary: secondsSummary(charts, words),
      drawing: drawSeconds(charts, words, box),
      table: secondsTable(charts, words),
    },
    {
      id: 'turns',
      title: titles.turns,
      summary: turnsSummary(charts, words),
      drawing: drawTurns(charts, words, box),
      table: turnsTable(charts, words),
    },
    {
      id: 'waits',
      title: titles.waits,
      summary: waitsSummary(charts, words),
      drawing: drawWaits(charts, words, box),
      table: waitsTable(charts, words),
    },
  ];
}

function secondsSummary(charts: Charts, { summary, sides }: ChartWords): string {
  const late = behind(endOf(charts.lag));
  const lag = late === null ? summary.even : summary.lag(sides[late.channel], clock(late.seconds));
  const { onsite, online } = charts.spoken;
  const said = (corners: Charts['lag']) => clock(endOf(corners));
  return summary.seconds(clock(charts.lengthSeconds), said(onsite), said(online), lag);
}

function turnsSummary({ turns }: Charts, { summary }: ChartWords): string {
  const count = (isMeant: (turn: Charts['turns'][number]) => boolean) => turnCount(turns.filter(isMeant));
  return summary.turns(
    count((turn) => turn.isCharged && turn.channel === 'onsite'),
    count((turn) => turn.isCharged && turn.channel === 'online'),
    count((turn) => !turn.isCharged),
    count((turn) => turn.isOverride),
  );
}

function waitsSummary({ waits }: Charts, { summary, sides }: ChartWords): string {
  const sentences = CHANNELS.map((channel) => {
    const { p50, p90, longest, called } = waits[channel];
    if (p50 === null || p90 === null || longest === null) return summary.noWaits(sides[channel]);
    return summary.waits(sides[channel], called.length, clock(p50), clock(p90), clock(longest));
  });
  const waiting = CHANNELS.flatMap((channel) => waits[channel].waiting);
  if (waiting.length > 0) sentences.push(summary.waiting(waiting.length, clock(Math.max(...waiting))));
  return sentences.join(' ');
}
