/**
 * A plan as the text of a file. The page writes it, so that it can be saved while the line is down; the order is said
 * here, since a page does not carry the schemas. The same plan gives the same text, so that plans can be kept under
 * version control. Read back, it is equal.
 */
import type { AgendaPlan, PersonPlan, Plan, PlanNote, PolicyQuestion } from '../../shared/plan.ts';

/** In the schema's order; a field that is missing here does not compile. */
type Fields<T> = { [Field in keyof Required<T>]: true };

const PLAN: Fields<Plan> = {
  format: true,
  v: true,
  title: true,
  code: true,
  series: true,
  minutes: true,
  policyQuestions: true,
  agenda: true,
  people: true,
  fairness: true,
  network: true,
  joinLinks: true,
  clockShows: true,
  notes: true,
};
const QUESTION: Fields<PolicyQuestion> = { policyQuestionId: true, text: true };
const ITEM: Fields<AgendaPlan> = {
  itemId: true,
  kind: true,
  title: true,
  minutes: true,
  fair: true,
  speakers: true,
  continuesItemId: true,
};
const PERSON: Fields<PersonPlan> = {
  personId: true,
  name: true,
  channel: true,
  organisation: true,
  groups: true,
  panel: true,
  roles: true,
};
const FAIRNESS: Fields<Plan['fairness']> = {
  weights: true,
  turnLimitSeconds: true,
  creditSeconds: true,
  agingSeconds: true,
  policy: true,
  balancedGroup: true,
  windowSeconds: true,
  holdSlotSeconds: true,
};
const WEIGHTS: Fields<Plan['fairness']['weights']> = { onsite: true, online: true };
const NOTE: Fields<PlanNote> = { noteId: true, field: true, code: true, params: true };

export function planText(plan: Plan): string {
  const { weights } = plan.fairness;
  const whole = {
    ...ordered(PLAN, plan),
    policyQuestions: plan.policyQuestions.map((question) => ordered(QUESTION, question)),
    agenda: plan.agenda.map((item) => ordered(ITEM, item)),
    people: plan.people.map((person) => ordered(PERSON, person)),
    fairness: { ...ordered(FAIRNESS, plan.fairness), weights: ordered(WEIGHTS, weights) },
    notes: plan.notes.map((note) => ordered(NOTE, note)),
  };
  return `${JSON.stringify(whole, sortRecords, 2)}\n`;
}

function ordered<T extends object>(fields: Fields<T>, record: T): Partial<T> {
  const known = Object.keys(fields) as (keyof T)[];
  return Object.fromEntries(
    known.filter((field) => record[field] !== undefined).map((field) => [field, record[field]]),
  ) as Partial<T>;
}

/** Groups and parameters have no order of their own. */
function sortRecords(key: string, value: unknown): unknown {
  if ((key !== 'groups' && key !== 'params') || typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
