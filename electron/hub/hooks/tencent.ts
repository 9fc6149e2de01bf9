/**
 * Tencent Meeting's event callbacks (cloud.tencent.com/document/product/1095/51612): signature = hex SHA-1 of token,
 * timestamp, nonce and data, sorted as strings and joined; data is base64, and AES-256-CBC under the EncodingAESKey
 * where one is set, with the first 16 bytes of the key as IV.
 */
import { createDecipheriv, createHash, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { HOOK_AGE_MS_MAX } from '../../../shared/lib/limits.ts';
import type { IntakeItem } from '../api/intake.ts';

export type TencentKeys = { token: string; encodingAesKey?: string | undefined };
export type TencentRequest = { timestamp: string; nonce: string; signature: string; data: string };

/** `timestamp` is in milliseconds; `nowMs` the wall clock. */
export function refusesTencent(
  { token }: TencentKeys,
  { timestamp, nonce, signature, data }: TencentRequest,
  nowMs: number,
): 'old' | 'unsigned' | null {
  const signed = [token, timestamp, nonce, data].sort().join('');
  const [a, b] = [Buffer.from(createHash('sha1').update(signed).digest('hex')), Buffer.from(signature)];
  if (a.length !== b.length || !timingSafeEqual(a, b)) return 'unsigned';
  return Math.abs(nowMs - Number(timestamp)) <= HOOK_AGE_MS_MAX ? null : 'old';
}

/** The plain text of `data`; null when it cannot be decrypted. */
export function tencentText({ encodingAesKey }: TencentKeys, data: string): string | null {
  if (!encodingAesKey) return Buffer.from(data, 'base64').toString('utf8');
  try {
    const key = Buffer.from(`${encodingAesKey}=`, 'base64');
    const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16));
    return Buffer.concat([decipher.update(data, 'base64'), decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}

const eventSchema = z.object({
  event: z.enum(['meeting.participant-joined', 'meeting.participant-left']),
  payload: z.array(
    z.object({
      operator: z.object({
        ms_open_id: z.string().optional(),
        uuid: z.string().optional(),
        userid: z.string().optional(),
        pstn_number: z.string().optional(),
        user_name: z.string().default(''),
      }),
    }),
  ),
});

/** Tencent sends no chat: who came and who went. */
export function tencentItems(body: unknown): IntakeItem[] {
  const read = eventSchema.safeParse(body);
  if (!read.success) return [];
  const type = read.data.event === 'meeting.participant-joined' ? 'joined' : 'left';
  return read.data.payload.flatMap(({ operator }): IntakeItem[] => {
    const { ms_open_id, uuid, userid, pstn_number, user_name } = operator;
    // Whoever calls by telephone has a number alone; ids that somebody has not are there and empty.
    const id = ms_open_id || uuid || userid || pstn_number || user_name;
    return id ? [{ id, type, name: user_name, door: 'tencent' }] : [];
  });
}
