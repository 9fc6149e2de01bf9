/** What a vision mixer shows of the session: JSON as vMix reads it, a list of records that are its rows. */
import { currentItem } from '../../../shared/domain/agenda/slice.ts';
import { elapsedMs } from '../../../shared/domain/floor/slice.ts';
import type { Channel } from '../../../shared/lib/vocabulary.ts';
import type { State } from '../../../shared/state.ts';
import type { Language } from '../../../shared/words/languages.ts';
import { REPORT_WORDS } from '../../exporters/words/words.ts';

/** As it is to be shown; texts are empty while nobody has the floor. */
export type FeedRow = {
  /** `mm:ss` left of the turn, `+mm:ss` when it is over time; what was spent of it where the session's clocks show that. */
  timer: string;
  speaker: string;
  channel: Channel | '';
  /** The agenda item. */
  item: string;
  /** Staff reads aloud for the speaker. */
  relayed: boolean;
};

/** One row. `state` as the public sees it. */
export function feedRows({ floor, agenda, session }: State, nowMs: number, language: Language): FeedRow[] {
  const { turn } = floor;
  const item = currentItem(agenda)?.title ?? session.title;
  if (!turn) return [{ timer: '', speaker: '', channel: '', item, relayed: false }];
  const spentMs = elapsedMs(turn, nowMs);
  const timer =
    session.clockShows === 'spent'
      ? minutesText(Math.floor(spentMs / 1_000))
      : leftText(turn.limitMs - spentMs);
  const speaker = turn.name || REPORT_WORDS[language].unnamed;
  return [{ timer, speaker, channel: turn.channel, item, relayed: turn.relayed ?? false }];
}

/** Rounded as on the clocks of the pages: the last second is 00:01, and the first one over time +00:00. */
function leftText(leftMs: number): string {
  return leftMs > 0 ? minutesText(Math.ceil(leftMs / 1_000)) : `+${minutesText(Math.floor(-leftMs / 1_000))}`;
}

function minutesText(seconds: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`;
}
