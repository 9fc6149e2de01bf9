import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isProse, PROSE, type ProseContent } from '../../../shared/projections/report/contents.ts';
import { lengthOf, usedOf } from '../../../shared/projections/report/measure.ts';
import { byQuestion, bySpeaker, pointsOf } from '../../../shared/projections/report/points.ts';
import { proseOf } from '../../../shared/projections/report/prose.ts';
import { report } from '../../../shared/projections/report/report.ts';
import { reportTemplateSchema } from '../../../shared/projections/report/template.ts';
import { REPORT_TEMPLATES, templateOf } from '../../../shared/projections/report/templates.ts';
import { type Meeting, meeting, planOfDiscussion } from '../../support/meeting.ts';

const PLAN = planOfDiscussion({
  policyQuestions: [
    { policyQuestionId: 'pq1', text: 'How?' },
    { policyQuestionId: 'pq2', text: 'Why?' },
    { policyQuestionId: 'pq3', text: 'When?' },
  ],
  people: [
    { personId: 'cy', name: 'Cy', channel: 'online', groups: { region: 'Other' } },
    {
      personId: 'ana',
      name: 'Ana',
      channel: 'onsite',
      organisation: 'Red',
      panel: true,
      groups: { region: 'Other' },
      roles: ['rapporteur'],
    },
    { personId: 'bo', name: 'Bo', channel: 'online', panel: true, groups: { region: 'African Group' } },
  ],
});

/** Ana's speech of 60 s, then in the discussion Cy for 30 s, Row C for 20 s, and Cy again, who still speaks. */
function heard(): Meeting {
  const m = meeting(PLAN);
  m.do('agenda/begin', { itemId: 'speeches', afterItemId: null });
  m.do('floor/give', { turnId: 't1', person: { personId: 'ana' }, afterTurnId: null });
  m.wait(10);
  write(m, 'n1', 'A speech.', { policyQuestionId: 'pq2' });
  m.wait(50).do('floor/end', { turnId: 't1' });
  m.do('agenda/begin', { itemId: 'talk', afterItemId: 'speeches' });
  m.do('floor/give', { turnId: 't2', person: { personId: 'cy' }, afterTurnId: 't1' });
  m.wait(30);
  write(m, 'n2', 'We agree.', { kind: 'consensus', policyQuestionId: 'pq1' });
  m.do('floor/end', { turnId: 't2' });
  write(m, 'n3', 'It is hard.', { kind: 'challenge' });
  m.do('floor/give', { turnId: 't3', person: { name: 'Row C', channel: 'onsite' }, afterTurnId: 't2' });
  m.wait(20);
  write(m, 'n4', 'Do it.', { kind: 'action', owner: 'Organisers' });
  write(m, 'n5', 'Or that.', { kind: 'proposal', speaker: { personId: 'bo' }, policyQuestionId: 'pq1' });
  m.do('floor/give', { turnId: 't4', person: { personId: 'cy' }, afterTurnId: 't3' });
  write(m, 'n6', 'Said by another.', { speaker: { name: 'Row D' } });
  return m.wait(5);
}

function write(m: Meeting, noteId: string, text: string, more: object): void {
  m.do('notes/write', { noteId, baseRevision: 0, kind: 'point', text, ...more });
}

