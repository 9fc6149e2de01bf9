/** Texts of one view, kept beside the common ones so that a phone loads only those of its own page. */
import type { Language } from '../../shared/words/languages.ts';
import { useLanguage } from './language.ts';

export type Catalogue<T> = Record<Language, T>;

/** Makes the hook that gives a view its texts in the page's language. */
export function wordsOf<T>(catalogue: Catalogue<T>): () => T {
  return () => catalogue[useLanguage()];
}
