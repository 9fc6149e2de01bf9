import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { chaptersVtt } from '../../../electron/exporters/chapters-vtt.ts';
import { csvOf } from '../../../electron/exporters/csv.ts';
import { contactsCsv, pointsCsv, questionsCsv, turnsCsv } from '../../../electron/exporters/tables-csv.ts';
import { report } from '../../../shared/projections/report/report.ts';
import { meeting } from '../../support/meeting.ts';
import { answerTo, askedFor, HOSTILE, LONG, NASTY, reportedMeeting } from '../../support/reported-meeting.ts';

const read = (csv: string): Record<string, string>[] => parse(csv, { bom: true, columns: true });
const facts = () => {
  const m = reportedMeeting();
  return report(m.state, m.nowMs);
};

describe('lists for spreadsheets', () => {
  test('[X5] given texts that a spreadsheet would take for formulas, when they are listed, then an apostrophe keeps them texts', () => {
    const texts = ['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '＝1', 'a=1', "'=1", ''];
    const csv = csvOf(
      ['text', 'figure'],
      texts.map((text) => [text, -1]),
    );
    expect(csv.startsWith('\ufeff"text","figure"\r\n')).toBe(true);
    expect(read(csv).map((row) => row.text)).toEqual([
      ...texts.slice(0, 7).map((text) => `'${text}`),
      ...texts.slice(7),
    ]);
    expect(read(csv).every((row) => row.figure === '-1')).toBe(true);
  });

  test('[X2] given any script and any markup, when the points are listed, then each is one cell, as typed', () => {
    const rows = read(pointsCsv(facts()));
    const texts = rows.map((row) => row.text);
    for (const text of [...Object.values(HOSTILE), LONG])
      expect(texts, text.slice(0, 30)).toContain(text.startsWith('=') ? `'${text}` : text);
    expect(rows).toHaveLength(facts().points.length);
  });

  test('[X5] given questions, when they are listed, then each has its door, what came of it, and every step with who and when', () => {
    const rows = read(questionsCsv(facts()));
    const safe = (text: string) => (text.startsWith('=') ? `'${text}` : text);
    const texts = Object.values(HOSTILE);
    expect(rows.map((row) => row.text)).toEqual(texts.map((text) => safe(askedFor(text))));
    expect(rows.map((row) => row.answer)).toEqual(texts.map((text) => safe(answerTo(text))));
    expect(rows[1]).toMatchObject({
      number: '2',
      name: NASTY,
      channel: 'online',
      door: 'stream',
      status: 'answered-in-writing',
      turn: '',
      readAloud: 'no',
      steps: 'received 1970-01-01T00:17:52.000Z host\nanswered-in-writing 1970-01-01T00:18:20.000Z host',
    });
    expect(rows[0]?.name).toBe('');
  });

  test('[X5] given points, when they are listed, then speaker, side, turn, times, stances and case are in columns', () => {
    const rows = read(pointsCsv(facts()));
    expect(rows.find((row) => row.noteId === 'yes')).toMatchObject({
      kind: 'consensus',
      speaker: '李小明',
      channel: 'online',
      turn: '1',
      item: 'Discussion',
      elapsedSeconds: '72',
      typedAt: '1970-01-01T00:17:52.000Z',
      support: '1',
      reservations: '1',
      handsOnlineSupport: '1',
      handsOnsiteSupport: '0',
      public: 'no',
      policyQuestion: NASTY,
    });
    expect(rows.find((row) => row.noteId === 'case')).toMatchObject({
      caseTitle: 'Village networks',
      caseDone: 'Cables.\nAnd masts.',
      policyQuestion: '',
      handsOnsiteSupport: '',
    });
  });

  test('[X5] given turns, when they are listed, then each has its times, and why it was out of turn', () => {
    expect(read(turnsCsv(facts()))).toMatchObject([
      {
        number: '1',
        name: '李小明',
        channel: 'online',
        startSeconds: '0',
        spokenSeconds: '85',
        outOfTurn: 'yes',
        insteadOf: NASTY,
        reason: NASTY,
      },
      {
        number: '2',
        name: NASTY,
        charge: '',
        startSeconds: '95',
        spokenSeconds: '5',
        outOfTurn: 'no',
        reason: '',
      },
    ]);
    const none = meeting();
    expect(turnsCsv(report(none.state, none.nowMs)).split('\r\n')).toHaveLength(2);
  });

  test('[X5] given contacts, when they are listed, then purpose and time of consent go with them', () => {
    const contact = { name: '=Ana', email: 'ana@example.org', purpose: 'The network', joinedAtMs: 0 };
    expect(read(contactsCsv([contact, { ...contact, organisation: 'Red' }]))).toEqual([
      {
        name: "'=Ana",
        organisation: '',
        email: 'ana@example.org',
        purpose: 'The network',
        joinedAt: '1970-01-01T00:00:00.000Z',
      },
      expect.objectContaining({ organisation: 'Red' }),
    ]);
  });
});

describe('chapters of the recording', () => {
  const cues = (vtt: string) =>
    vtt
      .split('\n\n')
      .slice(1)
      .map((cue) => cue.trim().split('\n'));

  test('[X6] given turns, when chapters are made, then they count from the start of the session and names are no markup', () => {
    const vtt = chaptersVtt(facts(), 'en', 0);
    expect(vtt.startsWith('WEBVTT\n\n')).toBe(true);
    expect(cues(vtt)).toEqual([
      ['1', '00:00:00.000 --> 00:01:35.000', '李小明 (Online)'],
      ['2', '00:01:35.000 --> 00:01:40.000', '&lt;script&gt;x&lt;/script&gt; | a # *b* `c` --&gt; (Onsite)'],
    ]);
    expect(vtt.match(/-->/g)).toHaveLength(2);
  });

  test('[X6] given the recording began at another time, when chapters are made, then they move, and what it has not is left out', () => {
    expect(cues(chaptersVtt(facts(), 'zh-CN', 3_600.5))[0]).toEqual([
      '1',
      '01:00:00.500 --> 01:01:35.500',
      '李小明 (线上)',
    ]);
    expect(cues(chaptersVtt(facts(), 'en', -90))).toMatchObject([
      ['1', '00:00:00.000 --> 00:00:05.000', '李小明 (Online)'],
      ['2', '00:00:05.000 --> 00:00:10.000', expect.any(String)],
    ]);
    expect(cues(chaptersVtt(facts(), 'en', -95))).toHaveLength(1);
  });

  test('[X6] given nobody said that the session starts, when chapters are made, then they count from the first turn', () => {
    const m = meeting();
    m.wait(60).do('floor/give', { turnId: 't1', person: { personId: 'bo' }, afterTurnId: null });
    m.wait(10);
    expect(cues(chaptersVtt(report(m.state, m.nowMs), 'en', 0))).toEqual([
      ['1', '00:00:00.000 --> 00:00:10.000', 'Bo 博 (Online)'],
    ]);
  });
});
