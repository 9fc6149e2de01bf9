import { CHANNELS } from '../../../shared/lib/vocabulary.ts';
import { clock } from '../../../shared/words/words.ts';
import { ChannelMark } from '../../components/ChannelMark.tsx';
import { useFairness } from '../../hooks/use-fairness.ts';
import { useMessages } from '../../messages/language.ts';
import styles from './BalanceCard.module.css';

/** Before so many seconds in all, shares of a hundred are noise. */
const SHARED_SECONDS_MIN = 10;

/** Speaking time of both sides as one bar, and which of them is behind. */
export function BalanceCard() {
  const messages = useMessages();
  const { balance: words } = messages;
  const { channels, lagSeconds } = useFairness();
  const total = channels.onsite.seconds + channels.online.seconds;
  // The second share is what is left of a hundred, or rounding would show 101.
  const hasShares = total >= SHARED_SECONDS_MIN;
  const onsite = !hasShares ? 50 : Math.round((100 * channels.onsite.seconds) / total);
  const share = { onsite, online: 100 - onsite };
  return (
    <section className={styles.card} aria-label={words.title}>
      <div className={styles.figures}>
        {CHANNELS.map((channel) => (
          <span key={channel} className={styles[channel]}>
            <ChannelMark channel={channel} /> {messages.channels[channel]}{' '}
            {words.figures(clock(channels[channel].seconds), channels[channel].turns)}
          </span>
        ))}
      </div>
      <div role="img" aria-label={words.share(share.onsite, share.online)} className={styles.shares}>
        {/* The figures stand beside the bar: inside it, a small share would look larger than it is. */}
        {hasShares && <span className={styles.onsite}>{words.percent(share.onsite)}</span>}
        <span className={styles.bar}>
          {!hasShares && <span className={styles.none} style={{ flexGrow: 1 }} />}
          {CHANNELS.filter((channel) => hasShares && share[channel] > 0).map((channel) => (
            <span key={channel} className={styles[`${channel}Fill`]} style={{ flexGrow: share[channel] }} />
          ))}
          <span className={styles.middle} />
        </span>
        {hasShares && <span className={styles.online}>{words.percent(share.online)}</span>}
      </div>
      <p className={styles.lag}>
        <Lag seconds={lagSeconds.online} hasTurns={total > 0} />
      </p>
    </section>
  );
}

/** In words what the bar shows, since the rule may count from another start than the bar: credit, not only sums. */
function Lag({ seconds, hasTurns }: { seconds: number; hasTurns: boolean }) {
  const { balance: words } = useMessages();
  if (!hasTurns) return words.noTurns;
  // Less than a second is no news to anybody.
  if (Math.abs(seconds) < 1) return words.even;
  const channel = seconds > 0 ? 'online' : 'onsite';
  return (
    <>
      {words.behind(channel)}{' '}
      <strong className={styles[channel]}>{words.behindBy(clock(Math.abs(seconds)))}</strong>
    </>
  );
}
