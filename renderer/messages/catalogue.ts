/** Texts of one view, kept beside the common ones so that a phone loads only those of its own page. */
import type { Language } from '../../shared/words/languages.ts';
import { useLanguage } from './language.ts';

/** The same texts in another language: whatever is missing there does not compile. */
export type Translated<T> = T extends string
  ? string
  : T extends (...args: infer A) => string
    ? (...args: A) => string
    : { [K in keyof T]: Translated<T[K]> };

export type Catalogue<T> = Record<Language, T>;

/** Makes the hook that gives a view its texts in the page's language. */
export function wordsOf<T>(catalogue: Catalogue<T>): () => T {
  return () => catalogue[useLanguage()];
}
