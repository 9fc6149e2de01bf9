/** One number for a value of JSON, by which two machines can tell that they hold the same without sending it. */

/** FNV-1a's, http://www.isthe.com/chongo/tech/comp/fnv/ */
const PRIME = 0x01000193;
const BASIS = 0x811c9dc5;

/** So that `"1"`, `1`, `[1]` and `{"0":1}` differ. */
const TEXT = BASIS ^ 1;
const OTHER = BASIS ^ 2;
const LIST = BASIS ^ 3;
const RECORD = BASIS ^ 4;

/**
 * 32 bits, never negative. The same for any order of fields, and before and after the way through JSON, which leaves out
 * fields that are undefined. No proof against somebody who wants two values to look the same.
 */
export function fingerprint(value: unknown): number {
  return hashOf(value) >>> 0;
}

function hashOf(value: unknown): number {
  if (typeof value === 'string') return mixed(hashOfText(value, TEXT));
  if (Array.isArray(value)) {
    return value.reduce((hash: number, item: unknown) => mixed(Math.imul(hash, PRIME) + hashOf(item)), LIST);
  }
  if (typeof value !== 'object' || value === null) return mixed(hashOfText(String(value ?? null), OTHER));
  // A sum knows no order: cheaper than sorting the names.
  let sum = RECORD;
  for (const [name, field] of Object.entries(value)) {
    if (field !== undefined) sum = (sum + mixed(hashOfText(name, hashOf(field)))) | 0;
  }
  return mixed(sum);
}

function hashOfText(text: string, from: number): number {
  let hash = from;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), PRIME);
  return hash;
}

/** Every bit of the answer hangs on every bit that went in (the end of MurmurHash3). */
function mixed(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
