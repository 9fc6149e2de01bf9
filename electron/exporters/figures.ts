/** The charts of each fair item that has begun, as the console showed them; who waits now waits for the last of them. */
import { EMPTY_QUEUE } from '../../shared/domain/queue/slice.ts';
import { chartsOf } from '../../shared/projections/charts/data.ts';
import { sheetsOf } from '../../shared/projections/charts/sheets.ts';
import type { State } from '../../shared/state.ts';
import { CHART_WORDS } from '../../shared/words/charts.ts';
import type { Language } from '../../shared/words/languages.ts';
import type { Figure } from './document.ts';

/** Of the drawings, in their own units: what an A4 page or a laptop's window shows without stretching the letters. */
const DRAWN_WIDTH = 640;

export function figuresOf(state: State, nowMs: number, language: Language): Figure[] {
  const words = CHART_WORDS[language];
  return itemsDrawn(state).flatMap(({ title, state: then }) => {
    const charts = chartsOf(then, nowMs);
    if (charts.turns.length === 0) return [];
    return sheetsOf(charts, words, DRAWN_WIDTH).map((sheet) => ({
      kind: 'figure' as const,
      title: title === null ? sheet.title : `${title}: ${sheet.title}`,
      summary: sheet.summary,
      drawing: sheet.drawing,
      table: {
        kind: 'table' as const,
        head: sheet.table.columns.map((column) => column.title),
        rows: sheet.table.rows,
        numeric: sheet.table.columns.flatMap(({ kind }, index) => (kind === 'number' ? [index] : [])),
      },
    }));
  });
}

/** The state as it looks from each item; a session without an agenda is one. */
function itemsDrawn(state: State): { title: string | null; state: State }[] {
  const { agenda } = state;
  if (agenda.items.length === 0) return [{ title: null, state }];
  const begun = agenda.items.filter((item) => item.fair && item.startedAtMs !== null);
  return begun.map((item) => ({
    title: begun.length > 1 ? item.title : null,
    state: {
      ...state,
      agenda: { ...agenda, currentItemId: item.itemId },
      queue: item.itemId === agenda.currentItemId ? state.queue : EMPTY_QUEUE,
    },
  }));
}
