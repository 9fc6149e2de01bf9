/** The same texts in another language: whatever is missing there does not compile. */
export type Translated<T> = T extends string
  ? string
  : T extends (...args: infer A) => string
    ? (...args: A) => string
    : { [K in keyof T]: Translated<T[K]> };
