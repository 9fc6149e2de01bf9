import type { Report } from '../../shared/projections/report/report.ts';
import type { Language } from '../../shared/words/languages.ts';
import { REPORT_WORDS } from './words/words.ts';

/**
 * WebVTT chapters, one for each turn. Times count from the start of the session, or where that was not said from the
 * first turn; `offsetSeconds` is where in the recording that is. What was before the recording is left out.
 */
export function chaptersVtt(
  { turns, startedAtMs }: Report,
  language: Language,
  offsetSeconds: number,
): string {
  const { channels, unnamed } = REPORT_WORDS[language];
  const zeroMs = (startedAtMs ?? turns[0]?.startedAtMs ?? 0) - Math.round(offsetSeconds * 1_000);
  const cues = turns.flatMap(
    ({ number, name, organisation, channel, startedAtMs: fromMs, endedAtMs: toMs }) => {
      if (toMs <= zeroMs || toMs <= fromMs) return [];
      const who = organisation === null ? name || unnamed : `${name}, ${organisation}`;
      const span = `${stamp(Math.max(0, fromMs - zeroMs))} --> ${stamp(toMs - zeroMs)}`;
      return `${number}\n${span}\n${escaped(`${who} (${channels[channel]})`)}\n`;
    },
  );
  return ['WEBVTT\n', ...cues].join('\n');
}

/** `HH:MM:SS.mmm`; hours grow as needed. */
function stamp(ms: number): string {
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  const rest = String(Math.round(ms) % 1_000).padStart(3, '0');
  return `${two(ms / 3_600_000)}:${two((ms / 60_000) % 60)}:${two((ms / 1_000) % 60)}.${rest}`;
}

/** Without a `>` there is no `-->`. */
function escaped(text: string): string {
  return text.replace(/\s+/g, ' ').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
