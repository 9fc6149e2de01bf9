/** Which column of a plan's table is what, and whether a text is such a table at all. */
import { fieldOf, type Field as ImportField } from './import/columns.ts';
import type { Row } from './import/table.ts';
import { findDurations } from './proposal/durations.ts';
import { simplified } from './proposal/han.ts';
import { meaningOf } from './proposal/labels.ts';
import type { NoteList } from './proposal/note-list.ts';
import { sideOf } from './proposal/sides.ts';
import { BRACKETS_BEHIND } from './proposal/text-lines.ts';

const WORDS = {
  title: [
    'title',
    'item',
    'agendaitem',
    'topic',
    'subject',
    'session',
    'segment',
    'activity',
    'what',
    'agenda',
    'description',
    'content',
    'programmpunkt',
    'activite',
    'intitule',
    'sujet',
    'tema',
    'actividad',
    'atividade',
    'assunto',
    'titel',
    'thema',
    'titre',
    'titulo',
    '标题',
    '议程',
    '议题',
    '主题',
    '环节',
    '内容',
    '事项',
    '项目',
  ],
  minutes: [
    'minutes',
    'min',
    'timebox',
    'duration',
    'durationmin',
    'durationminutes',
    'length',
    'mins',
    'allocatedtime',
    'timeallocated',
    'timeminutes',
    'timemin',
    'dauer',
    'dauermin',
    'minuten',
    'minutos',
    'duree',
    'duracion',
    'duracao',
    '时长',
    '分钟',
    '时长分钟',
  ],
  start: [
    'timestart',
    'start',
    'starttime',
    'begin',
    'from',
    'beginn',
    'debut',
    'inicio',
    '开始',
    '开始时间',
  ],
  /** From when to when, when it starts, or how long it is: the cells tell. */
  time: [
    'time',
    'times',
    'timeframe',
    'timeslot',
    'slot',
    'horaire',
    'horario',
    'timing',
    'when',
    'zeit',
    'uhrzeit',
    'heure',
    'hora',
    '时间',
    '时段',
  ],
  end: ['timeend', 'end', 'endtime', 'until', 'to', 'ende', 'fin', '结束', '结束时间'],
  stakeholder: ['stakeholder', 'stakeholdergroup', 'group', 'sector', '利益攸关方', '利益相关方', '群体'],
  region: ['region', 'regionalgroup', 'unregionalgroup', '区域', '地区'],
  side: [
    'where',
    'location',
    'presence',
    'participation',
    'expectedpresence',
    'mode',
    'attendancemode',
    'participationmode',
    'modeofparticipation',
    'attendance',
    'attending',
    'format',
    'online',
    'teilnahme',
    '参会',
    '线上线下',
  ],
  panel: ['panel', 'panelist', 'panellist', 'onpanel'],
  kind: ['kind', 'type', 'art', '类型'],
  skip: ['skip'],
  timer: ['timertype'],
} as const;
export type Field = keyof typeof WORDS;
const FIELDS = Object.keys(WORDS) as Field[];

export type Places = Partial<Record<Field, number>>;
export type Header = { at: Places; after: number };

/** Where each column is whose header is known; of two alike, the first. */
export function placesIn(cells: readonly string[]): Places {
  const words = cells.map(wordOf);
  // A bracket explains the rest of a header, but for lengths it holds the unit.
  const explained = cells.map((cell) => wordOf(cell.replace(BRACKETS_BEHIND, '')));
  return Object.fromEntries(
    FIELDS.flatMap((field) => {
      const isField = (word: string) => (WORDS[field] as readonly string[]).includes(word);
      const said = words.findIndex(isField);
      // `Online / in person`
      const whole = said < 0 && field === 'side' ? cells.findIndex(namesSides) : said;
      const place = whole < 0 && field !== 'minutes' ? explained.findIndex(isField) : whole;
      return place < 0 ? [] : [[field, place]];
    }),
  );
}

function namesSides(header: string): boolean {
  const sides = header.split(/\s*(?:[/／,]|\bor\b|\boder\b|\bou\b)\s*/);
  return sides.length > 1 && sides.every((side) => sideOf(side) !== undefined);
}

function wordOf(header: string): string {
  return simplified(header)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** The columns of an agenda, or null when these cells head none. */
export function agendaPlaces(cells: readonly string[]): Places | null {
  const at = placesIn(cells);
  const isTimed = at.minutes !== undefined || at.time !== undefined || at.start !== undefined;
  return at.title !== undefined && isTimed ? at : null;
}

/** Whether these cells head a list of people; one with titles and times is an agenda, whoever speaks in it. */
export function headsPeople(cells: readonly string[]): boolean {
  const fields = new Set<ImportField | null>(cells.map(fieldOf));
  const isNamed = fields.has('name') || (fields.has('firstName') && fields.has('lastName'));
  const isAsked = fields.has('question') || fields.has('action');
  return isNamed && !isAsked && agendaPlaces(cells) === null;
}

/** What a list of people says beside what a plan has a place for. */
export function noteUnknownColumns(header: readonly string[], notes: NoteList): void {
  const unknown = header.filter(
    (cell) => /\p{L}/u.test(cell) && fieldOf(cell) === null && Object.keys(placesIn([cell])).length === 0,
  );
  noteColumns('people', unknown, notes);
}

export function noteColumns(field: 'people' | 'agenda', columns: readonly string[], notes: NoteList): void {
  if (columns.length > 0) notes.add(field, 'columns-unread', { columns: columns.join(', ') });
}

/** Ontime writes some lines of its own above the header. */
export function agendaHeader(rows: readonly Row[]): Header | null {
  for (const [index, { cells }] of rows.slice(0, 30).entries()) {
    const at = agendaPlaces(cells);
    if (at) return { at, after: index + 1 };
  }
  return null;
}

/**
 * Whether a text is nothing but a table: it begins with its header, or with rows as wide. A table inside a proposal has
 * lines of text round it.
 */
export function isPlanText(rows: readonly Row[]): boolean {
  const [first] = rows;
  const header = agendaHeader(rows);
  if (header) {
    const width = rows[header.after - 1]?.cells.length;
    return rows.slice(0, header.after).every(({ cells }) => cells.length === width) && isOnlyTable(rows);
  }
  return first !== undefined && headsPeople(first.cells) && isOnlyTable(rows);
}

function isOnlyTable(rows: readonly Row[]): boolean {
  const isWide = (rows[0]?.cells.length ?? 0) > 1;
  return rows.every(({ row, cells }, i) => {
    const [cell = ''] = cells;
    if (i === 0) return true;
    // Cut off in its first cell, or a name in a list of names: no heading stands there, and no space before it.
    if (cells.length === 1)
      return !isWide ? !isText(cell) : row === (rows[i - 1]?.row ?? 0) + 1 && !isText(cell);
    return isWide;
  });
}

function isText(cell: string): boolean {
  const isLabel = fieldOf(cell) !== null || meaningOf(cell) !== undefined || /[:：]/.test(cell);
  return isLabel || findDurations(cell).length > 0;
}

const WORDS_LOOKED_AT = 5_000;

/** Whether a Chinese label or header of a plan is in it. */
export function speaksChinese(text: string): boolean {
  const words = text.split(/[\n\t,;|:：（(]/, WORDS_LOOKED_AT).filter((word) => /\p{Script=Han}/u.test(word));
  return words.some(
    (word) =>
      word.length < 40 &&
      (fieldOf(word) !== null || meaningOf(word) !== undefined || Object.keys(placesIn([word])).length > 0),
  );
}
