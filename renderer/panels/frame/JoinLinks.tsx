import { useMeeting } from '../../hooks/session.ts';
import { useMessages } from '../../messages/language.ts';
import { platformOf } from '../../store/platform.ts';
import styles from './JoinLinks.module.css';

/** Where those who are online join: by its page, or by the address at which a platform's own program opens. */
export function JoinLinks() {
  const { joinLinks: words } = useMessages();
  const links = useMeeting((state) => state.session.joinLinks);
  if (!links || links.length === 0) return null;
  return (
    <nav className={styles.links} aria-label={words.title}>
      <span className={styles.title}>{words.title}</span>
      <ul>
        {links.map((link) => (
          <li key={link}>
            <a href={link} rel="noreferrer">
              {platformOf(link)?.name ?? hostOf(link)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function hostOf(link: string): string {
  return link.replace(/^\w+:\/\//, '').split('/')[0] ?? link;
}
