/** The report of a session over HTTP, in the reader's language. */
import type { ServerResponse } from 'node:http';
import { EMPTY_QUEUE } from '../../shared/domain/queue/slice.ts';
import { chartsOf } from '../../shared/projections/charts/data.ts';
import { sheetsOf } from '../../shared/projections/charts/sheets.ts';
import { report } from '../../shared/projections/report/report.ts';
import type { State } from '../../shared/state.ts';
import { CHART_WORDS } from '../../shared/words/charts.ts';
import type { Language } from '../../shared/words/languages.ts';
import { type Drawn, reportHtml } from '../exporters/report-html.ts';
import { reportMarkdown } from '../exporters/report-markdown.ts';
import { reportText } from '../exporters/report-text.ts';
import { svgOf } from '../exporters/svg.ts';
import { REPORT_WORDS } from '../exporters/words/words.ts';
import { json } from './reply.ts';
import type { Room } from './room.ts';

/** Of the drawings, in their own units: what an A4 page or a laptop's window shows without stretching the letters. */
const DRAWN_WIDTH = 720;

export type ReportFormat = 'md' | 'html' | 'json';

export function sendReport(
  room: Room,
  format: ReportFormat,
  language: Language,
  response: ServerResponse,
): void {
  const facts = report(room.state, room.nowMs());
  if (format === 'json') return json(response, 200, facts);
  const text = reportText(facts, language);
  if (format === 'md') return send(response, 'text/markdown', reportMarkdown(text));
  const figures = {
    title: REPORT_WORDS[language].charts,
    asTable: REPORT_WORDS[language].asTable,
    drawn: drawnOf(room.state, room.nowMs(), language),
  };
  // The page brings its own style and nothing else; no script of anybody's runs in it.
  response.setHeader('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'");
  send(response, 'text/html', reportHtml(text, figures, language));
}

/** The charts of each fair item that has begun, as the console showed them; who waits now waits for the last of them. */
function drawnOf(state: State, nowMs: number, language: Language): Drawn[] {
  const words = CHART_WORDS[language];
  return itemsDrawn(state).flatMap(({ title, state: then }) => {
    const charts = chartsOf(then, nowMs);
    if (charts.turns.length === 0) return [];
    return sheetsOf(charts, words, DRAWN_WIDTH).map((sheet) => ({
      title: title === null ? sheet.title : `${title}: ${sheet.title}`,
      svg: svgOf(sheet.drawing, sheet.summary),
      table: {
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

function send(response: ServerResponse, type: string, body: string): void {
  response.writeHead(200, { 'Content-Type': `${type}; charset=utf-8`, 'Cache-Control': 'no-store' });
  response.end(body);
}
