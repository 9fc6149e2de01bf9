/** A session with something in every section of the report, in many scripts and with what formats give a meaning to. */

import { figuresOf } from '../../electron/exporters/figures.ts';
import { reportText } from '../../electron/exporters/report-text.ts';
import type { ReportSource } from '../../electron/exporters/writing.ts';
import { report } from '../../shared/projections/report/report.ts';
import { templateOf } from '../../shared/projections/report/templates.ts';
import type { Language } from '../../shared/words/languages.ts';
import { hand, type Meeting, meeting, planOfDiscussion } from './meeting.ts';

/** What must come out of every format as it went in, and harm nobody there. */
export const HOSTILE = {
  chinese: '互联网治理：“公平”的发言机会……',
  arabic: 'حوكمة الإنترنت (IGF) في 2026، أولاً.',
  vietnamese: 'Quản trị Internet phải công bằng cho mọi người',
  thai: 'การกำกับดูแลอินเทอร์เน็ต',
  joiners: 'family 👨‍👩‍👧 and نمی‌خواهم',
  combining: 'Z͑ͫ̓a̶l̈g̃o e\u0301',
  formula: '=HYPERLINK("http://x")',
  script: '<script>alert(1)</script> &amp; <b>',
  markdown: '# * _a_ **b** [x](y) ![i](u) | \\ `c` ~~d~~ $e$ <http://f>',
  lines: 'one\n- two\n===\n    three\n1. four\n\n> five',
} as const;

/** What a question and its answer say, so that they are told from the point with the same text. */
export const askedFor = (text: string) => `${text}\n?`;
export const answerTo = (text: string) => `${text}\n!`;

/** As long as a point may be. */
export const LONG = `${'字'.repeat(4_990)} the end.`;

export const NASTY = '<script>x</script> | a # *b* `c` -->';

/** An override, a paused and a free turn, points of every kind, a show of hands, a case, and contacts. */
export function reportedMeeting(): Meeting {
  const m = meeting(
    planOfDiscussion({
      title: NASTY,
      code: 'WS #377',
      series: 'IGF 2016',
      policyQuestions: [
        { policyQuestionId: 'q1', text: NASTY },
        { policyQuestionId: 'q2', text: HOSTILE.arabic },
      ],
      people: [
        {
          personId: 'ana',
          name: 'Ana',
          channel: 'onsite',
          panel: true,
          organisation: 'Red | Blue',
          groups: { stakeholder: 'Civil Society', region: 'Other' },
          roles: ['rapporteur'],
        },
        {
          personId: 'bo',
          name: 'Bo 博',
          channel: 'online',
          panel: true,
          roles: ['host', 'online-moderator'],
        },
        { personId: 'li', name: '李小明', channel: 'online', groups: { stakeholder: 'Government' } },
      ],
    }),
  );
  m.do('session/start');
  m.do('session/configure', { network: { purpose: 'The network' } });
  m.do('agenda/begin', { itemId: 'talk', afterItemId: null });
  m.do('queue/join', hand('r1', 'onsite', { name: NASTY }));
  m.do('queue/join', hand('o1', 'online', { name: '李小明', personId: 'li' }));
  m.do('floor/give', {
    turnId: 't1',
    entryId: 'o1',
    afterTurnId: null,
    proposedEntryId: 'r1',
    reason: NASTY,
  });
  m.wait(72);
  Object.values(HOSTILE).forEach((text, index) => {
    m.do('notes/write', {
      noteId: `h${index}`,
      baseRevision: 0,
      kind: 'point',
      text,
      policyQuestionId: 'q2',
    });
  });
  m.do('notes/write', { noteId: 'long', baseRevision: 0, kind: 'quote', text: LONG });
  m.do('notes/write', {
    noteId: 'yes',
    baseRevision: 0,
    kind: 'consensus',
    text: 'We agree.',
    policyQuestionId: 'q1',
  });
  m.do('notes/endorse', { noteId: 'yes', stance: 'support', personId: 'ana' });
  m.do('notes/endorse', { noteId: 'yes', stance: 'reservation', personId: 'bo' });
  m.do('notes/ask', { noteId: 'yes' });
  m.as('phone-1', 'participant').do('people/introduce', { name: 'Phone', channel: 'online' });
  m.do('notes/endorse', { noteId: 'yes', stance: 'support' });
  m.as('host-1', 'host').do('notes/close', { noteId: 'yes' });
  m.do('notes/write', {
    noteId: 'case',
    baseRevision: 0,
    kind: 'case',
    text: 'A case was told.',
    caseDetails: {
      title: 'Village networks',
      organisation: 'Red',
      place: 'Hà Nội',
      done: 'Cables.\nAnd masts.',
      effect: NASTY,
      link: 'https://example.org/?a=1&b="2"',
    },
  });
  m.do('notes/write', { noteId: 'do', baseRevision: 0, kind: 'action', text: 'Do it.', owner: 'Organisers' });
  m.do('notes/reveal', { noteId: 'do', revealed: true });
  Object.values(HOSTILE).forEach((text, index) => {
    const question = { questionId: `a${index}`, text: askedFor(text), channel: 'online', door: 'stream' };
    m.do('questions/ask', { ...question, ...(index > 0 && { name: NASTY }) });
  });
  m.wait(23).do('floor/give', { turnId: 't2', entryId: 'r1', charge: null, afterTurnId: 't1' });
  m.wait(5).do('floor/end', { turnId: 't2' });
  m.do('contacts/join', {
    contactId: 'k1',
    name: 'Ana',
    email: 'ana@example.org',
    purpose: 'The network',
    consent: true,
  });
  m.do('session/settle-absence', { fromMs: m.nowMs - 50_000, toMs: m.nowMs - 40_000, counted: false });
  m.do('session/end');
  Object.values(HOSTILE).forEach((text, index) => {
    m.do('questions/answer', { questionId: `a${index}`, text: answerTo(text) });
  });
  return m;
}

export function sourceOf(m: Meeting, more: Partial<ReportSource> = {}): ReportSource {
  const facts = report(m.state, m.nowMs);
  const template = templateOf(m.state.reportTemplateId);
  return {
    state: m.state,
    facts,
    template,
    figures: figuresOf(m.state, m.nowMs, 'en'),
    contacts: null,
    ...more,
  };
}

export function textOf(m: Meeting, language: Language = 'en', more: Partial<ReportSource> = {}) {
  return reportText(sourceOf(m, more), language);
}
