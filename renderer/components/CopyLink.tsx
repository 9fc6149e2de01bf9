import { useRef, useState } from 'react';
import { useCatalogue } from '../messages/catalogue.ts';
import { invitesEn } from '../messages/invites-en.ts';
import { invitesZhCn } from '../messages/invites-zh-cn.ts';
import { Button } from './Button.tsx';
import styles from './CopyLink.module.css';
import { copyText } from './copy-text.ts';

/** A link that can be read, selected and copied. */
export function CopyLink({ link, name }: { link: string; name: string }) {
  const words = useCatalogue({ en: invitesEn, 'zh-CN': invitesZhCn });
  const input = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState('');
  const copy = async () => {
    if (!input.current) return;
    const isCopied = await copyText(input.current);
    setSaid(isCopied ? words.copied : words.copyFailed);
  };
  return (
    <div className={styles.line}>
      <input
        ref={input}
        className={styles.link}
        readOnly
        value={link}
        aria-label={words.link(name)}
        onFocus={(event) => event.target.select()}
      />
      <Button onClick={copy} aria-label={words.copyOf(name)}>
        {words.copy}
      </Button>
      <span role="status" className={styles.said}>
        {said}
      </span>
    </div>
  );
}
