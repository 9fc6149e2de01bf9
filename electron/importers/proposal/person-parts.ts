/** The parts of a line about a person: who, what of, and from which side. */
import { GROUP_CHARS_MAX } from '../../../shared/lib/limits.ts';
import type { Channel } from '../../../shared/lib/vocabulary.ts';
import { isBareName, isBody, isHan } from './names.ts';
import { sideOf } from './sides.ts';
import { cutOutside, shorten } from './text-lines.ts';
import { isRegion, isStakeholder } from './vocabulary.ts';

/** `ONLINE: Ann Lee`, `Ann Lee (online)`, `Ann Lee, Acme, online`, `Ann Lee - online`: wholly a side, or it is something else. */
export function partsAndSide(line: string): { parts: string[]; channel?: Channel } {
  const sides: Channel[] = [];
  const take = (text: string) => {
    const side = sideOf(text);
    if (side) sides.push(side);
    return side !== undefined;
  };
  const [, before = '', rest = line] = /^([^:：]{2,20})[:：]\s*(.+)$/.exec(line) ?? [];
  const unprefixed = take(before) ? rest : line;
  const text = unprefixed
    .replace(/\s?[([（【]([^()[\]（）【】]{2,60})[)\]）】]/g, (whole, inside: string) => {
      const pieces = inside.split(/\s*[,，;；]\s*/);
      const others = pieces.filter((piece) => !take(piece));
      if (others.length === pieces.length) return whole;
      return others.length === 0 ? '' : ` (${others.join(', ')})`;
    })
    .replace(
      /(?:\s+[-–—]\s+|(?<=[)）])\s*)((?:(?![-–—] )[^\s,，()（）]{1,30} ?){1,4})$/,
      (whole, end: string) => (take(end) ? '' : whole),
    );
  const [first = '', ...after] = partsOf(text);
  // `Zoom - Ann Lee`
  const [name = '', ...others] = after.length > 0 && take(first) ? after : [first, ...after];
  const parts = [name, ...others.filter((part) => !take(part))].filter((part) => part !== '');
  const [channel] = sides;
  return { parts, ...(channel ? { channel } : {}) };
}

/** Commas and pipes divide; a dash does where it comes before any comma; groups may stand in brackets at the end. */
function partsOf(text: string): string[] {
  const commas = cutOutside(text, /[,，|、]/g);
  const [first = '', ...others] = commas;
  // Without commas, dashes divide as often as they come.
  const dashed = others.length === 0 ? first.split(/ [-–—] /) : splitOnce(first);
  const parts = [...dashed.flatMap(spaced), ...others];
  return parts
    .flatMap((part, i) => (i === 0 || i === parts.length - 1 ? unbracketed(part, i === 0) : [part]))
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => (isRegion(part) || isStakeholder(part) ? shorten(part, GROUP_CHARS_MAX) : part));
}

function splitOnce(text: string): string[] {
  const dash = text.search(/ [-–—] /);
  return dash < 0 ? [text] : [text.slice(0, dash), text.slice(dash + 3)];
}

/** `陈静 清华大学 教授`, `Sarah Lee 新加坡国立大学`: before Chinese words, a space is a comma; a short one after a name is its other script. */
function spaced(text: string): string[] {
  const [, name = '', others = ''] =
    /^([\p{Script=Han}·]{2,4}(?:[(（][^()（）]*[)）])?|[\p{Script=Latin}.'’ -]+?) (\p{Script=Han}.*)$/u.exec(
      text,
    ) ?? [];
  const isName = name === '' || (!isHan(name) && /^\p{Script=Han}{2,4}$/u.test(others) && !isBody(others));
  return isName ? [text] : [name, others];
}

/** `Ann Lee (ISOC, WEOG)`; but “李明 (Li Ming)” is one name in two scripts. */
function unbracketed(part: string, isName: boolean): string[] {
  if (isRegion(part)) return [part];
  const [, before = '', inside = ''] = /^(.{2,200}?) ?[(（[]([^()（）[\]]{2,150})[)）\]]$/.exec(part) ?? [];
  if (before === '' || (isName && isBareName(inside) && isHan(before) !== isHan(inside))) return [part];
  return [...unbracketed(before, isName), ...inside.split(/\s*[,，;；]\s*/)];
}
