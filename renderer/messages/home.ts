import { wordsOf } from './catalogue.ts';
import type { HomeMessages } from './home-en.ts';
import { homeEn } from './home-en.ts';
import { homeZhCn } from './home-zh-cn.ts';

export const useHomeWords = wordsOf<HomeMessages>({ en: homeEn, 'zh-CN': homeZhCn });
