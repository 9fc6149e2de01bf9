/**
 * Where a JSON text stops being JSON. `JSON.parse` says so in some of its messages only, and a moderator who edits
 * a plan by hand needs line and column. Iterative, so that deep nesting cannot overflow the stack.
 */

export type JsonPosition = { line: number; column: number };

const LITERAL = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.])/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/** Line and column (from 1, in UTF-16 units) of the first character that does not fit; the end if text is missing. */
export function jsonErrorPosition(text: string): JsonPosition {
  const offset = errorOffset(text);
  const before = text.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}

type Expect = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end';

function errorOffset(text: string): number {
  const open: ('{' | '[')[] = [];
  let expect: Expect = 'value';
  let i = skipSpace(text, 0);
  while (i < text.length) {
    const char = text.charAt(i);
    const inObject = open.at(-1) === '{';
    if ((expect === 'value' || expect === 'value-or-end') && (char === '{' || char === '[')) {
      open.push(char);
      expect = char === '{' ? 'key-or-end' : 'value-or-end';
      i++;
    } else if (isEnd(char, expect, open.at(-1))) {
      open.pop();
      expect = 'comma-or-end';
      i++;
    } else if (expect === 'colon' && char === ':') {
      expect = 'value';
      i++;
    } else if (expect === 'comma-or-end' && char === ',' && open.length > 0) {
      expect = inObject ? 'key' : 'value';
      i++;
    } else if (expect !== 'colon' && expect !== 'comma-or-end') {
      const isKey: boolean = expect === 'key' || expect === 'key-or-end';
      const end: number = char === '"' ? stringEnd(text, i) : isKey ? -i - 1 : literalEnd(text, i);
      if (end < 0) return -end - 1;
      i = end;
      expect = isKey ? 'colon' : 'comma-or-end';
    } else return i;
    i = skipSpace(text, i);
  }
  return i;
}

function isEnd(char: string, expect: Expect, opened: '{' | '[' | undefined): boolean {
  if (char === '}') return opened === '{' && (expect === 'key-or-end' || expect === 'comma-or-end');
  if (char === ']') return opened === '[' && (expect === 'value-or-end' || expect === 'comma-or-end');
  return false;
}

/** The offset after the string, or −(offset of the fault) − 1. */
function stringEnd(text: string, start: number): number {
  let i = start + 1;
  while (i < text.length) {
    const unit = text.charCodeAt(i);
    if (unit === 0x22) return i + 1;
    if (unit < 0x20) return -i - 1;
    if (unit === 0x5c) {
      ESCAPE.lastIndex = i;
      if (!ESCAPE.test(text)) return -i - 1;
      i = ESCAPE.lastIndex;
    } else i++;
  }
  return -text.length - 1;
}

function literalEnd(text: string, start: number): number {
  LITERAL.lastIndex = start;
  return LITERAL.test(text) ? LITERAL.lastIndex : -start - 1;
}

function skipSpace(text: string, start: number): number {
  let i = start;
  while (i < text.length && ' \t\n\r'.includes(text.charAt(i))) i++;
  return i;
}
