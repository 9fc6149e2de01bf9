/** The back-channel for components: what is in it, and saying and acknowledging. */
import type { Message, SendArgs } from '../../shared/domain/backchannel/schema.ts';
import { useHubWords } from '../messages/language.ts';
import { awaitingOf, seqOfOthers, unreadCount } from '../store/backchannel.ts';
import { useMeeting, useSession, useView } from './session.ts';
import { useScratch } from './use-scratch.ts';

const NONE: Message[] = [];

export function useBackchannel() {
  const session = useSession();
  const { rejection } = useHubWords();
  const messages = useMeeting((state) => state.backchannel) ?? NONE;
  const ownId = useView((view) => view.me.personId);
  const refused = session.why({
    name: 'backchannel/send',
    args: { messageId: '', text: '', urgency: 'low' },
  });
  return {
    messages,
    ownId,
    /** Oldest first. */
    awaiting: awaitingOf(messages, ownId),
    /** Why nothing can be said now. */
    reason: refused && rejection(refused),
    /** Whether it was taken. */
    say: (args: Omit<SendArgs, 'messageId'>): boolean =>
      session.submit({ name: 'backchannel/send', args: { messageId: session.newId(), ...args } }) === null,
    acknowledge: ({ messageId }: Message) =>
      void session.submit({ name: 'backchannel/acknowledge', args: { messageId } }),
  };
}

/** Urgent ones from others that wait for this person's word, oldest first. */
export function useUrgentMessages(): Message[] {
  return useBackchannel().awaiting.filter((message) => message.urgency === 'high');
}

/** How many nobody has looked at on this screen, which is its own affair; that they were seen is said by receipts. */
export function useUnread(): { count: number; markRead(): void } {
  const { messages, ownId } = useBackchannel();
  const logId = useView((view) => view.at?.logId ?? '');
  const [mark, setMark] = useScratch('evenfloor.read');
  // A restored backup counts its commits anew.
  const [markedLog, markedSeq] = mark.split(' ');
  const readSeq = markedLog === logId ? Number(markedSeq) : 0;
  const newest = seqOfOthers(messages, ownId);
  return {
    count: unreadCount(messages, ownId, readSeq),
    markRead: () => {
      if (newest > readSeq) setMark(`${logId} ${newest}`);
    },
  };
}