describe('the points of a report', () => {
  test('[T3] given points, when the report is made, then each has speaker, side and times of its turn', () => {
    const points = pointsOf(heard().state);
    expect(
      points.map(({ noteId, speaker, channel, turnNumber, elapsedSeconds, itemTitle }) => [
        noteId,
        speaker,
        channel,
        turnNumber,
        elapsedSeconds,
        itemTitle,
      ]),
    ).toEqual([
      ['n1', 'Ana', 'onsite', 1, 10, 'Speeches'],
      ['n2', 'Cy', 'online', 2, 30, 'Discussion'],
      ['n3', 'Cy', 'online', 2, 30, 'Discussion'],
      ['n4', 'Row C', 'onsite', 3, 20, 'Discussion'],
      ['n5', 'Bo', 'online', 3, 20, 'Discussion'],
      ['n6', 'Row D', null, 4, 0, 'Discussion'],
    ]);
    expect(points[0]).toMatchObject({
      organisation: 'Red',
      personId: 'ana',
      isPublic: false,
      hands: null,
      support: 0,
    });
  });

  test('[T3] given a turn is corrected, taken back or never was, when the report is made, then its points say so', () => {
    const m = heard();
    m.do('floor/correct', { turnId: 't1', channel: 'online' });
    expect(pointsOf(m.state)[0]?.channel).toBe('online');
    write(m, 'n7', 'By nobody.', { turnId: null });
    expect(pointsOf(m.state).at(-1)).toMatchObject({
      speaker: null,
      channel: null,
      turnNumber: null,
      elapsedSeconds: null,
    });
    const early = meeting(PLAN);
    write(early, 'n1', 'Before all.', {});
    expect(pointsOf(early.state)[0]?.itemTitle).toBeNull();
  });

  test('[T3] given people were asked and tapped in, when the report is made, then it has the counts', () => {
    const m = heard();
    m.do('notes/endorse', { noteId: 'n2', personId: 'ana', stance: 'support' });
    m.do('notes/endorse', { noteId: 'n2', personId: 'bo', stance: 'reservation' });
    m.do('notes/ask', { noteId: 'n2' });
    m.as('dev-1', 'participant').do('notes/endorse', { noteId: 'n2', stance: 'support', channel: 'online' });
    expect(pointsOf(m.state)[1]).toMatchObject({
      support: 1,
      reservations: 1,
      hands: { online: { support: 1 } },
    });
  });

  test('[T3] given points, when they are grouped, then by question in their order, the rest last, and by speaker', () => {
    const m = heard();
    const ids = (points: { noteId: string }[]) => points.map((point) => point.noteId);
    expect(
      byQuestion(pointsOf(m.state), m.state).map((group) => [group.policyQuestionId, ids(group.points)]),
    ).toEqual([
      ['pq1', ['n2', 'n5']],
      ['pq2', ['n1']],
      [null, ['n3', 'n4', 'n6']],
    ]);
    m.do('session/configure', { policyQuestions: [{ policyQuestionId: 'pq2', text: 'Why?' }] });
    expect(byQuestion(pointsOf(m.state), m.state).at(-1)?.points).toHaveLength(5);
    write(m, 'n7', 'By nobody.', { turnId: null });
    expect(bySpeaker(pointsOf(m.state)).map((group) => [group.speaker, ids(group.points)])).toEqual([
      ['Ana', ['n1']],
      ['Cy', ['n2', 'n3']],
      ['Row C', ['n4']],
      ['Bo', ['n5']],
      ['Row D', ['n6']],
    ]);
  });

  test('[T4] given turns of all kinds, when who took part is counted, then people, turns and seconds are those of the log', () => {
    const m = heard();
    const { participation, people, contacts } = report(m.state, m.nowMs);
    expect(participation).toEqual({
      people: { onsite: 1, online: 2 },
      speakers: { onsite: 2, online: 1 },
      turns: { onsite: 2, online: 2 },
      seconds: { onsite: 80, online: 35 },
      firstTurns: 3,
      notReached: { onsite: 0, online: 0 },
      attended: null,
      groups: [
        { group: 'region', value: 'Other', people: 2, speakers: 2, turns: 3, seconds: 95 },
        { group: 'region', value: 'African Group', people: 1, speakers: 0, turns: 0, seconds: 0 },
      ],
    });
    expect(people.map((person) => [person.name, person.panel, person.roles, person.organisation])).toEqual([
      ['Ana', true, ['rapporteur'], 'Red'],
      ['Bo', true, [], null],
      ['Cy', false, [], null],
    ]);
    expect(contacts).toBe(0);
    const { contacts: _, ...withoutContacts } = m.state;
    expect(report(withoutContacts, m.nowMs).contacts).toBeNull();
  });

  test('[T4] given people without groups, when groups are counted, then there are none', () => {
    const m = meeting(planOfDiscussion({ people: [{ personId: 'x', name: 'X', channel: 'onsite' }] }));
    expect(report(m.state, m.nowMs)).toMatchObject({
      participation: { groups: [] },
      people: [{ groups: {} }],
    });
  });
});

