import { CHANNEL_MARKS, CHANNELS, type Channel } from '../../lib/vocabulary.ts';
import type { ChartWords } from '../../words/charts-en.ts';
import { clock } from '../../words/words.ts';
import { domain, LABEL_SIZE, type Scale, scale, TICK_SIZE, timeAxis } from './axis.ts';
import type { Charts, Waits } from './data.ts';
import type { Drawing, Mark } from './marks.ts';
import { text, textWidth } from './marks.ts';

const ROW = 54;
const BASELINE = 2 * ROW + 8;
/** Room for half a label at the first and the last tick. */
const EDGE = 26;
const DOT = 4;
const HOLLOW = { onsite: '△', online: '○' } as const;

/** Every wait as a dot, by side; the box goes from what half waited at most to what nine in ten did. */
export function drawWaits({ waits }: Charts, words: ChartWords, width: number): Drawing {
  const longest = CHANNELS.flatMap((channel) => [waits[channel].longest ?? 0, ...waits[channel].waiting]);
  const length = domain(...longest);
  const frame = { left: EDGE, right: width - EDGE, width };
  const x = scale(length, frame.left, frame.right);
  const isWaiting = CHANNELS.some((channel) => waits[channel].waiting.length > 0);
  const height = BASELINE + (isWaiting ? 42 : 22);
  const marks = [
    ...CHANNELS.flatMap((channel, row) => rowOf(waits[channel], channel, words, width, row * ROW, x)),
    ...timeAxis(frame, length, BASELINE),
  ];
  const called = CHANNELS.map((channel) => CHANNEL_MARKS[channel]).join(' ');
  const still = CHANNELS.map((channel) => HOLLOW[channel]).join(' ');
  if (isWaiting)
    marks.push(text(0, height - 6, `${called} ${words.called} · ${still} ${words.stillWaiting}`));
  return { width, height, marks };
}

function rowOf(
  waits: Waits,
  channel: Channel,
  words: ChartWords,
  width: number,
  top: number,
  x: Scale,
): Mark[] {
  const name = `${CHANNEL_MARKS[channel]} ${words.sides[channel]}`;
  const room = width - textWidth(name, LABEL_SIZE) - 12;
  // Two heights, or a wait that lasts would hide one that is over.
  const y = { called: top + 30, waiting: top + 46 };
  const marks: Mark[] = [
    text(0, top + 13, name, { tone: channel, size: LABEL_SIZE, isBold: true }),
    text(width, top + 13, figures(waits, words, room), { tone: 'ink', anchor: 'end', size: TICK_SIZE }),
  ];
  const { p50, p90, called, waiting } = waits;
  if (p50 !== null && p90 !== null) {
    marks.push(
      {
        kind: 'bar',
        tone: 'band',
        x: x(p50),
        y: y.called - 8,
        width: x(p90) - x(p50),
        height: 16,
        radius: 3,
        isHollow: false,
      },
      {
        kind: 'line',
        tone: 'ink',
        strokes: [
          [
            [x(p50), y.called - 9],
            [x(p50), y.called + 9],
          ],
        ],
        width: 2.5,
      },
    );
  }
  const shape = channel === 'onsite' ? 'triangle' : 'circle';
  const dot = (place: number, isHollow: boolean) => (seconds: number) =>
    ({
      kind: 'dot',
      tone: channel,
      hint: clock(seconds),
      shape,
      x: x(seconds),
      y: place,
      radius: DOT,
      isHollow,
    }) as const;
  marks.push(...apart(called, x).map(dot(y.called, false)), ...apart(waiting, x).map(dot(y.waiting, true)));
  return marks;
}

/** Without those that would lie on the one before: of a thousand who wait, a picture shows a few hundred. */
function apart(ascending: readonly number[], x: Scale): number[] {
  let last = Number.NEGATIVE_INFINITY;
  return ascending.filter((seconds) => {
    const isApart = x(seconds) - last >= DOT / 2;
    if (isApart) last = x(seconds);
    return isApart;
  });
}

/** As much as there is room for. */
function figures({ p50, p90, longest }: Waits, words: ChartWords, room: number): string {
  if (p50 === null || p90 === null || longest === null) return words.noWaits;
  const all = words.waits(clock(p50), clock(p90), clock(longest));
  return textWidth(all, TICK_SIZE) <= room ? all : words.waitsShort(clock(p50), clock(longest));
}
