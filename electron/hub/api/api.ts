/** The paths under `/api/v1`, and the feed of a live stream; all with a token. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { planOf } from '../../../shared/create.ts';
import type { Actor, Rejection } from '../../../shared/domain/context.ts';
import { isStaff, reject } from '../../../shared/domain/context.ts';
import type { ImportDone } from '../../../shared/imported.ts';
import { IMPORT_BYTES_MAX } from '../../../shared/lib/limits.ts';
import { fairness, type Reason } from '../../../shared/projections/fairness.ts';
import { forecast } from '../../../shared/projections/forecast.ts';
import { commandMessageSchema } from '../../../shared/protocol.ts';
import { mayCommand } from '../../../shared/rights.ts';
import { CLOSE, CODE_PATH, FEED_PATH } from '../../../shared/wire.ts';
import { HUB_WORDS, word } from '../../../shared/words/languages.ts';
import { ImportError } from '../../importers/import/import-error.ts';
import { audienceOf } from '../auth.ts';
import type { Doors } from '../doors.ts';
import { linkFor } from '../doors.ts';
import type { Room } from '../room.ts';
import {
  commandOf,
  IMPORT_BODY_BYTES_MAX,
  notTaken,
  type Order,
  preview,
  WITH_CHOICES,
} from './api-import.ts';
import { asHttp, type Exporter, exportOf } from './api-report.ts';
import { inviteCode } from './codes.ts';
import { feedRows } from './feed.ts';
import { intakeSchema, takeIn } from './intake.ts';
import {
  bearerOf,
  checked,
  HttpError,
  json,
  languageOf,
  notFound,
  parsedJson,
  readBody,
  readBytes,
  refused,
} from './reply.ts';

type OneAtATime = <T>(work: () => Promise<T>) => Promise<T>;

export type ApiOptions = { doors: Doors; exporter: Exporter; importing: OneAtATime; baseUrl(): string };

type Admitted = { room: Room; actor: Actor; inviteId: string };
type Call = Admitted & { url: URL; request: IncomingMessage; response: ServerResponse };

export async function answerApi(
  options: ApiOptions,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const call: Call = { ...(await admitted(options, url, request)), url, request, response };
  switch (`${request.method} ${url.pathname}`) {
    case 'GET /api/v1/state':
      return sendState(call);
    case `GET ${FEED_PATH}`:
      return sendFeed(call);
    case 'POST /api/v1/commands':
      return takeCommand(call);
    case 'POST /api/v1/import/preview':
      return sendPreview(call, options.importing);
    case 'POST /api/v1/import/apply':
      return applyImport(call, options.importing);
    case 'POST /api/v1/intake':
      return takeIntake(call);
    case 'GET /api/v1/invites':
      return sendInvites(call, options.baseUrl());
    case 'GET /api/v1/plan.json':
      if (!isStaff(call.actor)) throw forbidden(url);
      return json(response, 200, planOf(call.room.state));
    case 'GET /api/v1/log.json':
      if (!isStaff(call.actor)) throw forbidden(url);
      return json(response, 200, { commits: await call.room.log(audienceOf(call.actor.roles)) });
    case 'GET /api/v1/contacts.json':
      if (audienceOf(call.actor.roles) !== 'keeper') throw forbidden(url);
      return json(response, 200, { contacts: await call.room.contacts() });
    default:
      return sendExport(call, options.exporter);
  }
}

/** `X-Client-Id` says which device it is; without it, all callers by one invitation are one person. */
async function admitted(options: ApiOptions, url: URL, request: IncomingMessage): Promise<Admitted> {
  // A mixer's data source can be given an address and nothing else.
  const token = bearerOf(request) ?? (url.pathname === FEED_PATH && url.searchParams.get('token'));
  if (!token) throw refused(401, 'Authorization', 'no-token');
  const clientId = String(request.headers['x-client-id'] ?? '');
  const admission = await options.doors.admit(token, clientId);
  if (!('code' in admission)) return admission;
  if (admission.code === CLOSE.noSuchSession) throw refused(404, 'Authorization', admission.problem);
  if (admission.code === CLOSE.restarting) throw refused(503, 'Authorization', admission.problem);
  throw refused(admission.code === CLOSE.revoked ? 403 : 401, 'Authorization', admission.problem);
}

function sendState({ room, actor, request, response }: Call): void {
  const nowMs = room.nowMs();
  const words = HUB_WORDS[languageOf(request)].reasons;
  const audience = audienceOf(actor.roles);
  const state = room.view(audience);
  // Of the whole state: without groups the public would be told another order than the staff follows.
  const { next, ...figures } = fairness(room.state, nowMs);
  const isToldTo = ({ code }: Reason) => audience !== 'public' || code !== 'group-behind';
  const worded = next.map(({ entryId, reasons }) => ({
    entryId,
    reasons: reasons.filter(isToldTo).map((reason) => ({ ...reason, text: word(words, reason) })),
  }));
  json(response, 200, {
    seq: room.seq,
    hubTimeMs: nowMs,
    roles: actor.roles,
    state,
    projections: {
      fairness: { ...figures, next: worded },
      forecast: forecast(state, nowMs),
    },
  });
}