describe('the prose of a report', () => {
  const section = (content: ProseContent) => ({
    sectionId: content,
    title: { en: 'x', 'zh-CN': 'x' },
    content,
  });

  test.each([
    ['key-issues', 'It is hard.'],
    ['presentations', 'Ana: A speech.'],
    ['discussion', 'We agree. Or that.\n\nIt is hard. Do it. Said by another.'],
    ['takeaways', 'We agree.'],
    ['actions', 'Organisers: Do it.\n\nOr that.'],
  ] as const)(
    '[T5] given nobody has worded it, when %s is read, then it says what the points say',
    (content, text) => {
      expect(proseOf(heard().state, section(content))).toEqual({ text, isWorded: false, revision: 0 });
    },
  );

  test('[T5] given the rapporteur has worded it, when it is read, then that stands; taken back, the points speak again', () => {
    const m = heard();
    m.do('notes/draft', { sectionId: 'takeaways', baseRevision: 0, text: 'In my words.' });
    expect(proseOf(m.state, section('takeaways'))).toEqual({
      text: 'In my words.',
      isWorded: true,
      revision: 1,
    });
    m.do('notes/draft', { sectionId: 'takeaways', baseRevision: 1, text: null });
    expect(proseOf(m.state, section('takeaways'))).toEqual({
      text: 'We agree.',
      isWorded: false,
      revision: 2,
    });
  });

  test.each([
    ['', 0, 0, 0, 0],
    ['One sentence.', 1, 1, 13, 1],
    ['One. Two! Three?\n\n…\n\nFour.', 4, 3, 26, 3],
    ['这是第一句。这是第二句！', 2, 1, 12, 2],
    ['e\u0301👩\u200d💻', 1, 1, 2, 1],
  ])(
    '[T6] given %j, when it is measured, then sentences, paragraphs and characters are as a reader counts them',
    (text, sentences, paragraphs, characters, longest) => {
      expect(lengthOf(text)).toEqual({
        sentences,
        paragraphs,
        characters,
        longestParagraphSentences: longest,
      });
    },
  );

  test('[T6] given the limits of a form, when a text is held against them, then each says how much is used', () => {
    expect(usedOf('One. Two.\n\nThree.', { paragraphs: 2, sentencesEach: 1 })).toEqual([
      { unit: 'paragraphs', used: 2, limit: 2, isOver: false },
      { unit: 'sentencesEach', used: 2, limit: 1, isOver: true },
    ]);
    expect(usedOf('One.', {})).toEqual([]);
  });
});

describe('the templates that the app brings', () => {
  const folder = join(import.meta.dirname, '../../../assets/report-templates');
  const files = readdirSync(folder).map((name) => ({
    name,
    read: JSON.parse(readFileSync(join(folder, name), 'utf8')),
  }));

  test.each(files)(
    '[T6] $name is a template, its sections have ids of their own, and only prose has limits',
    ({ name, read }) => {
      const template = reportTemplateSchema.parse(read);
      expect(name).toBe(`${template.templateId}.json`);
      const ids = template.sections.map((section) => section.sectionId);
      expect(new Set(ids).size).toBe(ids.length);
      expect(template.sections.filter((one) => one.limits && !isProse(one.content))).toEqual([]);
    },
  );

  test('[T6] each is offered, the general one first, which also stands in for one that this version does not have', () => {
    expect(REPORT_TEMPLATES.map(({ templateId }) => `${templateId}.json`).toSorted()).toEqual(
      files.map(({ name }) => name).toSorted(),
    );
    for (const { read } of files)
      expect(templateOf(read.templateId)).toEqual(reportTemplateSchema.parse(read));
    for (const none of [null, undefined, 'of-a-later-version'])
      expect(templateOf(none)).toBe(REPORT_TEMPLATES[0]);
  });

  test('[T6] together they use every kind of prose', () => {
    const used = new Set(
      files.flatMap(({ read }) => reportTemplateSchema.parse(read).sections.map((one) => one.content)),
    );
    expect(PROSE.filter((content) => !used.has(content))).toEqual([]);
  });
});
