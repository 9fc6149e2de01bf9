/**
 * A platform's file on its way into the session: first what was understood and what would come of it, then, with the
 * same file, the one commit. Nothing of it is kept between the two.
 */
import { createHash, randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Actor } from '../../../shared/domain/context.ts';
import type { ImportArgs } from '../../../shared/domain/imports/schema.ts';
import { otherNamesOf } from '../../../shared/domain/people/other-names.ts';
import {
  IMPORT_KINDS,
  type ImportedPerson,
  type ImportKind,
  type ImportPreview,
} from '../../../shared/imported.ts';
import { IMPORT_BYTES_MAX, IMPORT_COLUMNS_MAX, IMPORT_PEOPLE_MAX } from '../../../shared/lib/limits.ts';
import { plain } from '../../../shared/lib/plain.ts';
import type { Door } from '../../../shared/lib/vocabulary.ts';
import { CHANNELS } from '../../../shared/lib/vocabulary.ts';
import type { State } from '../../../shared/state.ts';
import { IMPORT_WORDS } from '../../../shared/words/imports.ts';
import type { Language } from '../../../shared/words/languages.ts';
import { ImportError } from '../../importers/import/import-error.ts';
import { importFile } from '../../importers/import-file.ts';
import type { ReadImport } from '../../importers/read-import.ts';
import { matchesOf } from './import-matches.ts';
import { checked, HttpError, parsedJson } from './reply.ts';

/** A body of this type holds the file and the choices; any other is the file itself, imported as the preview proposes. */
export const WITH_CHOICES = 'application/vnd.evenfloor.import+json';
/** Base64 takes four characters for three bytes. */
export const IMPORT_BODY_BYTES_MAX = Math.ceil(IMPORT_BYTES_MAX / 3) * 4 + 1024 * 1024;

const choicesSchema = z.object({
  /** Of the preview's people, by place from 0: those who stay out. */
  skip: z.array(z.int().min(0)).max(IMPORT_PEOPLE_MAX).default([]),
  /** Of the preview's questions: those who stay out. */
  skipQuestions: z.array(z.int().min(0)).default([]),
  /** By place: who of the roster it is, or null for somebody new. */
  persons: z.record(z.string().regex(/^\d+$/), z.string().nullable()).default({}),
  /** The side of those who are new; a column of the file that names it comes first. */
  channel: z.enum(CHANNELS).default('online'),
});
type Choices = z.infer<typeof choicesSchema>;

const bodySchema = z.object({ file: z.base64(), choices: choicesSchema.prefault({}) });

const querySchema = z.object({
  kind: z.enum(IMPORT_KINDS).optional(),
  /** JSON: by place from 0 what a column is taken for, null = nothing. */
  columns: z.string().max(8_000).optional(),
});

const columnsSchema = z.record(z.string().regex(/^\d+$/), z.string().max(40).nullable());

export type Order = {
  body: Buffer;
  contentType: string;
  query: URLSearchParams;
  state: State;
  language: Language;
};

/** Rejects with HttpError, worded in the reader's language. */
export async function preview(order: Order, actor: Actor): Promise<ImportPreview> {
  const { read } = await understood(order);
  return previewOf(
    read,
    order.state,
    order.language,
    actor.roles.some((role) => role === 'host' || role === 'rapporteur'),
  );
}

/** The command that takes the file into the session, as the preview proposes it and the choices change it. */
export async function commandOf(
  order: Order,
  commandId: string | null,
): Promise<{ commandId: string; args: ImportArgs }> {
  const { read, choices } = await understood(order);
  const id = commandId ?? randomUUID();
  return { commandId: id, args: argsOf(read, order.state, choices, id) };
}

async function understood({
  body,
  contentType,
  query,
  language,
}: Order): Promise<{ read: ReadImport; choices: Choices }> {
  const { kind, columns } = checked(querySchema, Object.fromEntries(query));
  const chosen = columns === undefined ? {} : checked(columnsSchema, parsedJson(columns, 'columns'));
  const isWithChoices = contentType.startsWith(WITH_CHOICES);
  const { file, choices } = isWithChoices
    ? checked(bodySchema, parsedJson(body.toString('utf8')))
    : { file: null, choices: choicesSchema.parse({}) };
  const bytes = file === null ? body : Buffer.from(file, 'base64');
  try {
    const read = await importFile(bytes, {
      ...(kind && { kind }),
      columns: Object.fromEntries(Object.entries(chosen).slice(0, IMPORT_COLUMNS_MAX)),
    });
    return { read, choices };
  } catch (error) {
    throw error instanceof ImportError ? notTaken(error, language) : error;
  }
}

