/** What was really said in a meeting, as `test/support/shared-cases.ts` finds it: side and milliseconds of each turn. */
import type { Channel } from '../../shared/lib/vocabulary.ts';

export type Recorded = {
  turns: { speaker: string; channel: Channel | null; words: number; seconds: number | null }[];
};

export type RecordedTurn = { name: string; channel: Channel; ms: number };

const WORDS_PER_MINUTE = 140;

/** One short meeting of the kind, so that what is said of them all is held in every clone. */
export const OWN_MEETING: Recorded = {
  turns: [
    { speaker: 'CHAIR', channel: 'onsite', words: 70, seconds: null },
    { speaker: 'S1', channel: 'online', words: 280, seconds: 61.5 },
    { speaker: 'CHAIR', channel: 'onsite', words: 0, seconds: 12.345 },
  ],
};

export const TALK = [{ itemId: 'talk', kind: 'discussion' as const, title: 'Talk', minutes: 600 }];

/** Where two speak at once, some records say less than nothing. */
export function turnsOf({ turns }: Recorded): RecordedTurn[] {
  return turns.map(({ speaker, channel, words, seconds }) => ({
    name: speaker,
    channel: channel ?? 'onsite',
    ms: Math.max(0, Math.round((seconds ?? (words / WORDS_PER_MINUTE) * 60) * 1_000)),
  }));
}

/** The sums that a report has to come to, by side. */
export function sumsOf(turns: readonly RecordedTurn[], channel: Channel) {
  const own = turns.filter((turn) => turn.channel === channel);
  return {
    turns: own.length,
    ms: own.reduce((ms, turn) => ms + turn.ms, 0),
    speakers: new Set(own.map((turn) => turn.name)).size,
  };
}
