/** What is said of files that are no plans (`plan`) and of sessions that cannot be used (`store`), by language. */
import { planErrorsEn, storeErrorsEn } from './file-errors-en.ts';
import { planErrorsZhCn, storeErrorsZhCn } from './file-errors-zh-cn.ts';
import type { Language } from './languages.ts';
import type { Words } from './words.ts';

export type FileWords = { plan: Words<typeof planErrorsEn>; store: Words<typeof storeErrorsEn> };

export const FILE_WORDS: Record<Language, FileWords> = {
  en: { plan: planErrorsEn, store: storeErrorsEn },
  'zh-CN': { plan: planErrorsZhCn, store: storeErrorsZhCn },
};
