import { planErrorsEn } from '../../shared/words/file-errors-en.ts';
import type { Params } from '../../shared/words/words.ts';

/** What can be wrong with a file that was meant to be a plan; every language words the codes. */
export type PlanErrorCode = keyof typeof planErrorsEn;

/** A file that cannot become a plan. `message` is one English sentence: what is wrong, where, and what to do about it. */
export class PlanError extends Error {
  override readonly name = 'PlanError';
  readonly code: PlanErrorCode;
  readonly params: Readonly<Params>;

  constructor(code: PlanErrorCode, params: Readonly<Params>) {
    super(planErrorsEn[code](params));
    this.code = code;
    this.params = params;
  }
}
