import { useNow } from '../hooks/use-now.ts';
import { useLanguage } from '../messages/language.ts';

/** Time of day by the hub's clock, the same on every screen. */
export function HubTime({ seconds = true }: { seconds?: boolean }) {
  const language = useLanguage();
  const format = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const shown = seconds ? { ...format, second: '2-digit' as const } : format;
  return <>{new Date(useNow()).toLocaleTimeString(language, shown)}</>;
}
