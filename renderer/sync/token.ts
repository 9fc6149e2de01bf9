import { TOKEN } from '../../shared/wire.ts';

/** The token in an address's fragment; null without one. */
export function tokenIn(hash: string): string | null {
  const text = hash.replace(/^#/, '');
  return TOKEN.test(text) ? text : null;
}
