import { CHANNEL_MARKS, CHANNELS } from '../../lib/vocabulary.ts';
import type { ChartWords } from '../../words/charts-en.ts';
import { clock } from '../../words/words.ts';
import { domain, LABEL_SIZE, type Scale, scale, timeAxis } from './axis.ts';
import type { Charts, ChartTurn } from './data.ts';
import { endLabels, timeFrame } from './frame.ts';
import type { Drawing, Mark, Point, Shape } from './marks.ts';
import { text } from './marks.ts';

const LANE = 18;
const LANE_TOP = { onsite: 6, online: 30 };
const OVERRIDE_Y = 62;
const OVERRIDE = '◆';
const UNCHARGED = '▭';
/** Turns of a few seconds must not vanish in an hour. */
const BAR_WIDTH_MIN = 2;
const HATCH_GAP = 5;

type Bar = Extract<Shape, { kind: 'bar' }>;

/** The turns one after another, each side in its lane: the room filled, online striped, what is not charged hollow. */
export function drawTurns(charts: Charts, words: ChartWords, width: number): Drawing {
  const frame = timeFrame(charts, words, width);
  const length = domain(charts.lengthSeconds);
  const x = scale(length, frame.left, frame.right);
  const labels = endLabels(charts, words).turns;
  const bars = charts.turns.map((turn) => ({ turn, bar: barOf(turn, x) }));
  const overridden = bars.filter(({ turn }) => turn.isOverride);
  const baseline = overridden.length > 0 ? OVERRIDE_Y + 8 : LANE_TOP.online + LANE + 6;
  const notes = [
    ...(overridden.length > 0 ? [`${OVERRIDE} ${words.override}`] : []),
    ...(charts.turns.some((turn) => !turn.isCharged) ? [`${UNCHARGED} ${words.uncharged}`] : []),
  ].join(' · ');
  const axis = timeAxis(frame, length, baseline);
  const height = baseline + (notes === '' ? 22 : 42);
  const marks: Mark[] = [
    ...bars.flatMap(({ turn, bar }) =>
      turn.channel === 'online' && turn.isCharged ? [bar, hatch(bar)] : [bar],
    ),
    ...overridden.map(({ bar }) =>
      text(bar.x + bar.width / 2, OVERRIDE_Y, OVERRIDE, { tone: 'ink', anchor: 'middle' }),
    ),
    ...CHANNELS.flatMap((channel) => [
      text(frame.left - 8, LANE_TOP[channel] + 13, CHANNEL_MARKS[channel], {
        tone: channel,
        anchor: 'end',
        size: LABEL_SIZE,
      }),
      text(frame.right + 9, LANE_TOP[channel] + 13, labels[channel], {
        tone: channel,
        isBold: true,
        size: LABEL_SIZE,
      }),
    ]),
    ...axis,
  ];
  if (notes !== '') marks.push(text(0, height - 6, notes));
  return { width, height, marks };
}

function barOf(turn: ChartTurn, x: Scale): Bar {
  const { channel, name, seconds, isCharged } = turn;
  // Half a unit at each end keeps neighbours of one lane apart.
  const width = Math.max(BAR_WIDTH_MIN, x(turn.to) - x(turn.from) - 1);
  return {
    kind: 'bar',
    tone: channel,
    hint: `${name} · ${clock(seconds)}`,
    x: x(turn.from) + 0.5,
    y: LANE_TOP[channel],
    width,
    height: LANE,
    radius: channel === 'onsite' ? 1 : 5,
    isHollow: !isCharged,
  };
}

/** Slanted stripes in the colour of the card, cut at the edges of the bar. */
function hatch({ x, y, width, height }: Bar): Mark {
  const strokes: Point[][] = [];
  for (let start = x - height + HATCH_GAP; start < x + width; start += HATCH_GAP) {
    const [from, to] = [Math.max(start, x), Math.min(start + height, x + width)];
    strokes.push([
      [from, y + height - (from - start)],
      [to, y + height - (to - start)],
    ]);
  }
  return { kind: 'line', tone: 'card', strokes, width: 1.2 };
}
