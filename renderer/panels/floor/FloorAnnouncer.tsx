import { findEntry } from '../../../shared/domain/queue/slice.ts';
import { Announcer } from '../../components/Announcer.tsx';
import { useMeeting } from '../../hooks/session.ts';
import { useNow } from '../../hooks/use-now.ts';
import { useProposalShown } from '../../hooks/use-proposal.ts';
import { useMessages } from '../../messages/language.ts';
import { nextSpeech } from '../../store/panel.ts';
import { isOverTime } from '../../store/turn-clock.ts';

/** For those who hear the page: who speaks, that the time is over, who is next. Never the ticking. */
export function FloorAnnouncer() {
  const { announce, unnamed } = useMessages();
  const turn = useMeeting((state) => state.floor.turn);
  const queue = useMeeting((state) => state.queue);
  const entryId = useProposalShown();
  const speech = useMeeting(nextSpeech);
  const proposed = entryId === null ? speech : findEntry(queue, entryId);
  const nowMs = useNow();
  const isOver = turn !== null && isOverTime(turn, nowMs);
  const name = turn?.name || unnamed;
  const floor = turn
    ? isOver
      ? announce.overtime(name)
      : announce.speaker(name, turn.channel)
    : announce.free;
  // Two regions: a new proposal must not read out the speaker again.
  return (
    <>
      <Announcer text={floor} />
      <Announcer text={proposed ? announce.proposal(proposed.name ?? unnamed, proposed.channel) : ''} />
    </>
  );
}
