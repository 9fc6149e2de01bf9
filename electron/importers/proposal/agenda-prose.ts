/** Agendas in running text: “We begin with a five-minute introduction, followed by 40 minutes of speeches by five speakers.” */
import {
  capitalised,
  cleanTitle,
  NO_ABBREVIATION,
  speakersOf,
  type TimedLine,
  timedLines,
} from './agenda-line.ts';
import { findDurations } from './durations.ts';
import { cutOutside, type TextLine } from './text-lines.ts';

const TEXT_CHARS_MAX = 3_000;
/** Nobody plans a session in a sentence of more. */
const PIECES_MAX = 60;
const SENTENCE = new RegExp(
  `(?<=[。；;!！])\\s*|(?<=${NO_ABBREVIATION}[.?][)\\]]?)\\s+(?=[\\p{Lu}\\p{Lo}])`,
  'u',
);
const JOINT =
  /\s*[,，、](?:\s*and(?=\s))?\s*|[:：]\s+|\s+with\s+(?=\d)|\s+(?:and|then|und|et|y|followed by|before)\s+(?=[^.;。；]{0,80}?\d|(?:an?|the|then|finally|close|end|finish|conclude)\b)/giu;
/** `(40 min, 8 min for each speaker)` */
const LIST_IN_BRACKETS = /([(（][^()（）,，;；]{1,60})[,，;；][^()（）]{1,200}[)）]/g;
const WHOLE = '(?:session|workshop|meeting|event|forum|time ?slot)';
/** A bound, a rhythm or the whole is the length of no part. */
const NO_PART_BEFORE = new RegExp(
  `(?:(?<!\\p{L})(?:every|within|than|limited to|limit of|at most|at least|up to|maximum(?: of)?|minimum(?: of)?|max\\.?|total of|${WHOLE} (?:(?:will |can |may )?(?:lasts?|takes?|be|is)|of))|不超过|每隔)\\s*(?:about |around )?$`,
  'iu',
);
const NO_PART_AFTER = new RegExp(
  `^[\\s-]*(?:(?:[\\p{L}-]{1,20} ){0,2}${WHOLE}(?!\\p{L})|long|late|early|before|ago|or less|以内)`,
  'iu',
);
const GIVEN =
  '(?:devoted|dedicated|allocated|reserved|used|spent|set aside|left|given|scheduled|planned|available)';
const WILL_BE = '(?:will be|would be|is|are)';
const OF = new RegExp(
  `^\\s*(?:(?:(?:${WILL_BE} )?(?:${GIVEN} (?:to|for|on)|for)|${WILL_BE} ${GIVEN}|of)(?!\\p{L})|的|用于|进行)\\s*`,
  'iu',
);
/** “During the first 10 minutes, …” */
const LEADING =
  /^(?:(?:during|in|for|the|first|second|third|next|last|final|remaining|and|then|finally|最后|前|后)(?!\p{L})[\s,，]*)*$/iu;
/** What follows a length and says nothing of what is done in it. */
const NO_TITLE =
  /^\s*(?:(?:each|per|in|on|at|to|will|and|or|by|from|with)(?!\p{L})|$|[(（)\]）】.,;:。，；：])/iu;
