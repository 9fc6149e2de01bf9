import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readPlan } from '../../../electron/importers/read-plan.ts';
import { bytesOf, CASES, notesOf, planOf, summary } from './support.ts';

const FOLDER = new URL('proposals/', CASES);

describe('given proposals of other years and kinds', () => {
  const files = readdirSync(FOLDER).filter((file) => !file.endsWith('.json'));

  test('[I9] there are at least six of them', () => expect(files.length).toBeGreaterThanOrEqual(6));

  test.each(files)('[I9] %s gives the plan beside it', async (file) => {
    const expected: unknown = JSON.parse(
      readFileSync(new URL(file.replace(/\.\w+$/, '.expected.json'), FOLDER), 'utf8'),
    );
    expect(summary(await readPlan(file, bytesOf(`proposals/${file}`)))).toEqual(expected);
  });
});

describe('headings', () => {
  test.each([
    ['IGF 2023 Open Forum #98 CityNet', 'Open Forum #98', 'IGF 2023', 'CityNet'],
    ['IGF 2022 Launch / Award Event #12 – The Index', 'Launch / Award Event #12', 'IGF 2022', 'The Index'],
    ['IGF 2019 WS #36: Data-Driven Democracy', 'WS #36', 'IGF 2019', 'Data-Driven Democracy'],
    ['IGF 2024 DC-IoT Good Practice', 'DC-IoT', 'IGF 2024', 'Good Practice'],
    ['IGF 2021 NRI Session #4 Local first', 'NRI Session #4', 'IGF 2021', 'Local first'],
    ['APrIGF 2023 Workshop #7 - Islands', 'Workshop #7', 'APrIGF 2023', 'Islands'],
    ['2025 IGF 研讨会 #12：数字包容', '研讨会 #12', '2025 IGF', '数字包容'],
    ['EuroDIG 2024 WS 3: Safe by design', 'WS 3', 'EuroDIG 2024', 'Safe by design'],
  ])('[I10] “%s”', async (heading, code, series, title) => {
    expect(await planOf(`${heading}\n\nOpening (5 min)\nDebate (55 min)\n`)).toMatchObject({
      code,
      series,
      title,
    });
  });

  test('[I10] a year in a title is no series', async () => {
    const plan = await planOf('IGF 2030: what next?\n\nOpening (5 min)\nDebate (55 min)\n');
    expect(plan).toMatchObject({ title: 'IGF 2030: what next?' });
    expect(plan.series).toBeUndefined();
  });

  test('[I10] a text without a title takes the name of its file, with a note', async () => {
    const plan = await planOf('Welcome (5 min)\nDebate (25 min)\n', 'assembly.txt');
    expect(plan.title).toBe('assembly');
    expect(notesOf(plan, 'title-assumed')).toEqual([{ field: 'title', params: { title: 'assembly' } }]);
  });
});

describe('headings', () => {
  test('[I10] given the series, the code and the title in lines of their own, when read, then each is told apart', async () => {
    const plan = await planOf('WSIS Forum 2024\nSession 284\n\nBridging Divides\n\nTalks (30 min)');
    expect(plan).toMatchObject({ title: 'Bridging Divides', code: 'Session 284', series: 'WSIS Forum 2024' });
  });

  test.each(['PANEL DISCUSSION\n“Hybrid Work”', '"Hybrid Work"'])(
    '[I10] given “%s”, when read, then the kind of session, the kind of paper and quotation marks are no title',
    async (head) => expect((await planOf(`${head}\n\nTalks (30 min)`)).title).toBe('Hybrid Work'),
  );
});

describe('policy questions', () => {
  const read = async (questions: string) =>
    (await planOf(`IGF 2020 WS #1 T\n\nPolicy Question(s):\n${questions}`)).policyQuestions.map(
      (q) => q.text,
    );

  test.each([
    ['1) Is it fair?\n\n2) Who pays?\n\nThe session is about fees.'],
    ['1. Is it fair?\n2. Who pays?'],
    ['A. Is it fair?\nB. Who pays?'],
    ['- Is it fair?\n- Who pays?'],
    ['Is it fair?\n\nWho pays?\n\nThe session is about fees.'],
    ['The session asks:\n\n• Is it fair?\n• Who pays?'],
    ['1. Is it fair? 2. Who pays?'],
    ['Q1: Is it fair?\nQ2: Who pays?'],
    ['1) Is it\nfair?\n2) Who pays?'],
  ])('[I11] %j', async (questions) => {
    expect(await read(questions)).toEqual(['Is it fair?', 'Who pays?']);
  });

  test.each([
    ['Access and inclusion:\nHow can access be widened?\nTrust:\nHow can trust be built?', 2],
    ['1. Who pays?\n\nTrust:\n2. Who gains?', 2],
    ['(i) Who pays? (ii) Who gains? (iii) Who decides?', 3],
    ['We ask a) who pays? b) who gains?', 2],
    ['A: Who pays?\nB: Who gains?', 2],
  ])('[I11] “%s” are as many questions as are asked', async (text, count) => {
    const questions = await read(text);
    expect(questions).toHaveLength(count);
    for (const question of questions) expect(question).toMatch(/^(?:How|[Ww]ho) [^:]+\?$/);
  });

  test('[I11] what is nested under a question, and a heading before it, stay with it', async () => {
    expect(await read('1. Fees\n\nWho pays?\n2. Rules:\n a) in towns?\n b) at sea?')).toEqual([
      'Fees\nWho pays?',
      'Rules:\nin towns?\nat sea?',
    ]);
  });

  test('[I13] none is a note', async () => {
    const plan = await planOf('IGF 2020 WS #1 T\n\nOpening (5 min)\nDebate (5 min)');
    expect(notesOf(plan, 'policy-questions-missing')).toHaveLength(1);
  });
});

