import { shorten } from './proposal/text-lines.ts';

/** What a session is called that has no title of its own: the name of its file without the ending. */
export function fileStem(fileName: string): string {
  const base = fileName.split(/[\\/]/).at(-1) ?? '';
  const stem = base
    .replace(/\.[^.]{1,8}$/, '')
    .replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ')
    .trim();
  return stem === '' ? 'Session' : shorten(stem, 200);
}
