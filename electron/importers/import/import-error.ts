import { type ImportErrorCode, importErrorsEn } from '../../../shared/words/import-en.ts';
import type { Params } from '../../../shared/words/words.ts';

/** A file that cannot be read at all. `message` is one English sentence: what is wrong, where, and what to do about it. */
export class ImportError extends Error {
  override readonly name = 'ImportError';
  readonly code: ImportErrorCode;
  readonly params: Readonly<Params>;

  constructor(code: ImportErrorCode, params: Readonly<Params> = {}) {
    super(importErrorsEn[code](params));
    this.code = code;
    this.params = params;
  }
}
