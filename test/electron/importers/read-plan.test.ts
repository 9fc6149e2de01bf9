import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { PlanError } from '../../../electron/importers/plan-error.ts';
import { readPlan } from '../../../electron/importers/read-plan.ts';
import { PLAN_FILE_BYTES_MAX } from '../../../shared/lib/limits.ts';
import { planSchema } from '../../../shared/plan.ts';
import { planOf } from './support.ts';

async function errorOf(content: string | Uint8Array, fileName = 'plan.txt'): Promise<PlanError> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const error: unknown = await readPlan(fileName, bytes).catch((reason: unknown) => reason);
  if (!(error instanceof PlanError)) throw new Error('expected a PlanError');
  return error;
}

describe('given a file that is no plan', () => {
  test.each<[string, string | Uint8Array, string]>([
    ['nothing', '', 'empty'],
    ['white space', ' \n\t\n', 'empty'],
    ['a byte order mark alone', '\ufeff', 'empty'],
    ['too many bytes', new Uint8Array(PLAN_FILE_BYTES_MAX + 1).fill(0x61), 'too-large'],
    ['zero bytes', new Uint8Array([0x61, 0, 0x62]), 'binary'],
    ['control characters', '\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u000e\u000f', 'binary'],
    ['a PDF', '%PDF-1.7 …', 'wrong-kind'],
    ['a zip', new Uint8Array([0x50, 0x4b, 3, 4, 20, 0]), 'wrong-kind'],
    ['a web page', '<!DOCTYPE html><title>x</title>', 'wrong-kind'],
    ['prose', 'Dear colleagues,\n\nsee you on Monday.\n', 'nothing-found'],
    ['a title', 'Annual meeting', 'nothing-found'],
  ])('[I3] %s is refused in one sentence that says what to do', async (_, content, code) => {
    const error = await errorOf(content);
    expect(error.code).toBe(code);
    expect(error.message).toMatch(/^[^.].*plan\.txt”.*: .*[a-z].*\.$/s);
    expect(error.message.match(/[.!?](?:\s|$)/g)).toHaveLength(1);
  });

  test('[I3] a Latin-1 file is refused with the line of the first wrong byte', async () => {
    const error = await errorOf(
      new Uint8Array(Buffer.from('Title\nWelcome (5 min)\nJosé (5 min)\n', 'latin1')),
    );
    expect(error).toMatchObject({ code: 'not-utf-eight', params: { line: 3 } });
  });
});

describe('given JSON', () => {
  const PLAN = { format: 'evenfloor.plan', v: 1, title: 'T' };

  test.each([
    ['{"a": 1,\n "b": }', 2, 7],
    ['{"a": [1, 2', 1, 12],
    ['{"a": "x\ny"}', 1, 9],
    ['{"a": "\\q"}', 1, 8],
    ['{"a" 1}', 1, 6],
    ['{"a": 1} x', 1, 10],
    ['{a: 1}', 1, 2],
    ['{"a": 01}', 1, 7],
    ['{"a": [1,]}', 1, 10],
    ['{"a": 1,}', 1, 9],
    ['{"a": [1}', 1, 9],
    ['{"a": nul}', 1, 7],
  ])('[I4] %j is refused at line %i, column %i', async (text, line, column) => {
    expect(await errorOf(text)).toMatchObject({ code: 'bad-json', params: { line, column } });
  });

  test('[I4] deep nesting is refused, not a crash', async () => {
    expect((await errorOf(`{"a":${'['.repeat(500_000)}`)).code).toBe('bad-json');
  });

  test.each<[object, string]>([
    [{}, 'format'],
    [{ ...PLAN, title: '' }, 'title'],
    [{ ...PLAN, agenda: [{ itemId: 'a', kind: 'party', title: 'x', minutes: 1 }] }, 'agenda[0].kind'],
    [{ ...PLAN, agenda: [{ itemId: 'a', kind: 'other', title: 'x', minutes: -1 }] }, 'agenda[0].minutes'],
    [{ ...PLAN, people: [{ personId: 'p 1', name: 'x', channel: 'onsite' }] }, 'people[0].personId'],
  ])('[I5] what does not fit the schema is refused with its path: %j', async (value, path) => {
    expect(await errorOf(JSON.stringify(value))).toMatchObject({ code: 'bad-plan', params: { path } });
  });

  test('[I29] given fields that no plan has, when read, then the rest is taken and notes name them', async () => {
    const plan = await planOf(
      '{"format":"evenfloor.plan","v":1,"title":"T","agend":[1],"fairness":{"capSeconds":"120"},' +
        '"people":[{"personId":"p","name":"A","channel":"online","organization":"ISOC","groups":{"any":"x"}}],' +
        '"notes":[{"noteId":"unread-1","field":"x","code":"old-note","params":{}}]}',
      'plan.json',
    );
    expect(plan.notes.map(({ noteId, code, params }) => [noteId, code, params.path])).toEqual([
      ['unread-1', 'old-note', undefined],
      ['unread-2', 'key-unread', 'agend'],
      ['unread-3', 'key-unread', 'fairness.capSeconds'],
      ['unread-4', 'key-unread', 'people[0].organization'],
    ]);
  });

  test('[I5] a plan of a newer version says so', async () => {
    expect(await errorOf('{"format":"evenfloor.plan","v":2}')).toMatchObject({
      code: 'newer-plan',
      params: { v: 2 },
    });
  });

  test('[I5] an id that names two things, or an item that does not exist, is refused', async () => {
    const item = { itemId: 'a', kind: 'other', title: 'x', minutes: 1 };
    expect(await errorOf(JSON.stringify({ ...PLAN, agenda: [item, item] }))).toMatchObject({
      code: 'duplicate-id',
      params: { path: 'agenda[1]', id: 'a' },
    });
    expect(
      await errorOf(JSON.stringify({ ...PLAN, agenda: [{ ...item, continuesItemId: 'b' }] })),
    ).toMatchObject({
      code: 'bad-plan',
      params: { path: 'agenda[0].continuesItemId' },
    });
  });

  test('[I1] content decides, not the name: a plan called .txt, a proposal that begins with a bracket', async () => {
    expect((await planOf(JSON.stringify(PLAN), 'plan.txt')).title).toBe('T');
    expect((await planOf('[Draft] Assembly\nWelcome (5 min)\nDebate (5 min)', 'x')).title).toBe(
      '[Draft] Assembly',
    );
    expect(await errorOf('Welcome', 'plan.json')).toMatchObject({ code: 'bad-json' });
  });
});

describe('given the plan templates of the app', () => {
  const folder = new URL('../../../assets/plan-templates/', import.meta.url);
  const files = readdirSync(folder);

  test.each(files)('[I7] %s is a plan whose items fill its minutes', async (file) => {
    const plan = await readPlan(file, new Uint8Array(readFileSync(new URL(file, folder))));
    expect(planSchema.safeParse(plan).success).toBe(true);
    expect(plan.agenda.reduce((sum, item) => sum + item.minutes, 0)).toBe(plan.minutes);
    expect(plan.notes).toEqual([]);
  });

  test('[I7] there are three', () => expect(files).toHaveLength(3));
});
