import { useState } from 'react';
import type { Person } from '../../../shared/domain/people/schema.ts';
import type { Channel } from '../../../shared/lib/vocabulary.ts';
import { Button } from '../../components/Button.tsx';
import { Confirm } from '../../components/Confirm.tsx';
import { SideSwitch } from '../../components/SideSwitch.tsx';
import { useSession } from '../../hooks/session.ts';
import { useOwn } from '../../hooks/use-own.ts';
import { useParticipantWords } from '../../messages/participant.ts';
import styles from './OwnSide.module.css';

/** The own name and side. A change takes the waiting hand down, so with a hand up it is asked about. */
export function OwnSide({ person, onRename }: { person: Person; onRename(): void }) {
  const words = useParticipantWords();
  const { submit } = useSession();
  const { entry } = useOwn();
  const [wanted, setWanted] = useState<Channel | null>(null);
  const change = (channel: Channel) => {
    submit({ name: 'people/introduce', args: { name: person.name, channel } });
    setWanted(null);
  };
  const ask = (channel: Channel) => (entry ? setWanted(channel) : change(channel));
  return (
    <section className={styles.side}>
      <p data-landing="" className={styles.name}>
        <bdi>{words.asName(person.name)}</bdi>
        <Button look="quiet" onClick={onRename}>
          {words.rename}
        </Button>
      </p>
      <SideSwitch
        legend={words.side}
        labels={words.sides}
        value={person.channel}
        reason={person.lockedSide ? words.sideLocked : null}
        onChange={ask}
      />
      {wanted && (
        <Confirm
          yes={words.sideYes}
          no={words.sideNo}
          onYes={() => change(wanted)}
          onNo={() => setWanted(null)}
        >
          {words.sideQuestion}
        </Confirm>
      )}
    </section>
  );
}
