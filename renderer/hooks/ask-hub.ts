import { addressOf, otherHub } from '../sync/hub-address.ts';
import { identify } from '../sync/identity.ts';

type Asking = {
  signal?: AbortSignal;
  language?: string;
  method?: 'POST';
  body?: BodyInit;
  headers?: Record<string, string>;
};

/**
 * The page's own hub, asked over HTTP by the invitation and as the device that this page came in with. Rejects when the
 * hub does not answer, and on another hub's page: over HTTP a page may ask its own alone. What the answer says is the
 * caller's to see.
 */
export async function askHub(
  path: string,
  { language, headers, ...options }: Asking = {},
): Promise<Response> {
  if (otherHub(location) !== null) throw new Error('another hub');
  const identity = identify(location, sessionStorage);
  return fetch(addressOf(path, location), {
    ...options,
    headers: {
      Authorization: `Bearer ${identity?.token ?? ''}`,
      ...(options.method && identity && { 'X-Client-Id': identity.clientId }),
      ...(language && { 'Accept-Language': language }),
      ...headers,
    },
  });
}

/** As {@link askHub}, for JSON; rejects unless the hub says yes. */
export async function askHubForJson<T>(path: string, signal: AbortSignal): Promise<T> {
  const response = await askHub(path, { signal });
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return (await response.json()) as T;
}
