import { useState } from 'react';
import {
  EMPTY_DRAFT,
  type LineContext,
  type NoteDraft,
  readDraft,
  resolved,
  typed,
} from '../store/note-line.ts';
import { useSession } from './session.ts';

/** The line that the rapporteur types in: kept on this device at every key stroke, whatever becomes of the page. */
export function useNoteDraft(context: LineContext) {
  const { sessionId, store, hubNow } = useSession();
  const key = `evenfloor.note.${sessionId}`;
  const [draft, setDraft] = useState<NoteDraft>(() => readDraft(localStorage.getItem(key)));
  const keep = (next: NoteDraft) => {
    setDraft(next);
    if (next === EMPTY_DRAFT) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(next));
  };
  return {
    draft,
    change: keep,
    type(text: string) {
      const turnId = store.getState().state?.floor.turn?.turnId ?? null;
      keep(resolved(typed(draft, text, Math.floor(hubNow()), turnId), context, false));
    },
    clear: () => keep(EMPTY_DRAFT),
  };
}
