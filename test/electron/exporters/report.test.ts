import { describe, expect, test } from 'vitest';
import type { ReportText } from '../../../electron/exporters/document.ts';
import { reportJson } from '../../../electron/exporters/report-json.ts';
import { must } from '../../../shared/lib/assert.ts';
import { isProse } from '../../../shared/projections/report/contents.ts';
import { templateOf } from '../../../shared/projections/report/templates.ts';
import { redactState } from '../../../shared/redact.ts';
import { clock } from '../../../shared/words/words.ts';
import { discussion, meeting } from '../../support/meeting.ts';
import { reportedMeeting, sourceOf, textOf } from '../../support/reported-meeting.ts';

const sectionOf = (text: ReportText, title: string) =>
  must(
    text.sections.find((section) => section.title === title),
    title,
  );
/** Everything that a section says. */
const said = (text: ReportText, title: string) => JSON.stringify(sectionOf(text, title).blocks);

describe('the report in words', () => {
  test('[X1] given a form was chosen, when the report is worded, then it has the sections of the form in its order', () => {
    const m = reportedMeeting();
    m.do('notes/use-template', { templateId: 'igf-workshop-2016' });
    for (const language of ['en', 'zh-CN'] as const) {
      const titles = templateOf('igf-workshop-2016').sections.map(({ title }) => title[language]);
      expect(textOf(m, language).sections.map(({ title }) => title)).toEqual(titles);
    }
  });

  test('[X1] given no form or an unknown one was chosen, when the report is worded, then it is the general one', () => {
    const m = reportedMeeting();
    const general = textOf(m, 'en', { template: templateOf('generic') });
    expect(textOf(m)).toEqual(general);
    m.do('notes/use-template', { templateId: 'of-a-later-version' });
    expect(textOf(m)).toEqual(general);
  });

  test('[X1] given a session in which nothing was said, when it is worded, then facts that are none stay out and prose says so', () => {
    const text = textOf(meeting());
    const prose = templateOf('generic').sections.filter(({ content }) => isProse(content));
    for (const { title } of prose) expect(said(text, title.en)).toContain('Nothing was noted.');
    const titles = text.sections.map(({ title }) => title);
    for (const title of ['Consensus', 'Practical cases', 'Research network', 'Points by speaker'])
      expect(titles).not.toContain(title);
    expect(said(text, 'Session')).toContain('not started');
    const running = textOf(discussion(1));
    expect(said(running, 'Turns')).toContain('Nobody has spoken yet.');
    expect(said(running, 'Called out of turn')).toContain('Nobody was called instead of the proposal.');
  });

  test('[X1] given a session that is over, when it is worded, then it says for how long it went', () => {
    const m = discussion(1);
    m.wait(92 * 60 + 4);
    expect(said(textOf(m), 'Session')).not.toContain('Length');
    m.do('session/end');
    const seconds = ((m.state.session.endedAtMs ?? 0) - (m.state.session.startedAtMs ?? 0)) / 1_000;
    expect(said(textOf(m), 'Session')).toContain(`{"label":"Length","text":"${clock(seconds)}"}`);
    expect(clock(seconds)).toMatch(/^1:3\d:\d\d$/);
    expect(said(textOf(m, 'zh-CN'), templateOf('generic').sections[0]?.title['zh-CN'] ?? '')).toContain(
      '时长',
    );
  });

  test('[X1] given the rapporteur has worded a part, when the report is made, then it has those paragraphs and no drafted ones', () => {
    const m = reportedMeeting();
    m.do('notes/draft', {
      sectionId: 'discussion',
      baseRevision: 0,
      text: 'First.\n\nSecond,\nwith a line.',
    });
    expect(sectionOf(textOf(m), 'Discussion').blocks).toEqual([
      { kind: 'paragraph', text: 'First.' },
      { kind: 'paragraph', text: 'Second,\nwith a line.' },
    ]);
    expect(JSON.parse(reportJson(sourceOf(m))).prose).toContainEqual({
      sectionId: 'discussion',
      content: 'discussion',
      text: 'First.\n\nSecond,\nwith a line.',
      isWorded: true,
    });
  });

  test('[X1] given points, when they are worded, then each has kind, speaker, side, times, owner, stances and hands', () => {
    const text = textOf(reportedMeeting());
    const [point] = sectionOf(text, 'Consensus').blocks.flatMap((block) =>
      block.kind === 'list' ? block.items : [],
    );
    expect(point?.text).toBe('We agree.');
    expect(point?.detail).toMatch(
      /^Consensus · 李小明 ● Online · \d\d:\d\d:\d\d \(1:12 into turn 1\) · support 1, 1 reservation · show of hands: ▲ support 0, 0 reservations, ● support 1, 0 reservations$/,
    );
    expect(said(text, 'Points by policy question')).toContain('to be done by Organisers');
    expect(said(text, 'Points by policy question')).toContain('shown to everybody');
    const headings = sectionOf(text, 'Points by policy question').blocks.flatMap((block) =>
      block.kind === 'heading' ? [block.text.slice(0, 2)] : [],
    );
    expect(headings).toEqual(['1.', '2.', 'To']);
    expect(said(text, 'Practical cases')).toContain('Village networks');
    expect(said(text, 'Practical cases')).toContain('"href":"https://example.org/');
  });

  test('[X1] given people with roles and groups, when they are worded, then who ran it and who was on the panel is told', () => {
    const { blocks } = sectionOf(textOf(reportedMeeting()), 'People');
    expect(blocks).toMatchObject([
      {
        rows: [
          { label: 'Organiser', text: 'Bo 博' },
          { label: 'Chair and moderators', text: 'Bo 博' },
          { label: 'Rapporteur', text: 'Ana, Red | Blue' },
        ],
      },
      {
        rows: [
          ['Ana', 'Red | Blue', '▲ Onsite', 'Civil Society, Other'],
          ['Bo 博', '', '● Online', ''],
        ],
      },
    ]);
  });

  test('[X1] given both languages, when it is worded, then the sections are of the same kinds and sizes', () => {
    const m = reportedMeeting();
    const shapeOf = ({ sections }: ReportText) =>
      sections.map(({ blocks }) => blocks.map((block) => [block.kind, 'rows' in block && block.rows.length]));
    expect(shapeOf(textOf(m, 'zh-CN'))).toEqual(shapeOf(textOf(m, 'en')));
    expect(JSON.stringify(textOf(m, 'zh-CN').sections.map(({ title }) => title))).not.toMatch(/[a-z]{3}/);
  });

  test('[X7] given contacts were left, when the report is made, then it tells how many, and who only when asked to', () => {
    const m = reportedMeeting();
    const plain = textOf(m);
    expect(said(plain, 'Research network')).toContain('1 person has left a contact.');
    expect(JSON.stringify(plain)).not.toContain('ana@example.org');
    const contacts = [{ name: 'Ana', email: 'ana@example.org' }];
    expect(said(textOf(m, 'en', { contacts }), 'Research network')).toContain('ana@example.org');
    expect(reportJson(sourceOf(m, { contacts }))).toContain('ana@example.org');
  });

  test('[X7] given a reader who keeps no contacts, when the report is made, then it does not even count them', () => {
    const m = reportedMeeting();
    const seen = { ...m, state: redactState(m.state, 'staff') };
    expect(textOf(seen).sections.map(({ title }) => title)).not.toContain('Research network');
    expect(JSON.parse(reportJson(sourceOf(seen))).contacts).toBeNull();
  });
});
