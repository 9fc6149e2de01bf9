import type { Language } from '../../shared/words/languages.ts';
import { useNow } from '../hooks/use-now.ts';
import { useLanguage } from '../messages/language.ts';

/** Time of day by the hub's clock, the same on every screen. */
export function HubTime({ seconds = true }: { seconds?: boolean }) {
  const language = useLanguage();
  return <>{timeOfDay(useNow(), language, seconds)}</>;
}

export function timeOfDay(atMs: number, language: Language, seconds = false): string {
  return formatOf(language, seconds).format(atMs);
}

/** Kept: making one costs more than all that it is asked for in a second. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(language: Language, seconds: boolean): Intl.DateTimeFormat {
  const key = `${language} ${seconds}`;
  const kept = formats.get(key);
  if (kept) return kept;
  const format = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const made = new Intl.DateTimeFormat(language, seconds ? { ...format, second: '2-digit' } : format);
  formats.set(key, made);
  return made;
}
