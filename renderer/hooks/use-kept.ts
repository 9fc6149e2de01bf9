import { useState } from 'react';

/** A choice of this device that outlives the page; `initial` until somebody has chosen. */
export function useKept<T extends string>(
  key: string,
  choices: readonly T[],
  initial: T,
): [T, (choice: T) => void] {
  const [chosen, setChosen] = useState(() => {
    const kept = localStorage.getItem(key);
    return choices.find((choice) => choice === kept) ?? initial;
  });
  const choose = (choice: T) => {
    localStorage.setItem(key, choice);
    setChosen(choice);
  };
  return [chosen, choose];
}
