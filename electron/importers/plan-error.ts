/** What can be wrong with a file that was meant to be a plan. The renderer words the codes in its own language. */
export type PlanErrorCode =
  | 'empty'
  | 'too-large'
  | 'binary'
  | 'not-utf-eight'
  | 'bad-json'
  | 'bad-plan'
  | 'newer-plan'
  | 'duplicate-id'
  | 'wrong-kind'
  | 'nothing-found';

/** A file that cannot become a plan. `message` is one sentence: what is wrong, where, and what to do about it. */
export class PlanError extends Error {
  override readonly name = 'PlanError';
  readonly code: PlanErrorCode;
  readonly params: Readonly<Record<string, string | number>>;

  constructor(code: PlanErrorCode, message: string, params: Readonly<Record<string, string | number>> = {}) {
    super(message);
    this.code = code;
    this.params = params;
  }
}
