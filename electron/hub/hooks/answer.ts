/**
 * `/hooks/zoom/<sessionId>` and `/hooks/tencent/<sessionId>`: what the platforms call, for those who have an account
 * there and a public address here. Nothing is opened before the signature is right. The secrets are in
 * `<data>/secrets/hooks.json`; without them the addresses are not there.
 */
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { HOOK_AGE_MS_MAX } from '../../../shared/lib/limits.ts';
import { takeIn } from '../api/intake.ts';
import { json, notFound, parsedJson, readBody, refused } from '../api/reply.ts';
import type { Doors } from '../doors.ts';
import type { Room } from '../room.ts';
import { refusesTencent, type TencentRequest, tencentItems, tencentText } from './tencent.ts';
import { refusesZoom, zoomItems, zoomValidation } from './zoom.ts';

const hooksSchema = z.object({
  zoom: z.object({ secretToken: z.string().min(1) }).optional(),
  tencent: z
    .object({ token: z.string().min(1), encodingAesKey: z.string().length(43).optional() })
    .optional(),
});
export type HookSecrets = z.infer<typeof hooksSchema>;

export type HookOptions = { doors: Doors; hookSecrets(): Promise<HookSecrets>; wallMs(): number };

/** None for a file that is not there; one that cannot be read is no secret either. */
export async function readHookSecrets(path: string): Promise<HookSecrets> {
  try {
    return hooksSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    return {};
  }
}

type Hook = {
  options: HookOptions;
  sessionId: string;
  url: URL;
  request: IncomingMessage;
  response: ServerResponse;
};

export async function answerHook(
  options: HookOptions,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const [, platform, sessionId] = /^\/hooks\/(zoom|tencent)\/([\w-]{1,64})$/.exec(url.pathname) ?? [];
  const secrets = await options.hookSecrets();
  const hook = { options, sessionId: sessionId ?? '', url, request, response };
  if (platform === 'zoom' && secrets.zoom && request.method === 'POST')
    return answerZoom(hook, secrets.zoom.secretToken);
  if (platform === 'tencent' && secrets.tencent) return answerTencent(hook, secrets.tencent);
  throw notFound(404, url);
}

async function answerZoom(
  { options, sessionId, url, request, response }: Hook,
  secret: string,
): Promise<void> {
  const body = await readBody(request);
  const [timestamp, signature] = ['x-zm-request-timestamp', 'x-zm-signature'].map((name) =>
    headerOf(request, name),
  );
  const event = parsedJson(body);
  const validation = zoomValidation(secret, event);
  // Sources differ on whether the validation is signed: it is checked where it is.
  const isUnsignedValidation = validation !== null && signature === '';
  if (!isUnsignedValidation) {
    mustBeGenuine(
      refusesZoom(secret, { timestamp: timestamp ?? '', signature: signature ?? '', body }, options.wallMs()),
    );
  }
  if (validation) return json(response, 200, validation);
  const room = await roomOf(options, sessionId, url);
  json(response, 200, await takeIn(room, SENDER, zoomItems(event)));
}

async function answerTencent(
  { options, sessionId, url, request, response }: Hook,
  keys: NonNullable<HookSecrets['tencent']>,
): Promise<void> {
  const isCheck = request.method === 'GET';
  const data = isCheck
    ? // A plus sign that was not escaped is a space in an address, and base64 has none.
      (url.searchParams.get('check_str') ?? '').replaceAll(' ', '+')
    : String(dataSchema.parse(parsedJson(await readBody(request))).data);
  const [timestamp = '', nonce = '', signature = ''] = ['timestamp', 'nonce', 'signature'].map((name) =>
    headerOf(request, name),
  );
  const sent: TencentRequest = { timestamp, nonce, signature, data };
  mustBeGenuine(refusesTencent(keys, sent, options.wallMs()));
  const text = tencentText(keys, data);
  if (text === null) throw refused(400, 'data', 'unfit');
  if (isCheck) return plain(response, text);
  const room = await roomOf(options, sessionId, url);
  await takeIn(room, SENDER, tencentItems(parsedJson(text)));
  // What Tencent's own examples answer, without quotes and line end.
  plain(response, 'successfully received callback');
}

function roomOf({ doors }: HookOptions, sessionId: string, url: URL): Promise<Room> {
  return doors.room(sessionId).catch(() => {
    throw notFound(404, url);
  });
}

const dataSchema = z.object({ data: z.string() }).catch({ data: '' });

/** Acts as the liaison, who copies in what comes from elsewhere. */
const SENDER = { actor: { personId: 'hook', roles: ['liaison' as const] }, inviteId: 'hook' };

function mustBeGenuine(why: 'old' | 'unsigned' | null): void {
  if (why === 'unsigned') throw refused(401, 'signature', 'not-signed');
  if (why === 'old') {
    throw refused(401, 'timestamp', { problem: 'too-old', limit: HOOK_AGE_MS_MAX / 60_000 });
  }
}

function headerOf(request: IncomingMessage, name: string): string {
  return String(request.headers[name] ?? '');
}

function plain(response: ServerResponse, text: string): void {
  response.writeHead(200, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' });
  response.end(text);
}
