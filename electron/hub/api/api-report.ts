/** What a session leaves behind, over HTTP as files: the report in each form, and its lists. */
import type { ServerResponse } from 'node:http';
import { z } from 'zod';
import { must } from '../../../shared/lib/assert.ts';
import { fileNameOf } from '../../../shared/lib/file-name.ts';
import { EXPORTS_WAITING_MAX, RECORDING_OFFSET_SECONDS_MAX } from '../../../shared/lib/limits.ts';
import { problemOf, REPORTED } from '../../../shared/lib/problems.ts';
import type { Audience } from '../../../shared/lib/vocabulary.ts';
import { report } from '../../../shared/projections/report/report.ts';
import { REPORT_TEMPLATES, templateOf } from '../../../shared/projections/report/templates.ts';
import type { Language } from '../../../shared/words/languages.ts';
import { chaptersVtt } from '../../exporters/chapters-vtt.ts';
import { writeDocx } from '../../exporters/docx/write-docx.ts';
import { ExportError } from '../../exporters/export-error.ts';
import { figuresOf } from '../../exporters/figures.ts';
import { oneAtATime } from '../../exporters/one-at-a-time.ts';
import type { Printer } from '../../exporters/pdf/printer.ts';
import { PAGE_POLICY, reportHtml } from '../../exporters/report-html.ts';
import { reportJson } from '../../exporters/report-json.ts';
import { reportMarkdown } from '../../exporters/report-markdown.ts';
import { reportText } from '../../exporters/report-text.ts';
import type { ReportSource } from '../../exporters/writing.ts';
import { StoreError } from '../../store/event-store.ts';
import type { KeptContact } from '../contacts.ts';
import { report as complain } from '../report.ts';
import type { Room } from '../room.ts';
import { HttpError, refused } from './reply.ts';
import { sessionFile, sessionFileName } from './session-file.ts';

export type ExportName = keyof typeof TYPES;

/** Who may have it is settled; `query` is as it came. */
export type ExportOrder = {
  name: ExportName;
  room: Room;
  audience: Audience;
  query: URLSearchParams;
  language: Language;
};

export type Exporter = { send(order: ExportOrder, response: ServerResponse): Promise<void> };

const TYPES = {
  'report.md': 'text/markdown; charset=utf-8',
  'report.html': 'text/html; charset=utf-8',
  'report.json': 'application/json; charset=utf-8',
  'report.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'report.pdf': 'application/pdf',
  'turns.csv': 'text/csv; charset=utf-8',
  'points.csv': 'text/csv; charset=utf-8',
  'questions.csv': 'text/csv; charset=utf-8',
  'contacts.csv': 'text/csv; charset=utf-8',
  'chapters.vtt': 'text/vtt; charset=utf-8',
  'session.evenfloor': 'application/vnd.sqlite3',
} as const;

/** Null for a path that is none of ours. */
export function exportOf(path: string): ExportName | null {
  const name = path.replace('/api/v1/', '');
  return Object.hasOwn(TYPES, name) ? (name as ExportName) : null;
}

/** Heavy work is done one after another, whoever asks for it. */
export function createExporter(printer: Printer): Exporter {
  const line = oneAtATime();
  return {
    send: async (order, response) => {
      const made = await make(order, (work) => line(work), printer).catch((error: unknown) => {
        throw asHttp(error);
      });
      response.writeHead(200, {
        'Content-Type': TYPES[order.name],
        'Content-Disposition': attachment(nameOf(order)),
        'Cache-Control': 'no-store',
        ...(order.name === 'report.html' && { 'Content-Security-Policy': PAGE_POLICY }),
      });
      response.end(made);
    },
  };
}

function nameOf({ name, room }: ExportOrder): string {
  const { session } = room.state;
  if (name === 'session.evenfloor') return sessionFileName(session, room.nowMs());
  return `${fileNameOf(session.code ?? session.title)}-${name}`;
}

type Line = <T>(work: () => Promise<T>) => Promise<T>;

async function make(order: ExportOrder, line: Line, printer: Printer): Promise<string | Uint8Array> {
  const { name, room, audience, language } = order;
  const query = readQuery(order.query);
  if (name === 'session.evenfloor') return line(() => sessionFile(room, query.contacts === '1'));
  const state = room.view(audience);
  const nowMs = room.nowMs();
  const facts = report(state, nowMs);
  const template = templateOf(query.template ?? state.reportTemplateId);
  const contacts = query.contacts === '1' ? await room.contacts() : null;
  const source = (isDrawn = false): ReportSource => ({
    state,
    facts,
    template,
    contacts: contacts?.map(contactOnly) ?? null,
    figures: isDrawn ? figuresOf(state, nowMs, language) : [],
  });
  switch (name) {
    case 'report.md':
      return reportMarkdown(reportText(source(), language));
    case 'report.html':
      return reportHtml(reportText(source(true), language), language);
    case 'report.json':
      return reportJson(source());
    case 'report.docx':
      return line(() => writeDocx(reportText(source(true), language), language));
    case 'report.pdf':
      return line(() => printer(reportHtml(reportText(source(true), language), language)));
    case 'chapters.vtt':
      return chaptersVtt(facts, language, query.offset);
    default: {
      // Its library is loaded when somebody wants a list.
      const lists = await import('../../exporters/tables-csv.ts');
      if (name === 'turns.csv') return lists.turnsCsv(facts);
      if (name === 'points.csv') return lists.pointsCsv(facts);
      return name === 'questions.csv' ? lists.questionsCsv(facts) : lists.contactsCsv(await room.contacts());
    }
  }
}

function contactOnly({
  name,
  organisation,
  email,
}: KeptContact): NonNullable<ReportSource['contacts']>[number] {
  return { name, email, ...(organisation !== undefined && { organisation }) };
}

const querySchema = z.object({
  template: z.enum(REPORT_TEMPLATES.map((template) => template.templateId)).optional(),
  contacts: z.enum(['0', '1']).optional(),
  /** Seconds into the recording at which the session starts. */
  offset: z.coerce.number().min(-RECORDING_OFFSET_SECONDS_MAX).max(RECORDING_OFFSET_SECONDS_MAX).default(0),
});

function readQuery(query: URLSearchParams): z.infer<typeof querySchema> {
  const read = querySchema.safeParse(Object.fromEntries(query), REPORTED);
  if (read.success) return read.data;
  const issue = must(read.error.issues[0], 'issue');
  throw refused(400, issue.path.join('.'), problemOf(issue));
}

/** What heavy work has come to, as an answer. */
export function asHttp(error: unknown): unknown {
  if (error instanceof StoreError) return new HttpError(503, { code: 'hub/cannot-write', params: {} });
  if (!(error instanceof ExportError)) return error;
  if (error.code === 'busy') {
    return new HttpError(429, { code: 'too-many', params: { limit: EXPORTS_WAITING_MAX } });
  }
  if (error.code === 'cannot-print') complain('cannot print', error.cause);
  return new HttpError(503, { code: `hub/${error.code}`, params: {} });
}

/** The name in letters of ASCII too, for whoever does not read RFC 5987. */
function attachment(name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/[^\x20-\x7e]+/g, '')
    .replace(/^-+/, '');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16)}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
