/** What the hub answers over plain HTTP: the web client, and the same session for tools (docs/protocol.md). */
import { existsSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
import { OVERLAYS } from '../../shared/lib/vocabulary.ts';
import { CODE_PATH, FEED_PATH } from '../../shared/wire.ts';
import { HUB_WORDS, word } from '../../shared/words/languages.ts';
import type { AddressBook } from './address.ts';
import { type ApiOptions, answerApi } from './api/api.ts';
import { tokenBehind } from './api/codes.ts';
import type { Operator } from './api/operator.ts';
import { HttpError, json, languageOf, notFound, pathOf, refused } from './api/reply.ts';
import { answerHook, type HookOptions } from './hooks/answer.ts';

export type HttpOptions = ApiOptions &
  HookOptions & {
    /** Origins of the hubs that share the store, this one's too; none when it is alone. */
    peerUrls(): readonly string[];
    addresses: AddressBook;
    webDir: string;
    operator: Operator;
    /** A request was refused, by the code of the refusal. */
    onRefused(code: string): void;
  };

/** Pages that a screen opens by path; the rest of the routing is the page's own. */
const PAGES = ['/', '/stage', ...OVERLAYS.map((overlay) => `/overlay/${overlay}`)];

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "media-src 'self' data:",
  // A link to another hub is joined by a socket from this page.
  "connect-src 'self' ws: wss:",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  // Of a small window in front of the others there is no other way to show a page (renderer/hooks/in-front.ts).
  "frame-src 'self'",
  "frame-ancestors 'self'",
].join('; ');

/** A page that has moved to another hub of the session asks that one over HTTP too. */
const CROSS_ORIGIN = {
  'Access-Control-Allow-Headers': 'Authorization, X-Client-Id, X-Command-Id, Content-Type, Accept-Language',
  'Access-Control-Allow-Methods': 'GET, POST',
  'Access-Control-Expose-Headers': 'Content-Disposition, Retry-After',
  'Access-Control-Max-Age': '600',
  Vary: 'Origin',
};

type Files = ReturnType<typeof sirv>;

export function httpHandler(
  options: HttpOptions,
): (request: IncomingMessage, response: ServerResponse) => void {
  const isBuilt = existsSync(join(options.webDir, 'index.html'));
  const files = isBuilt ? webFiles(options.webDir) : null;
  return (request, response) => {
    void answer(options, files, request, response).catch((error: unknown) => {
      options.onRefused(error instanceof HttpError ? error.rejection.code : 'hub/restarting');
      fail(request, response, error);
    });
  };
}

function webFiles(webDir: string): Files {
  return sirv(webDir, {
    gzip: true,
    dev: false,
    setHeaders: (response, path) => {
      const isHashed = path.startsWith('/assets/');
      response.setHeader('Cache-Control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
}

async function answer(
  options: HttpOptions,
  files: Files | null,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  secure(response, options.peerUrls());
  const { operator } = options;
  // Asked for under a machine's own name too; a page of a rebound name learns nothing from them.
  if (request.url === '/readyz') return operator.answerReady(response);
  if (request.url === '/metrics') return operator.answerMetrics(request, response);
  if (!options.addresses.isOurs(request)) {
    throw refused(421, 'Host', 'not-our-address');
  }
  if (pathOf(request) === null) throw refused(400, 'path', 'not-an-address');
  const url = new URL(request.url ?? '/', 'http://hub');
  if (url.pathname === '/healthz') return json(response, 200, { ok: true });
  if (url.pathname.startsWith('/hooks/')) return answerHook(options, url, request, response);
  if (url.pathname.startsWith('/api/') && isFromPeer(options, request)) {
    for (const [name, value] of Object.entries(CROSS_ORIGIN)) response.setHeader(name, value);
    response.setHeader('Access-Control-Allow-Origin', String(request.headers.origin));
    if (request.method === 'OPTIONS') return void response.writeHead(204).end();
  }
  const isForTools = url.pathname.startsWith('/api/') || url.pathname === FEED_PATH;
  if (isForTools) return answerApi(options, url, request, response);
  if (request.method !== 'GET' && request.method !== 'HEAD') throw notFound(405, url);
  if (url.pathname.startsWith(CODE_PATH)) return lead(options, url, response);
  if (PAGES.includes(url.pathname)) request.url = '/index.html';
  if (!files) throw notFound(503, url);
  files(request, response, () => fail(request, response, notFound(404, url)));
}

/** To the link behind a code; what is no code leads to the page that says so, and takes another. */
function lead({ doors }: HttpOptions, url: URL, response: ServerResponse): void {
  const typed = url.pathname.slice(CODE_PATH.length);
  const token = tokenBehind(typed, doors);
  response.writeHead(302, {
    Location: `/#${token ?? encodeURIComponent(typed)}`,
    'Cache-Control': 'no-store',
  });
  response.end();
}

function isFromPeer({ addresses }: HttpOptions, { headers }: IncomingMessage): boolean {
  return headers.origin !== undefined && addresses.isPeerOrigin(headers.origin);
}

function secure(response: ServerResponse, peerUrls: readonly string[]): void {
  const policy = POLICY.replace('connect-src', ['connect-src', ...peerUrls].join(' '));
  response.setHeader('Content-Security-Policy', policy);
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Referrer-Policy', 'no-referrer');
}

function fail(request: IncomingMessage, response: ServerResponse, error: unknown): void {
  const known = error instanceof HttpError ? error : null;
  const rejection = known?.rejection ?? { code: 'hub/restarting', params: {} };
  if (response.headersSent) return void response.destroy();
  const message = known?.sentence ?? word(HUB_WORDS[languageOf(request)].rejections, rejection);
  json(response, known?.status ?? 500, { ...rejection, message });
}
