import type { Language } from '../../../shared/words/languages.ts';
import { type ReportWords, reportEn } from './en.ts';
import { reportZhCn } from './zh-cn.ts';

export const REPORT_WORDS: Record<Language, ReportWords> = { en: reportEn, 'zh-CN': reportZhCn };
