/** The language of the app itself: the system's. It is set once, before anything is shown. */
import { type Language, pickLanguage } from '../../../shared/words/languages.ts';
import { type ShellWords, shellEn } from './en.ts';
import { shellZhCn } from './zh-cn.ts';

const CATALOGUES: Record<Language, ShellWords> = { en: shellEn, 'zh-CN': shellZhCn };

let language: Language = 'en';

/** The best of our languages for the system's, the most wanted one first. */
export function speak(tags: readonly string[]): void {
  language = pickLanguage(tags);
}

export function shellWords(): ShellWords {
  return CATALOGUES[language];
}

export function shellLanguage(): Language {
  return language;
}
