/** Words of the charts by language, apart from the rest, so that a phone does not load them. */
import type { ChartWords } from './charts-en.ts';
import { chartsEn } from './charts-en.ts';
import { chartsZh } from './charts-zh-cn.ts';
import type { Language } from './languages.ts';

export const CHART_WORDS: Record<Language, ChartWords> = { en: chartsEn, 'zh-CN': chartsZh };
