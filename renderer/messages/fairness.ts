import { wordsOf } from './catalogue.ts';
import type { FairnessMessages } from './fairness-en.ts';
import { fairnessEn } from './fairness-en.ts';
import { fairnessZhCn } from './fairness-zh-cn.ts';

export const useFairnessWords = wordsOf<FairnessMessages>({ en: fairnessEn, 'zh-CN': fairnessZhCn });
