import { useView } from '../../hooks/session.ts';
import { useMeetingNow } from '../../hooks/use-now.ts';
import { useMessages } from '../../messages/language.ts';

/**
 * Whether the person behind a hand has lost the line; told by the hub, it is no part of what has happened. After the
 * session everybody goes.
 */
export function useIsQuiet(entryId: string | undefined): boolean {
  return useView(
    ({ presence, state }) =>
      entryId !== undefined &&
      state?.session.endedAtMs === null &&
      (presence?.quiet?.includes(entryId) ?? false),
  );
}

/** For how many minutes; it renders once in each. `isSentence`: where there is room for one. */
export function QuietFor({ entryId, isSentence = false }: { entryId: string; isSentence?: boolean }) {
  const { queue: words } = useMessages();
  const sinceMs = useView(({ presence }) => presence?.quietSince?.[entryId]);
  const minutes = useMeetingNow((_, nowMs) => Math.max(2, Math.floor((nowMs - (sinceMs ?? 0)) / 60_000)));
  // Another hub may be older than this page.
  if (sinceMs === undefined) return <>{isSentence ? words.quietHint : words.quiet}</>;
  return <>{isSentence ? words.quietForHint(minutes) : words.quietFor(minutes)}</>;
}
