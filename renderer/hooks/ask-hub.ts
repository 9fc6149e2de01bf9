import { otherHub } from '../sync/hub-address.ts';
import { identify } from '../sync/identity.ts';

/**
 * The page's own hub, asked over HTTP by the invitation that this page came in with. Rejects when the hub does not
 * answer, and on another hub's page: over HTTP a page may ask its own alone. What the answer says is the caller's to see.
 */
export async function askHub(
  path: string,
  options: { signal?: AbortSignal; language?: string } = {},
): Promise<Response> {
  if (otherHub(location) !== null) throw new Error('another hub');
  const { signal, language } = options;
  const token = identify(location, sessionStorage)?.token ?? '';
  const headers = { Authorization: `Bearer ${token}`, ...(language && { 'Accept-Language': language }) };
  return fetch(path, { headers, ...(signal && { signal }) });
}

/** As {@link askHub}, for JSON; rejects unless the hub says yes. */
export async function askHubForJson<T>(path: string, signal: AbortSignal): Promise<T> {
  const response = await askHub(path, { signal });
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return (await response.json()) as T;
}
