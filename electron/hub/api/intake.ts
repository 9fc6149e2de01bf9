/**
 * What comes from elsewhere while the session runs, from a platform's hook or from any program: questions, which are
 * asked once for each id, and who came and went there, which is presence and no event.
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { invalid, type Rejection } from '../../../shared/domain/context.ts';
import { must } from '../../../shared/lib/assert.ts';
import { INTAKE_ITEMS_MAX, QUESTION_CHARS_MAX } from '../../../shared/lib/limits.ts';
import { problemOf, REPORTED } from '../../../shared/lib/problems.ts';
import { doorSchema } from '../../../shared/lib/schema.ts';
import { askedIn } from '../../importers/import/asked.ts';
import { readName } from '../../importers/import/names.ts';
import type { Room } from '../room.ts';
import type { Sender } from '../sender.ts';

const itemSchema = z.object({
  /** Of the item where it comes from; of a person for `joined` and `left`. */
  id: z.string().min(1).max(300),
  /** A `message` is a question when it is marked as one: `<QUESTION>…</QUESTION>`, `Q: …`. */
  type: z.enum(['question', 'message', 'joined', 'left']),
  text: z
    .string()
    .max(QUESTION_CHARS_MAX * 4)
    .optional(),
  name: z.string().max(400).optional(),
  door: doorSchema.default('stream'),
});

/** Each item is looked at alone: what is wrong with one is no matter of the others. */
export const intakeSchema = z.object({ items: z.array(z.unknown()).min(1).max(INTAKE_ITEMS_MAX) });
export type IntakeItem = z.input<typeof itemSchema>;

/** `taken`: how many questions are asked now or were before; `refused` by the id of their item, else by its place. */
export type IntakeDone = { taken: number; refused: ({ id: string } & Rejection)[] };

const idSchema = itemSchema.pick({ id: true }).nullable().catch(null);

function refusalOf(error: z.ZodError): Rejection {
  const issue = must(error.issues[0], 'issue');
  return invalid(issue.path.join('.') || 'item', problemOf(issue));
}

export async function takeIn(room: Room, sender: Sender, items: readonly unknown[]): Promise<IntakeDone> {
  const done: IntakeDone = { taken: 0, refused: [] };
  for (const [index, item] of items.entries()) {
    const read = itemSchema.safeParse(item, REPORTED);
    if (!read.success) {
      done.refused.push({ id: idSchema.parse(item)?.id ?? `items.${index}`, ...refusalOf(read.error) });
      continue;
    }
    const { id, type, text = '', door } = read.data;
    // A platform may give the address of somebody who gave no name.
    const name = readName(read.data.name ?? '')?.name;
    if (type === 'joined' || type === 'left') {
      room.outside(door, id, type === 'joined');
      continue;
    }
    const asked = type === 'question' ? [text] : askedIn(text);
    for (const [place, one] of asked.entries()) {
      const questionId = `h${createHash('sha256').update(`${door} ${id} ${place}`).digest('hex').slice(0, 24)}`;
      const args = { questionId, text: one, ...(name && { name }), channel: 'online', door };
      const answer = await room.submit(sender, `intake.${questionId}`, 'questions/ask', args);
      if ('seq' in answer) done.taken += 1;
      else done.refused.push({ id, ...answer });
    }
  }
  return done;
}
