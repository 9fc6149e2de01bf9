/** Why a document could not be made: no browser to print with, it failed, or too many were asked for at once. */
export type ExportErrorCode = 'no-browser' | 'cannot-print' | 'busy';

export class ExportError extends Error {
  readonly code: ExportErrorCode;

  constructor(code: ExportErrorCode, options?: ErrorOptions) {
    super(code, options);
    this.code = code;
  }
}
