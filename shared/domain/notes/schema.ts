import { z } from 'zod';
import { CASE_CHARS_MAX, DRAFT_CHARS_MAX, NAME_CHARS_MAX, NOTE_CHARS_MAX } from '../../lib/limits.ts';
import {
  authorSchema,
  channelSchema,
  eventSchema,
  idSchema,
  lineSchema,
  linkSchema,
  nameSchema,
  verbatimSchema,
} from '../../lib/schema.ts';
import { NOTE_KINDS, STANCES } from '../../lib/vocabulary.ts';

const kindSchema = z.enum(NOTE_KINDS);
const stanceSchema = z.enum(STANCES);
const revision = z.int().min(0);
const timeMs = z.int().min(0);

/** What makes a practical case of a point. */
const caseSchema = z
  .object({
    title: lineSchema(NAME_CHARS_MAX),
    organisation: lineSchema(NAME_CHARS_MAX),
    place: lineSchema(NAME_CHARS_MAX),
    done: verbatimSchema(CASE_CHARS_MAX),
    effect: verbatimSchema(CASE_CHARS_MAX),
    link: linkSchema,
  })
  .partial();

/** Whose point it is when it is not that of the turn's speaker; by record, or by a free name. */
const speakerSchema = z.object({ personId: idSchema.optional(), name: nameSchema });

const tapSchema = speakerSchema.extend({ channel: channelSchema, stance: stanceSchema });

const written = {
  kind: kindSchema,
  text: verbatimSchema(NOTE_CHARS_MAX),
  policyQuestionId: idSchema.nullable(),
  /** The turn that it is filed under: the one that ran at the first key stroke, unless somebody says otherwise. */
  turnId: idSchema.nullable(),
  speaker: speakerSchema.nullable(),
  caseDetails: caseSchema.nullable(),
  /** Who is to do it, of an action. */
  owner: nameSchema.nullable(),
};

export const noteSchema = z.object({
  ...written,
  noteId: idSchema,
  seq: z.int(),
  /** 1 for the first wording; grows with every change of what is written. */
  revision: z.int().min(1),
  itemId: idSchema.nullable(),
  /** Hub epoch milliseconds: of the first key stroke, of the first commit, of the last change of what is written. */
  typedAtMs: timeMs,
  writtenAtMs: z.number(),
  editedAtMs: z.number().optional(),
  /** Who wrote it first, and who changed it last; staff only. */
  author: authorSchema.optional(),
  editor: authorSchema.optional(),
  /** The place in the report: smaller comes first. The time of typing until somebody moves it. */
  order: z.number(),
  /** Shown to the public. */
  revealed: z.literal(true).optional(),
  /** What staff has tapped in for people of the session; staff only. */
  stances: z.array(tapSchema).optional(),
});

const perChannelCounts = z.object({ support: z.int().min(0), reservation: z.int().min(0) });
const countsSchema = z.object({ onsite: perChannelCounts, online: perChannelCounts });

const noteOnly = z.object({ noteId: idSchema });

export const notesCommands = {
  /**
   * `baseRevision` is the revision that the sender saw, 0 for a new point; of two edits of one the later gets
   * `notes/stale`. What is absent stays, null takes it away. A new point is filed under the turn of its `typedAtMs`.
   */
  'notes/write': noteOnly.extend({
    baseRevision: revision,
    kind: kindSchema,
    text: written.text,
    policyQuestionId: written.policyQuestionId.optional(),
    turnId: written.turnId.optional(),
    speaker: z.object({ personId: idSchema.optional(), name: nameSchema.optional() }).nullable().optional(),
    caseDetails: written.caseDetails.optional(),
    owner: written.owner.optional(),
    typedAtMs: timeMs.optional(),
  }),
  'notes/remove': noteOnly.extend({ baseRevision: revision }),
  /** `otherNoteId` becomes part of `noteId`, whose text is then `text`. */
  'notes/merge': noteOnly.extend({
    otherNoteId: idSchema,
    baseRevision: revision,
    otherBaseRevision: revision,
    text: written.text,
  }),
  /** Right behind another in the report; null = first. */
  'notes/move': noteOnly.extend({ afterNoteId: idSchema.nullable() }),
  'notes/reveal': noteOnly.extend({ revealed: z.boolean() }),
  /** Staff names somebody and taps that person's stance in; a participant answers for itself while asked. Null takes it back. */
  'notes/endorse': noteOnly.extend({
    stance: stanceSchema.nullable(),
    personId: idSchema.optional(),
    name: nameSchema.optional(),
    channel: channelSchema.optional(),
  }),
  /** A show of hands on the point, which everybody then sees. */
  'notes/ask': noteOnly,
  'notes/close': noteOnly,
  /** Words a section of the report; null gives it back to what the points say. `baseRevision` as for a point. */
  'notes/draft': z.object({
    sectionId: idSchema,
    baseRevision: revision,
    text: verbatimSchema(DRAFT_CHARS_MAX).nullable(),
  }),
  /** The template by which the report is made (assets/report-templates). */
  'notes/use-template': z.object({ templateId: idSchema }),
};

/** The public does not know the point, so it gets nothing of what happens to it. */
const unseen = z.literal(true).optional();

/** As written; when and by whom is in the commit. */
const writtenNoteSchema = noteSchema.omit({
  seq: true,
  writtenAtMs: true,
  editedAtMs: true,
  author: true,
  editor: true,
});

export const notesEvents = [
  eventSchema('notes/written', { note: writtenNoteSchema }),
  eventSchema('notes/removed', { noteId: idSchema, unseen }),
  eventSchema('notes/merged', { note: writtenNoteSchema, otherNoteId: idSchema, unseen }),
  eventSchema('notes/moved', { noteId: idSchema, order: z.number(), unseen }),
  eventSchema('notes/revealed', { note: noteSchema }),
  eventSchema('notes/hidden', { noteId: idSchema }),
  eventSchema('notes/endorsed', { note: noteSchema }),
  eventSchema('notes/asked', { noteId: idSchema, text: z.string() }),
  /** `counts` are those with this answer; the public gets nothing else. */
  eventSchema('notes/answered', {
    noteId: idSchema,
    personId: idSchema.optional(),
    channel: channelSchema.optional(),
    stance: stanceSchema.nullable().optional(),
    counts: countsSchema,
  }),
  eventSchema('notes/closed', { noteId: idSchema }),
  eventSchema('notes/drafted', { sectionId: idSchema, text: z.string().nullable() }),
  eventSchema('notes/template-chosen', { templateId: idSchema }),
] as const;

export type Note = z.infer<typeof noteSchema>;
export type WrittenNote = z.infer<typeof writtenNoteSchema>;
export type CaseDetails = z.infer<typeof caseSchema>;
/** Somebody's stance, as staff has tapped it in. */
export type Tap = z.infer<typeof tapSchema>;
export type StanceCounts = z.infer<typeof countsSchema>;
export type NotesEvent = z.infer<(typeof notesEvents)[number]>;
export type NotesCommand = {
  [Name in keyof typeof notesCommands]: { name: Name; args: z.infer<(typeof notesCommands)[Name]> };
}[keyof typeof notesCommands];
export type WriteNoteArgs = z.infer<(typeof notesCommands)['notes/write']>;
export type EndorseArgs = z.infer<(typeof notesCommands)['notes/endorse']>;
