/** Makes a tagged PDF of a page that needs nothing else. Throws an {@link ExportError}. */
export type Printer = (html: string) => Promise<Uint8Array>;
