import { z } from 'zod';
import { MESSAGE_CHARS_MAX } from '../../lib/limits.ts';
import { eventSchema, idSchema, lineSchema, nameSchema } from '../../lib/schema.ts';
import { CUES, URGENCIES } from '../../lib/vocabulary.ts';
import type { Author } from '../context.ts';

const sent = {
  messageId: idSchema,
  /** Of a cue, too: the sender's own wording, for whoever knows no cues. */
  text: lineSchema(MESSAGE_CHARS_MAX),
  urgency: z.enum(URGENCIES),
  /** Lets each reader have the cue in the own language. */
  cue: z.enum(CUES).optional(),
  /** Whom the cue names. */
  about: nameSchema.optional(),
};

export const backchannelCommands = {
  'backchannel/send': z.object(sent),
  'backchannel/acknowledge': z.object({ messageId: idSchema }),
};

export const backchannelEvents = [
  eventSchema('backchannel/sent', sent),
  eventSchema('backchannel/acknowledged', { messageId: idSchema }),
] as const;

/** Of everybody but the sender, in the order in which they came. */
export type Receipt = Author & { atMs: number };

/** What the staff say to each other while the room listens to somebody else. */
export type Message = SendArgs & { from: Author; atMs: number; seq: number; acknowledgedBy: Receipt[] };
export type SendArgs = z.infer<(typeof backchannelCommands)['backchannel/send']>;
export type BackchannelEvent = z.infer<(typeof backchannelEvents)[number]>;
