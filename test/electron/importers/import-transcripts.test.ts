import { describe, expect, test } from 'vitest';
import { type ReadImport, readImport } from '../../../electron/importers/read-import.ts';

const text = (...lines: string[]) => readImport(Buffer.from(`${lines.join('\n')}\n`));
const vtt = (...lines: string[]) => text('WEBVTT', '', ...lines);
const spoken = ({ people }: ReadImport) => people.map(({ name, spokenSeconds }) => [name, spokenSeconds]);

describe('cues', () => {
  test('[J4] given SubRip, when read, then it is read as WebVTT is', async () => {
    const read = await text(
      '1',
      '00:00:01,000 --> 00:00:04,000',
      'Ada: Hello',
      '',
      '2',
      '00:00:04,000 --> 00:00:06,500',
      'Bo: Hi',
    );
    expect([read.format, spoken(read)]).toEqual([
      'zoom-transcript',
      [
        ['Ada', 3],
        ['Bo', 2.5],
      ],
    ]);
  });

  test('[J4] given no empty lines between the cues, when read, then each has its own words', async () => {
    const read = await text(
      '1',
      '00:00:01,000 --> 00:00:04,000',
      'Ada: Hello',
      '2',
      '00:00:04,000 --> 00:00:06,500',
      'Bo: Hi',
    );
    expect(read.messages?.map(({ name, text: said }) => [name, said])).toEqual([
      ['Ada', 'Hello'],
      ['Bo', 'Hi'],
    ]);
  });

  test('[J4] given two speakers in lines of one cue, when read, then each is there with a part of its time', async () => {
    const read = await vtt(
      '00:00:01.000 --> 00:00:05.000',
      '- Ada: four',
      '- Bo: four',
      '',
      '00:00:05.000 --> 00:00:07.000',
      'Ada: one',
      'more of it: this',
      'Bo: two',
    );
    expect(read.messages?.map(({ name, text: said }) => [name, said])).toEqual([
      ['Ada', 'four'],
      ['Bo', 'four'],
      ['Ada', 'one\nmore of it: this'],
      ['Bo', 'two'],
    ]);
    expect(spoken(read).map(([name]) => name)).toEqual(['Ada', 'Bo']);
  });

  test('[J4] given a line that begins before the one above it has gone, when read, then the time counts once', async () => {
    const read = await vtt(
      '00:00:01.000 --> 00:00:04.000',
      '<v Ada>one</v>',
      '',
      '00:00:02.000 --> 00:00:05.000',
      '<v ADA>two</v>',
    );
    expect(spoken(read)).toEqual([['Ada', 4]]);
  });

  test('[J4] given characters that stand for others and a guest, when read, then names and words are as they were said', async () => {
    const read = await vtt('00:00:01.000 --> 00:00:04.000', '<v Ada &amp; Bo (Guest)>a &lt; b&nbsp;c</v>');
    expect(read.messages).toEqual([{ name: 'Ada & Bo', text: 'a < b c', atSeconds: 1, row: 3 }]);
  });

  test('[J7] given a time that is cut off, when read, then the row is named; one in the middle and one that runs backwards are said', async () => {
    const first = ['00:00:01.000 --> 00:00:04.000', 'Ada: Hello', ''];
    await expect(vtt(...first, '00:00:04.000 --> 00:0')).rejects.toMatchObject({
      code: 'cut-off',
      params: { row: 6 },
    });
    const read = await vtt(
      ...first,
      '00:00:04 --> 00:00:05.000',
      'Ada: lost',
      '',
      '00:00:09.000 --> 00:00:08.000',
      'Ada: back',
    );
    expect(read.problems.map(({ row, code }) => [row, code])).toEqual([
      [6, 'bad-time'],
      [9, 'bad-time'],
    ]);
    expect(spoken(read)).toEqual([['Ada', 3]]);
  });

  test('[J4] given lines that name nobody, when read, then that is said', async () => {
    const read = await vtt(
      '00:00:01.000 --> 00:00:04.000',
      'Hello everybody',
      '',
      '00:00:04.000 --> 00:00:05.000',
      'and welcome',
    );
    expect([spoken(read), read.problems]).toEqual([[], [{ row: 3, code: 'unnamed', params: { count: 2 } }]]);
  });
});
