import { OVERLAYS } from '../../../shared/lib/vocabulary.ts';
import { FEED_PATH } from '../../../shared/wire.ts';
import { CopyLink } from '../../components/CopyLink.tsx';
import form from '../../components/form.module.css';
import { useInvitesWords } from '../../messages/invites.ts';

/** What whoever mixes a live stream puts over its picture; all by a screen's invitation, which sees what the room sees. */
export function StreamLinks({ link }: { link: string }) {
  const words = useInvitesWords();
  const { origin, hash } = new URL(link);
  const links = [
    ...OVERLAYS.map((overlay) => ({
      name: words.overlays[overlay],
      url: `${origin}/overlay/${overlay}${hash}`,
    })),
    { name: words.feed, url: `${origin}${FEED_PATH}?token=${hash.slice(1)}` },
  ];
  return (
    <details>
      <summary>{words.stream}</summary>
      <p className={form.hint}>{words.streamHint}</p>
      {links.map(({ name, url }) => (
        <div key={url}>
          <p>{name}</p>
          <CopyLink
            link={url}
            words={{
              field: words.link(name),
              copy: words.copy,
              copyLabel: words.copyOf(name),
              copied: words.copied,
              failed: words.copyFailed,
            }}
          />
        </div>
      ))}
    </details>
  );
}
