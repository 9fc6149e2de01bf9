import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fingerprint } from '../../../../shared/lib/fingerprint.ts';
import { STATE_CHECK_INTERVAL_MS } from '../../../../shared/lib/limits.ts';
import type { HubMessage } from '../../../../shared/protocol.ts';
import { connect, type HubClient } from '../../../support/hub-client.ts';
import { hand } from '../../../support/meeting.ts';
import { runningHub } from '../../../support/running-hub.ts';
import { simulatedClock } from '../../../support/simulated-clock.ts';

let t: Awaited<ReturnType<typeof runningHub>>;
let clock: ReturnType<typeof simulatedClock>;
let complaints: string[];
beforeEach(async () => {
  clock = simulatedClock();
  t = await runningHub({ clock });
  complaints = [];
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => complaints.push(String(text)) > 0);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await t.stop();
});

type Presence = Extract<HubMessage, { type: 'presence' }>;
const isCheck = (message: HubMessage): message is Presence =>
  message.type === 'presence' && message.check !== undefined;
const checksOf = ({ received }: HubClient) => received.filter(isCheck).map(({ check }) => check);

/** Lets a second of quiet go by in which a check is due. */
async function checked(...clients: HubClient[]): Promise<void> {
  const heard = clients.map((client) => client.until(isCheck));
  clock.advance(STATE_CHECK_INTERVAL_MS + 2_000);
  await Promise.all(heard);
}

/** Whatever the hub has sent to this one is here. */
async function flushed(client: HubClient): Promise<void> {
  const answered = client.until((message) => message.type === 'pong');
  client.send({ type: 'ping', sentAtMs: 1 });
  await answered;
}

describe('the hub’s check', () => {
  test('[U19] given every audience, when all is quiet, then each is told the fingerprint of its own state', async () => {
    const roles = ['host', 'onsite-moderator', 'participant', 'display'] as const;
    const clients = await Promise.all(roles.map((role) => connect(t.linkOf(role))));
    const [host, moderator] = clients as [HubClient, HubClient];
    await moderator.must('queue/join', hand('e1', 'onsite'));
    await moderator.must('floor/give', { turnId: 't1', entryId: 'e1', afterTurnId: null, reason: 'because' });
    // Not for the public.
    await host.must('backchannel/send', { messageId: 'm1', text: 'psst', urgency: 'low' });
    await checked(...clients);
    for (const client of clients) {
      const check = checksOf(client).at(-1);
      expect(check?.hash).toBe(fingerprint(client.state));
      expect(check?.seq).toBeLessThanOrEqual(client.seq);
    }
    const hashes = clients.map((client) => checksOf(client).at(-1)?.hash);
    expect(new Set(hashes).size).toBe(3);
  });

  test('[U19] given nothing new, or a second that was not quiet, when time goes by, then there is no check', async () => {
    const moderator = await connect(t.linkOf('onsite-moderator'));
    await checked(moderator);
    clock.advance(5 * STATE_CHECK_INTERVAL_MS);
    await flushed(moderator);
    expect(checksOf(moderator)).toHaveLength(1);
    for (let count = 0; count < 12; count += 1) {
      await moderator.must('queue/join', hand(`e${count}`, 'onsite'));
      clock.advance(1_000);
    }
    await flushed(moderator);
    expect(checksOf(moderator)).toHaveLength(1);
    await checked(moderator);
    expect(checksOf(moderator)).toHaveLength(2);
  });

  test('[U19] given screens that fail a check, when they come back and say so, then it is said once on stderr', async () => {
    const phone = await connect(t.linkOf('participant'));
    await checked(phone);
    const seq = checksOf(phone)[0]?.seq ?? -1;
    for (const diverged of [seq, seq, seq + 7]) {
      const again = await connect(t.linkOf('participant'), { diverged });
      expect(again.welcome.mode).toBe('snapshot');
    }
    expect(complaints).toEqual([
      `evenfloor: session session-1: a screen had another state at commit ${seq}\n`,
    ]);
  });
});
