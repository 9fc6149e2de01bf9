import { useMemo } from 'react';
import { Button } from '../../components/Button.tsx';
import { ChannelMark } from '../../components/ChannelMark.tsx';
import { Chip } from '../../components/Chip.tsx';
import form from '../../components/form.module.css';
import { useMeeting, useSession } from '../../hooks/session.ts';
import { useHubWords } from '../../messages/language.ts';
import { useQuestionsWords } from '../../messages/questions.ts';
import type { Listed } from '../../store/question-list.ts';
import { listed, openByVotes } from '../../store/question-list.ts';
import unread from '../backchannel/UnreadCount.module.css';
import { DoorCounts } from './DoorCounts.tsx';
import styles from './OpenQuestions.module.css';

/** A moderator takes from the top; the rest is at the desk. */
const SHOWN_MAX = 50;

/** What waits to be asked, the most wanted first, one press away from the list of speakers. */
export function OpenQuestions() {
  const words = useQuestionsWords();
  const state = useMeeting((meeting) => meeting);
  const open = useMemo(() => openByVotes(listed(state)).slice(0, SHOWN_MAX), [state]);
  return (
    <div className={styles.questions}>
      {open.length === 0 && <p className={form.hint}>{words.none}</p>}
      <ol className={styles.list}>
        {open.map((one) => (
          <OpenQuestion key={one.question.questionId} {...one} />
        ))}
      </ol>
      <DoorCounts />
    </div>
  );
}

function OpenQuestion({ question, status }: Listed) {
  const words = useQuestionsWords();
  const { rejection } = useHubWords();
  const { submit, why, newId } = useSession();
  const { questionId, text, translation, name, channel, votes, assignedTo } = question;
  const queue = (relayed: boolean) => ({
    name: 'questions/queue' as const,
    args: { questionId, entryId: newId(), ...(relayed && { relayed }) },
  });
  const button = (label: string, relayed: boolean) => {
    const command = queue(relayed);
    const refused = why(command);
    return (
      <Button
        aria-label={`${label}: ${text}`}
        reason={refused && rejection(refused)}
        onClick={() => submit(command)}
      >
        {label}
      </Button>
    );
  };
  return (
    <li className={styles.question}>
      <p className={styles.text} dir="auto">
        {translation ?? text}
      </p>
      <p className={styles.facts}>
        <ChannelMark channel={channel} /> <bdi>{name ?? words.unnamed}</bdi>
        <span>{words.votes(votes)}</span>
        {status === 'received' && <Chip look="accent">{words.status.received}</Chip>}
        {assignedTo && (
          <span>
            {words.assigned} <bdi>{assignedTo.name}</bdi>
          </span>
        )}
      </p>
      <div className={form.row}>
        {button(words.actions.queue, false)}
        {button(words.actions.relay, true)}
      </div>
    </li>
  );
}

/** How many questions nobody has read yet; nothing when there are none. */
export function NewQuestions() {
  const words = useQuestionsWords();
  const count = useMeeting((state) => listed(state).filter(({ status }) => status === 'received').length);
  if (count === 0) return null;
  return (
    <span className={unread.count}>
      <span aria-hidden="true">{count}</span>
      <span className={form.hidden}> {words.tabNew(count)}</span>
    </span>
  );
}
