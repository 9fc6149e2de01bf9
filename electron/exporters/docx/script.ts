/** Which way a text runs, and what a word processor must be told of its script. */

const RTL = String.raw`\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}\p{Script=Mandaic}\p{Script=Samaritan}`;
const FIRST_STRONG = new RegExp(`[${RTL}]|\\p{L}`, 'u');
const IS_RTL = new RegExp(`[${RTL}]`, 'u');
/** From the first letter of such a script to the last one before a letter of another; marks and spaces between go along. */
const RTL_RUN = new RegExp(`([${RTL}](?:[^\\p{L}\\p{N}]*[${RTL}\\p{M}])*)`, 'u');
const EAST_ASIAN =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}]/u;

/** By its first letter, as `dir="auto"` does. */
export function runsRightToLeft(text: string): boolean {
  return IS_RTL.test(FIRST_STRONG.exec(text)?.[0] ?? '');
}

export type Stretch = { text: string; isRtl: boolean };

/** The text in stretches of one direction; joined they are the text. */
export function stretchesOf(text: string): Stretch[] {
  return text
    .split(RTL_RUN)
    .map((part, index) => ({ text: part, isRtl: index % 2 === 1 }))
    .filter((stretch) => stretch.text !== '');
}

/** Quotation marks and dots are wide in such a text and narrow in others. */
export function isEastAsian(text: string): boolean {
  return EAST_ASIAN.test(text);
}
