import type { Language } from '../../shared/words/languages.ts';
import { useNow } from '../hooks/use-now.ts';
import { useLanguage } from '../messages/language.ts';

/** Time of day by the hub's clock, the same on every screen. */
export function HubTime({ seconds = true }: { seconds?: boolean }) {
  const language = useLanguage();
  return <>{timeOfDay(useNow(), language, seconds)}</>;
}

export function timeOfDay(atMs: number, language: Language, seconds = false): string {
  const format = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  return new Date(atMs).toLocaleTimeString(language, seconds ? { ...format, second: '2-digit' } : format);
}
