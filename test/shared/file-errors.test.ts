import { describe, expect, test } from 'vitest';
import { FILE_WORDS } from '../../shared/words/file-errors.ts';
import type { Params } from '../../shared/words/words.ts';

type Catalogue = Record<string, (params: Params) => string>;

const PLAN = { fileName: 'a.json', offset: 3, line: 2, column: 7, v: 2, id: 'x', lines: 9, bytes: 2_048 };
const GIVEN: Record<keyof (typeof FILE_WORDS)['en'], Params[]> = {
  plan: [
    { ...PLAN, bytesMax: 1_024, what: 'pdf', path: 'title', problem: 'not-text' },
    { ...PLAN, bytesMax: 1_024, what: 'web-page', path: '', problem: 'from a newer version' },
    {
      fileName: 'a.json',
      what: 'office',
      path: 'title',
      line: 1,
      column: 1,
      offset: 0,
      v: 2,
      id: 'x',
      lines: 0,
    },
  ],
  store: [{}, { path: '/a' }, { path: '/a', seq: 4 }, { path: '/a', seq: 4, why: 'EIO' }, { seq: 4 }],
};

describe('a file that cannot be used', () => {
  test.each(['plan', 'store'] as const)(
    '[U15] given every code about a %s, with and without details, when worded, then each language has its sentence',
    (about) => {
      const [english, chinese]: [Catalogue, Catalogue] = [FILE_WORDS.en[about], FILE_WORDS['zh-CN'][about]];
      expect(Object.keys(chinese)).toEqual(Object.keys(english));
      for (const code of Object.keys(english)) {
        for (const params of GIVEN[about]) {
          const [en, zh] = [english[code]?.(params) ?? '', chinese[code]?.(params) ?? ''];
          for (const sentence of [en, zh]) {
            expect(sentence).not.toMatch(/undefined|NaN/);
            if (params.path && about === 'store') expect(sentence).toContain('/a');
          }
          expect([en, /\p{Script=Han}/u.test(en)]).toEqual([en, false]);
          expect([zh, /\p{Script=Han}.*[。]$/u.test(zh)]).toEqual([zh, true]);
        }
      }
    },
  );

  test('[U15] given a damaged file, when the commit and the cause are known, then both are said', () => {
    const at = { path: '/a', seq: 4, why: 'EIO' };
    expect(FILE_WORDS.en.store.damaged(at)).toBe('/a is damaged and cannot be read (commit 4: EIO).');
    expect(FILE_WORDS['zh-CN'].store.damaged(at)).toBe('/a 已损坏，无法读取（第 4 条记录：EIO）。');
  });
});
