import { ListOption } from '../../components/ListOption.tsx';
import { useDeskWords } from '../../messages/desk.ts';
import type { Choice } from '../../store/note-line.ts';
import styles from './NoteLine.module.css';

type Props = { id: string; choices: readonly Choice[]; active: number; onChoose(choice: Choice): void };

/** Under the line, which keeps the focus; the arrow keys move `active`. */
export function LineChoices({ id, choices, active, onChoose }: Props) {
  const words = useDeskWords();
  const textOf = (choice: Choice) => {
    switch (choice.sign) {
      case '#':
        return words.noteKinds[choice.kind];
      case '@':
        return choice.speaker.personId ? choice.speaker.name : words.line.asName(choice.speaker.name);
      case '!':
        return `${choice.number}. ${choice.text}`;
    }
  };
  return (
    <div
      id={id}
      role="listbox"
      aria-label={words.line.choices}
      className={styles.choices}
      hidden={choices.length === 0}
    >
      {choices.map((choice, index) => (
        <ListOption
          key={textOf(choice)}
          id={`${id}-${index}`}
          isActive={index === active}
          className={styles.choice}
          onPick={() => onChoose(choice)}
        >
          <span aria-hidden="true" className={styles.sign}>
            {choice.sign}
          </span>{' '}
          <bdi>{textOf(choice)}</bdi>
        </ListOption>
      ))}
    </div>
  );
}
