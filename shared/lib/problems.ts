/**
 * What can be wrong with a value that came from outside: the `problem` of an `invalid` refusal, as a code that
 * every language words. Schemas give a code of this list where zod gives a message in English.
 */
import type { z } from 'zod';

/** The limits and names that a sentence needs; `limit` is the bound that was passed, `allowed` a list with commas. */
export type ProblemParams = { limit?: number; allowed?: string };

export const PROBLEMS = [
  'missing',
  'not-text',
  'not-a-number',
  'not-whole',
  'not-yes-or-no',
  'not-a-list',
  'not-an-object',
  'not-allowed',
  'too-long',
  'too-short',
  'too-many',
  'too-few',
  'too-high',
  'too-low',
  'bad-key',
  'unfit',
  'empty',
  'not-an-id',
  'not-an-invitation-id',
  'listed-twice',
  'not-one-in-sum',
  'entry-or-person',
  'taken',
  'used-by-other',
  'nobody-named',
  'side-needed',
  'same-person',
  'same-point',
  'same-question',
  'longer-than-turn',
  'no-earlier-item',
  'not-json',
  'no-token',
  'not-an-invitation',
  'revoked',
  'not-signed',
  'too-old',
  'no-such-session',
  'session-unreadable',
  'no-such-address',
  'not-our-address',
  'not-an-address',
  'not-an-email',
  'not-built',
] as const;

export type Problem = (typeof PROBLEMS)[number];

/** A code, with what its sentence needs. */
export type Found = { problem: Problem } & ProblemParams;

/** The first issue's code decides; a message that is one of our codes comes before zod's own. */
export function problemOf(issue: Issue): Found {
  if (isProblem(issue.message)) return { problem: issue.message, ...paramsOf(issue) };
  if ('input' in issue && issue.input === undefined) return { problem: 'missing' };
  return READERS[issue.code](issue as never);
}

/** Parse with `reportInput`, else what is missing looks like a value of the wrong type. */
export const REPORTED = { reportInput: true } as const;

type Issue = z.core.$ZodIssue;
type Of<Code extends Issue['code']> = Extract<Issue, { code: Code }>;

/** A kind of issue that a new zod adds does not compile until it has a reader. */
const READERS: { [Code in Issue['code']]: (issue: Of<Code>) => Found } = {
  invalid_type: ({ expected }) => ({ problem: EXPECTED[expected] ?? 'unfit' }),
  invalid_value: (issue) => allowed([issue]),
  invalid_union: ({ errors }) => allowed(errors.flat()),
  invalid_format: () => ({ problem: 'unfit' }),
  invalid_key: () => ({ problem: 'bad-key' }),
  invalid_element: () => ({ problem: 'unfit' }),
  not_multiple_of: () => ({ problem: 'unfit' }),
  custom: () => ({ problem: 'unfit' }),
  unrecognized_keys: () => ({ problem: 'bad-key' }),
  too_big: ({ origin, maximum }) => ({
    problem: origin === 'string' ? 'too-long' : origin === 'array' ? 'too-many' : 'too-high',
    limit: Number(maximum),
  }),
  too_small: ({ origin, minimum }) => ({
    problem: origin === 'string' ? 'too-short' : origin === 'array' ? 'too-few' : 'too-low',
    limit: Number(minimum),
  }),
};

const EXPECTED: Partial<Record<string, Problem>> = {
  string: 'not-text',
  number: 'not-a-number',
  int: 'not-whole',
  boolean: 'not-yes-or-no',
  array: 'not-a-list',
  object: 'not-an-object',
  record: 'not-an-object',
};

/** All that a list of values, or several such lists, would have taken; nothing is listed where other things fit too. */
function allowed(issues: readonly Issue[]): Found {
  const values = issues.flatMap((issue) => (issue.code === 'invalid_value' ? issue.values : [null]));
  if (values.length === 0 || values.includes(null)) return { problem: 'unfit' };
  return { problem: 'not-allowed', allowed: values.join(', ') };
}

/** Of a check of our own, which names its bound itself. */
function paramsOf(issue: Issue): ProblemParams {
  const params: ProblemParams | undefined = issue.code === 'custom' ? issue.params : undefined;
  return { ...params };
}

function isProblem(message: string): message is Problem {
  return (PROBLEMS as readonly string[]).includes(message);
}
