import { IMPORT_PROBLEMS_MAX } from '../../../shared/lib/limits.ts';
import type { ImportProblemCode } from '../../../shared/words/import-en.ts';
import type { Params } from '../../../shared/words/words.ts';

export type FoundProblem = { row?: number; code: ImportProblemCode; params: Params };

export type Problems = {
  add(code: ImportProblemCode, row?: number, params?: Params): void;
  /** The same about several rows is said at the first of them. */
  once(code: ImportProblemCode, row: number, params: Params): void;
  /** Several rows of one kind are told as one, with how many there were. */
  count(code: ImportProblemCode, row: number): void;
  list(): FoundProblem[];
};

export function foundProblems(): Problems {
  const found: FoundProblem[] = [];
  const counted = new Map<ImportProblemCode, FoundProblem>();
  const said = new Set<string>();
  const add: Problems['add'] = (code, row, params = {}) => {
    if (found.length < IMPORT_PROBLEMS_MAX) found.push({ ...(row !== undefined && { row }), code, params });
  };
  return {
    add,
    once: (code, row, params) => {
      const key = JSON.stringify([code, params]);
      if (!said.has(key)) add(code, row, params);
      said.add(key);
    },
    count: (code, row) => {
      const known = counted.get(code);
      if (known) known.params = { count: Number(known.params.count) + 1 };
      else counted.set(code, { row, code, params: { count: 1 } });
    },
    list: () => [...found, ...counted.values()].sort((a, b) => (a.row ?? 0) - (b.row ?? 0)),
  };
}
