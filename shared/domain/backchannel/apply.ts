import { MESSAGES_MAX } from '../../lib/limits.ts';
import type { Author, Stamp } from '../context.ts';
import type { BackchannelEvent, Message } from './schema.ts';

/** Older messages fall off: they are in the log, and nobody acts on them any more. */
export function applyBackchannel(
  messages: Message[],
  event: BackchannelEvent,
  { seq, atMs, author }: Stamp & { author: Author },
): Message[] {
  switch (event.type) {
    case 'backchannel/sent': {
      const { type: _, v: __, ...sent } = event;
      return [...messages, { ...sent, from: author, atMs, seq, acknowledgedBy: [] }].slice(-MESSAGES_MAX);
    }
    case 'backchannel/acknowledged':
      return messages.map((message) =>
        message.messageId === event.messageId
          ? { ...message, acknowledgedBy: [...message.acknowledgedBy, { ...author, atMs }] }
          : message,
      );
  }
}
