/** Several people in one line, as people write them there. What stands inside brackets belongs to whom it stands behind. */
import { isBareName } from './names.ts';
import { sideOf } from './sides.ts';
import { BRACKETS_BEHIND, cutOutside } from './text-lines.ts';
import { isRegion, isStakeholder } from './vocabulary.ts';

/** `A, Org; B, Org`, `A (Org) and B (Org)`, `A (Org), B (Org), C`, `甲、乙`, `Online: A, Room: B`, or with dashes after each one's group. */
export function splitPeople(line: string): string[] {
  const bySide = line.split(/[\s,，、;；/]+(?=[^\s:：,，]{2,12}[:：])/);
  if (bySide.length > 1 && bySide.every((piece) => sideOf(piece.split(/[:：]/)[0] ?? ''))) return bySide;
  const cut = cutOutside(line, /[;；]/g);
  // Between somebody and the own group, semicolons are commas.
  const isOne = cut.some((piece, i) => i > 0 && (isRegion(piece) || isStakeholder(piece)));
  const pieces = isOne ? [cut.join(', ')] : withOwnSides(cut, ', ');
  return pieces.flatMap(splitNames).flatMap(splitAtDashes);
}

/** “Ann Lee, Acme; joining remotely” is one. */
function withOwnSides(pieces: readonly string[], joint: string): string[] {
  const people: string[] = [];
  for (const piece of pieces) {
    if (people.length > 0 && sideOf(piece)) people.push(`${people.pop()}${joint}${piece}`);
    else people.push(piece);
  }
  return people;
}

function splitNames(text: string): string[] {
  const together = cutOutside(text, /\s(?:and|und|et|&|\/)\s|\s*[和与及＆]\s*/g);
  if (together.length > 1 && startWithNames(together)) return together.map(withShared).flatMap(splitNames);
  const listed = cutOutside(text, /、/g);
  if (listed.length > 1 && listed.every(isNamed)) return listed;
  const pieces = cutOutside(text, /[,，]/g);
  const bracketed = pieces.filter((piece) => BRACKETS_BEHIND.test(piece));
  // Two of them with a bracket of their own show that each piece is somebody; a single one may be of an office.
  return bracketed.length > 1 && pieces.every(isNamed) ? pieces : [text];
}

/** “Ann Lee & Bo Chen (both online)” */
function withShared(piece: string, i: number, pieces: readonly string[]): string {
  const [bracket = '', shared = ''] =
    /\s*[(（](?:both|all) ([^()（）]{1,40})[)）]$/.exec(pieces.at(-1) ?? '') ?? [];
  if (bracket === '') return piece;
  return `${i === pieces.length - 1 ? piece.slice(0, -bracket.length) : piece} (${shared})`;
}

/** Whoever comes last may bring an organisation along; with anything else before it, “and” is a part of a name. */
function startWithNames(pieces: readonly string[]): boolean {
  const [last = '', ...others] = pieces.toReversed();
  return others.every(isNamed) && isNamed(last.split(/[,，]/)[0] ?? '');
}

function isNamed(piece: string): boolean {
  const name = piece.replace(BRACKETS_BEHIND, '');
  return !/[,，]/.test(name) && isBareName(name);
}

function splitAtDashes(text: string): string[] {
  const people: string[] = [];
  for (const piece of withOwnSides(text.split(/\s+[-–—]\s+/), ' - ')) {
    const before = people.at(-1);
    const lastPart = before?.split(',').at(-1)?.trim() ?? '';
    if (before === undefined || (before.includes(',') && (isRegion(lastPart) || isStakeholder(lastPart))))
      people.push(piece);
    else people[people.length - 1] = `${before} - ${piece}`;
  }
  return people;
}
