import { CHANNEL_MARKS, CHANNELS, type Channel } from '../../lib/vocabulary.ts';
import type { ChartWords } from '../../words/charts-en.ts';
import { clock } from '../../words/words.ts';
import { domain, type Frame, LABEL_SIZE, type Scale, scale, TICK_SIZE, timeAxis } from './axis.ts';
import type { Charts, Corner } from './data.ts';
import { behind, endLabels, endOf, spokenTicks, timeFrame } from './frame.ts';
import type { Drawing, Mark, Point } from './marks.ts';
import { text } from './marks.ts';

const TOP = 14;
const SPOKEN_BOTTOM = 124;
const LAG_LABEL = 147;
const LAG_TOP = 154;
const LAG_BOTTOM = 218;
const HEIGHT = 258;
/** Two labels closer than this would be written over each other. */
const LABEL_GAP = 15;

/** What each side has spoken as two lines; under them, at the same times, the lag between the sides and its band. */
export function drawSeconds(charts: Charts, words: ChartWords, width: number): Drawing {
  const frame = timeFrame(charts, words, width);
  const length = domain(charts.lengthSeconds);
  const x = scale(length, frame.left, frame.right);
  const now = x(charts.lengthSeconds);
  const marks: Mark[] = [
    ...bandAndLag(charts, words, frame, x),
    ...spokenLines(charts, words, frame, x),
    {
      kind: 'line',
      tone: 'muted',
      strokes: [
        [
          [now, TOP],
          [now, LAG_BOTTOM],
        ],
      ],
      width: 1,
      dash: '2 3',
    },
    ...timeAxis(frame, length, LAG_BOTTOM),
    text(0, HEIGHT - 6, words.band(clock(charts.bandSeconds))),
  ];
  return { width, height: HEIGHT, marks };
}

function spokenLines(charts: Charts, words: ChartWords, { left, right }: Frame, x: Scale): Mark[] {
  const { top, shown } = spokenTicks(charts);
  const y = scale(top, SPOKEN_BOTTOM, TOP);
  const labels = endLabels(charts, words);
  const now = x(charts.lengthSeconds);
  const ends = { onsite: y(endOf(charts.spoken.onsite)), online: y(endOf(charts.spoken.online)) };
  const places = apart(ends.onsite, ends.online);
  return [
    {
      kind: 'line',
      tone: 'grid',
      strokes: shown.map((seconds) => across(left, right, y(seconds))),
      width: 1,
    },
    ...shown.map((seconds) => tickLabel(left, y(seconds), clock(seconds))),
    ...CHANNELS.flatMap((channel): Mark[] => [
      {
        kind: 'line',
        tone: channel,
        strokes: [charts.spoken[channel].map((corner) => at(corner, x, y))],
        width: 2.5,
        ...(channel === 'online' && { dash: '7 4' }),
      },
      {
        kind: 'dot',
        tone: channel,
        shape: channel === 'onsite' ? 'triangle' : 'circle',
        x: now,
        y: ends[channel],
        radius: 4.5,
        isHollow: false,
      },
      text(now + 9, places[channel] + 4, labels.spoken[channel], {
        tone: channel,
        size: LABEL_SIZE,
        isBold: true,
      }),
    ]),
  ];
}

function bandAndLag(charts: Charts, words: ChartWords, { left, right }: Frame, x: Scale): Mark[] {
  const { bandSeconds, lag } = charts;
  // The same distance up and down, so that the middle is where both are even.
  const top = Math.max(bandSeconds * 1.25, ...lag.map((corner) => Math.abs(corner.value)));
  const y = scale(2 * top, (LAG_TOP + LAG_BOTTOM) / 2, LAG_TOP - (LAG_BOTTOM - LAG_TOP) / 2);
  const half = (arrow: string, channel: Channel) =>
    `${arrow} ${CHANNEL_MARKS[channel]} ${words.half(words.sides[channel])}`;
  const late = behind(endOf(lag));
  const [upper, lower] = [y(bandSeconds), y(-bandSeconds)];
  return [
    {
      kind: 'area',
      tone: 'band',
      points: [...across(left, right, upper), ...across(left, right, lower).toReversed()],
    },
    { kind: 'line', tone: 'grid', strokes: [across(left, right, y(0))], width: 1 },
    ...[bandSeconds, 0, -bandSeconds].map((seconds) => tickLabel(left, y(seconds), clock(Math.abs(seconds)))),
    text(0, LAG_LABEL, [half('↑', 'online'), half('↓', 'onsite')].join(' · ')),
    { kind: 'line', tone: 'ink', strokes: [lag.map((corner) => at(corner, x, y))], width: 2 },
    text(
      x(charts.lengthSeconds) + 9,
      Math.min(LAG_BOTTOM - 2, Math.max(LAG_TOP + 9, y(endOf(lag)) + 4)),
      endLabels(charts, words).lag,
      { tone: late?.channel ?? 'ink', size: LABEL_SIZE, isBold: true },
    ),
  ];
}

/** The two label places, moved away from each other where they would touch, and kept on the plot. */
function apart(onsite: number, online: number): { onsite: number; online: number } {
  const lack = LABEL_GAP - Math.abs(onsite - online);
  if (lack <= 0) return { onsite, online };
  const middle = Math.min(
    SPOKEN_BOTTOM - LABEL_GAP / 2,
    Math.max(TOP + LABEL_GAP / 2, (onsite + online) / 2),
  );
  const [above, below] = [middle - LABEL_GAP / 2, middle + LABEL_GAP / 2];
  return onsite <= online ? { onsite: above, online: below } : { onsite: below, online: above };
}

function at(corner: Corner, x: Scale, y: Scale): Point {
  return [x(corner.at), y(corner.value)];
}

function across(left: number, right: number, y: number): Point[] {
  return [
    [left, y],
    [right, y],
  ];
}

function tickLabel(left: number, y: number, label: string): Mark {
  return text(left - 6, y + 4, label, { anchor: 'end', size: TICK_SIZE });
}
