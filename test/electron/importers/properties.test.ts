import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jsonErrorPosition } from '../../../electron/importers/json-position.ts';
import { PlanError } from '../../../electron/importers/plan-error.ts';
import { readPlan } from '../../../electron/importers/read-plan.ts';
import { planText } from '../../../renderer/store/plan-text.ts';
import { PLAN_NOTES_MAX } from '../../../shared/lib/limits.ts';
import { type Plan, planSchema } from '../../../shared/plan.ts';
import { bytesOf, HANGS_MS, planOf } from './support.ts';

async function planOrError(bytes: Uint8Array): Promise<Plan | PlanError> {
  try {
    return await readPlan('any.txt', bytes);
  } catch (error) {
    if (error instanceof PlanError) return error;
    throw error;
  }
}

function expectValid(result: Plan | PlanError): void {
  if (result instanceof PlanError) return;
  expect(planSchema.parse(result)).toEqual(result);
  for (const ids of [result.agenda.map((i) => i.itemId), result.people.map((p) => p.personId)]) {
    expect(new Set(ids).size).toBe(ids.length);
  }
}

const line = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom(
    'IGF 2023 WS #1 Title',
    'Speakers',
    'Speaker 1: Ann LEE, Civil Society, African Group',
    'Online Moderator',
    'LEE Ann, Acme, GRULAC',
    'Rapporteur: TBC',
    'Policy Question(s)',
    '1) Who pays?',
    'Agenda:',
    '2) Talks by 3 speakers (5 min each)',
    "- Debate [10']",
    '10:00 - 10:20',
    '5-10 min: Welcome',
    'Duration (minutes): 90',
    'Panel - 60 Min',
    'Agenda (60 minutes)',
    'Name\tRole\tSide',
    '| Time | Item |',
    '10:00 Welcome',
    'Ann Lee (Moderator, online) and Bo Chen (ISOC), Cy Diaz (via Zoom)',
    '主持人 Moderator：李明、王芳（线上）',
    '二、演讲（每人8分钟，共5人）',
    '',
    '\u0085\u200b',
  ),
  fc.tuple(fc.string({ unit: 'binary', maxLength: 12 }), fc.nat(2_000)).map(([s, n]) => `${s} (${n} min)`),
  fc.string({ unit: 'grapheme', maxLength: 30 }).map((s) => `Speaker 2: ${s}, ${s}, WEOG`),
);

