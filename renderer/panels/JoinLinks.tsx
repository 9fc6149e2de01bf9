import { useMeeting } from '../hooks/session.ts';
import { useMessages } from '../messages/language.ts';
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
              {platformOf(link) ?? hostOf(link)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** A name, which is the same in every language; null for a page of another kind. */
function platformOf(link: string): string | null {
  if (/^zoommtg:|^https:\/\/(?:[\w-]+\.)?zoom\.us\//i.test(link)) return 'Zoom';
  if (/^wemeet:|^https:\/\/meeting\.tencent\.com\//i.test(link)) return '腾讯会议 Tencent Meeting';
  if (/^https:\/\/(?:[\w-]+\.)?voovmeeting\.com\//i.test(link)) return 'VooV Meeting';
  if (/^https:\/\/teams\.(?:microsoft|live)\.com\//i.test(link)) return 'Teams';
  return /^https:\/\/meet\.google\.com\//i.test(link) ? 'Google Meet' : null;
}

function hostOf(link: string): string {
  return link.replace(/^\w+:\/\//, '').split('/')[0] ?? link;
}
