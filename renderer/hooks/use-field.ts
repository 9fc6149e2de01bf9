/**
 * A field that is committed when it is left. Until then what others write there waits beside it: on commit the
 * person is asked, so that neither text is overwritten unseen.
 */
import { useEffect, useEffectEvent, useState } from 'react';

export type FieldOptions = {
  value: string;
  onCommit(text: string): void;
  /** Why it cannot be taken; null when it can. */
  check?: ((text: string) => string | null) | undefined;
};

export type Field = {
  text: string;
  error: string | null;
  /** What somebody else has written meanwhile. */
  theirs: string | null;
  change(text: string): void;
  commit(): void;
  reset(): void;
  keepMine(): void;
};

type Draft = { text: string; base: string; isLeft: boolean };

export function useField({ value, onCommit, check }: FieldOptions): Field {
  const [draft, setDraft] = useState<Draft | null>(null);
  const problem = draft ? (check?.(draft.text.trim()) ?? null) : null;
  const differs = draft !== null && draft.base !== value && draft.text.trim() !== value;

  function take(text: string): void {
    setDraft(null);
    if (text !== value) onCommit(text);
  }
  function commit(): void {
    if (!draft) return;
    const text = draft.text.trim();
    if (text === draft.base) setDraft(null);
    else if (problem || differs) setDraft({ ...draft, isLeft: true });
    else take(text);
  }
  // A view that is switched away takes its fields with it, before they are left.
  const commitAtEnd = useEffectEvent(commit);
  useEffect(() => () => commitAtEnd(), []);

  return {
    text: draft?.text ?? value,
    error: draft?.isLeft ? problem : null,
    theirs: draft?.isLeft && !problem && differs ? value : null,
    change: (text) => setDraft({ text, base: draft?.base ?? value, isLeft: false }),
    commit,
    reset: () => setDraft(null),
    keepMine: () => draft && take(draft.text.trim()),
  };
}
