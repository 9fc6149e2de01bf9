import { describe, expect, test } from 'vitest';
import { decide } from '../../shared/decide.ts';
import { assert, must } from '../../shared/lib/assert.ts';
import { INVITES_MAX, PEOPLE_MAX } from '../../shared/lib/limits.ts';
import { groupsSchema, idSchema, nameSchema, textSchema } from '../../shared/lib/schema.ts';
import type { State } from '../../shared/state.ts';
import { HOST, meeting } from '../support/meeting.ts';

const many = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i));

describe('limits', () => {
  test('[Q8] given a full roster or full invitations, when one more comes, then it is refused with the limit', () => {
    const { state } = meeting();
    const people = many(PEOPLE_MAX, (i) => ({
      personId: `p${i}`,
      name: 'P',
      channel: 'online' as const,
      seq: 1,
    }));
    const invites = many(INVITES_MAX, (i) => ({ inviteId: `i${i}`, roles: ['display' as const], seq: 1 }));
    const full: State = { ...state, people, invites };
    const ask = (
      name: 'people/add' | 'invites/issue' | 'people/introduce' | 'queue/join',
      args: never,
      roles = HOST.roles,
    ) => decide(full, { name, args }, { actor: { personId: 'new', roles }, nowMs: 0 });
    const intro = { name: 'N', channel: 'online' } as never;
    expect(ask('people/add', { personId: 'new', ...(intro as object) } as never)).toMatchObject({
      code: 'too-many',
    });
    expect(ask('people/introduce', intro)).toMatchObject({ code: 'too-many' });
    expect(ask('invites/issue', { inviteId: 'new', roles: ['display'] } as never)).toMatchObject({
      code: 'too-many',
    });
    const join = { entryId: 'e', name: 'N', channel: 'online', door: 'phone', kind: 'topic' } as never;
    expect(ask('queue/join', join, ['participant'])).toMatchObject({ code: 'too-many' });
  });

  test('[W2] given names of any script, when read, then letters stay and what could deceive goes', () => {
    for (const name of ['李晓东', 'عائشة', 'Nguyễn Văn Ấ', 'ศิริพร', "O'Neill-Łuksza", 'नि‍क']) {
      expect(nameSchema.parse(name)).toBe(name.normalize('NFC'));
    }
    expect(nameSchema.parse('  a \u200b\t b\u202e ')).toBe('a b');
    expect(nameSchema.parse(nameSchema.parse('a \u200b b'))).toBe('a b');
    for (const nothing of ['\u200b', '\u200d', '\u2060\u3164', '\u00ad', '\u{e0041}', '\u061c\u200e']) {
      expect(nameSchema.safeParse(nothing).success, nothing).toBe(false);
    }
    expect(nameSchema.parse('e\u200b\u0301')).toBe('é');
    expect(nameSchema.parse('a\ud800')).toBe('a\ufffd');
    expect(nameSchema.safeParse('x'.repeat(121)).success).toBe(false);
    expect(textSchema(100).parse(' one\ntwo\u0007 ')).toBe('one\ntwo');
  });

  test('[W2] given ids and groups, when read, then nothing can be mistaken for an inherited property', () => {
    for (const id of ['__proto__', '', ' a', 'a b', 'x'.repeat(65)])
      expect(idSchema.safeParse(id).success).toBe(false);
    const groups = Object.fromEntries(many(9, (i) => [`g${i}`, 'x']));
    expect(groupsSchema.safeParse(groups).success).toBe(false);
    expect(groupsSchema.parse({ stakeholder: 'Civil Society' })).toEqual({ stakeholder: 'Civil Society' });
  });

  test('[U8] given a bug of ours, when an assertion meets it, then it throws with its sentence', () => {
    expect(() => assert(false, 'it rains')).toThrow('it rains');
    expect(must(1, 'one')).toBe(1);
    expect(() => must(null, 'one')).toThrow('missing: one');
  });
});
