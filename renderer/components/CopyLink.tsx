import { useRef, useState } from 'react';
import { Button } from './Button.tsx';
import styles from './CopyLink.module.css';
import { copyText } from './copy-text.ts';

type CopyLinkProps = {
  link: string;
  words: { field: string; copy: string; copyLabel: string; copied: string; failed: string };
};

/** A link that can be read, selected and copied. */
export function CopyLink({ link, words }: CopyLinkProps) {
  const input = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState('');
  const copy = async () => {
    if (!input.current) return;
    setSaid((await copyText(input.current)) ? words.copied : words.failed);
  };
  return (
    <div className={styles.line}>
      <input
        ref={input}
        className={styles.link}
        readOnly
        value={link}
        aria-label={words.field}
        onFocus={(event) => event.target.select()}
      />
      <Button onClick={() => void copy()} aria-label={words.copyLabel}>
        {words.copy}
      </Button>
      <span role="status" className={styles.said}>
        {said}
      </span>
    </div>
  );
}
