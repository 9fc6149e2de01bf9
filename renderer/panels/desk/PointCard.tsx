import { useState } from 'react';
import type { StanceCounts } from '../../../shared/domain/notes/schema.ts';
import { CHANNELS } from '../../../shared/lib/vocabulary.ts';
import type { ReportPoint } from '../../../shared/projections/report/points.ts';
import { clock } from '../../../shared/words/words.ts';
import { Button } from '../../components/Button.tsx';
import { ChannelMark } from '../../components/ChannelMark.tsx';
import { timeOfDay } from '../../components/HubTime.tsx';
import { useMeeting, useSession } from '../../hooks/session.ts';
import { useDeskWords } from '../../messages/desk.ts';
import { useLanguage } from '../../messages/language.ts';
import { KindLabel } from './KindLabel.tsx';
import { type Neighbours, PointActions } from './PointActions.tsx';
import { PointEditor } from './PointEditor.tsx';
import styles from './PointList.module.css';
import { Stances } from './Stances.tsx';

type Props = {
  point: ReportPoint;
  neighbours: Neighbours;
  /** Its further actions are open. */
  isOpen: boolean;
  onOpen(isOpen: boolean): void;
  /** Not confirmed by the hub yet. */
  isWaiting: boolean;
};

export function PointCard({ point, neighbours, isOpen, onOpen, isWaiting }: Props) {
  const words = useDeskWords();
  const { submit } = useSession();
  const [isEditing, setEditing] = useState(false);
  const { noteId, isPublic } = point;
  if (isEditing) return <PointEditor noteId={noteId} onClose={() => setEditing(false)} />;
  return (
    <article
      className={styles.card}
      aria-label={words.point.of(words.noteKinds[point.kind], point.text.slice(0, 80))}
    >
      <p className={styles.text} dir="auto">
        <KindLabel kind={point.kind} /> {point.text}
      </p>
      <div className={styles.foot}>
        <Meta point={point} isWaiting={isWaiting} />
        <div className={styles.actions}>
          <Button look="quiet" className={styles.small} onClick={() => setEditing(true)}>
            {words.point.edit}
          </Button>
          <Button
            look="quiet"
            className={styles.small}
            aria-pressed={isPublic}
            onClick={() => submit({ name: 'notes/reveal', args: { noteId, revealed: !isPublic } })}
          >
            {isPublic ? words.point.hide : words.point.reveal}
          </Button>
          <Button
            look="quiet"
            className={styles.small}
            aria-expanded={isOpen}
            aria-label={words.point.moreOf(point.text.slice(0, 60))}
            onClick={() => onOpen(!isOpen)}
          >
            {words.point.more}
          </Button>
        </div>
      </div>
      {isOpen && (
        <>
          <PointActions point={point} neighbours={neighbours} />
          <Stances noteId={noteId} />
        </>
      )}
    </article>
  );
}

/** Sides where nobody has answered are left out. */
function handsText(hands: StanceCounts, words: ReturnType<typeof useDeskWords>): string {
  const answered = CHANNELS.filter((side) => hands[side].support + hands[side].reservation > 0);
  if (answered.length === 0) return words.point.asked;
  return answered
    .map((side) => words.point.hands(side, hands[side].support, hands[side].reservation))
    .join(' · ');
}

function Meta({ point, isWaiting }: { point: ReportPoint; isWaiting: boolean }) {
  const words = useDeskWords();
  const language = useLanguage();
  const questions = useMeeting((state) => state.policyQuestions);
  const number = questions.findIndex((one) => one.policyQuestionId === point.policyQuestionId) + 1;
  const { hands, caseDetails } = point;
  return (
    <p className={styles.meta}>
      {number > 0 && <strong>{words.pq(number)}</strong>}
      {point.speaker !== null && (
        <span>
          {point.channel && <ChannelMark channel={point.channel} />} <bdi>{point.speaker}</bdi>
        </span>
      )}
      <span>{timeOfDay(point.typedAtMs, language)}</span>
      {point.elapsedSeconds !== null && <span>{words.point.elapsed(clock(point.elapsedSeconds))}</span>}
      {point.owner !== null && <bdi>{words.point.owned(point.owner)}</bdi>}
      {caseDetails && (
        <bdi>
          {[caseDetails.title, caseDetails.organisation, caseDetails.place].filter(Boolean).join(', ')}
        </bdi>
      )}
      {point.support > 0 && <span>{words.point.support(point.support)}</span>}
      {point.reservations > 0 && <span>{words.point.reservations(point.reservations)}</span>}
      {hands && <span>{handsText(hands, words)}</span>}
      {point.isPublic && <span>{words.point.public}</span>}
      {isWaiting && <span>{words.point.waiting}</span>}
    </p>
  );
}