describe('whatever the file holds', () => {
  test('[I6] bytes give a plan or a PlanError', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (b) => expectValid(await planOrError(b))),
    );
  });

  test.each([
    ['a no-break space of Windows', [0xa0]],
    ['a gzip file', [0x1f, 0x8b, 0x08]],
    ['Latin letters with accents', [...Buffer.from('Stra\xdfe', 'latin1')]],
  ])('[I6] given %s, when it is to be a plan, then it is refused as not UTF-8', async (_, bytes) => {
    const refused = await planOrError(Uint8Array.from(bytes));
    expect(refused instanceof PlanError && refused.code).toBe('not-utf-eight');
  });

  test('[I3] given a Word or Excel file of before 2007, when it is to be a plan, then it is refused as that', async () => {
    const refused = await planOrError(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]));
    expect(refused).toMatchObject({ code: 'wrong-kind', params: { what: 'office' } });
  });

  test('[I6] text gives a valid plan with unique ids, or a PlanError', async () => {
    const text = fc.array(line, { maxLength: 40 }).map((lines) => lines.join('\n'));
    await fc.assert(
      fc.asyncProperty(text, async (t) => expectValid(await planOrError(new TextEncoder().encode(t)))),
      { numRuns: 1_000 },
    );
  });

  test('[I6] a proposal with a piece cut out gives a valid plan or a PlanError', async () => {
    const bytes = bytesOf('ws377-proposal.txt');
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length), fc.nat(2_000), async (from, length) => {
        const cut = Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + length)]);
        expectValid(await planOrError(new Uint8Array(cut)));
      }),
      { numRuns: 200 },
    );
  });

  const unit = (piece: string, total = 100_000) => piece.repeat(Math.ceil(total / piece.length));
  test.each([
    ['spaces', `${unit(' ')}x`],
    ['tabs', unit('a\t')],
    ['digits', unit('1')],
    ['clock times', unit('10:00-')],
    ['minutes', unit('5 min ')],
    ['open brackets', `${unit('(')}5 min`],
    ['bracketed minutes', unit('(5 min) ')],
    ['products', unit('5 x ')],
    ['words before x', unit('5 a b x')],
    ['brackets', `Speakers: ${unit('A B (c), ')}`],
    ['people joined', `Speakers: ${unit('Ann Lee and ')}`],
    ['cells', `Name\tRole\n${unit('a\t')}`],
    ['commas alone', unit('Name,')],
    ['rows', `Name\tRole\n${unit('Ann Lee\tSpeaker\n')}`],
    ['wrapped lines', unit('this line goes on and on to the next and\n')],
    ['starts', `Agenda\n${unit('10:00 a\n')}`],
    ['shares', `Agenda\n${unit('每人8分钟')}`],
    ['Chinese counts', unit('十')],
    ['plus signs', `Agenda\n${unit("a 5'+")}`],
    ['labels nobody knows', unit('Ab cd: ef\n')],
    ['commas', `Speaker 1: ${unit('A, ')}WEOG`],
    ['dashes', `Speakers\n${unit('A - ')}`],
    ['semicolons', `Speakers: ${unit('A;')}`],
    ['question marks', `Policy Question(s)\n${unit('a?')}`],
    ['numbers in a question', `Policy Question(s)\n1. ${unit('1. a? 2. ')}`],
    ['an address', `Speaker 1: ${unit('a.')}@${unit('b.')}`],
    ['letters', unit('a')],
    ['capitals', unit('A ')],
    ['number words', unit('five ')],
    ['labels', unit('Speaker 1: A\n')],
    ['people', `Speakers\n${unit('Ann Lee, Acme\n')}`],
    [
      'different people',
      `Speakers\n${Array.from({ length: 5_000 }, (_, i) => `P${'a'.repeat(i % 90)} Q${'b'.repeat(i / 90)}`).join('\n')}`,
    ],
    ['agenda items', `T\n${unit('1) Talk (5 min)\n')}`],
    ['two megabytes of lines', unit('a (5 min)\n', 2_000_000)],
    ['one line of two megabytes', `T\n${unit('a (5 min), ', 2_000_000)}`],
    ['a JSON string', `{"a":"${unit('\\')}`],
    ['lone surrogates', unit('\ud800 (5 min)\n')],
    ['clauses', `Agenda\n${unit(`5 min a 5 min ${', x'.repeat(900)}\n`)}`],
    ['sentences', `Agenda\n${unit(`5 min a, 5 min b. ${'then and '.repeat(300)}\n`)}`],
    ['tags', unit('<li ')],
    ['columns of spaces', `Time  Title\n${unit('5 min  a\n')}`],
    ['cells', `Time\nTitle\n${unit('5 min\na\n')}`],
    ['blocks of keys', unit('Name: Ann Lee\nOrganisation: Acme\nA: b\n')],
    ['signatures', unit('Thanks\nAnn Lee\n')],
    ['heads of messages', unit('From: a\nTo: b\nSubject: c\n\n')],
  ])('[I6] 100 kB of %s are read without an end of waiting', { timeout: HANGS_MS }, async (_, text) => {
    const result = await planOrError(new TextEncoder().encode(text));
    expectValid(result);
    if (!(result instanceof PlanError)) expect(result.notes.length).toBeLessThanOrEqual(PLAN_NOTES_MAX);
  });
});

describe('the plan that a page saves', () => {
  test('[I8] is read back equal, and written again the same', async () => {
    const word = fc.stringMatching(/^[a-z\u4e00-\u4eff]{1,12}$/);
    const input = fc.record(
      {
        title: word,
        minutes: fc.integer({ min: 0, max: 1_440 }),
        people: fc.uniqueArray(
          fc.record({
            personId: fc.stringMatching(/^p-[a-z0-9]{1,8}$/),
            name: word,
            channel: fc.constantFrom('onsite', 'online'),
            groups: fc.dictionary(fc.stringMatching(/^[a-z]{1,6}$/), word, { maxKeys: 4 }),
          }),
          { selector: (person) => person.personId, maxLength: 5 },
        ),
      },
      { requiredKeys: ['title'] },
    );
    await fc.assert(
      fc.asyncProperty(input, async (fields) => {
        const plan = planSchema.parse({ format: 'evenfloor.plan', v: 1, ...fields });
        const json = planText(plan);
        const again = await planOf(json, 'plan.json');
        expect(again).toEqual(plan);
        expect(planText(again)).toBe(json);
      }),
    );
  });

  test('[I8] the plan of a proposal survives it, notes included', async () => {
    const plan = await readPlan('ws377-proposal.txt', bytesOf('ws377-proposal.txt'));
    expect(await planOf(planText(plan), 'plan.json')).toEqual(plan);
  });
});

test('[I4] the position of an error is inside the text, and JSON that is right has none before its end', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      const end = jsonErrorPosition(text);
      expect(end.line).toBe(text.split('\n').length);
      expect(end.column).toBe(text.length - text.lastIndexOf('\n'));
    }),
  );
});
