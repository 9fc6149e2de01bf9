import { useState } from 'react';

/** A text of this tab that outlives its view and a reload; empty at first. */
export function useScratch(key: string): [string, (text: string) => void] {
  const [text, setText] = useState(() => sessionStorage.getItem(key) ?? '');
  const write = (next: string) => {
    sessionStorage.setItem(key, next);
    setText(next);
  };
  return [text, write];
}
