/** Small numbers in digits and words. */

const WORDS: Record<string, number> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  forty: 40,
  'forty-five': 45,
  fifty: 50,
  sixty: 60,
  ninety: 90,
};
const HAN_DIGITS = '零一二三四五六七八九';

/** Patterns without groups of their own. */
export const COUNT =
  '\\d{1,3}(?:[.,]\\d{1,2}|½)?|½|forty-five|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|sixty|ninety';
export const HAN_COUNT = '[一二两三四五六七八九十]{1,3}';

/** `12`, `1.5`, `1½`, `ten`, `九十`; NaN never, for what the patterns above let through. */
export function count(text: string): number {
  if (/^[一-龥]/.test(text)) return hanCount(text);
  if (text.endsWith('½')) return Number(text.slice(0, -1)) + 0.5;
  return WORDS[text.toLowerCase()] ?? Number(text.replace(',', '.'));
}

/** Up to ninety-nine: `十五`, `四十`, `四十五`. */
function hanCount(text: string): number {
  const [tens = '', ones = ''] = text.replace('两', '二').includes('十') ? text.split('十') : ['零', text];
  const digit = (word: string, none: number) =>
    word === '' ? none : HAN_DIGITS.indexOf(word.replace('两', '二'));
  return Math.max(0, digit(tens, 1)) * 10 + Math.max(0, digit(ones, 0));
}
