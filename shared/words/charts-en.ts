/** English for the charts, on the console and in the report. Sides come in as words, times as clocks. */
import { plural } from './words.ts';

export const chartsEn = {
  sides: { onsite: 'Onsite', online: 'Online' },
  none: 'No turn has been given yet',
  /** At the end of the line of the lag. */
  behind: (time: string) => `${time} behind`,
  even: 'even',
  /** Beside an arrow to the half of the plot where this side is behind. */
  half: (side: string) => `${side} behind`,
  band: (time: string) => `grey: within the longest turn (${time})`,
  turns: (count: number) => plural(count, 'turn', 'turns'),
  override: 'another was proposed',
  uncharged: 'not charged',
  running: 'speaking',
  waits: (half: string, most: string, longest: string) =>
    `half ≤ ${half} · 90 % ≤ ${most} · longest ${longest}`,
  waitsShort: (half: string, longest: string) => `half ≤ ${half} · longest ${longest}`,
  noWaits: 'nobody called from the list yet',
  stillWaiting: 'still waiting',
  called: 'called',
  titles: { seconds: 'Speaking time', turns: 'Turns', waits: 'Waiting time' },
  summary: {
    seconds: (after: string, onsite: string, online: string, lag: string) =>
      `After ${after}: onsite ${onsite}, online ${online}; ${lag}.`,
    lag: (side: string, time: string) => `${side.toLowerCase()} is ${time} behind`,
    even: 'both sides are even',
    turns: (onsite: number, online: number, uncharged: number, overrides: number) =>
      `Turns charged to onsite: ${onsite}, to online: ${online}, not charged: ${uncharged}; another than proposed: ${overrides}.`,
    waits: (side: string, count: number, half: string, most: string, longest: string) =>
      `${side}, ${plural(count, 'turn', 'turns')}: half waited at most ${half}, nine in ten at most ${most}, the longest ${longest}.`,
    noWaits: (side: string) => `${side}: nobody called from the list yet.`,
    waiting: (count: number, longest: string) => `${count} still waiting, the longest for ${longest}.`,
  },
  tables: {
    at: 'After',
    behind: 'Behind',
    lag: (side: string, time: string) => `${side} ${time}`,
    even: 'even',
    from: 'From',
    name: 'Speaker',
    side: 'Side',
    length: 'Length',
    note: 'Note',
    figure: 'Figure',
    called: 'Called so far',
    half: 'Half within',
    most: '90 % within',
    longest: 'Longest wait',
    waiting: 'Waiting now',
    waitingLongest: 'Longest of these',
    /** In place of a figure that is not there. */
    empty: '–',
  },
};

/** What every language must have. */
export type ChartWords = typeof chartsEn;
