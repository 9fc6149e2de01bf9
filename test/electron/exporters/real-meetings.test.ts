import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { turnsCsv } from '../../../electron/exporters/tables-csv.ts';
import { must } from '../../../shared/lib/assert.ts';
import { CHANNELS, type Channel, perChannel } from '../../../shared/lib/vocabulary.ts';
import { clock } from '../../../shared/words/words.ts';
import { type Meeting, meeting } from '../../support/meeting.ts';
import { sourceOf, textOf } from '../../support/reported-meeting.ts';
import { sharedCases } from '../../support/shared-cases.ts';

type Recorded = {
  turns: { speaker: string; channel: Channel | null; words: number; seconds: number | null }[];
};

const WORDS_PER_MINUTE = 140;
/** One short meeting of the kind, so that the rule is held in every clone. */
const OWN_MEETING: Recorded = {
  turns: [
    { speaker: 'CHAIR', channel: 'onsite', words: 70, seconds: null },
    { speaker: 'S1', channel: 'online', words: 280, seconds: 61.5 },
    { speaker: 'CHAIR', channel: 'onsite', words: 0, seconds: 12.345 },
  ],
};

/** What the record says of each turn: side, and milliseconds. Where two speak at once, some say less than nothing. */
function linesOf({ turns }: Recorded) {
  return turns.map(({ speaker, channel, words, seconds }) => ({
    name: speaker,
    channel: channel ?? 'onsite',
    ms: Math.max(0, Math.round((seconds ?? (words / WORDS_PER_MINUTE) * 60) * 1_000)),
  }));
}

function replayed(lines: ReturnType<typeof linesOf>): Meeting {
  const agenda = [{ itemId: 'talk', kind: 'discussion' as const, title: 'Talk', minutes: 600 }];
  const m = meeting({ format: 'evenfloor.plan', v: 1, title: 'Replay', agenda });
  m.do('session/start');
  m.do('agenda/begin', { itemId: 'talk', afterItemId: null });
  lines.forEach(({ name, channel, ms }, index) => {
    const afterTurnId = index === 0 ? null : `t${index - 1}`;
    m.do('floor/give', { turnId: `t${index}`, person: { name, channel }, afterTurnId });
    m.wait(ms / 1_000).do('floor/end', { turnId: `t${index}` });
  });
  return m;
}

test('[T4] given what was really said, when it is replayed into a report, then its tallies are the record’s sums', () => {
  for (const [name, record] of [['own', OWN_MEETING] as const, ...sharedCases<Recorded>('meetings')]) {
    const lines = linesOf(record);
    const m = replayed(lines);
    const sum = (channel: Channel) =>
      lines.filter((line) => line.channel === channel).reduce((ms, line) => ms + line.ms, 0);
    const counted = (channel: Channel) => lines.filter((line) => line.channel === channel).length;
    const people = (channel: Channel) =>
      new Set(lines.filter((line) => line.channel === channel).map((line) => line.name)).size;

    const { facts } = sourceOf(m);
    const { participation, balance } = facts;
    expect(
      perChannel((channel) => Math.round(participation.seconds[channel] * 1_000)),
      name,
    ).toEqual(perChannel(sum));
    expect(participation.turns, name).toEqual(perChannel(counted));
    expect(participation.speakers, name).toEqual(perChannel(people));
    expect(
      perChannel((channel) => Math.round(balance[channel].seconds * 1_000)),
      name,
    ).toEqual(perChannel(sum));

    const section = must(
      textOf(m).sections.find(({ title }) => title === 'Participation'),
      'participation',
    );
    const [table] = section.blocks;
    expect(table, name).toMatchObject({
      rows: CHANNELS.map((channel) => [
        expect.anything(),
        '0',
        String(people(channel)),
        String(counted(channel)),
        clock(sum(channel) / 1_000),
      ]),
    });
    const rows: Record<string, string>[] = parse(turnsCsv(facts), { bom: true, columns: true });
    expect(
      rows.map((row) => [row.name, row.channel, Math.round(Number(row.spokenSeconds) * 1_000)]),
      name,
    ).toEqual(lines.map((line) => [line.name, line.channel, line.ms]));
  }
});
