import { describe, expect, test } from 'vitest';
import { reportHtml } from '../../../electron/exporters/report-html.ts';
import { reportMarkdown } from '../../../electron/exporters/report-markdown.ts';
import { reportText } from '../../../electron/exporters/report-text.ts';
import { report } from '../../../shared/projections/report/report.ts';
import type { Language } from '../../../shared/words/languages.ts';
import { discussion, hand, meeting, planOfDiscussion } from '../../support/meeting.ts';

const NASTY = '<script>x</script> | a\n# *b* `c`';

/** A session with something in every section, all of it with characters that mean something to the formats. */
function facts() {
  const m = meeting(planOfDiscussion({ title: NASTY, code: 'WS #377', series: 'IGF 2023' }));
  m.do('session/configure', { policyQuestions: [{ policyQuestionId: 'q1', text: NASTY }] });
  m.do('agenda/begin', { itemId: 'talk', afterItemId: null });
  m.do('queue/join', hand('r1', 'onsite', { name: NASTY }));
  m.do('queue/join', hand('o1', 'online', { name: '李小明' }));
  m.do('floor/give', {
    turnId: 't1',
    entryId: 'o1',
    afterTurnId: null,
    proposedEntryId: 'r1',
    reason: NASTY,
  });
  m.wait(95).do('floor/give', { turnId: 't2', entryId: 'r1', charge: null, afterTurnId: 't1' });
  m.wait(5).do('floor/end', { turnId: 't2' });
  m.do('session/settle-absence', { fromMs: m.nowMs - 50_000, toMs: m.nowMs - 40_000, counted: false });
  m.do('session/end');
  return report(m.state, m.nowMs);
}

describe('report', () => {
  test('[U14] given what people have typed, when it is written as Markdown, then it stays text and tables stay tables', () => {
    const text = reportMarkdown(reportText(facts(), 'en'));
    expect(text).toContain('# WS \\#377 · \\<script\\>x\\</script\\> \\| a \\# \\*b\\* \\`c\\`');
    const rows = text.split('\n').filter((line) => line.startsWith('|'));
    const cells = rows.map((row) => row.split(/(?<!\\)\|/).length);
    expect(new Set(cells)).toEqual(new Set([6, 7, 10]));
    expect(text).toContain('| ● Online | 1:25 | 100 % | 1 | 1 |');
    expect(text).toContain('1\\. 李小明 (Online) instead of');
    expect(text).toContain('taken off the clocks');
  });

  test('[U14] given what people have typed, when it is written as HTML, then no tag of theirs is in it', () => {
    const svg = '<svg viewBox="0 0 1 1"></svg>';
    const table = { head: ['Who', 'How long'], rows: [[NASTY, '1:00']], numeric: [1] };
    const page = reportHtml(
      reportText(facts(), 'en'),
      { title: 'In pictures', asTable: 'As a table', drawn: [{ title: NASTY, svg, table }] },
      'en',
    );
    expect(page).not.toContain('<script');
    expect(page).toContain('&lt;script&gt;x&lt;/script&gt;');
    expect(page).toContain(`</figcaption>${svg}<details><summary>As a table</summary><table>`);
    expect(page).toContain('<td class="number" dir="auto">1:00</td>');
    expect(page).toContain('not counted');
    expect(
      reportHtml(reportText(facts(), 'en'), { title: 'In pictures', asTable: '', drawn: [] }, 'en'),
    ).not.toContain('In pictures');
  });

  test('[U14] given both languages, when it is worded, then the sections are the same and no word is left over', () => {
    const of = (language: Language) => reportText(facts(), language);
    expect(of('zh-CN').sections.map((section) => section.title)).toEqual([
      '政策问题',
      '会议进程',
      '讨论中的发言时间',
      '未按建议叫到的发言',
      '发言记录',
      '中枢离线的时间',
    ]);
    expect(of('zh-CN').sections.length).toBe(of('en').sections.length);
  });

  test('[U14] given a session that has not begun, or still runs, when it is worded, then it says so', () => {
    const m = meeting();
    expect(reportText(report(m.state, m.nowMs), 'en').about).toContain('not started');
    const running = discussion(1);
    const text = reportMarkdown(reportText(report(running.state, running.nowMs), 'en'));
    expect(text).toContain('still running');
    expect(text).toContain('Nobody has spoken yet.');
    expect(text).toContain('Everybody was called as proposed.');
  });
});
