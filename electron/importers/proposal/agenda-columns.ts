/** What a table of the agenda says beside titles and times: who speaks, and columns that no plan has a place for. */
import { type Field, type Places, placesIn } from '../plan-columns.ts';
import { agendaKind } from './agenda-kind.ts';
import { meaningOf } from './labels.ts';
import { isBareName } from './names.ts';
import { BRACKETS_BEHIND, cutOutside } from './text-lines.ts';

export type AgendaColumns = {
  /** The speakers of a row, each as a line would name them; a column of which anything is left is said. */
  speakersOf: (cells: readonly string[]) => string[];
  /** Headers of columns with cells that nobody has read. */
  unread: () => string[];
};

/** What becomes of a row in `text-tables.ts`. */
const READ: readonly Field[] = ['title', 'minutes', 'start', 'end', 'time'];
const NUMBERED = /^(?:no|nr|num|number|n[°º]|#|序号|编号)\.?$/i;
const SPEAKS =
  /^(?:speaker|speakers|speaker\(s\)|presenters?|presenter\(s\)|panell?ists?|leads?|led by|by|who|responsible|responsibility|person in charge|发言人|主讲人?|嘉宾|负责人)$/i;
/** “All Speakers” and 与会代表 are nobody. */
const MANY =
  /^(?:all|everyone|each|both|various|several|the|open|panel|tb[acd])(?!\p{L})|^(?:全体|所有|各|待|另)|(?:[人员者]|嘉宾|代表|专家|领导|团队|组)$/iu;

/** Whether a cell heads a column of an agenda. */
export function headsColumn(cell: string): boolean {
  return SPEAKS.test(cell) || NUMBERED.test(cell) || Object.keys(placesIn([cell])).length > 0;
}

/** `taken` are the columns that something else comes of. */
export function agendaColumns(
  header: readonly string[],
  at: Places,
  taken: readonly Field[] = READ,
): AgendaColumns {
  const who = header.findIndex((cell) => SPEAKS.test(cell));
  const read = new Set(taken.map((field) => at[field]));
  const others = header.flatMap((cell, i) => (read.has(i) || NUMBERED.test(cell) ? [] : [i]));
  const left = new Set<number>();
  return {
    speakersOf: (cells) => {
      const isSpeech = agendaKind(cells[at.title ?? -1] ?? '') === 'speeches';
      const speakers = isSpeech ? namesIn(cells[who] ?? '', /s\)?$/i.test(header[who] ?? '')) : [];
      const isTaken = (i: number) => i === who && speakers.length > 0;
      for (const i of others) if (/[\p{L}\d]/u.test(cells[i] ?? '') && !isTaken(i)) left.add(i);
      return speakers;
    },
    unread: () => header.filter((_, i) => left.has(i)),
  };
}

/** None unless every piece is a name: whoever is taken for one would be on every screen of the room. */
function namesIn(cell: string, isPlural: boolean): string[] {
  const pieces = cutOutside(cell, /[,，、;；/&＆]|\s(?:and|und|et|y)\s|\s*[和与及]\s*/g);
  const names = pieces.map((piece) => piece.replace(BRACKETS_BEHIND, ''));
  if (!names.every((name) => isBareName(name) && !MANY.test(name) && !meaningOf(name))) return [];
  // “Ann Lee, Blue Ocean” may be one of an organisation, where nothing says that there are several.
  const isPair = pieces.length === 2 && /[,，]/.test(cell) && names.join() === pieces.join();
  return isPair && !isPlural && !/\p{Script=Han}/u.test(cell) ? [] : pieces;
}
