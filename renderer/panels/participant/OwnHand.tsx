import type { ComponentProps, FormEvent, MouseEvent } from 'react';
import { useState } from 'react';
import type { Command } from '../../../shared/command.ts';
import type { Person } from '../../../shared/domain/people/schema.ts';
import type { Entry } from '../../../shared/domain/queue/schema.ts';
import { isNotReady } from '../../../shared/domain/queue/slice.ts';
import { TOPIC_CHARS_MAX } from '../../../shared/lib/limits.ts';
import type { EntryKind } from '../../../shared/lib/vocabulary.ts';
import { Button } from '../../components/Button.tsx';
import { Confirm } from '../../components/Confirm.tsx';
import form from '../../components/form.module.css';
import { TextInput } from '../../components/TextInput.tsx';
import { useMeeting, useSession, useView } from '../../hooks/session.ts';
import { useOwn } from '../../hooks/use-own.ts';
import { useScratch } from '../../hooks/use-scratch.ts';
import { useHubWords } from '../../messages/language.ts';
import { useParticipantWords } from '../../messages/participant.ts';
import big from './big.module.css';
import { OwnPlace } from './OwnPlace.tsx';

/** A tap leaves the focus where it was. A button that goes by it needs it, so that it goes on to what comes instead. */
function focused(act: () => void) {
  return ({ currentTarget }: MouseEvent<HTMLElement>) => {
    currentTarget.focus();
    act();
  };
}

export function OwnHand({ person }: { person: Person }) {
  const { entry } = useOwn();
  return entry ? <Raised entry={entry} /> : <Raise person={person} />;
}

function Raise({ person }: { person: Person }) {
  const words = useParticipantWords();
  const { rejection } = useHubWords();
  const { submit, why, newId } = useSession();
  const isOpen = useMeeting((state) => state).queue.open;
  const [entryId] = useState(newId);
  const [topic, setTopic] = useScratch('evenfloor.topic');
  const join = (kind: EntryKind, door: 'phone' | 'web' = 'web'): Command => ({
    name: 'queue/join',
    args: {
      ...{ entryId, channel: person.channel, door, kind },
      ...(topic.trim() && { topic: topic.trim() }),
    },
  });
  const raise = (kind: EntryKind) => {
    if (!submit(join(kind, matchMedia('(pointer: coarse)').matches ? 'phone' : 'web'))) setTopic('');
  };
  const reasonOf = (kind: EntryKind) => {
    const refused = why(join(kind));
    return refused && rejection(refused);
  };
  const reason = isOpen ? reasonOf('topic') : words.closed;
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (reason === null) raise('topic');
  };
  return (
    <form data-landing="" className={big.hand} aria-label={words.raise} onSubmit={onSubmit}>
      <TextInput label={words.topic} value={topic} charsMax={TOPIC_CHARS_MAX} onChange={setTopic} />
      <Button look="strong" className={big.raise} reason={reason} onClick={focused(() => raise('topic'))}>
        {words.raise}
      </Button>
      {reason !== null && <p role="status">{reason}</p>}
      <PointOfOrder
        look={isOpen ? 'quiet' : 'plain'}
        reason={reasonOf('point-of-order')}
        onYes={() => raise('point-of-order')}
      />
    </form>
  );
}

function Raised({ entry }: { entry: Entry }) {
  const words = useParticipantWords();
  const { submit } = useSession();
  const { entryId, kind, topic } = entry;
  const isUnsent = useView(
    ({ link, pending }) =>
      link.phase !== 'live' &&
      pending.some(({ command, ackedSeq }) => command.name === 'queue/join' && ackedSeq === null),
  );
  return (
    <section className={big.hand} aria-labelledby="participant-hand">
      <div className={form.card}>
        <h2 data-landing="" id="participant-hand" className={big.heading}>
          <span aria-hidden="true">✋ </span>
          {isUnsent ? words.unsent : kind === 'point-of-order' ? words.raisedPoint : words.raised}
        </h2>
        {topic && <p dir="auto">{topic}</p>}
        <OwnPlace entry={entry} isUnsent={isUnsent} />
      </div>
      {isNotReady(entry) && (
        <Button
          look="strong"
          className={big.button}
          onClick={focused(() => submit({ name: 'floor/ready', args: { entryId, readiness: 'ready' } }))}
        >
          {words.readiness.ready}
        </Button>
      )}
      <Button
        className={big.button}
        onClick={focused(() => submit({ name: 'queue/leave', args: { entryId } }))}
      >
        {words.lower}
      </Button>
      {!isNotReady(entry) && <OrderSwitch entry={entry} />}
    </section>
  );
}

/** A hand that is up becomes a point of order, and what it was again; its place and request time stay. */
function OrderSwitch({ entry: { entryId, kind, door } }: { entry: Entry }) {
  const words = useParticipantWords();
  const { submit, why } = useSession();
  // Closed, the list keeps a point of order what it is.
  useMeeting((state) => state.queue.open);
  const isPoint = kind === 'point-of-order';
  const plainKind = door === 'question' ? 'question' : 'topic';
  const command: Command = {
    name: 'queue/update',
    args: { entryId, kind: isPoint ? plainKind : 'point-of-order' },
  };
  if (why(command)) return null;
  if (!isPoint) return <PointOfOrder look="quiet" onYes={() => submit(command)} />;
  return (
    <Button look="quiet" className={big.button} onClick={focused(() => submit(command))}>
      {words.noPoint}
    </Button>
  );
}

type PointOfOrderProps = Pick<ComponentProps<typeof Button>, 'look' | 'reason'> & { onYes(): void };

/** It goes before everybody and stands beside what a thumb is meant for, so it is asked about. */
function PointOfOrder({ onYes, ...button }: PointOfOrderProps) {
  const words = useParticipantWords();
  const [isAsked, setAsked] = useState(false);
  return (
    <>
      <Button {...button} className={big.button} onClick={() => setAsked(true)}>
        {words.pointOfOrder}
      </Button>
      {isAsked && (
        <Confirm
          yes={words.pointYes}
          no={words.pointNo}
          onYes={() => {
            setAsked(false);
            onYes();
          }}
          onNo={() => setAsked(false)}
        >
          {words.pointQuestion}
        </Confirm>
      )}
    </>
  );
}
