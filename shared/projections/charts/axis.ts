import { clock } from '../../words/words.ts';
import type { Mark, Point } from './marks.ts';
import { text, textWidth } from './marks.ts';

/** From seconds to a place in the box. */
export type Scale = (seconds: number) => number;

/** An axis shorter than this would show a hurry that is none. */
const DOMAIN_SECONDS_MIN = 60;
const HOUR = 3_600;
/** Seconds between two ticks, in the order of preference. */
const STEPS = [30, 60, 120, 300, 180, 600, 900, 1_800, HOUR, 2 * HOUR];

/** Round numbers of seconds from 0 to `to`, not more than `countMax` beside the zero. */
export function ticks(to: number, countMax: number): number[] {
  const room = Math.max(1, countMax);
  // When none of these is large enough: the fewest whole hours.
  const hours = (Math.floor(to / (room + 1) / HOUR) + 1) * HOUR;
  const step = STEPS.find((candidate) => candidate <= to && to / candidate < room + 1) ?? hours;
  return Array.from({ length: Math.floor(to / step) + 1 }, (_, nth) => nth * step);
}

/** How far an axis goes that has to hold these. */
export function domain(...seconds: number[]): number {
  return Math.max(DOMAIN_SECONDS_MIN, ...seconds);
}

export function scale(to: number, start: number, end: number): Scale {
  return (seconds) => start + (seconds / to) * (end - start);
}

/** What stands left and right of the plots, the same for all, so that one moment is at one place in every chart. */
export type Frame = { left: number; right: number; width: number };

export const TICK_SIZE = 11;
export const LABEL_SIZE = 12;

export function frameFor(width: number, tickLabels: readonly string[], endLabels: readonly string[]): Frame {
  const widest = (labels: readonly string[], size: number) =>
    Math.max(0, ...labels.map((label) => textWidth(label, size)));
  return {
    left: widest(tickLabels, TICK_SIZE) + 8,
    right: width - widest(endLabels, LABEL_SIZE) - 14,
    width,
  };
}

/** The time axis under a plot: a tick wherever its label has room. */
export function timeAxis({ left, right }: Frame, to: number, baseline: number): Mark[] {
  const x = scale(to, left, right);
  const widest = textWidth(clock(to), TICK_SIZE);
  const shown = ticks(to, Math.floor((right - left) / (widest + 20)));
  const strokes: Point[][] = shown.map((seconds) => [
    [x(seconds), baseline],
    [x(seconds), baseline + 4],
  ]);
  strokes.push([
    [left, baseline],
    [right, baseline],
  ]);
  return [
    { kind: 'line', tone: 'grid', strokes, width: 1 },
    ...shown.map((seconds) =>
      text(x(seconds), baseline + 16, clock(seconds), { anchor: 'middle', size: TICK_SIZE }),
    ),
  ];
}
