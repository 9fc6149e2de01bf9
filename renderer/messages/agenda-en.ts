/** English for the header and the agenda of the console. */
import { plural } from '../../shared/words/words.ts';
import type { Translated } from './translated.ts';

export const headerEn = {
  connected: (count: number) => `${plural(count, 'screen', 'screens')} connected`,
  behindPlan: (time: string) => `${time} behind plan`,
  aheadOfPlan: (time: string) => `${time} ahead of plan`,
  onPlan: 'on plan',
  endsAt: (time: string) => `ends at ${time}`,
  clock: 'Time of day at the hub',
};

export const agendaEn = {
  title: 'Agenda',
  none: 'No agenda: the whole session is one discussion.',
  spent: (spent: string, planned: string) => `${spent} of ${planned}`,
  planned: (planned: string) => planned,
  over: (time: string) => `${time} over`,
  current: 'now',
  done: 'done',
  begin: (title: string) => `Begin “${title}”`,
  /** Read out before the title of an item that can be begun. */
  beginWord: 'Begin',
  beginNext: 'Begin next',
  noneCurrent: 'No item is running: turns do not count yet',
  toggle: 'Agenda and session',
  adjust: (minutes: number) => `${minutes > 0 ? '+' : '−'}${Math.abs(minutes)} min`,
  adjustLabel: (minutes: number) =>
    `${minutes > 0 ? 'Give' : 'Take'} the current item ${plural(Math.abs(minutes), 'minute', 'minutes')}`,
  noneFits: 'no time for another turn at this pace',
  fits: (turns: number) => `about ${plural(turns, 'more turn fits', 'more turns fit')} at this pace`,
  notReached: (count: number) => `${count} not reached`,
  start: 'Start session',
  end: 'End session',
  reallyEnd: (speaker: string | null, waiting: number, questions: number) =>
    [
      'Really end it?',
      speaker !== null && `${speaker} has the floor.`,
      waiting > 0 && `${plural(waiting, 'hand is', 'hands are')} up.`,
      questions > 0 && `${plural(questions, 'question is', 'questions are')} open.`,
    ]
      .filter(Boolean)
      .join(' '),
  stop: 'Technical stop',
  resume: 'Go on',
  stopped: (time: string) => `Session stopped for ${time}: no clock runs`,
  ended: 'The session has ended',
  notStarted: 'Not started yet',
};

export const absenceEn = {
  title: 'The hub was away',
  away: (time: string, when: string) => `The hub was away for ${time} (${when}).`,
  /** Whose clock, or which item's, ran meanwhile. */
  ranOn: (name: string) => (name === '' ? 'A clock ran on.' : `The clock of ${name} ran on.`),
  count: 'Count that time',
  takeOff: 'Take it off',
};

export const damageEn = {
  title: 'The session’s file was damaged',
  cut: (lastSeq: number) =>
    `The session’s file was damaged: everything up to step ${lastSeq} is here, what came after it is lost. Please check queue, floor and last turns.`,
  bridged: (seq: number) =>
    `The session’s file was damaged: queue, floor, turns and notes are all here, but the replay of what happened from step ${seq} on is not.`,
  kept: (name: string) => `The damaged file is kept as ${name}.`,
  understood: 'Understood',
};

export const diskEn = {
  title: 'The hub cannot write',
  full: 'The hub cannot write to its disk: nothing new is accepted until it can, reading goes on. Please make room on the disk of the hub’s machine; it tries again by itself.',
  lineCut:
    'The hub’s line to the cluster is cut: this screen shows and times what it has, and nothing new is accepted until the line is back. It is tried again by itself.',
};

export type DiskWords = Translated<typeof diskEn>;
export type DamageWords = Translated<typeof damageEn>;
export type HeaderWords = Translated<typeof headerEn>;
export type AgendaWords = Translated<typeof agendaEn>;
export type AbsenceWords = Translated<typeof absenceEn>;
