import { pinyin } from 'pinyin-pro';
import { describe, expect, test } from 'vitest';
import { findPeople } from '../../../renderer/store/roster.ts';
import { hasHan, spells } from '../../../renderer/store/sounds.ts';
import type { Person } from '../../../shared/domain/people/schema.ts';
import { plain } from '../../../shared/lib/plain.ts';

const person = (name: string, organisation?: string): Person => ({
  personId: name,
  name,
  channel: 'onsite',
  seq: 1,
  ...(organisation && { organisation }),
});
const found = (names: string[], letters: string, sounds?: (name: string) => readonly string[]) =>
  findPeople(
    names.map((name) => person(name)),
    letters,
    sounds,
  ).map(({ name }) => name);
const soundsOf = (name: string) =>
  hasHan(name)
    ? pinyin(name, { toneType: 'none', type: 'array', surname: 'head', nonZh: 'removed' }).map(plain)
    : [];

describe('looking for somebody', () => {
  test('without accents and case, beginnings first, the organisation last', () => {
    const people = [person('Marianne'), person('José Ñandú'), person('Ann Lee'), person('Bo', 'Annex')];
    expect(findPeople(people, 'ANN').map(({ name }) => name)).toEqual(['Ann Lee', 'Marianne', 'Bo']);
    expect(findPeople(people, 'nandu').map(({ name }) => name)).toEqual(['José Ñandú']);
    expect(findPeople(people, '  ')).toEqual([]);
  });

  test.each([
    ['Jürgen Weiß', 'jurgen weiss'],
    ['Łukasz Ørsted', 'lukasz or'],
    ['Zhang Wei', 'wei zh'],
    ['Jean-Luc', 'luc'],
    ['ＷＡＮＧ', 'wang'],
    ['أحمد', 'احمد'],
    ['김민수', '김'],
    ['Đặng Thị Hoa', 'dang thi'],
  ])('%s by “%s”', (name, letters) => {
    expect(found(['Somebody Else', name], letters)).toEqual([name]);
  });

  test.each(['li', 'lx', 'lxm', 'lixm', 'lixiaoming', 'li xiao ming', 'LiXiao'])(
    '李小明 by its sound: %s',
    (letters) => {
      expect(found(['王芳', '李小明'], letters, soundsOf)).toEqual(['李小明']);
    },
  );

  test('a sound from the first character comes before one from a later, and both before letters inside a word', () => {
    const names = ['Ulanova', '小兰', '兰小', 'Lana'];
    expect(found(names, 'lan', soundsOf)).toEqual(['兰小', 'Lana', '小兰', 'Ulanova']);
  });

  test('surnames have their own reading, ü is typed as v or u, and traditional characters sound the same', () => {
    expect(found(['曾子墨'], 'zengzimo', soundsOf)).toEqual(['曾子墨']);
    for (const letters of ['lv', 'lu', 'lvbu']) expect(found(['吕布'], letters, soundsOf)).toEqual(['吕布']);
    expect(found(['陳曉'], 'chenxiao', soundsOf)).toEqual(['陳曉']);
  });

  test('without the table of sounds, by the characters alone', () => {
    expect(found(['李小明'], '小')).toEqual(['李小明']);
    expect(found(['李小明'], 'li')).toEqual([]);
  });

  test('letters that go on after the last syllable, or stop in none, spell nothing', () => {
    expect(spells('lim', ['li'])).toBe(false);
    expect(spells('xian', ['xi', 'an'])).toBe(true);
    expect(spells('xianx', ['xi', 'an'])).toBe(false);
    expect(spells('a', [])).toBe(false);
  });
});
