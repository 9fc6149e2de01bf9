import { useId, useState } from 'react';
import type { Person } from '../../../shared/domain/people/schema.ts';
import { Button } from '../../components/Button.tsx';
import { ChannelMark } from '../../components/ChannelMark.tsx';
import { Chip } from '../../components/Chip.tsx';
import form from '../../components/form.module.css';
import { useMessages } from '../../messages/language.ts';
import { usePlanWords } from '../../messages/plan.ts';
import styles from './PeopleEditor.module.css';
import { PersonForm } from './PersonForm.tsx';
import { PlanNotes } from './PlanNotes.tsx';

export function PersonRow({ person, isReadOnly }: { person: Person; isReadOnly: boolean }) {
  const words = usePlanWords();
  const messages = useMessages();
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  const { name, channel, organisation, groups, panel, roles = [], self } = person;
  const details = [organisation, groups?.stakeholder, groups?.region].filter(Boolean).join(' · ');
  return (
    <li className={styles.person}>
      <div className={styles.summary}>
        <span className={styles.who}>
          <ChannelMark channel={channel} />
          <span className={form.hidden}>{words.sides[channel]}</span>
          <bdi className={styles.name}>{name}</bdi>
          {panel && <Chip>{words.panelTag}</Chip>}
          {roles.map((role) => (
            <Chip key={role}>{messages.roles[role]}</Chip>
          ))}
          {self && <Chip>{words.self}</Chip>}
        </span>
        {!isReadOnly && (
          <Button
            aria-expanded={isOpen}
            aria-controls={isOpen ? id : undefined}
            aria-label={isOpen ? undefined : words.editOf(name)}
            onClick={() => setIsOpen(!isOpen)}
          >
            {isOpen ? words.done : words.edit}
          </Button>
        )}
      </div>
      {details && !isOpen && <p className={form.hint}>{details}</p>}
      <PlanNotes place={`people/${person.personId}`} />
      {isOpen && (
        <div id={id}>
          <PersonForm person={person} />
        </div>
      )}
    </li>
  );
}
