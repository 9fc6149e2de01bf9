/**
 * A question that many ask at once is asked once. Whoever asks while one is under way shares the next: the answer to an
 * earlier one may be too old.
 */
export function sharing(ask: () => Promise<void>): () => Promise<void> {
  let current: Promise<void> | null = null;
  let next: Promise<void> | null = null;
  function begin(): Promise<void> {
    const asking = ask().finally(() => {
      if (current === asking) current = null;
    });
    current = asking;
    return asking;
  }
  return () => {
    if (!current) return begin();
    next ??= current
      .catch(() => undefined)
      .then(() => {
        next = null;
        return begin();
      });
    return next;
  };
}
