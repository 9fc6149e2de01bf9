import { expect, test } from 'vitest';
import { planText } from '../../../renderer/store/plan-text.ts';
import type { Plan } from '../../../shared/plan.ts';
import { planSchema } from '../../../shared/plan.ts';

const PLAN: Plan = planSchema.parse({
  format: 'evenfloor.plan',
  v: 1,
  title: 'Digital governance',
  code: 'WS #377',
  series: 'IGF 2023',
  minutes: 90,
  policyQuestions: [{ policyQuestionId: 'q1', text: 'Who governs?' }],
  agenda: [
    { itemId: 'a', kind: 'speeches', title: 'Opening', minutes: 10, fair: false, speakers: 2 },
    { itemId: 'b', kind: 'discussion', title: 'Talk', minutes: 80, continuesItemId: 'a' },
  ],
  people: [
    {
      personId: 'p1',
      name: '阿明',
      channel: 'online',
      organisation: 'CNNIC',
      groups: { region: 'Asia-Pacific Group', stakeholder: 'Technical Community' },
      panel: true,
      roles: ['host'],
    },
  ],
  fairness: { weights: { onsite: 0.6, online: 0.4 } },
  notes: [{ noteId: 'n1', field: 'title', code: 'title-assumed', params: { line: 3, title: 'x' } }],
});

/** The same, with all keys the other way round. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, inner]) => [key, reversed(inner)]),
  );
}

test('a plan gives the same text, in the order of its schema, in whatever order its fields were made', () => {
  const text = `${JSON.stringify(PLAN, null, 2)}\n`;
  expect(planText(PLAN)).toBe(text);
  expect(planText(reversed(PLAN) as Plan)).toBe(text);
});
