import type { Language } from '../../shared/words/languages.ts';
import { otherHub } from '../sync/hub-address.ts';
import { identify } from '../sync/identity.ts';

/** Rejects when the hub does not answer, and on another hub's page: over HTTP a page may ask its own alone. */
export async function fetchReport(format: 'html' | 'md', language: Language): Promise<string> {
  if (otherHub(location) !== null) throw new Error('another hub');
  const token = identify(location, sessionStorage)?.token ?? '';
  const headers = { Authorization: `Bearer ${token}`, 'Accept-Language': language };
  const response = await fetch(`/api/v1/report.${format}`, { headers });
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return response.text();
}
