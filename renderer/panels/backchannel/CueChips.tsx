import type { MouseEvent } from 'react';
import { useId, useState } from 'react';
import type { SendArgs } from '../../../shared/domain/backchannel/schema.ts';
import type { Cue, Urgency } from '../../../shared/lib/vocabulary.ts';
import { CUES } from '../../../shared/lib/vocabulary.ts';
import { Button } from '../../components/Button.tsx';
import { useMeeting } from '../../hooks/session.ts';
import { useBackchannelWords } from '../../messages/backchannel.ts';
import { peopleToAsk } from '../../store/backchannel.ts';
import styles from './CueChips.module.css';
import { UrgencyMark } from './UrgencyMark.tsx';

/** What goes wrong this very moment comes in everybody's way; the rest may wait for a glance. */
const URGENCY_OF: Record<Cue, Urgency> = {
  'wrap-up': 'normal',
  'online-urgent': 'high',
  'audio-problem': 'high',
  'to-questions': 'normal',
  slower: 'normal',
  'question-for': 'normal',
};

type CueChipsProps = { say(args: Omit<SendArgs, 'messageId'>): boolean; reason: string | null };

/** What is said so often that one tap says it; only a question needs a second one, for its name. */
export function CueChips({ say, reason }: CueChipsProps) {
  const words = useBackchannelWords();
  const namesId = useId();
  const [isAsking, setAsking] = useState(false);
  const names = peopleToAsk(useMeeting((state) => state));
  const tell = (cue: Cue, about?: string) => {
    const text = words.cues[cue](about ?? '');
    return say({ text, urgency: URGENCY_OF[cue], cue, ...(about !== undefined && { about }) });
  };
  return (
    <>
      <fieldset aria-label={words.cueList} className={styles.chips}>
        {CUES.map((cue) =>
          cue === 'question-for' ? (
            <Button
              key={cue}
              className={styles.chip}
              reason={reason ?? (names.length === 0 ? words.nobodyToAsk : null)}
              aria-expanded={isAsking}
              aria-controls={isAsking ? namesId : undefined}
              onClick={() => setAsking(!isAsking)}
            >
              {words.cueButtons[cue]}
            </Button>
          ) : (
            <Button key={cue} className={styles.chip} reason={reason} onClick={once(() => tell(cue))}>
              {URGENCY_OF[cue] === 'high' && <UrgencyMark urgency="high" />}
              {words.cueButtons[cue]}
            </Button>
          ),
        )}
      </fieldset>
      {isAsking && (
        <fieldset id={namesId} aria-label={words.whom} className={styles.chips}>
          {names.map((name) => (
            <Button
              key={name}
              className={styles.chip}
              reason={reason}
              onClick={once(() => setAsking(!tell('question-for', name)))}
            >
              <bdi>{name}</bdi>
            </Button>
          ))}
        </fieldset>
      )}
    </>
  );
}

/** The second half of a double click says nothing again. */
function once(run: () => void) {
  return ({ detail }: MouseEvent) => {
    if (detail < 2) run();
  };
}
