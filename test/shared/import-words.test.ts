import { describe, expect, test } from 'vitest';
import { IMPORT_WORDS } from '../../shared/words/imports.ts';
import type { Params } from '../../shared/words/words.ts';

const FULL: Params = {
  ...{ row: 7, rows: 1, cells: 1, columns: 9, bytes: 30 * 1_048_576, bytesMax: 20 * 1_048_576, offset: 3 },
  ...{
    what: 'PDF',
    kind: 'zoom-chat',
    why: 'quote',
    limit: 60_000,
    name: 'Ada',
    count: 2,
    value: '31/12',
    encoding: 'GB18030',
  },
};

describe('what is said of a file from elsewhere', () => {
  test.each(['errors', 'problems'] as const)(
    '[J14] given every code of the %s, when worded, then each language has its sentence',
    (about) => {
      const [english, chinese]: Record<string, (params: Params) => string>[] = [
        IMPORT_WORDS.en[about],
        IMPORT_WORDS['zh-CN'][about],
      ];
      expect(Object.keys(chinese ?? {}).toSorted()).toEqual(Object.keys(english ?? {}).toSorted());
      for (const code of Object.keys(english ?? {})) {
        const [en = '', zh = ''] = [english, chinese].map((words) => words?.[code]?.(FULL));
        expect(en, code).toMatch(/^[A-Z\d“].*\.$/);
        expect(zh, code).toMatch(/\p{Script=Han}.*。$/u);
        expect(en + zh, code).not.toMatch(/undefined|NaN/);
        // Of a program that says less than it should, the sentence still comes.
        for (const words of [english, chinese]) expect(words?.[code]?.({})).not.toContain('NaN');
      }
    },
  );

  test('[J14] given a file without rows, when worded, then the row is named only where it is known', () => {
    const { errors } = IMPORT_WORDS.en;
    expect(errors['no-rows']({ row: 4 })).toContain('(row 4)');
    expect(errors['no-rows']({})).not.toContain('row 4');
    expect(errors['unknown-format']({})).toContain('0 rows');
  });
});
