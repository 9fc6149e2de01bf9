import { useState } from 'react';
import { isSettled, statusOf } from '../../../shared/domain/questions/status.ts';
import type { State } from '../../../shared/state.ts';
import { Button } from '../../components/Button.tsx';
import { Confirm } from '../../components/Confirm.tsx';
import { useMeeting, useSession } from '../../hooks/session.ts';
import { useHubWords, useMessages } from '../../messages/language.ts';
import styles from './SessionControls.module.css';

const END = { name: 'session/end', args: {} } as const;

/** Asks once more, since everybody's screens say good-bye at once; and says what would be cut short. */
export function EndSession() {
  const { agenda: words, add } = useMessages();
  const { submit, why } = useSession();
  const { rejection } = useHubWords();
  const [isAsking, setAsking] = useState(false);
  const refused = why(END);
  if (!isAsking) {
    return (
      <Button
        data-landing="end"
        className={styles.act}
        reason={refused && rejection(refused)}
        onClick={() => setAsking(true)}
      >
        {words.end}
      </Button>
    );
  }
  return (
    <Confirm yes={words.end} no={add.cancel} onYes={() => submit(END)} onNo={() => setAsking(false)}>
      <Unfinished />
    </Confirm>
  );
}

function Unfinished() {
  const { agenda: words, unnamed } = useMessages();
  const turn = useMeeting((state) => state.floor.turn);
  const waiting = useMeeting((state) => state.queue.entries.length);
  const questions = useMeeting(openQuestions);
  return words.reallyEnd(turn && (turn.name || unnamed), waiting, questions);
}

/** Those that wait as hands are counted there. */
function openQuestions(state: State): number {
  return state.questions.filter((question) => {
    const status = statusOf(question, state);
    return status !== 'queued' && !isSettled(status);
  }).length;
}
