import { turnCount } from '../../domain/fairness/view.ts';
import { must } from '../../lib/assert.ts';
import { CHANNEL_MARKS, CHANNELS, type Channel } from '../../lib/vocabulary.ts';
import type { ChartWords } from '../../words/charts-en.ts';
import { clock } from '../../words/words.ts';
import { domain, type Frame, frameFor, ticks } from './axis.ts';
import type { Charts, Corner } from './data.ts';

/** Where a line ends. */
export function endOf(corners: readonly Corner[]): number {
  return must(corners.at(-1), 'corner').value;
}

/** Who is behind and by how much; null when even, since less than a second is no news to anybody. */
export function behind(lag: number): { channel: Channel; seconds: number } | null {
  if (Math.abs(lag) < 1) return null;
  return { channel: lag > 0 ? 'online' : 'onsite', seconds: Math.abs(lag) };
}

/** Ticks of the spoken seconds; one or two lines across are enough to compare by. */
export function spokenTicks(charts: Charts): { top: number; shown: number[] } {
  const top = domain(...CHANNELS.map((channel) => endOf(charts.spoken[channel])));
  return { top, shown: ticks(top, 3) };
}

/** The labels at the ends of the lines and lanes, which stand in for a legend. */
export function endLabels(charts: Charts, words: ChartWords) {
  const late = behind(endOf(charts.lag));
  const side = (channel: Channel, of: string) => `${CHANNEL_MARKS[channel]} ${of}`;
  const label = (channel: Channel) =>
    side(channel, `${words.sides[channel]} ${clock(endOf(charts.spoken[channel]))}`);
  const count = (channel: Channel) =>
    side(
      channel,
      words.turns(turnCount(charts.turns.filter((turn) => turn.isCharged && turn.channel === channel))),
    );
  return {
    spoken: { onsite: label('onsite'), online: label('online') },
    turns: { onsite: count('onsite'), online: count('online') },
    lag: late === null ? words.even : side(late.channel, words.behind(clock(late.seconds))),
  };
}

/** One frame for the lines and the strip, so that a moment is at the same place in both. */
export function timeFrame(charts: Charts, words: ChartWords, width: number): Frame {
  const labels = endLabels(charts, words);
  const numbers = [...spokenTicks(charts).shown, charts.bandSeconds];
  const ends = [...Object.values(labels.spoken), ...Object.values(labels.turns), labels.lag];
  return frameFor(width, numbers.map(clock), ends);
}
