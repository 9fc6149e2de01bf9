/** English for what is wrong with a value, as the rest of a sentence that begins with the field's name. */
import type { Problem } from '../lib/problems.ts';
import type { Params } from './words.ts';
import { plural } from './words.ts';

/** A new problem without words does not compile. */
export type ProblemWords = Record<Problem, (params: Params) => string>;

export const problemsEn: ProblemWords = {
  missing: () => 'is missing',
  'not-text': () => 'must be text',
  'not-a-number': () => 'must be a number',
  'not-whole': () => 'must be a whole number',
  'not-yes-or-no': () => 'must be true or false',
  'not-a-list': () => 'must be a list',
  'not-an-object': () => 'must be an object with named fields',
  'not-allowed': (p) => `must be one of: ${p.allowed}`,
  'too-long': (p) => `is too long; at most ${plural(p.limit, 'character fits', 'characters fit')}`,
  'too-short': (p) => `is too short; at least ${plural(p.limit, 'character is', 'characters are')} needed`,
  'too-many': (p) => `has too many entries; at most ${p.limit} can be taken`,
  'too-few': (p) => `has too few entries; at least ${p.limit} must be given`,
  'too-high': (p) => `is too high; it may be ${p.limit} at most`,
  'too-low': (p) => `is too low; it must be ${p.limit} at least`,
  'bad-key': () => 'is no name that a field can have here',
  unfit: () => 'does not have the form that is needed',
  empty: () => 'holds nothing that can be read',
  'not-an-id': () => 'is no id: letters, digits and . _ : - after a letter or digit are needed',
  'not-an-invitation-id': () => 'is no id of an invitation: up to 64 letters, digits, - and _ are needed',
  'listed-twice': () => 'uses the same id for two items',
  'not-one-in-sum': () => 'must add up to 1',
  'entry-or-person': () => 'needs either entryId or person, not both',
  taken: () => 'is the id of something else already',
  'used-by-other': () => 'was used by somebody else',
  'nobody-named': () => 'is missing: somebody has to be named',
  'side-needed': () => 'needs a name and a side',
  'same-person': () => 'names the same person twice',
  'same-question': () => 'names the same question twice',
  'same-point': () => 'names the same point twice',
  'longer-than-turn': () => 'is longer than the turn',
  'no-earlier-item': () => 'names no earlier agenda item',
  'not-json': () => 'is not valid JSON',
  'no-token': () => 'needs a bearer token',
  'not-an-invitation': () => 'is no valid invitation',
  'not-signed': () => 'is missing, or was not made with the secret that is kept here',
  'too-old': (p) =>
    `is more than ${plural(p.limit, 'minute', 'minutes')} away from the clock of this hub: the call is old, or a clock is wrong`,
  revoked: () => 'holds an invitation that was revoked',
  'no-such-session': () => 'holds an invitation to a session that is not here',
  'session-unreadable': () => 'holds an invitation to a session that cannot be opened',
  'no-such-address': () => 'is no address here, or not for this method',
  'not-our-address': () => 'is no address of this hub',
  'not-an-email': () => 'is no e-mail address',
  'not-an-address': () => 'is no address',
  'not-built': () => 'cannot be shown, since the web client is not built',
};

/** What is wrong in the words of a catalogue; null for a code that it does not know, such as a newer hub's. */
export function problemClause(words: ProblemWords, params: Params): string | null {
  const code = String(params.problem);
  return Object.hasOwn(words, code) ? words[code as Problem](params) : null;
}
