import { z } from 'zod';
import { ID_CHARS_MAX, NAME_CHARS_MAX, OTHER_NAMES_MAX } from '../../lib/limits.ts';
import {
  channelSchema,
  eventSchema,
  groupsSchema,
  idSchema,
  lineSchema,
  nameSchema,
  roleSchema,
} from '../../lib/schema.ts';

const described = {
  name: nameSchema,
  channel: channelSchema,
  organisation: lineSchema(NAME_CHARS_MAX).optional(),
  groups: groupsSchema.optional(),
  /** A speaker of the panel. */
  panel: z.boolean().optional(),
  /** What the person does in the session; one person often holds two. */
  roles: z.array(roleSchema).max(7).optional(),
};

export const personPlanSchema = z.object({ personId: idSchema, ...described });

/** What a platform's report says about somebody's presence; staff only. */
export const attendanceSchema = z.object({
  /** The kind of file it is from. */
  source: z.string().max(ID_CHARS_MAX),
  minutes: z.number().min(0).optional(),
  joins: z.int().min(0).optional(),
  /** From a transcript. */
  spokenSeconds: z.number().min(0).optional(),
});

/** Names of the same person in files of platforms; staff only. */
export const otherNamesSchema = z.array(nameSchema).max(OTHER_NAMES_MAX).optional();

/** As kept: `seq` and `nth` say where it was made, `self` that its person typed the name, `lockedSide` that staff set the side. */
export const personSchema = personPlanSchema.extend({
  seq: z.int(),
  nth: z.int().optional(),
  self: z.literal(true).optional(),
  lockedSide: z.literal(true).optional(),
  attendance: attendanceSchema.optional(),
  otherNames: otherNamesSchema,
  /** Devices whose own records were merged into this one; staff only. */
  devices: z.array(idSchema).optional(),
});

const added = personSchema.omit({ seq: true });

export const peopleCommands = {
  'people/introduce': z.object({
    name: nameSchema,
    channel: channelSchema,
    organisation: described.organisation,
    groups: described.groups,
  }),
  'people/add': personPlanSchema,
  'people/update': z
    .object({ ...described, lockedSide: z.boolean() })
    .partial()
    .extend({ personId: idSchema }),
  /** `otherPersonId` becomes part of `personId`: hands, turns and all. */
  'people/merge': z.object({ personId: idSchema, otherPersonId: idSchema }),
};

export const peopleEvents = [
  eventSchema('people/introduced', { person: added }),
  eventSchema('people/added', { person: added }),
  /** The whole record; the name goes into what the person has in the queue, on the floor and behind. */
  eventSchema('people/updated', { person: personSchema }),
  /** `unseen`: the public has never seen the other one. It does not get that id, which is why it may be absent. */
  eventSchema('people/merged', {
    person: personSchema,
    otherPersonId: idSchema.optional(),
    unseen: z.literal(true).optional(),
  }),
] as const;

export type PersonPlan = z.infer<typeof personPlanSchema>;
/** Somebody in the roster. */
export type Person = z.infer<typeof personSchema>;
export type PeopleEvent = z.infer<(typeof peopleEvents)[number]>;