/** An address stands in logs: in it only what opens no more than a screen does. */
function sendFeed({ room, actor, url, request, response }: Call): void {
  if (!bearerOf(request) && audienceOf(actor.roles) !== 'public') throw forbidden(url);
  json(response, 200, feedRows(room.view('public'), room.nowMs(), languageOf(request)));
}

async function takeCommand(call: Call): Promise<void> {
  const { room, request, response } = call;
  const body = checked(commandMessageSchema.omit({ type: true }), parsedJson(await readBody(request)));
  const { commandId, name, args } = body;
  // A room that closes or is rebuilt: the same command can be sent again.
  const answer = await room.submit(call, commandId, name, args).catch(() => reject('hub/restarting'));
  if ('seq' in answer) return json(response, 200, { seq: answer.seq });
  throw new HttpError(statusOf(answer), answer);
}

async function sendPreview(call: Call, importing: OneAtATime): Promise<void> {
  const order = await importOrder(call);
  json(call.response, 200, await inLine(importing, () => preview(order, call.actor)));
}

/** One commit; sent again under the same id it is answered as before and done once. */
async function applyImport(call: Call, importing: OneAtATime): Promise<void> {
  const { room, request, response } = call;
  const order = await importOrder(call);
  const known = new Set(order.state.people.map((person) => person.personId));
  const sentId = request.headers['x-command-id'];
  const { commandId, args } = await inLine(importing, () => commandOf(order, sentId ? String(sentId) : null));
  const answer = await room
    .submit(call, commandId, 'people/import', args)
    .catch(() => reject('hub/restarting'));
  if (!('seq' in answer)) throw new HttpError(statusOf(answer), answer);
  const matched = args.people.filter(({ personId }) => known.has(personId)).length;
  const { length: questions } = args.questions;
  const done: ImportDone = { seq: answer.seq, added: args.people.length - matched, matched, questions };
  json(response, 200, done);
}

function inLine<T>(importing: OneAtATime, work: () => Promise<T>): Promise<T> {
  return importing(work).catch((error: unknown) => {
    throw asHttp(error);
  });
}

async function importOrder({ room, actor, url, request }: Call): Promise<Order> {
  if (!mayCommand(actor, 'people/import')) throw forbidden(url);
  const contentType = request.headers['content-type'] ?? '';
  const bytesMax = contentType.startsWith(WITH_CHOICES) ? IMPORT_BODY_BYTES_MAX : IMPORT_BYTES_MAX;
  const language = languageOf(request);
  const body = await readBytes(request, bytesMax).catch((error: unknown) => {
    const isTooLarge = error instanceof HttpError && error.status === 413;
    throw isTooLarge
      ? notTaken(new ImportError('too-large', { bytesMax: IMPORT_BYTES_MAX }), language)
      : error;
  });
  return { body, contentType, query: url.searchParams, state: room.state, language };
}

async function takeIntake(call: Call): Promise<void> {
  const { room, actor, url, request, response } = call;
  if (!isStaff(actor) || !mayCommand(actor, 'questions/ask')) throw forbidden(url);
  const { items } = checked(intakeSchema, parsedJson(await readBody(request)));
  json(response, 200, await takeIn(room, call, items).catch(asRestarting));
}

function asRestarting(): never {
  throw new HttpError(503, reject('hub/restarting'));
}

/** A document or a list of the session, as a file. */
async function sendExport(call: Call, exporter: Exporter): Promise<void> {
  const { room, actor, url, request, response } = call;
  const name = request.method === 'GET' ? exportOf(url.pathname) : null;
  if (name === null) throw notFound(404, url);
  const audience = audienceOf(actor.roles);
  const isKeeper = audience === 'keeper';
  const needsKeeper = name === 'contacts.csv' || url.searchParams.get('contacts') === '1';
  if (audience === 'public' || (needsKeeper && !isKeeper)) throw forbidden(url);
  await exporter.send(
    { name, room, audience, query: url.searchParams, language: languageOf(request) },
    response,
  );
}

/** The links that this caller may hand on; moderators do not see the host's. */
function sendInvites({ room, actor, url, response }: Call, baseUrl: string): void {
  if (!mayCommand(actor, 'invites/issue')) throw forbidden(url);
  const isHost = actor.roles.includes('host');
  const invites = (room.state.invites ?? [])
    .filter((invite) => !invite.revoked && (isHost || !invite.roles.includes('host')))
    .map((invite) => {
      const { inviteId, roles, label = null } = invite;
      const code = inviteCode(room, invite);
      const url = linkFor(room, baseUrl, inviteId);
      return { inviteId, roles, label, url, ...(code && { shortUrl: baseUrl + CODE_PATH + code }) };
    });
  json(response, 200, { invites });
}

function statusOf({ code }: Rejection): number {
  if (code === 'forbidden') return 403;
  if (code === 'invalid' || code === 'unknown-command') return 400;
  if (code === 'too-many') return 429;
  return code.startsWith('hub/') ? 503 : 409;
}

function forbidden(url: URL): HttpError {
  return new HttpError(403, { code: 'forbidden', params: { command: url.pathname } });
}
