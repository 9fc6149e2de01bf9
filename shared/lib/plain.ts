/** Text without what nobody types who looks for somebody: accents, case, widths, letters of one language only. Also tells whether two names are one. */

/** Letters that Unicode does not take apart. */
const LETTERS: Record<string, string> = {
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
};

export function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\u0640]/gu, '')
    .toLowerCase()
    .replace(/[øđðłħıßæœþ]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/\s+/g, ' ')
    .trim();
}

const known = new WeakMap<object, string>();

/** Worked out once for each record: a roster of thousands is looked through at every letter. */
export function plainNameOf(record: { name?: string }): string {
  let name = known.get(record);
  if (name === undefined) {
    name = plain(record.name ?? '');
    known.set(record, name);
  }
  return name;
}
