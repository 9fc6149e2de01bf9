import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type CommandName, commandSchemas, decodeCommand } from '../../shared/command.ts';
import { invalid, isRejection, type Rejection } from '../../shared/domain/context.ts';
import { must } from '../../shared/lib/assert.ts';
import { type Found, PROBLEMS, problemOf, REPORTED } from '../../shared/lib/problems.ts';
import type { Language } from '../../shared/words/languages.ts';
import { HUB_WORDS, word } from '../../shared/words/languages.ts';

const ROOT = join(import.meta.dirname, '../..');
const NAMES = Object.keys(commandSchemas) as CommandName[];
const say = (language: Language, refusal: Rejection) => word(HUB_WORDS[language].rejections, refusal);
/** What a sentence must not hold: gaps, and what zod says itself. */
const RAW = /undefined|NaN|\[object|null|[Ii]nvalid (?:input|option|string|key)|expected|received|>=|<=|\/\^/;

function refusalOf(name: CommandName, args: unknown): Rejection | null {
  const read = decodeCommand(name, args);
  return 'code' in read && isRejection(read) ? read : null;
}

function expectWorded(refusal: Rejection): void {
  expect(PROBLEMS, JSON.stringify(refusal)).toContain(refusal.params.problem);
  const { field } = refusal.params;
  for (const language of ['en', 'zh-CN'] as const) {
    const sentence = say(language, refusal).replace(`“${field}”`, '');
    expect(sentence, JSON.stringify(refusal)).not.toMatch(RAW);
    expect(/\p{Script=Han}/u.test(sentence), sentence).toBe(language === 'zh-CN');
    expect(sentence).toMatch(language === 'en' ? /^ .*[^.]\.$/ : /^.*[^。]。$/);
  }
}

const item = { itemId: 'a', kind: 'other', title: 'T', minutes: 5 };
const hand = { entryId: 'e', name: 'N', channel: 'online', door: 'web', kind: 'topic' };

const CASES: [CommandName, unknown, string, Found][] = [
  ['floor/end', {}, 'turnId', { problem: 'missing' }],
  ['floor/end', 'x', 'floor/end', { problem: 'not-an-object' }],
  ['floor/end', { turnId: 7 }, 'turnId', { problem: 'not-text' }],
  ['floor/end', { turnId: 'a b' }, 'turnId', { problem: 'not-an-id' }],
  ['floor/end', { turnId: '' }, 'turnId', { problem: 'not-an-id' }],
  ['floor/end', { turnId: 'x'.repeat(65) }, 'turnId', { problem: 'too-long', limit: 64 }],
  ['floor/adjust', { turnId: 't', seconds: '9' }, 'seconds', { problem: 'not-a-number' }],
  ['floor/adjust', { turnId: 't', seconds: 9e9 }, 'seconds', { problem: 'too-high', limit: 14_400 }],
  ['floor/adjust', { turnId: 't', seconds: -9e9 }, 'seconds', { problem: 'too-low', limit: -14_400 }],
  ['history/undo', { seq: 1.5 }, 'seq', { problem: 'not-whole' }],
  ['people/update', { personId: 'p', panel: 'yes' }, 'panel', { problem: 'not-yes-or-no' }],
  ['agenda/edit', { items: {} }, 'items', { problem: 'not-a-list' }],
  ['agenda/edit', { items: [item, item] }, 'items', { problem: 'listed-twice' }],
  ['agenda/edit', { items: [{ ...item, minutes: -1 }] }, 'items.0.minutes', { problem: 'too-low', limit: 0 }],
  ['agenda/edit', { items: Array(61).fill(item) }, 'items', { problem: 'too-many', limit: 60 }],
  ['invites/issue', { inviteId: 'i', roles: [] }, 'roles', { problem: 'too-few', limit: 1 }],
  ['invites/issue', { inviteId: 'a.b', roles: ['host'] }, 'inviteId', { problem: 'not-an-invitation-id' }],
  ['queue/join', { ...hand, name: ' \u200d ' }, 'name', { problem: 'empty' }],
  ['queue/join', { ...hand, topic: 'x'.repeat(141) }, 'topic', { problem: 'too-long', limit: 140 }],
  [
    'queue/join',
    { ...hand, channel: 'elsewhere' },
    'channel',
    { problem: 'not-allowed', allowed: 'onsite, online' },
  ],
  ['queue/join', { ...hand, channel: undefined }, 'channel', { problem: 'missing' }],
  [
    'floor/give',
    { turnId: 't', entryId: 'e', afterTurnId: null, charge: 'us' },
    'charge',
    { problem: 'not-allowed', allowed: 'onsite, online, panel' },
  ],
  ['floor/give', { turnId: 't', afterTurnId: null }, 'floor/give', { problem: 'entry-or-person' }],
  [
    'people/introduce',
    { name: 'N', channel: 'online', groups: { 'No name': 'x' } },
    'groups.No name',
    { problem: 'bad-key' },
  ],
  [
    'people/introduce',
    { name: 'N', channel: 'online', groups: Object.fromEntries([...'abcdefghi'].map((key) => [key, 'x'])) },
    'groups',
    { problem: 'too-many', limit: 8 },
  ],
  [
    'session/configure',
    { fairness: { weights: { onsite: 0.5, online: 0.6 } } },
    'fairness.weights',
    { problem: 'not-one-in-sum' },
  ],
];

describe('what is wrong with a value', () => {
  test.each(CASES)('[W2] %s %j is refused by field and code', (name, args, field, found) => {
    const refusal = must(refusalOf(name, args), 'a refusal');
    expect(refusal).toEqual({ code: 'invalid', params: { field, ...found } });
    expectWorded(refusal);
  });

  test('[W3] given any arguments for any command, when refused, then both languages have a whole sentence for it', () => {
    const wild = fc.oneof(
      { weight: 2, arbitrary: fc.constantFrom('ok', 'online', 'topic', 'web', 0.5, 3, null, true) },
      fc.constantFrom<unknown>('', 'a b', '\u200d', 'x'.repeat(20_000), -1, 1.5, 1e300, -1e300, NaN, false),
      fc.constantFrom<unknown>([], {}, [{}], Array(500).fill('host'), [item, item], { name: 'N' }, { A: 1 }),
      fc.anything({ maxDepth: 2 }),
    );
    const kinds = new Set<unknown>();
    const call = fc.constantFrom(...NAMES).chain((name) => {
      const keys = Object.keys((commandSchemas[name] as z.ZodObject).shape);
      const fields = fc.record(Object.fromEntries(keys.map((key) => [key, wild])), { requiredKeys: [] });
      return fc.tuple(fc.constant(name), fc.oneof({ weight: 9, arbitrary: fields }, wild));
    });
    fc.assert(
      fc.property(call, ([name, args]) => {
        const refusal = refusalOf(name, args);
        if (!refusal) return;
        kinds.add(refusal.params.problem);
        expectWorded(refusal);
      }),
      { numRuns: 3_000 },
    );
    expect(kinds.size).toBeGreaterThan(8);
  });

  test('[W3] given every code there is, when worded, then each is a sentence, and its limit is in it', () => {
    for (const problem of PROBLEMS) {
      const refusal = invalid('topic', { problem, limit: 37, allowed: 'onsite, online' });
      expectWorded(refusal);
      if (!/^too-/.test(problem)) continue;
      for (const language of ['en', 'zh-CN'] as const) expect(say(language, refusal)).toContain('37');
    }
    const newer = { code: 'invalid', params: { field: 'topic', problem: 'toString' } };
    expect(say('en', newer)).toBe('“topic” does not fit (toString).');
    expect(say('zh-CN', newer)).toBe('“topic”不符合要求（toString）。');
  });

  test('[W3] given the list of codes, when the sources are searched, then each of them is still used', () => {
    const sources = ['shared', 'electron']
      .flatMap((folder) =>
        readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
          .filter((name) => name.endsWith('.ts') && !/words/.test(name))
          .map((name) => readFileSync(join(ROOT, folder, name), 'utf8')),
      )
      .join('\n');
    // Once in the list itself.
    expect(PROBLEMS.filter((problem) => sources.split(`'${problem}'`).length < 3)).toEqual([]);
  });

  test.each<[string, z.ZodType, unknown, Found]>([
    ['a key too many', z.strictObject({}), { a: 1 }, { problem: 'bad-key' }],
    ['no multiple', z.number().multipleOf(2), 3, { problem: 'unfit' }],
    ['a pattern without words', z.string().regex(/^a/), 'b', { problem: 'unfit' }],
    ['a check without words', z.custom(() => false), 3, { problem: 'unfit' }],
    ['a kind of value without words', z.null(), 3, { problem: 'unfit' }],
    ['a text too short', z.string().min(2), 'a', { problem: 'too-short', limit: 2 }],
    ['none of several kinds', z.union([z.literal('a'), z.number()]), 'b', { problem: 'unfit' }],
    ['no known kind', z.discriminatedUnion('t', [z.object({ t: z.literal('a') })]), {}, { problem: 'unfit' }],
    ['an entry of a map', z.map(z.object({}), z.string()), new Map([[{}, 1]]), { problem: 'unfit' }],
  ])('[W2] %s, which no command of ours can have yet, has a code too', (_, schema, value, found) => {
    const { error } = schema.safeParse(value, REPORTED);
    expect(problemOf(must(error?.issues[0], 'an issue'))).toEqual(found);
  });
});
