/** A plan as a file of its own: what the app saves, and what may be written by hand or by another tool. */
import { must } from '../../shared/lib/assert.ts';
import { PLAN_NOTES_MAX } from '../../shared/lib/limits.ts';
import { type Found, problemOf, REPORTED } from '../../shared/lib/problems.ts';
import { type Plan, type PlanNote, planSchema } from '../../shared/plan.ts';
import { jsonErrorPosition } from './json-position.ts';
import { PlanError } from './plan-error.ts';
import { shorten } from './proposal/text-lines.ts';

const PATH_CHARS_MAX = 200;

/**
 * Reads the JSON form of a plan (`shared/plan.ts`); defaults that the file leaves out are filled in.
 *
 * @throws {PlanError} `bad-json` with line and column, `newer-plan`, `bad-plan` with the path of the first problem,
 *   `duplicate-id`
 */
export function readPlanJson(fileName: string, text: string): Plan {
  const value = parseJson(fileName, text);
  refuseNewerPlan(fileName, value);
  const result = planSchema.safeParse(value, REPORTED);
  if (result.success) {
    refuseBadReferences(fileName, result.data);
    return withUnread(result.data, value);
  }
  const issue = must(result.error.issues[0], 'issue');
  throw badPlan(fileName, pathOf(issue.path), problemOf(issue));
}

/** A slip such as `agend` would else take half the plan away without a word. */
function withUnread(plan: Plan, value: unknown): Plan {
  const taken = new Set(plan.notes.map((note) => note.noteId));
  let n = 0;
  const nextId = (): string => {
    n += 1;
    return taken.has(`unread-${n}`) ? nextId() : `unread-${n}`;
  };
  const notes = unreadKeys(value, plan, [])
    .slice(0, PLAN_NOTES_MAX - plan.notes.length)
    .map((keys): PlanNote => {
      const params = { path: shorten(pathOf(keys), PATH_CHARS_MAX) };
      return { noteId: nextId(), field: 'plan', code: 'key-unread', params };
    });
  return notes.length === 0 ? plan : { ...plan, notes: [...plan.notes, ...notes] };
}

/** Whatever is in the file and not in what was read of it. */
function unreadKeys(value: unknown, read: unknown, path: PropertyKey[]): PropertyKey[][] {
  if (typeof value !== 'object' || value === null || typeof read !== 'object' || read === null) return [];
  return Object.entries(value).flatMap(([name, inside]) => {
    const key = Array.isArray(value) ? Number(name) : name;
    if (!Object.hasOwn(read, name)) return [[...path, key]];
    return unreadKeys(inside, Reflect.get(read, name), [...path, key]);
  });
}

function parseJson(fileName: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const { line, column } = jsonErrorPosition(text);
    throw new PlanError('bad-json', { fileName, line, column });
  }
}

function refuseNewerPlan(fileName: string, value: unknown): void {
  if (typeof value !== 'object' || value === null || !('format' in value) || !('v' in value)) return;
  if (value.format !== 'evenfloor.plan' || typeof value.v !== 'number' || value.v <= 1) return;
  throw new PlanError('newer-plan', { fileName, v: value.v });
}

/** What a schema of single fields cannot see: ids are looked up later, so each must name one thing only. */
function refuseBadReferences(fileName: string, plan: Plan): void {
  const lists: [string, string[]][] = [
    ['policyQuestions', plan.policyQuestions.map((question) => question.policyQuestionId)],
    ['agenda', plan.agenda.map((item) => item.itemId)],
    ['people', plan.people.map((person) => person.personId)],
    ['notes', plan.notes.map((note) => note.noteId)],
  ];
  for (const [list, ids] of lists) {
    const seen = new Set<string>();
    for (const [i, id] of ids.entries()) {
      if (seen.has(id)) {
        throw new PlanError('duplicate-id', { fileName, path: `${list}[${i}]`, id });
      }
      seen.add(id);
    }
  }
  for (const [i, item] of plan.agenda.entries()) {
    const before = plan.agenda.slice(0, i).some((earlier) => earlier.itemId === item.continuesItemId);
    if (item.continuesItemId === undefined || before) continue;
    const path = `agenda[${i}].continuesItemId`;
    throw badPlan(fileName, path, { problem: 'no-earlier-item' });
  }
}

function badPlan(fileName: string, path: string, found: Found): PlanError {
  return new PlanError('bad-plan', { fileName, path, ...found });
}

/** `['agenda', 2, 'minutes']` as `agenda[2].minutes`. */
function pathOf(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`;
    return text === '' ? String(part) : `${text}.${String(part)}`;
  }, '');
}
