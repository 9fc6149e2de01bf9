import { wordsOf } from './catalogue.ts';
import type { ImportMessages } from './import-en.ts';
import { importEn } from './import-en.ts';
import { importZhCn } from './import-zh-cn.ts';

export const useImportWords = wordsOf<ImportMessages>({ en: importEn, 'zh-CN': importZhCn });
