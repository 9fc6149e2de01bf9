/**
 * Zoom's event notifications. Header `x-zm-signature` = `v0=` + hex HMAC-SHA256(secret token, `v0:{timestamp}:{raw body}`);
 * `endpoint.url_validation` is answered with the HMAC of the token that it brings (Zoom, “Using webhooks”).
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { HOOK_AGE_MS_MAX } from '../../../shared/lib/limits.ts';
import type { IntakeItem } from '../api/intake.ts';

export type ZoomRequest = { timestamp: string; signature: string; body: string };

/** What is wrong with it, or null. `nowMs`: the wall clock, since Zoom's stamps are by it. */
export function refusesZoom(
  secret: string,
  { timestamp, signature, body }: ZoomRequest,
  nowMs: number,
): 'old' | 'unsigned' | null {
  const expected = `v0=${hmac(secret, `v0:${timestamp}:${body}`)}`;
  const [a, b] = [Buffer.from(expected), Buffer.from(signature)];
  if (a.length !== b.length || !timingSafeEqual(a, b)) return 'unsigned';
  const ageMs = Math.abs(nowMs - Number(timestamp) * 1_000);
  return ageMs <= HOOK_AGE_MS_MAX ? null : 'old';
}

/** The answer to a validation; null for any other event. */
export function zoomValidation(
  secret: string,
  body: unknown,
): { plainToken: string; encryptedToken: string } | null {
  const read = validationSchema.safeParse(body);
  if (!read.success) return null;
  const { plainToken } = read.data.payload;
  return { plainToken, encryptedToken: hmac(secret, plainToken) };
}

const validationSchema = z.object({
  event: z.literal('endpoint.url_validation'),
  // Letters alone, as Zoom makes them: signed for whoever asks, any other text could be a notification of the asker's own.
  payload: z.object({ plainToken: z.string().regex(/^[\w+/=-]{1,200}$/) }),
});

const participant = z.object({
  user_id: z.string().optional(),
  participant_uuid: z.string().optional(),
  user_name: z.string(),
});
const eventSchema = z.discriminatedUnion('event', [
  z.object({
    event: z.literal('meeting.participant_joined'),
    payload: z.object({ object: z.object({ participant }) }),
  }),
  z.object({
    event: z.literal('meeting.participant_left'),
    payload: z.object({ object: z.object({ participant }) }),
  }),
  z.object({
    event: z.literal('meeting.chat_message_sent'),
    payload: z.object({
      object: z.object({
        chat_message: z.object({
          message_id: z.string(),
          sender_name: z.string(),
          recipient_type: z.string(),
          message_content: z.string(),
        }),
      }),
    }),
  }),
]);

/** None for events that are no business of ours, and for messages that were not said to all. */
export function zoomItems(body: unknown): IntakeItem[] {
  const read = eventSchema.safeParse(body);
  if (!read.success) return [];
  if (read.data.event === 'meeting.chat_message_sent') {
    const { message_id, sender_name, recipient_type, message_content } =
      read.data.payload.object.chat_message;
    if (recipient_type !== 'everyone') return [];
    return [
      { id: `zoom.${message_id}`, type: 'message', text: message_content, name: sender_name, door: 'zoom' },
    ];
  }
  const { participant_uuid, user_id, user_name } = read.data.payload.object.participant;
  // Of guests some ids are there and empty.
  const type = read.data.event === 'meeting.participant_joined' ? 'joined' : 'left';
  return [{ id: participant_uuid || user_id || user_name, type, name: user_name, door: 'zoom' }];
}

function hmac(secret: string, text: string): string {
  return createHmac('sha256', secret).update(text).digest('hex');
}
