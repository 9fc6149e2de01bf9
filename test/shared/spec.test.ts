import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const TEST = join(import.meta.dirname, '..');
const SPEC = readFileSync(join(TEST, '../shared/SPEC.md'), 'utf8');

test('every rule of SPEC.md has a test, and every test cites a rule that is there', () => {
  const rules = [...SPEC.matchAll(/^- \*\*([A-Z]\d+)\*\* /gm)].map(([, id]) => id as string);
  expect(new Set(rules).size).toBe(rules.length);
  const cited = new Set<string>();
  for (const file of readdirSync(TEST, { recursive: true, encoding: 'utf8' })) {
    if (!/(?:\.test\.tsx?|-contract\.ts)$/.test(file)) continue;
    const text = readFileSync(join(TEST, file), 'utf8');
    for (const [, id] of text.matchAll(/(?:test|it)(?:\.\w+)*\(\s*[`'"]\[([A-Z]\d+)\] /g))
      cited.add(id as string);
  }
  expect([...cited].filter((id) => !rules.includes(id)).toSorted()).toEqual([]);
  expect(rules.filter((id) => !cited.has(id))).toEqual([]);
});
