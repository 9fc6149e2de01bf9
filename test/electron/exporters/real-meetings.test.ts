import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { turnsCsv } from '../../../electron/exporters/tables-csv.ts';
import { must } from '../../../shared/lib/assert.ts';
import { CHANNELS, perChannel } from '../../../shared/lib/vocabulary.ts';
import { clock } from '../../../shared/words/words.ts';
import { type Meeting, meeting } from '../../support/meeting.ts';
import {
  OWN_MEETING,
  type Recorded,
  type RecordedTurn,
  sumsOf,
  TALK,
  turnsOf,
} from '../../support/recorded-meeting.ts';
import { sourceOf, textOf } from '../../support/reported-meeting.ts';
import { sharedCases } from '../../support/shared-cases.ts';

function replayed(turns: readonly RecordedTurn[]): Meeting {
  const m = meeting({ format: 'evenfloor.plan', v: 1, title: 'Replay', agenda: TALK });
  m.do('session/start');
  m.do('agenda/begin', { itemId: 'talk', afterItemId: null });
  turns.forEach(({ name, channel, ms }, index) => {
    const afterTurnId = index === 0 ? null : `t${index - 1}`;
    m.do('floor/give', { turnId: `t${index}`, person: { name, channel }, afterTurnId });
    m.wait(ms / 1_000).do('floor/end', { turnId: `t${index}` });
  });
  return m;
}

test('[T4] given what was really said, when it is replayed into a report, then its tallies are the record’s sums', () => {
  for (const [name, record] of [['own', OWN_MEETING] as const, ...sharedCases<Recorded>('meetings')]) {
    const turns = turnsOf(record);
    const sums = perChannel((channel) => sumsOf(turns, channel));
    const m = replayed(turns);
    const { facts } = sourceOf(m);
    const { participation, balance } = facts;
    const counted = perChannel((channel) => ({
      turns: participation.turns[channel],
      ms: Math.round(participation.seconds[channel] * 1_000),
      speakers: participation.speakers[channel],
    }));
    expect(counted, name).toEqual(sums);
    for (const channel of CHANNELS)
      expect(Math.round(balance[channel].seconds * 1_000), name).toBe(sums[channel].ms);

    const { blocks } = must(
      textOf(m).sections.find(({ title }) => title === 'Participation'),
      'participation',
    );
    expect(blocks[0], name).toMatchObject({
      rows: CHANNELS.map((channel) => {
        const { turns: had, ms, speakers } = sums[channel];
        return [expect.anything(), '0', String(speakers), String(had), clock(ms / 1_000)];
      }),
    });
    const rows: Record<string, string>[] = parse(turnsCsv(facts), { bom: true, columns: true });
    const listed = rows.map((row) => [row.name, row.channel, Math.round(Number(row.spokenSeconds) * 1_000)]);
    expect(listed, name).toEqual(turns.map((turn) => [turn.name, turn.channel, turn.ms]));
  }
});
