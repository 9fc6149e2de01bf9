/** What looks like the name of a person, and what like that of an organisation. */
import { NAME_CHARS_MAX } from '../../../shared/lib/limits.ts';
import { simplified } from './han.ts';
import { wordCount } from './text-lines.ts';

/** “ITU” under the organisers is none of them. */
const ACRONYM = /^[A-Z]{2,6}$/;
/** Small words inside names, which must not make a name look like a sentence. */
const PARTICLE =
  /^(?:de|da|do|dos|das|del|della|di|du|la|le|el|al|bin|bint|ibn|van|von|der|den|ter|y|e|st\.?)$/i;

/** Words that make a line without a comma the name of an organisation. */
const BODY =
  /\s(?:and|of|on|for|in|at|to|with)\s|(?<!\p{L})(?:initiative|foundation|institut[eo]?|society|forum|university|ministry|association|network|council|commission|union|cent(?:re|er)|agency|office|organi[sz]ation|secretariat|coalition|alliance|company|inc|ltd|gmbh|igf|academy|department|federation|committee|chapter|project|programme|lab|labs)(?!\p{L})|(?:协会|研究会|研究院|研究所|大学|学院|基金会|公司|集团|委员会|学会|联合会|联盟|中心|智库|科院|论坛|组织|[部局署])$/iu;

/** Whether it names an organisation: by its words, or as an acronym. */
export function isBody(text: string): boolean {
  return BODY.test(simplified(text)) || ACRONYM.test(text);
}

/** Two to five words that each look like a part of a name, and nothing else. */
export function isBareName(line: string): boolean {
  if (isBody(line)) return false;
  if (/^[\p{Script=Han}·]{2,8}$/u.test(line)) return true;
  const words = line.split(' ');
  if (words.length < 2 || words.length > 5 || !isName(line)) return false;
  return isCapitalised(line);
}

/** “Discussion question” is not. */
export function isCapitalised(text: string): boolean {
  return text.split(' ').every((word) => /^[^\p{Ll}]/u.test(word) || PARTICLE.test(word));
}

/** Errs towards refusing: a sentence taken for a person would appear on every screen of the room. */
export function isName(text: string): boolean {
  const small = text.split(' ').filter((word) => /^\p{Ll}/u.test(word) && !PARTICLE.test(word));
  if (small.length > 2) return false;
  if (text.length > NAME_CHARS_MAX || wordCount(text) > 8) return false;
  if (!/\p{L}/u.test(text) || /[\d?!:@/|<>{}[\]“”"。？！]/u.test(text)) return false;
  return (
    !/\p{L}{4,}\.$/u.test(text) &&
    /^["'(]?[\p{Lu}\p{Lo}]/u.test(text.replace(/^(?:de|da|van|von|al|el|d['’])[ -]?/, ''))
  );
}

export function isHan(text: string): boolean {
  return /\p{Script=Han}/u.test(text);
}
