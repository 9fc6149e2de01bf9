/** Names in Chinese characters, found by the letters of their sound. Where the syllables come from is not known here. */

/** The syllables of a name, one for each character, without tones; none for a name that has no such characters. */
export type SoundsOf = (name: string) => readonly string[];

export const NO_SOUNDS: SoundsOf = () => [];

/** Whether a name has characters whose sound could be typed. */
export function hasHan(name: string): boolean {
  return /\p{Script=Han}/u.test(name);
}

/**
 * Whether the letters are beginnings of successive syllables: `li`, `lxm`, `lixm` and `lixiaoming` all spell
 * 李小明. ü is typed as u or v.
 */
export function spells(letters: string, [syllable, ...rest]: readonly string[]): boolean {
  const wanted = letters.replace(/[\s'’]/g, '').replace(/(?<=[ln])v/g, 'u');
  if (wanted === '') return true;
  if (syllable === undefined) return false;
  for (let length = syllable.length; length > 0; length -= 1) {
    if (wanted.slice(0, length) === syllable.slice(0, length)) {
      if (wanted.length <= length || spells(wanted.slice(length), rest)) return true;
    }
  }
  return false;
}
