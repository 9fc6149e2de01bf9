import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import type { Block } from '../../../electron/exporters/document.ts';
import { turnsCsv } from '../../../electron/exporters/tables-csv.ts';
import { must } from '../../../shared/lib/assert.ts';
import { report } from '../../../shared/projections/report/report.ts';
import { discussion, hand, type Meeting } from '../../support/meeting.ts';
import { textOf } from '../../support/reported-meeting.ts';

const blocksOf = (m: Meeting, title: string, language: 'en' | 'zh-CN' = 'en'): Block[] =>
  must(
    textOf(m, language).sections.find((section) => section.title === title),
    title,
  ).blocks;
const tableOf = (m: Meeting, title: string, language: 'en' | 'zh-CN' = 'en') =>
  must(
    blocksOf(m, title, language).find((block) => block.kind === 'table'),
    title,
  );

const said = (m: Meeting, title: string, language: 'en' | 'zh-CN' = 'en') =>
  JSON.stringify(blocksOf(m, title, language));

/** r1 speaks for 12.4 s, o1 for 23.63. */
function parts(): Meeting {
  const m = discussion(1, 1);
  m.do('floor/give', { turnId: 't1', entryId: 'r1', afterTurnId: null });
  m.wait(12.4).do('floor/give', { turnId: 't2', entryId: 'o1', afterTurnId: 't1' });
  m.wait(23.63).do('floor/end', { turnId: 't2' });
  return m;
}

describe('what is shown of seconds', () => {
  test('[C9] given turns with parts of seconds, when they are reported, then tables and charts have the same whole ones', () => {
    const m = parts();
    expect(tableOf(m, 'Balance').rows[1]?.[1]).toBe('0:23');
    expect(tableOf(m, 'Participation').rows[1]?.[4]).toBe('0:23');
    expect(tableOf(m, 'Turns').rows[1]?.[5]).toBe('0:23');
    const figures = blocksOf(m, 'Balance').filter((block) => block.kind === 'figure');
    expect(figures[0]?.summary).toContain('0:23');
    expect(figures[0]?.table.rows.at(-1)?.[2]).toBe('0:23');
    expect(figures[1]?.table.rows.at(-1)?.[3]).toBe('0:23');
    expect(JSON.stringify(figures)).not.toContain('0:24');
  });

  test('[C9] given an item that fell short by part of a second, when it is reported, then the difference is that of what is shown', () => {
    const m = discussion();
    m.wait(40 * 60 - 0.5).do('agenda/begin', { itemId: 'closing', afterItemId: 'talk' });
    expect(tableOf(m, 'Agenda').rows[2]).toEqual(['Discussion', '40:00', '39:59', '−0:01']);
  });
});

describe('the agenda', () => {
  test('[T8] given minutes were taken off, when it is written, then the plan, what was taken off and the difference to the plan are told', () => {
    const m = discussion();
    expect(tableOf(m, 'Agenda').head).toEqual(['Item', 'Planned', 'Actual', 'Difference']);
    m.do('agenda/adjust', { itemId: 'talk', seconds: -2_400 });
    m.do('agenda/adjust', { itemId: 'closing', seconds: 90 });
    m.wait(60);
    const { head, rows, numeric } = tableOf(m, 'Agenda');
    expect(head).toEqual(['Item', 'Planned', 'Added or taken off', 'Actual', 'Difference']);
    expect(rows[1]?.slice(1)).toEqual(['40:00', '', '0:00', '−40:00']);
    expect(rows[2]?.slice(1)).toEqual(['40:00', '−40:00', '1:00', '−39:00']);
    expect(rows[3]?.slice(1)).toEqual(['5:00', '+1:30', '0:00', '−5:00']);
    expect(numeric).toEqual([1, 2, 3, 4]);
    expect(tableOf(m, '议程', 'zh-CN').head).toHaveLength(5);
  });
});

describe('the turns', () => {
  test('[T9] given a point of order and pauses, when turns are listed, then kind and pauses are told, and only that one is marked', () => {
    const m = discussion(1);
    m.do('queue/join', hand('p1', 'online', { kind: 'point-of-order' }));
    m.do('floor/give', { turnId: 't1', entryId: 'p1', afterTurnId: null });
    m.wait(10).do('floor/pause', { turnId: 't1' });
    m.wait(20).do('floor/give', { turnId: 't2', entryId: 'r1', afterTurnId: 't1' });
    m.wait(5).do('floor/end', { turnId: 't2' });
    expect(parse(turnsCsv(report(m.state, m.nowMs)), { bom: true, columns: true })).toMatchObject([
      { kind: 'point-of-order', spokenSeconds: '10', pausedSeconds: '20' },
      { kind: 'topic', spokenSeconds: '5', pausedSeconds: '0' },
    ]);
    expect(tableOf(m, 'Turns').rows.map((row) => row.at(-1))).toEqual(['point of order', '']);
    expect(tableOf(m, '发言记录', 'zh-CN').rows[0]?.at(-1)).toBe('程序问题');
  });
});

describe('who was not reached', () => {
  test('[T10] given hands that still wait, when it is reported, then how many of each side, held ones too; a side without any is left out', () => {
    const m = discussion(2, 1);
    m.do('queue/hold', { entryId: 'r2' });
    expect(report(m.state, m.nowMs).participation.notReached).toEqual({ onsite: 2, online: 1 });
    expect(said(m, 'Participation')).toContain('Still waiting: ▲ Onsite 2, ● Online 1.');
    m.do('queue/leave', { entryId: 'o1' });
    m.do('session/end');
    expect(said(m, 'Participation')).toContain('Not reached: ▲ Onsite 2.');
    expect(said(m, '参与情况', 'zh-CN')).toContain('未轮到发言：▲ 现场 2。');
  });

  test('[T10] given everybody has been called, when it is reported, then nothing is said of it', () => {
    const m = parts();
    expect(report(m.state, m.nowMs).participation.notReached).toEqual({ onsite: 0, online: 0 });
    expect(said(m, 'Participation')).not.toMatch(/waiting|reached/);
  });
});

describe('who was called', () => {
  test('[T2] given nobody was called instead of a proposal, when it is written, then it claims nothing of hands that were moved', () => {
    const m = discussion(3);
    m.do('queue/move', { entryId: 'r3', afterEntryId: null });
    m.do('floor/give', { turnId: 't1', entryId: 'r3', afterTurnId: null });
    expect(said(m, 'Called out of turn')).toContain('Nobody was called instead of the proposal.');
    expect(said(m, '未按建议顺序的点名', 'zh-CN')).toContain('没有人被叫来代替建议的发言人。');
  });
});

test('[T11] given technical stops, when it is written, then the facts of the session say how many and how long; without any, nothing', () => {
  const m = discussion();
  expect(said(m, 'Session')).not.toContain('Technical');
  m.do('session/pause');
  m.wait(60);
  expect(said(m, 'Session')).toContain('{"label":"Technical stops","text":"1, 1:00 in all"}');
  m.do('session/resume');
  m.do('session/end');
  expect(said(m, 'Session')).toContain('{"label":"Technical stops","text":"1, 1:00 in all"}');
  expect(said(m, '会议', 'zh-CN')).toContain('{"label":"技术暂停","text":"1 次，共 1:00"}');
});
