/** Texts of the charts' panel. What stands in the charts themselves is shared with the report. */
import { CHART_WORDS } from '../../shared/words/charts.ts';
import { wordsOf } from './catalogue.ts';

const chartsPanelEn = {
  title: 'Speaking time, this discussion',
  show: 'Show charts',
  hide: 'Hide charts',
  view: 'Show as',
  views: { chart: 'Chart', table: 'Table' },
};

export const useChartWords = wordsOf(CHART_WORDS);

export const useChartsPanelWords = wordsOf<typeof chartsPanelEn>({
  en: chartsPanelEn,
  'zh-CN': {
    title: '本次讨论的发言时间',
    show: '显示图表',
    hide: '隐藏图表',
    view: '显示方式',
    views: { chart: '图表', table: '表格' },
  },
});
