import { useEffect, useRef, useState } from 'react';
import { currentItem } from '../../../shared/domain/agenda/slice.ts';
import { isFair } from '../../../shared/domain/fairness/view.ts';
import { defaultLimitSeconds } from '../../../shared/domain/floor/decide.ts';
import { clock } from '../../../shared/words/words.ts';
import { Button } from '../../components/Button.tsx';
import { ChannelMark } from '../../components/ChannelMark.tsx';
import { useMeeting, useSession } from '../../hooks/session.ts';
import { useCallReason } from '../../hooks/use-call-reason.ts';
import { useProposalOfRule } from '../../hooks/use-proposal.ts';
import { useCallGuard } from '../../input/use-call-guard.ts';
import { useFloorWords } from '../../messages/floor.ts';
import { giveToPanel, likelyNext, panelOf } from '../../store/panel.ts';
import styles from './PanelMenu.module.css';

/** The people of the panel, each one digit away: a reply in the discussion, the next speech before it. */
export function PanelMenu({ onClose }: { onClose(): void }) {
  const words = useFloorWords();
  const session = useSession();
  const callReason = useCallReason();
  const proposal = useProposalOfRule();
  const state = useMeeting((meeting) => meeting);
  const panel = panelOf(state);
  const item = currentItem(state.agenda);
  const isReply = isFair(state.agenda, state.agenda.currentItemId);
  const list = useRef<HTMLUListElement>(null);
  const [first] = useState(() => likelyNext(panel, state.floor.turn?.personId));
  useEffect(() => list.current?.querySelectorAll('button')[first]?.focus(), [first]);
  const { isMeant, armed } = useCallGuard();
  const give = (personId: string) => {
    if (callReason !== null || !isMeant(personId)) return;
    const command = giveToPanel(state, personId, proposal(), session.newId());
    if (!session.submit(command)) onClose();
  };
  const title = isReply ? words.panelReply : words.panelSpeech;
  return (
    <section
      className={styles.menu}
      aria-label={title}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
        const chosen = /^[1-9]$/.test(event.key) ? panel[Number(event.key) - 1] : undefined;
        if (chosen) give(chosen.person.personId);
        if (chosen || event.key === 'Escape') event.preventDefault();
      }}
    >
      <p className={styles.title}>{title}</p>
      <p className={styles.hint}>
        {isReply
          ? words.panelReplyHint
          : words.panelSpeechHint(clock(defaultLimitSeconds({ ...state, item })))}
      </p>
      {armed !== null && state.floor.turn && (
        <p role="status" className={styles.again}>
          {words.again(state.floor.turn.name)}
        </p>
      )}
      <ul ref={list} className={styles.list}>
        {panel.map(({ person, hasSpoken }, index) => (
          <li key={person.personId}>
            <Button className={styles.person} reason={callReason} onClick={() => give(person.personId)}>
              <ChannelMark channel={person.channel} /> <bdi>{words.give(index + 1, person.name)}</bdi>
              {!isReply && hasSpoken && <span className={styles.hint}> · {words.hasSpoken}</span>}
            </Button>
          </li>
        ))}
      </ul>
      <Button look="quiet" onClick={onClose}>
        {words.close}
      </Button>
    </section>
  );
}
