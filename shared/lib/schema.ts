import { z } from 'zod';
import {
  GROUP_CHARS_MAX,
  GROUPS_PER_PERSON_MAX,
  ID_CHARS_MAX,
  LINK_CHARS_MAX,
  NAME_CHARS_MAX,
} from './limits.ts';
import type { Problem, ProblemParams } from './problems.ts';
import { AGENDA_KINDS, CHANNELS, DOORS, ENTRY_KINDS, READINESS, ROLES } from './vocabulary.ts';

// Overrides and isolates can make one name look like another; joiners (U+200C, U+200D) are letters of some scripts.
// What no font shows: zero-width and soft marks, fillers, tags.
const INVISIBLE_IN_TEXT =
  /[^\P{Cc}\n\t]|[\u00ad\u061c\u115f\u1160\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\u{e0000}-\u{e007f}]/gu;
const NOT_IN_A_DOCUMENT = /[^\P{Cc}\n\t]|[\u202a-\u202e\ufeff\ufffe\uffff\u{e0000}-\u{e007f}]/gu;
/** Joiners, marks and zero-width spaces alone are no name. */
const VISIBLE = /[^\s\u200b-\u200f\u2060]/u;

export const channelSchema = z.enum(CHANNELS);
export const doorSchema = z.enum(DOORS);
export const entryKindSchema = z.enum(ENTRY_KINDS);
export const readinessSchema = z.enum(READINESS);
export const agendaKindSchema = z.enum(AGENDA_KINDS);
export const roleSchema = z.enum(ROLES);

/** Made by whoever sends the command. No id can be the name of an inherited property. */
export const idSchema = z
  .string()
  .max(ID_CHARS_MAX)
  .regex(/^[A-Za-z0-9][A-Za-z0-9._:-]*$/, 'not-an-id' satisfies Problem);

/** One line in any script: trimmed, NFC, without control characters or bidirectional overrides. */
export function lineSchema(charsMax: number) {
  return z
    .string()
    .max(charsMax * 4)
    .transform(cleanLine)
    .pipe(
      z
        .string()
        .max(charsMax)
        .regex(VISIBLE, 'empty' satisfies Problem),
    );
}

/** As {@link lineSchema}, but several lines are kept. */
export function textSchema(charsMax: number) {
  return z
    .string()
    .max(charsMax * 4)
    .transform((text) => text.toWellFormed().replace(INVISIBLE_IN_TEXT, '').normalize('NFC').trim())
    .pipe(
      z
        .string()
        .max(charsMax)
        .regex(VISIBLE, 'empty' satisfies Problem),
    );
}

/**
 * What the rapporteur writes, as written: joiners, zero-width spaces and marks of direction are part of some scripts'
 * spelling. Only what no document may hold goes: control characters, overrides of direction, halves of characters.
 */
export function verbatimSchema(charsMax: number) {
  return z
    .string()
    .max(charsMax)
    .transform((text) => text.toWellFormed().replace(NOT_IN_A_DOCUMENT, '').trim())
    .pipe(z.string().regex(VISIBLE, 'empty' satisfies Problem));
}

/** An address for a browser. */
export const linkSchema = lineSchema(LINK_CHARS_MAX).pipe(
  z.string().regex(/^https?:\/\/[^\s/]+/i, 'not-an-address' satisfies Problem),
);

export const nameSchema = lineSchema(NAME_CHARS_MAX);

/** Who did something, in a record of an event. */
export const authorSchema = z.object({
  personId: z.string().optional(),
  role: z.union([roleSchema, z.literal('hub')]),
});

/** Self-declared, verbatim: `{stakeholder: 'Civil Society', region: 'Asia-Pacific Group'}`. */
export const groupsSchema = z
  .record(z.string().regex(/^[a-z][a-zA-Z]{0,39}$/), lineSchema(GROUP_CHARS_MAX))
  .refine((groups) => Object.keys(groups).length <= GROUPS_PER_PERSON_MAX, {
    error: 'too-many' satisfies Problem,
    params: { limit: GROUPS_PER_PERSON_MAX } satisfies ProblemParams,
  });

function cleanLine(text: string): string {
  return text.toWellFormed().replace(INVISIBLE_IN_TEXT, '').normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** The schema of one kind of event. `v` is its version: old ones are upcast when read, never rewritten. */
export function eventSchema<T extends string, S extends z.ZodRawShape>(type: T, shape: S) {
  return z.object({ type: z.literal(type), v: z.literal(1), ...shape });
}
