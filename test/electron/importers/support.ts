import { readFileSync } from 'node:fs';
import { readPlan } from '../../../electron/importers/read-plan.ts';
import type { Plan } from '../../../shared/plan.ts';

export const CASES = new URL('../../cases/', import.meta.url);

export function bytesOf(path: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(path, CASES)));
}

export function planOf(text: string, fileName = 'proposal.txt'): Promise<Plan> {
  return readPlan(fileName, new TextEncoder().encode(text));
}

/** What a user would check by eye, without ids. */
export function summary(plan: Plan) {
  return {
    title: plan.title,
    code: plan.code ?? null,
    series: plan.series ?? null,
    minutes: plan.minutes ?? null,
    policyQuestions: plan.policyQuestions.map((question) => question.text),
    agenda: plan.agenda.map(({ kind, minutes, title, speakers }) =>
      speakers === undefined ? [kind, minutes, title] : [kind, minutes, title, speakers],
    ),
    people: plan.people.map(({ personId: _, ...person }) => person),
    notes: plan.notes.map((note) => `${note.field} ${note.code}`),
  };
}

export function notesOf(plan: Plan, code: string) {
  return plan.notes.filter((note) => note.code === code).map(({ field, params }) => ({ field, params }));
}

/** For what must not hang: reading that looks at each character for each other one takes minutes. */
export const HANGS_MS = 20_000;
