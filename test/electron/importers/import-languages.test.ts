import { describe, expect, test } from 'vitest';
import { minutesOf } from '../../../electron/importers/import/times.ts';
import { type ReadImport, readImport } from '../../../electron/importers/read-import.ts';
import { workbookOf } from './workbook.ts';

const people = ({ people: all }: ReadImport) => all.map(({ name, minutes }) => [name, minutes]);

describe('lengths of time', () => {
  test.each([
    ['1 Std. 27 Min. 51 Sek.', 87.85],
    ['2 Stunden und 5 Minuten', 125],
    ['1 u 20 m 3 s', 80.05],
    ['1 時間 20 分', 80],
    ['1 小時 20 分鐘', 80],
    ['1小时2分钟', 62],
    ['1 godz. 20 min', 80],
    ['1 tim 20 min', 80],
    ['1 sa 20 dk', 80],
    ['1 giờ 20 phút', 80],
    ['1 day 2 h', 1_560],
    ['1 hr, 2 mins', 62],
    ['PT1H20M', 80],
    ['1h27m51s', 87.85],
    ['1,5 h', 90],
    ['0:30:00', 30],
  ])('[J20] given %s, when read, then it is %f minutes', (value, minutes) => {
    expect(minutesOf(value)).toBeCloseTo(minutes, 9);
  });

  test.each(['1:20', '1 xx 20 min', '20 min ca', '20 min 5', 'h 20', 'PT', '5 movies', ''])(
    '[J20] given “%s”, when read, then it is no length: a part of one would be a wrong figure',
    (value) => {
      expect(minutesOf(value)).toBeNull();
    },
  );

  test('[J20] given times and lengths as cells of a workbook, when read, then they are what the sheet shows', async () => {
    const length = (minutes: number) => ({ days: minutes / 1_440, as: 'length' as const });
    const at = (hours: number) => ({ days: 46_354 + hours / 24, as: 'date' as const });
    const bytes = await workbookOf({
      成员参会概况: [
        ['会议主题', '数字减碳'],
        ['用户昵称（入会昵称）', '首次入会时间', '最后退会时间', '入会次数', '累计参会时长'],
        ['小王(王芳)', at(10), at(11.5), 2, { days: 87 / 1_440, as: 'time' }],
        ['李雷', at(10), at(11), 1, length(27 * 60 + 0.5)],
      ],
    });
    const imported = await readImport(bytes);
    expect(people(imported)).toEqual([
      ['王芳', 87],
      ['李雷', 1_620.5],
    ]);
    expect(imported.problems).toEqual([]);
  });
});
