import { expect, test } from 'vitest';
import { must } from '../../../shared/lib/assert.ts';
import { perChannel } from '../../../shared/lib/vocabulary.ts';
import { planSchema } from '../../../shared/plan.ts';
import type { Report } from '../../../shared/projections/report/report.ts';
import { OWN_MEETING, type Recorded, sumsOf, TALK, turnsOf } from '../../support/recorded-meeting.ts';
import { runningHub } from '../../support/running-hub.ts';
import { sharedCases } from '../../support/shared-cases.ts';
import { simulatedClock } from '../../support/simulated-clock.ts';

/** All of them go through the same rules without a hub; so many go through disk and network as well. */
const EVERY = 150;

test('[T4] given what was really said, when it is replayed through the hub, then its report tells the record’s sums', async () => {
  const clock = simulatedClock();
  const hub = await runningHub({ clock });
  const some = sharedCases<Recorded>('meetings').filter((_, index) => index % EVERY === 0);
  for (const [index, [name, record]] of [['own', OWN_MEETING] as const, ...some].entries()) {
    const plan = planSchema.parse({ format: 'evenfloor.plan', v: 1, title: name, agenda: TALK });
    const { invites } = await hub.hub.createSession(plan, `replay-${index}`);
    const headers = { authorization: `Bearer ${must(invites.host, 'host').split('#')[1]}` };
    let sent = 0;
    const command = async (command: string, args: object) => {
      sent += 1;
      const body = JSON.stringify({ commandId: `c${sent}`, name: command, args });
      const answer = await fetch(`${hub.hub.url}/api/v1/commands`, { method: 'POST', headers, body });
      expect(answer.status, await answer.text()).toBe(200);
    };
    await command('agenda/begin', { itemId: 'talk', afterItemId: null });
    const turns = turnsOf(record);
    for (const [at, { name: speaker, channel, ms }] of turns.entries()) {
      const afterTurnId = at === 0 ? null : `t${at - 1}`;
      await command('floor/give', { turnId: `t${at}`, person: { name: speaker, channel }, afterTurnId });
      clock.advance(ms);
      await command('floor/end', { turnId: `t${at}` });
    }
    const report = await fetch(`${hub.hub.url}/api/v1/report.json`, { headers });
    const { participation } = (await report.json()) as Report;
    const counted = perChannel((channel) => ({
      turns: participation.turns[channel],
      ms: Math.round(participation.seconds[channel] * 1_000),
      speakers: participation.speakers[channel],
    }));
    expect(counted, name).toEqual(perChannel((channel) => sumsOf(turns, channel)));
  }
  await hub.stop();
});