/** Why a file is not taken, in the reader's language. */
export function notTaken({ code, params }: ImportError, language: Language): HttpError {
  const status = code === 'too-large' ? 413 : 422;
  return new HttpError(
    status,
    { code: `import/${code}`, params },
    IMPORT_WORDS[language].errors[code](params),
  );
}

function previewOf(read: ReadImport, state: State, language: Language, isKeeper: boolean): ImportPreview {
  const words = IMPORT_WORDS[language].problems;
  const matches = matchesOf(read.people, state.people);
  const asked = new Set(state.questions.map((question) => plain(question.text)));
  return {
    ...read,
    people: read.people.map(({ email, ...person }, place) => {
      const match = matches[place];
      // Addresses are the keepers' alone; to everybody else they are absent.
      return { ...person, ...(isKeeper && email !== undefined && { email }), ...(match && { match }) };
    }),
    questions: read.questions.map((question) => {
      const text = plain(question.text);
      const isKnown = asked.has(text);
      asked.add(text);
      return { ...question, ...(isKnown && { known: true as const }) };
    }),
    problems: read.problems.map(({ row, code, params }) => ({
      ...(row !== undefined && { row }),
      code,
      reason: words[code](params),
    })),
  };
}

/** By which door questions of such a file came. */
const DOORS: Record<ImportKind, Door> = {
  'zoom-participants': 'zoom',
  'zoom-webinar': 'zoom',
  'zoom-questions': 'zoom',
  'zoom-transcript': 'zoom',
  'zoom-chat': 'chat',
  'tencent-participants': 'tencent',
  'teams-attendance': 'web',
  'meet-attendance': 'web',
  'people-table': 'web',
  'questions-table': 'stream',
};

type Attendance = ImportArgs['people'][number]['attendance'];

/** Two rows of the file that are one person, two devices for instance, add up. */
function attendanceOf(
  source: ImportKind,
  person: ImportedPerson,
  before: Attendance | undefined,
): Attendance {
  const sum = (field: 'minutes' | 'joins' | 'spokenSeconds') => {
    const values = [before?.[field], person[field]].filter((value) => value !== undefined);
    return values.length > 0 && { [field]: values.reduce((total, value) => total + value, 0) };
  };
  return { source, ...sum('minutes'), ...sum('joins'), ...sum('spokenSeconds') };
}

function argsOf(read: ReadImport, state: State, choices: Choices, commandId: string): ImportArgs {
  // Sent again, the same command makes the same ids.
  const seed = createHash('sha256').update(commandId).digest('base64url').slice(0, 12).replace(/[-_]/g, 'x');
  const matches = matchesOf(read.people, state.people);
  const asked = new Set(state.questions.map((question) => plain(question.text)));
  const people = new Map<string, ImportArgs['people'][number]>();
  for (const [place, person] of read.people.entries()) {
    if (choices.skip.includes(place)) continue;
    const chosen = choices.persons[place];
    const known = chosen === undefined ? matches[place]?.personId : (chosen ?? undefined);
    const personId = known ?? `i${seed}.p${place}`;
    const before = people.get(personId);
    const name = before?.name ?? person.name;
    people.set(personId, {
      personId,
      name,
      ...otherNamesOf(name, ...(before ? [before] : []), person),
      channel: person.channel ?? choices.channel,
      ...(person.organisation && { organisation: person.organisation }),
      attendance: attendanceOf(read.format, person, before?.attendance),
    });
  }
  const questions = read.questions.flatMap(({ text, name, answer }, place): ImportArgs['questions'] => {
    if (choices.skipQuestions.includes(place) || asked.has(plain(text))) return [];
    asked.add(plain(text));
    return [{ questionId: `i${seed}.q${place}`, text, ...(name && { name }), ...(answer && { answer }) }];
  });
  return { door: DOORS[read.format], source: read.format, people: [...people.values()], questions };
}
