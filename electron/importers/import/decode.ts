/** Bytes of an export to text: platforms write UTF-8 and UTF-16, spreadsheets of one's own whatever the machine speaks. */
import { fieldOf } from './columns.ts';
import { ImportError } from './import-error.ts';

/** Files that people do try, by their first bytes. */
const FOREIGN: readonly [bytes: string, what: string][] = [
  ['%PDF', 'PDF'],
  ['{\\rtf', 'RTF'],
  ['\xd0\xcf\x11\xe0', 'XLS / DOC (97–2003) / XLSX + password'],
  ['\x1f\x8b', 'gzip'],
  ['7z\xbc\xaf', '7z'],
  ['Rar!', 'RAR'],
];
/** Some systems call a page `.xls`; neither is a table in lines. */
const FOREIGN_TEXT: readonly [start: RegExp, what: string][] = [
  [/^\s*<(?:!doctype|html|\?xml|table)/i, 'HTML / XML'],
  [/^\s*(?:\{\s*["}]|\[\s*[{[\]])/, 'JSON'],
];

/** What spreadsheets of the languages in which headers are known are still saved in. */
const CODE_PAGES = ['GB18030', 'Big5', 'Shift_JIS', 'EUC-JP', 'EUC-KR', 'Windows-1251'] as const;
/** A header is at the beginning. */
const HEAD_BYTES = 8_000;

export type Decoded = {
  text: string;
  /** The name of a code page that was guessed; null for Unicode. */
  guessed: string | null;
};

/** With `\n` line ends and no byte order mark. Throws ImportError: `empty`, `foreign`, `binary`. */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes.length === 0) throw new ImportError('empty');
  const head = Buffer.from(bytes.subarray(0, 8)).toString('latin1');
  const foreign = FOREIGN.find(([start]) => head.startsWith(start));
  if (foreign) throw new ImportError('foreign', { what: foreign[1] });
  const { text, guessed } = decoded(bytes);
  const nul = text.indexOf('\0');
  if (nul >= 0) throw new ImportError('binary', { offset: nul });
  const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  if (plain.trim() === '') throw new ImportError('empty');
  const page = FOREIGN_TEXT.find(([start]) => start.test(plain.slice(0, 200)));
  if (page) throw new ImportError('foreign', { what: page[1] });
  return { text: plain, guessed };
}

function decoded(bytes: Uint8Array): Decoded {
  const utf16 = utf16Of(bytes);
  if (utf16) return { text: new TextDecoder(utf16).decode(bytes), guessed: null };
  const unicode = strictly('utf-8', bytes);
  if (unicode !== null) return { text: unicode, guessed: null };
  const proven = provenOf(bytes);
  if (proven) return proven;
  const chinese = chineseOf(bytes);
  if (chinese !== null) return { text: chinese, guessed: 'GB18030' };
  return { text: new TextDecoder('windows-1252').decode(bytes), guessed: 'Windows-1252' };
}

/** In the code page by which most words in its first rows are those of a header, since other ones make none of them. */
function provenOf(bytes: Uint8Array): Decoded | null {
  const head = bytes.subarray(0, HEAD_BYTES);
  const whole = head.length < bytes.length ? head.subarray(0, head.lastIndexOf(0x0a)) : head;
  let best: { codePage: string; words: number } | null = null;
  for (const codePage of CODE_PAGES) {
    const words = wordsOfHeaders(strictly(codePage, whole) ?? '');
    if (words > (best?.words ?? 0)) best = { codePage, words };
  }
  const text = best && strictly(best.codePage, bytes);
  return best && text !== null ? { text, guessed: best.codePage } : null;
}

/** Those of Latin letters are the same in every code page. */
function wordsOfHeaders(text: string): number {
  const cells = text.split(/[,;\t|\n\r"]/);
  return cells.filter((cell) => /(?!\p{Script=Latin})\p{L}/u.test(cell) && fieldOf(cell) !== null).length;
}

/** As GB18030, where that makes Chinese words of it; null otherwise. */
export function chineseOf(bytes: Uint8Array): string | null {
  const text = strictly('gb18030', bytes);
  // Latin letters with accents stand alone between ASCII; as GBK they would eat the letter after them.
  return text !== null && /\p{Script=Han}{2}/u.test(text) ? text : null;
}

/** By its mark, or by every other byte of its beginning being zero. */
function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const head = bytes.subarray(0, 200);
  const zeros = [0, 0];
  head.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  const many = head.length / 4;
  if (odd > many && even === 0) return 'utf-16le';
  return even > many && odd === 0 ? 'utf-16be' : null;
}

function strictly(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
