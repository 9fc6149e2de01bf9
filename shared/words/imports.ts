/** What is said of files from meeting platforms: those that cannot be read, and rows that were not taken as they are. */
import { importErrorsEn, importProblemsEn } from './import-en.ts';
import { importErrorsZh, importProblemsZh } from './import-zh-cn.ts';
import type { Language } from './languages.ts';
import type { Words } from './words.ts';

export type ImportWords = { errors: Words<typeof importErrorsEn>; problems: Words<typeof importProblemsEn> };

export const IMPORT_WORDS: Record<Language, ImportWords> = {
  en: { errors: importErrorsEn, problems: importProblemsEn },
  'zh-CN': { errors: importErrorsZh, problems: importProblemsZh },
};
