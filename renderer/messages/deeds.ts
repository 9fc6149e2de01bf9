import { wordsOf } from './catalogue.ts';
import type { Deeds } from './deeds-en.ts';
import { deedsEn } from './deeds-en.ts';
import { deedsZh } from './deeds-zh-cn.ts';

export const useDeedMessages = wordsOf<Deeds>({ en: deedsEn, 'zh-CN': deedsZh });
