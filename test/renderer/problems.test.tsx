// @vitest-environment jsdom
import { renderHook } from '@testing-library/react';
import { expect, test } from 'vitest';
import { readPlan } from '../../electron/importers/read-plan.ts';
import { failureOf } from '../../electron/shell/failure.ts';
import { setLanguage } from '../../renderer/messages/language.ts';
import { useProblemWords } from '../../renderer/messages/problems.ts';
import { planErrorsEn, storeErrorsEn } from '../../shared/words/file-errors-en.ts';
import { planErrorsZhCn, storeErrorsZhCn } from '../../shared/words/file-errors-zh-cn.ts';
import type { Language } from '../../shared/words/languages.ts';
import { reset } from './support/render-view.tsx';

function say(error: unknown, language: Language = 'en'): string {
  reset(language);
  setLanguage(language);
  return renderHook(() => useProblemWords()).result.current(error);
}

const failure = (text: string | Uint8Array, fileName: string) =>
  readPlan(fileName, typeof text === 'string' ? new TextEncoder().encode(text) : text).then(
    () => null,
    (error: unknown) => failureOf(error),
  );

const PLAN = '{"format":"evenfloor.plan","v":1,"title":"T"';
const TWICE = '{"policyQuestionId":"q","text":"x"}';

test.each([
  ['empty', '', 'a.txt'],
  ['binary', new Uint8Array([65, 0, 65]), 'a.txt'],
  ['not-utf-eight', new Uint8Array([65, 10, 255, 65]), 'a.txt'],
  ['too-large', new Uint8Array(3_000_000).fill(65), 'a.txt'],
  ['wrong-kind', '%PDF-1.7', 'a.pdf'],
  ['wrong-kind', '<!doctype html><p>', 'a.html'],
  ['bad-json', '{"a":', 'a.json'],
  ['bad-plan', '{"format":"evenfloor.plan","v":1,"title":5}', 'a.json'],
  ['newer-plan', '{"format":"evenfloor.plan","v":2}', 'a.json'],
  ['duplicate-id', `${PLAN},"policyQuestions":[${TWICE},${TWICE}]}`, 'a.json'],
  ['nothing-found', 'hello', 'a.txt'],
] as const)(
  'a file that is %s is told in both languages, with its name and without gaps',
  async (code, text, file) => {
    const problem = await failure(text, file);
    expect(problem).toMatchObject({ about: 'plan', code });
    for (const language of ['en', 'zh-CN'] as const) {
      const sentence = say(problem, language);
      expect(sentence).toContain(file);
      expect(sentence).not.toMatch(/undefined|NaN/);
      expect(/\p{Script=Han}/u.test(sentence)).toBe(language === 'zh-CN');
    }
  },
);

test('a session that is held elsewhere is told in the page’s language', () => {
  const held = { about: 'store', code: 'session-held', message: 'raw' };
  expect(say(held)).toContain('open in another Evenfloor');
  expect(say(held, 'zh-CN')).toContain('正在另一个 Evenfloor 中打开');
});

test('a code from the future, and what has none, keep their own sentence', () => {
  expect(say({ about: 'plan', code: 'toString', params: {}, message: 'Its own.' })).toBe('Its own.');
  expect(say({ message: 'A sentence.' })).toBe('A sentence.');
  expect(say(new Error('Thrown.'))).toBe('Thrown.');
  expect(say('odd')).toBe('odd');
});

test('both languages know the same codes', () => {
  expect(Object.keys(planErrorsZhCn)).toEqual(Object.keys(planErrorsEn));
  expect(Object.keys(storeErrorsZhCn)).toEqual(Object.keys(storeErrorsEn));
});
