import type { Language } from '../../shared/words/languages.ts';
import { otherHub } from '../sync/hub-address.ts';
import { askHub } from './ask-hub.ts';
import { shellOf } from './shell.ts';
import { ownLink } from './use-invite-links.ts';

/** The documents and lists that the hub makes, by the end of their paths. */
export const EXPORTS = [
  'report.html',
  'report.docx',
  'report.pdf',
  'report.md',
  'report.json',
  'turns.csv',
  'points.csv',
  'questions.csv',
  'contacts.csv',
  'chapters.vtt',
  'session.evenfloor',
] as const;

export type Export = (typeof EXPORTS)[number];

export type Exported = { name: string; type: string; bytes: Uint8Array<ArrayBuffer> };

/** Why the hub gives no such document, in the reader's language. */
export class ExportRefused extends Error {}

/** Rejects with {@link ExportRefused} when the hub says why not, with another error when it cannot be asked. */
export async function fetchExport(what: Export, query: string, language: Language): Promise<Exported> {
  const response = await askHub(`/api/v1/${what}${query}`, { language });
  if (!response.ok) throw new ExportRefused(String((await response.json()).message));
  return {
    name: nameIn(response.headers.get('content-disposition')) ?? what,
    type: response.headers.get('content-type') ?? '',
    bytes: new Uint8Array(await response.arrayBuffer()),
  };
}

/** The session itself; of another hub's by the desktop app, since a page may not ask that over HTTP. */
export async function fetchSession(language: Language): Promise<Pick<Exported, 'name' | 'bytes'>> {
  const shell = otherHub(location) ? shellOf() : null;
  if (!shell) return fetchExport('session.evenfloor', '', language);
  const { disposition, bytes } = await shell.sessions.fetch(ownLink());
  return { name: nameIn(disposition) ?? 'session.evenfloor', bytes };
}

/** The name in any script; the plain one beside it is for others. */
function nameIn(disposition: string | null): string | null {
  const encoded = /filename\*=UTF-8''([^;]+)/.exec(disposition ?? '')?.[1];
  return encoded ? decodeURIComponent(encoded) : null;
}
