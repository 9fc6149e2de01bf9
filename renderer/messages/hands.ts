import { wordsOf } from './catalogue.ts';
import type { HandsMessages } from './hands-en.ts';
import { handsEn } from './hands-en.ts';
import { handsZhCn } from './hands-zh-cn.ts';

export const useHandWords = wordsOf<HandsMessages>({ en: handsEn, 'zh-CN': handsZhCn });
