import { expect, test } from 'vitest';
import {
  AS_PROPOSED,
  becomes,
  sentChoices,
  takenCount,
  withQuestion,
} from '../../../renderer/store/import-choices.ts';
import type { ImportPreview } from '../../../shared/imported.ts';

const PREVIEW: ImportPreview = {
  format: 'zoom-participants',
  people: [{ name: 'Ada', match: { personId: 'a', name: 'ADA' } }, { name: 'Bo' }, { name: 'Cy' }],
  questions: [{ text: 'Why?' }, { text: 'How?', known: true }],
  problems: [],
};

test('[J12] what nobody chose otherwise is as proposed, and the choices are sent by place', () => {
  const choices = { ...AS_PROPOSED, persons: { 0: 'new', 1: 'out', 2: 'a' } };
  expect([0, 1, 2].map((place) => becomes(PREVIEW, AS_PROPOSED, place))).toEqual(['a', 'new', 'new']);
  expect([takenCount(PREVIEW, AS_PROPOSED), takenCount(PREVIEW, choices)]).toEqual([4, 3]);
  const without = withQuestion(choices, 0, false);
  expect(takenCount(PREVIEW, without)).toBe(2);
  expect(withQuestion(without, 0, true)).toEqual(choices);
  expect(sentChoices(without)).toEqual({
    skip: [1],
    persons: { 0: null, 2: 'a' },
    skipQuestions: [0],
    channel: 'online',
  });
});
