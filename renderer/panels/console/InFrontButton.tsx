import { Button } from '../../components/Button.tsx';
import { mayBeInFront, openInFront } from '../../hooks/in-front.ts';
import { useInFrontWords } from '../../messages/in-front.ts';
import { useMessages } from '../../messages/language.ts';
import styles from '../import/ImportEntry.module.css';

/** Nothing where the browser cannot. */
export function InFrontButton() {
  const words = useInFrontWords();
  const { app } = useMessages();
  if (!mayBeInFront()) return null;
  return (
    <Button
      look="quiet"
      className={styles.button}
      title={words.openLabel}
      onClick={() => void openInFront(app.name)}
    >
      {words.open}
    </Button>
  );
}
