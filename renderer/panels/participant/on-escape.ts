import type { KeyboardEvent } from 'react';

/** As `onKeyDown` of what can be closed; an Escape that gives up the composing of a word is not meant for it. */
export function onEscape(close: () => void) {
  return ({ key, nativeEvent }: KeyboardEvent) => {
    if (key === 'Escape' && !nativeEvent.isComposing) close();
  };
}
