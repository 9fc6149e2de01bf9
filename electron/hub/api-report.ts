/** The report of a session over HTTP, in the reader's language. */
import type { ServerResponse } from 'node:http';
import { report } from '../../shared/projections/report.ts';
import type { Language } from '../../shared/words/languages.ts';
import { reportHtml } from '../exporters/report-html.ts';
import { reportMarkdown } from '../exporters/report-markdown.ts';
import { reportText } from '../exporters/report-text.ts';
import { REPORT_WORDS } from '../exporters/words/words.ts';
import { json } from './reply.ts';
import type { Room } from './room.ts';

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
  const figures = { title: REPORT_WORDS[language].charts, svgs: [] };
  // The page brings its own style and nothing else; no script of anybody's runs in it.
  response.setHeader('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'");
  send(response, 'text/html', reportHtml(text, figures, language));
}

function send(response: ServerResponse, type: string, body: string): void {
  response.writeHead(200, { 'Content-Type': `${type}; charset=utf-8`, 'Cache-Control': 'no-store' });
  response.end(body);
}
