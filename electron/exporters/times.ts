import type { Language } from '../../shared/words/languages.ts';

export type Times = {
  date(atMs: number): string;
  /** With seconds. */
  time(atMs: number): string;
  /** To the minute, with the name of the zone. */
  clockAndZone(atMs: number): string;
};

/** In the zone of the machine that writes it: the one that the meeting's clock showed. */
export function timesIn(language: Language): Times {
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'long' });
  const time = new Intl.DateTimeFormat(language, { timeStyle: 'medium', hourCycle: 'h23' });
  const zoned = new Intl.DateTimeFormat(language, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
  });
  return {
    date: (atMs) => date.format(atMs),
    time: (atMs) => time.format(atMs),
    clockAndZone: (atMs) => zoned.format(atMs),
  };
}
