import { TITLE_CHARS_MAX } from '../../shared/lib/limits.ts';
import { lineSchema } from '../../shared/lib/schema.ts';

const line = lineSchema(TITLE_CHARS_MAX);

/** One line as a plan takes it, cut to what a title may have; null for a text in which nothing is to be seen. */
export function lineOf(text: string): string | null {
  const read = line.safeParse([...text].slice(0, TITLE_CHARS_MAX / 2).join(''));
  return read.success ? read.data : null;
}
