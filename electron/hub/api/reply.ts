/** Answers over HTTP: JSON, and errors as the same codes that the socket uses. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { z } from 'zod';
import type { Rejection } from '../../../shared/domain/context.ts';
import { invalid } from '../../../shared/domain/context.ts';
import { must } from '../../../shared/lib/assert.ts';
import { BODY_BYTES_MAX } from '../../../shared/lib/limits.ts';
import { type Found, type Problem, problemOf, REPORTED } from '../../../shared/lib/problems.ts';
import type { Language } from '../../../shared/words/languages.ts';
import { pickLanguage } from '../../../shared/words/languages.ts';

/** An answer with a status other than 200. */
export class HttpError extends Error {
  readonly status: number;
  readonly rejection: Rejection;
  /** Where the common sentences have none for the code: one in the reader's language. */
  readonly sentence: string | null;

  constructor(status: number, rejection: Rejection, sentence: string | null = null) {
    super(rejection.code);
    this.status = status;
    this.rejection = rejection;
    this.sentence = sentence;
  }
}

/** An `invalid` refusal: what is wrong with `field`, a header, a path or `body`. */
export function refused(status: number, field: string, found: Problem | Found): HttpError {
  return new HttpError(status, invalid(field, found));
}

/** `status` 404 or 405; 503 while the web client is not built. */
export function notFound(status: number, url: URL): HttpError {
  return refused(status, url.pathname.slice(0, 80), status === 503 ? 'not-built' : 'no-such-address');
}

/** Ends the response; nothing may be cached, since every answer hangs on the token. */
export function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Cache-Control': 'no-store',
  });
  response.end(JSON.stringify(body));
}

/** The reader's, by Accept-Language: the tag of the highest weight first, the earlier in doubt; weight 0 is refused. */
export function languageOf(request: IncomingMessage): Language {
  const accepted = (request.headers['accept-language'] ?? '').split(',').map((item) => {
    const [tag = '', weight] = item.split(/;\s*q=/i);
    return { tag: tag.trim(), weight: weight === undefined ? 1 : Number(weight) };
  });
  const liked = accepted.filter(({ weight }) => weight > 0).toSorted((a, b) => b.weight - a.weight);
  return pickLanguage(liked.map(({ tag }) => tag));
}

/** The token that a request comes with; undefined without one. */
export function bearerOf(request: IncomingMessage): string | undefined {
  return /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
}

/** The body as text; 413 when it is larger than allowed. */
export async function readBody(request: IncomingMessage): Promise<string> {
  return (await readBytes(request, BODY_BYTES_MAX)).toString('utf8');
}

/** The body; 413 as soon as it is larger than `bytesMax`, and no more of it is read. */
export async function readBytes(request: IncomingMessage, bytesMax: number): Promise<Buffer> {
  const tooLarge = new HttpError(413, { code: 'too-many', params: { limit: bytesMax } });
  if (Number(request.headers['content-length'] ?? 0) > bytesMax) throw tooLarge;
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > bytesMax) throw tooLarge;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** 400 where it is no JSON; `field` names what it is. */
export function parsedJson(text: string, field = 'body'): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refused(400, field, 'not-json');
  }
}

/** The value as `schema` reads it; 400 with what does not fit and where. */
export function checked<T extends z.ZodType>(schema: T, value: unknown): z.infer<T> {
  const read = schema.safeParse(value, REPORTED);
  if (read.success) return read.data;
  const issue = must(read.error.issues[0], 'issue');
  throw refused(400, issue.path.join('.') || 'body', problemOf(issue));
}

/** The path that was asked for; null when it is none, such as `//` or a whole address. */
export function pathOf({ url = '/' }: IncomingMessage): string | null {
  if (!url.startsWith('/') || url.startsWith('//') || !URL.canParse(url, 'http://hub')) return null;
  return new URL(url, 'http://hub').pathname;
}
