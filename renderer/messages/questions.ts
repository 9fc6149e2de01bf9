import { wordsOf } from './catalogue.ts';
import type { QuestionsMessages } from './questions-en.ts';
import { questionsEn } from './questions-en.ts';
import { questionsZhCn } from './questions-zh-cn.ts';

export const useQuestionsWords = wordsOf<QuestionsMessages>({ en: questionsEn, 'zh-CN': questionsZhCn });