describe('people', () => {
  const people = async (lines: string) => await planOf(`IGF 2020 WS #1 T\n\n${lines}`);

  test('[I14] the same words in another order are one person only where capitals show the family name', async () => {
    const certain = await people(
      'Organizer 1: Li ZHANG, Acme\nSpeaker 1: ZHANG Li, Academia, Asia-Pacific Group',
    );
    expect(certain.people).toHaveLength(1);
    const unsure = await people(
      'Organizer 1: Li Zhang, Acme\nSpeaker 1: Zhang Li, Academia, Asia-Pacific Group',
    );
    expect(unsure.people).toHaveLength(2);
    expect(notesOf(unsure, 'maybe-same-person')).toEqual([
      { field: 'people/p-zhang-li', params: { name: 'Zhang Li', other: 'Li Zhang' } },
    ]);
  });

  test('[I14] lines that disagree about one person are a note, and the first stands', async () => {
    const plan = await people(
      'Speaker 1: Ann Lee, Acme, Media, African Group\nOnline Moderator: Ms. Ann LEE, Beta, Youth, African Group',
    );
    expect(plan.people).toMatchObject([{ organisation: 'Acme', groups: { stakeholder: 'Media' } }]);
    expect(notesOf(plan, 'organisation-differs')[0]?.params).toEqual({
      name: 'Ann Lee',
      kept: 'Acme',
      other: 'Beta',
    });
    expect(notesOf(plan, 'group-differs')[0]?.params).toMatchObject({ group: 'stakeholder', other: 'Youth' });
  });

  test('[I16] a side written beside a name is taken and not assumed', async () => {
    const plan = await people('Speaker 1: Ann Lee (online), Acme\nSpeaker 2: Bo Chen, Acme (onsite)');
    expect(plan.people.map((person) => person.channel)).toEqual(['online', 'onsite']);
    expect(notesOf(plan, 'channel-assumed')).toEqual([]);
  });

  test('[I17] e-mail addresses do not reach the plan', async () => {
    const plan = await people(
      'Speaker 1: Ann Lee, Acme, ann.lee@acme.example\nRapporteur: Bo Chen bo [at] b [dot] org',
    );
    expect(JSON.stringify(plan)).not.toMatch(/acme\.example|\[at\]/);
    expect(notesOf(plan, 'email-left-out')).toEqual([{ field: 'people', params: { count: 2 } }]);
  });

  test('[I18] ids come from names, or from places for other scripts, and never repeat', async () => {
    const plan = await people('Speakers\n王小明, Acme\nÉva Ön, Acme\nEva On, Acme\n이서연, Acme');
    expect(plan.people.map((person) => person.personId)).toEqual(['p-1', 'p-eva-on', 'p-eva-on-2', 'p-4']);
  });

  test('[I15] a moderator without a side gets no role', async () => {
    const plan = await people('Moderator: Ann Lee, Acme');
    expect(plan.people[0]?.roles).toBeUndefined();
    expect(notesOf(plan, 'moderator-side')[0]?.params).toEqual({ name: 'Ann Lee', label: 'Moderator' });
  });

  test('[I6] a group that stands alone under a speaker is nobody', async () => {
    const plan = await people(
      'Speaker 3: Ann Lee, Private Sector, Asia-Pacific Group\n Asia-Pacific Group\n\nBo Wei',
    );
    expect(plan.people.map((person) => person.name)).toEqual(['Ann Lee']);
  });

  test('[I15] an unnamed or unreadable place is a note', async () => {
    const plan = await people(
      'Speaker 1: TBC\nSpeaker 2: We will find somebody who knows about this, surely.',
    );
    expect(plan.people).toEqual([]);
    expect(plan.notes.map((note) => note.code)).toEqual(
      expect.arrayContaining(['name-missing', 'line-unclear']),
    );
  });
});

test('[I18] the same text gives the same plan, ids included', async () => {
  const bytes = bytesOf('proposals/2025-lightning-talk-zh.txt');
  expect(await readPlan('a.txt', bytes)).toEqual(await readPlan('b.txt', bytes));
});
