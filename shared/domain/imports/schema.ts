import { z } from 'zod';
import {
  IMPORT_PEOPLE_MAX,
  IMPORT_QUESTIONS_MAX,
  NAME_CHARS_MAX,
  QUESTION_CHARS_MAX,
} from '../../lib/limits.ts';
import {
  channelSchema,
  doorSchema,
  eventSchema,
  idSchema,
  lineSchema,
  nameSchema,
  verbatimSchema,
} from '../../lib/schema.ts';
import { attendanceSchema, otherNamesSchema } from '../people/schema.ts';

const text = verbatimSchema(QUESTION_CHARS_MAX);

export const importsCommands = {
  /**
   * What a platform's file says, in one commit that one undo takes back. A `personId` of the roster notes that person's
   * attendance, any other one is a new person. E-mail addresses are erasable, so none is among it.
   */
  'people/import': z.object({
    door: doorSchema,
    /** The kind of file. */
    source: idSchema,
    people: z
      .array(
        z.object({
          personId: idSchema,
          name: nameSchema,
          channel: channelSchema,
          organisation: lineSchema(NAME_CHARS_MAX).optional(),
          attendance: attendanceSchema,
          otherNames: otherNamesSchema,
        }),
      )
      .max(IMPORT_PEOPLE_MAX),
    questions: z
      .array(
        z.object({
          questionId: idSchema,
          text,
          name: nameSchema.optional(),
          /** It was answered where it was asked. */
          answer: text.optional(),
        }),
      )
      .max(IMPORT_QUESTIONS_MAX)
      .default([]),
  }),
};

export const importsEvents = [
  /** Heads the commit: by it the import is undone, and the staff is told of it in one line. */
  eventSchema('people/imported', { source: z.string(), people: z.int().min(0), questions: z.int().min(0) }),
] as const;

export type ImportsEvent = z.infer<(typeof importsEvents)[number]>;
export type ImportArgs = z.infer<(typeof importsCommands)['people/import']>;
