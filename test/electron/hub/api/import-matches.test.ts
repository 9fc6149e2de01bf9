import { expect, test } from 'vitest';
import { matchesOf } from '../../../../electron/hub/api/import-matches.ts';
import type { State } from '../../../../shared/state.ts';

const SILVAS = ['José Silva', 'Jose Silva'];

/** Who of a roster the people of a file with these names are, by their ids. */
function found(
  names: readonly string[],
  ...roster: [personId: string, name: string, ...otherNames: string[]][]
) {
  const people = roster.map(([personId, name, ...otherNames]) => ({ personId, name, otherNames }));
  const read = names.map((name, index) => ({ name, row: index + 2 }));
  return matchesOf(read, people as unknown as State['people']).map((match) => match?.personId);
}

test('[J12] given two names that differ in accents alone and one of them in the roster, when matched, then it is the one spelled so, and the other is nobody', () => {
  expect(found(SILVAS, ['p1', 'Jose Silva'])).toEqual([undefined, 'p1']);
  expect(found(SILVAS, ['p1', 'José Silva'])).toEqual(['p1', undefined]);
  expect(found(['JOSE SILVA', 'Josè Silva'], ['p1', 'José Silva'])).toEqual(['p1', undefined]);
});

test('[J12] given both names in the roster, in any order, when matched, then each is the one spelled so', () => {
  expect(found(SILVAS, ['p1', 'Jose Silva'], ['p2', 'José Silva'])).toEqual(['p2', 'p1']);
  expect(found(SILVAS, ['p1', 'José Silva'], ['p2', 'Jose Silva'])).toEqual(['p1', 'p2']);
});

test('[J12] given both had these names in a file and have new ones, when matched, then each is who was spelled so', () => {
  expect(found(SILVAS, ['p1', 'J. S.', 'Jose Silva'], ['p2', 'Dr. Silva', 'José Silva'])).toEqual([
    'p2',
    'p1',
  ]);
  // The name itself decides before a name from a file does.
  expect(found(SILVAS, ['p1', 'Jose Silva', 'José Silva'], ['p2', 'José Silva'])).toEqual(['p2', 'p1']);
});

test('[J12] given more of one name than the roster has, when matched, then nobody of it is two', () => {
  const three = ['Ada', 'Áda', 'Ada'];
  expect(found(three, ['p1', 'Ada'], ['p2', 'Ada Obi', 'ada'])).toEqual(['p1', undefined, 'p2']);
});
