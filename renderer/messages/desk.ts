import { wordsOf } from './catalogue.ts';
import { deskEn } from './desk-en.ts';
import { deskZhCn } from './desk-zh-cn.ts';
import type { Translated } from './translated.ts';

export const useDeskWords = wordsOf<Translated<typeof deskEn>>({ en: deskEn, 'zh-CN': deskZhCn });
