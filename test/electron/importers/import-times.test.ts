import { describe, expect, test } from 'vitest';
import { type ReadImport, readImport } from '../../../electron/importers/read-import.ts';

const text = (...lines: string[]) => readImport(Buffer.from(`${lines.join('\n')}\n`));
const minutes = ({ people }: ReadImport) => people.map((person) => person.minutes);
const codes = ({ problems }: ReadImport) => problems.map(({ row, code }) => [row, code]);
const ZOOM = 'Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes)';

describe('when somebody came and went', () => {
  test('[J22] given dates that can be read in two ways and a meeting over midnight, when two devices overlap, then nobody was there for a month', async () => {
    const read = await text(
      ZOOM,
      'Ada,a@x.org,04/03/2026 23:50:00,05/03/2026 00:10:00,20',
      'Ada,a@x.org,04/03/2026 23:55:00,05/03/2026 00:12:00,17',
    );
    expect([minutes(read), codes(read)]).toEqual([[22], []]);
  });

  test('[J22] given clocks are changed in between, when two devices overlap, then the figures of the file count', async () => {
    const read = await text(
      ZOOM,
      'Ada,a@x.org,03/29/2026 01:30:00 AM,03/29/2026 03:30:00 AM,60',
      'Ada,a@x.org,03/29/2026 01:40:00 AM,03/29/2026 03:35:00 AM,55',
      'Bo,b@x.org,10/25/2026 02:30:00 AM,10/25/2026 02:15:00 AM,45',
      'Bo,b@x.org,10/25/2026 02:40:00 AM,10/25/2026 02:20:00 AM,40',
    );
    expect([minutes(read), codes(read)]).toEqual([[65, 50], []]);
  });

  test.each([
    ['26/03/2026 à 23:50:00', '27/03/2026 à 00:10:00'],
    ['26.03.2026 um 23:50', '27.03.2026 um 00:10'],
    ['26. März 2026 23:50', '27. März 2026 00:10'],
    ['26 de marzo de 2026, 23:50', '27 de marzo de 2026, 00:10'],
    ['26-Mar-2026 23:50', '27-Mar-2026 00:10'],
    ['March 26, 2026 at 11:50 PM', 'March 27, 2026 at 12:10 AM'],
    ['2026年3月26日 23:50', '2026年3月27日 0:10'],
    ['2026-03-26T23:50:00Z', '2026-03-27T01:10:00+01:00'],
    ['\u200e2026-03-26 23:50', '2026-03-27 00:10'],
  ])('[J22] given “%s”, when read, then it is that time', async (from, to) => {
    expect(minutes(await text('Name;Join time;Leave time', `Ada;${from};${to}`))).toEqual([20]);
  });

  test.each(['25:10', '24:30', '24:00:01', '99:30 PM', '10:99', '02/30/2026 10:00', '13/13/2026 10:00'])(
    '[J22] given “%s”, when read, then it is no time, and that is said',
    async (time) => {
      const read = await text('Name,Join time,Leave time', `Ada,${time},11:00`);
      expect([minutes(read), codes(read)]).toEqual([[undefined], [[2, 'bad-time']]]);
    },
  );
});
