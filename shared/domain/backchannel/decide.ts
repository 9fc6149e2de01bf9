import { RECEIPTS_MAX } from '../../lib/limits.ts';
import type { Actor, Rejection } from '../context.ts';
import { invalid, reject } from '../context.ts';
import type { BackchannelEvent, Message, SendArgs } from './schema.ts';

type Result = BackchannelEvent[] | Rejection;

export function sendMessage(messages: readonly Message[], args: SendArgs): Result {
  if (find(messages, args.messageId)) return invalid('messageId', 'taken');
  return [{ type: 'backchannel/sent', v: 1, ...args }];
}

export function acknowledge(
  messages: readonly Message[],
  { messageId }: { messageId: string },
  { personId }: Actor,
): Result {
  const message = find(messages, messageId);
  if (!message) return reject('backchannel/no-such-message', { messageId });
  if (message.from.personId === personId) return reject('backchannel/own-message', { messageId });
  if (message.acknowledgedBy.some((receipt) => receipt.personId === personId)) {
    return reject('backchannel/already-acknowledged', { messageId });
  }
  if (message.acknowledgedBy.length >= RECEIPTS_MAX) return reject('too-many', { limit: RECEIPTS_MAX });
  return [{ type: 'backchannel/acknowledged', v: 1, messageId }];
}

function find(messages: readonly Message[], messageId: string): Message | undefined {
  return messages.find((message) => message.messageId === messageId);
}
