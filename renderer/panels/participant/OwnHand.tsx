import type { FormEvent } from 'react';
import { useState } from 'react';
import type { Person } from '../../../shared/domain/people/schema.ts';
import type { Entry } from '../../../shared/domain/queue/schema.ts';
import { isNotReady } from '../../../shared/domain/queue/slice.ts';
import { TOPIC_CHARS_MAX } from '../../../shared/lib/limits.ts';
import type { EntryKind } from '../../../shared/lib/vocabulary.ts';
import { Button } from '../../components/Button.tsx';
import form from '../../components/form.module.css';
import { TextInput } from '../../components/TextInput.tsx';
import { useMeeting, useSession } from '../../hooks/session.ts';
import { useOwn } from '../../hooks/use-own.ts';
import { useParticipantWords } from '../../messages/participant.ts';
import big from './big.module.css';
import { OwnPlace } from './OwnPlace.tsx';

export function OwnHand({ person }: { person: Person }) {
  const { entry } = useOwn();
  return entry ? <Raised entry={entry} /> : <Raise person={person} />;
}

function Raise({ person }: { person: Person }) {
  const words = useParticipantWords();
  const session = useSession();
  const isOpen = useMeeting((state) => state.queue.open);
  const [topic, setTopic] = useState('');
  const raise = (kind: EntryKind) => {
    const args = {
      entryId: session.newId(),
      channel: person.channel,
      door: matchMedia('(pointer: coarse)').matches ? ('phone' as const) : ('web' as const),
      kind,
      ...(topic.trim() && { topic: topic.trim() }),
    };
    session.submit({ name: 'queue/join', args });
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (isOpen) raise('topic');
  };
  return (
    <form data-landing="" className={big.hand} aria-label={words.raise} onSubmit={onSubmit}>
      <TextInput label={words.topic} value={topic} charsMax={TOPIC_CHARS_MAX} onChange={setTopic} />
      <Button
        look="strong"
        className={big.raise}
        reason={isOpen ? null : words.closed}
        onClick={() => raise('topic')}
      >
        {words.raise}
      </Button>
      {!isOpen && (
        <>
          <p role="status">{words.closed}</p>
          <Button className={big.button} onClick={() => raise('point-of-order')}>
            {words.pointOfOrder}
          </Button>
        </>
      )}
    </form>
  );
}

function Raised({ entry }: { entry: Entry }) {
  const words = useParticipantWords();
  const { submit } = useSession();
  const { entryId } = entry;
  return (
    <section className={big.hand} aria-labelledby="participant-hand">
      <div className={form.card}>
        <h2 data-landing="" id="participant-hand" className={big.heading}>
          <span aria-hidden="true">✋ </span>
          {words.raised}
        </h2>
        {entry.topic && <p dir="auto">{entry.topic}</p>}
        <OwnPlace entry={entry} />
      </div>
      {isNotReady(entry) && (
        <Button
          look="strong"
          className={big.button}
          onClick={() => submit({ name: 'floor/ready', args: { entryId, readiness: 'ready' } })}
        >
          {words.readiness.ready}
        </Button>
      )}
      <Button className={big.button} onClick={() => submit({ name: 'queue/leave', args: { entryId } })}>
        {words.lower}
      </Button>
    </section>
  );
}