const BEFORE_LENGTH =
  /[\s,，(（[:：–-]*(?:(?:(?:will |shall )?(?:then |also )?(?:be )?(?:given|allowed|has|have|gets?|takes?|lasts?|lasting|receives?|speaks?)\s*)?(?:of|for|in|about|around|approximately|约|作|用|共|每人|每位)?)\s*(?:the (?:first|last|final|remaining))?\s*$/i;
const IN_ORDER =
  '(?:firstly|first|then|next|finally|lastly|afterwards|thereafter|subsequently|after (?:that|this|which|the \\p{L}+))(?![\\p{L}-])|首先|随后|接着|然后|接下来|最后|之后';
const SEQUENCE = new RegExp(`^\\s*(?:${IN_ORDER})`, 'iu');
const LEAD_IN = new RegExp(
  `^(?:[\\s,，]|${IN_ORDER}|(?:followed by|leaving|and|also|there (?:will be|is|are)|(?:the|this|our) ${WHOLE}|we|it|which|that)(?![\\p{L}-])|再|由|进行|会议|本次)+`,
  'iu',
);
const VERB =
  /^(?:will |shall |would |is |are )?(?:then |also )?(?:be )?(?:begins?|starts?|opened|opens?|kicks? off|continues?|proceeds?|ends?|closes?|concludes?|finish(?:es)?|follow(?:s|ed)?|has|have|holds?|consists?|comprises?|includes?|features?|devotes?|dedicates?|spends?|allocates?|moves?|go(?:es)?)(?: off| on)?(?: with| by| to| into| of)?(?![\p{L}-])\s*/iu;
const AUXILIARY = /^(?:will|shall|would|can|then|also|is|are)$/i;
const ARTICLE = /^(?:an?|the|some|another)\s+/i;
const BEHIND = /\s*(?:will follow|follows?|are planned|is planned|will take place|takes? place)[\s.]*$/i;
const EACH = /(?<!\p{L})(?:each|per (?:speaker|person|panell?ist))(?!\p{L})|每|分别/iu;
const WORDS_OF_LENGTH = /^[\s\p{P}]*(?:共计?|合计|in total|total)?[\s\p{P}]*$/iu;
/** “8 minutes each (40 minutes)” */
const BETWEEN_RESULT = /^\s*[,，]?\s*(?:[(（=]|共计?|a total of|in total)\s*(?:in total|total|共)?\s*$/i;

/** The items of a paragraph, or none where a length in it cannot be told to be the length of one part. */
export function proseItems(line: TextLine): TimedLine[] {
  const text = line.text.slice(0, TEXT_CHARS_MAX);
  if (line.marker !== 'none' || findDurations(text).length < 2) return [];
  const items: TimedLine[] = [];
  for (const clause of text.split(SENTENCE).flatMap(clausesOf)) {
    const item = itemOf(line, clause);
    if (item === null) return [];
    if (item === undefined) continue;
    const before = items.at(-1);
    // “8 minutes each, 40 in total” says itself what it comes to.
    if (item.title === '' && before?.duration?.each && item.duration) before.duration = item.duration;
    else if (item.title === '') return [];
    else items.push(item);
  }
  return items.length >= 2 ? items : [];
}

/** Whether lengths in it are left that no item of a list has. */
export function isProse(line: TextLine): boolean {
  // What a bracket says is of one part, and what is of each speaker belongs to theirs.
  const text = withFirsts(line.text.slice(0, TEXT_CHARS_MAX));
  const lengths = findDurations(text).filter(({ each }) => !each);
  return line.marker === 'none' && lengths.length > 1 && timedLines(line).length < lengths.length;
}

/** Each bracket with the first of what it lists, and every sign at its place. */
function withFirsts(text: string): string {
  return text.replace(LIST_IN_BRACKETS, (whole, first: string) => `${first})`.padEnd(whole.length));
}

/** A sentence, cut so that each clause has one length; what has none goes with what comes before it, or begins the next. */
function clausesOf(sentence: string): string[] {
  const pieces = cutOutside(sentence, JOINT);
  if (pieces.length > PIECES_MAX || findDurations(sentence).length < 2) return [sentence];
  const clauses: { pieces: string[]; isTimed: boolean }[] = [];
  for (const [i, piece] of pieces.entries()) {
    const before = clauses.at(-1);
    const isTimed = findDurations(piece).length > 0;
    const begins = SEQUENCE.test(piece) || isBare(pieces[i + 1] ?? '');
    if (before && (isTimed ? !before.isTimed : !begins)) {
      before.pieces.push(piece);
      before.isTimed ||= isTimed;
    } else clauses.push({ pieces: [piece], isTimed });
  }
  return clauses.map((clause) => clause.pieces.join(', '));
}

/** `每人8分钟` is of whom the words before it name. */
function isBare(piece: string): boolean {
  const [length, ...more] = findDurations(piece);
  if (!length || more.length > 0) return false;
  return WORDS_OF_LENGTH.test(`${piece.slice(0, length.start)} ${piece.slice(length.end)}`);
}

/** Undefined where no part of the session is told of; null where nobody can tell what its length is. */
function itemOf(line: TextLine, clause: string): TimedLine | null | undefined {
  const [length, ...more] = findDurations(withFirsts(clause));
  if (!length) return undefined;
  const [before, after] = [clause.slice(0, length.start), clause.slice(length.end)];
  if (NO_PART_BEFORE.test(before) || NO_PART_AFTER.test(after)) return undefined;
  if (isBare(clause)) return { line, title: '', duration: length, marker: 'none' };
  // “40 minutes of talks (8 per speaker)” has its length already.
  const [result, ...others] = length.each ? more : more.filter(({ each }) => !each);
  const isResult = result && BETWEEN_RESULT.test(clause.slice(length.end, result.start));
  if (others.length > 0 || (result && !isResult) || length.range) return null;
  const title = titleOf(before, after) || (length.what ?? '');
  if (title === '') return null;
  // A product is of all already.
  const each = !result && length.times === undefined && (length.each || EACH.test(before));
  const duration = { ...(result ?? length), each };
  return { line, title: capitalised(title), duration, marker: 'none', ...speakersOf(`${before} … ${after}`) };
}

function titleOf(before: string, after: string): string {
  const subject = before.replace(BEFORE_LENGTH, '').replace(LEAD_IN, '');
  return bare(titleBehind(before, after)) || bare(subject.replace(VERB, ''));
}

function titleBehind(before: string, after: string): string {
  if (OF.test(after)) return after.replace(OF, '');
  const isLed = LEADING.test(before) && /^\s*[,，]/.test(after);
  return NO_TITLE.test(after) && !isLed ? '' : after;
}

function bare(text: string): string {
  const title = text.replace(LEAD_IN, '').replace(ARTICLE, '').replace(BEHIND, '');
  const clean = cleanTitle(title).replace(/[.。]$/, '');
  return /\p{L}/u.test(clean) && !AUXILIARY.test(clean) ? clean : '';
}
