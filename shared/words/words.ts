/** Codes into sentences. The renderer words them in its own language, HTTP after Accept-Language. */
import { wholeSeconds } from '../lib/seconds.ts';

export type Params = Record<string, string | number>;
/** The same keys in another language. */
export type Words<T> = Record<keyof T, (params: Params) => string>;

/** `m:ss`, or `h:mm:ss` from an hour on, in whole seconds that have passed; a leading minus when negative. */
export function clock(seconds: string | number | undefined): string {
  const total = wholeSeconds(Number(seconds ?? 0));
  const [minutes, rest] = [Math.floor(Math.abs(total) / 60), Math.abs(total) % 60];
  const sign = total < 0 ? '−' : '';
  const two = (value: number) => String(value).padStart(2, '0');
  if (minutes < 60) return `${sign}${minutes}:${two(rest)}`;
  return `${sign}${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(rest)}`;
}

export function plural(count: string | number | undefined, one: string, many: string): string {
  return `${count} ${Number(count) === 1 ? one : many}`;
}
