import { wordsOf } from './catalogue.ts';
import type { Translated } from './translated.ts';

const inFrontEn = {
  open: 'Small window',
  openLabel: 'This page, small and in front of all other windows, while you share your screen',
};

type InFrontMessages = Translated<typeof inFrontEn>;

const inFrontZhCn: InFrontMessages = {
  open: '小窗口',
  openLabel: '共享屏幕时，把本页面以小窗口显示在其他窗口前面',
};

export const useInFrontWords = wordsOf<InFrontMessages>({ en: inFrontEn, 'zh-CN': inFrontZhCn });
