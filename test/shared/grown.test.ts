/** Lists that grow: what is handed on from one to the next is what a look at the whole list would say. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addedTo, append, hasId } from '../../shared/lib/grown.ts';
import { put } from '../../shared/lib/lists.ts';

type Thing = { id: string; seq: number };

const idOf = ({ id }: Thing) => id;
/** Of all ids that any of the lists may have. */
const IDS = Array.from({ length: 45 }, (_, index) => `t${index}`);
const found = (list: Thing[]) => IDS.filter((id) => hasId(list, id, idOf));
const thing = (seq: number): Thing => ({ id: `t${seq}`, seq });

/** Any of the lists so far is grown, changed or asked about, as undo and a second hub come back to earlier ones. */
const steps = fc.array(
  fc.record({
    of: fc.nat(),
    does: fc.constantFrom('append' as const, 'append' as const, 'replace' as const, 'ask' as const),
  }),
  { maxLength: 40 },
);

test('given lists that were grown and changed in any order, when one is asked for its ids, then they are those that a look at the whole list finds', () => {
  fc.assert(
    fc.property(steps, (all) => {
      const lists: Thing[][] = [[thing(1), thing(2)]];
      for (const [index, { of, does }] of all.entries()) {
        const list = lists[of % lists.length] ?? [];
        if (does === 'append') lists.push(append(list, thing(index + 3)));
        else if (does === 'replace') lists.push(put(list, { ...thing(2), seq: 2 }, (one) => one.id === 't2'));
        expect(found(list)).toEqual(list.map(idOf));
      }
      for (const list of lists) expect(found(list)).toEqual(list.map(idOf));
    }),
  );
});

test('given a list that was grown twice, when two are compared, then what was added is told only where nothing else is different', () => {
  const first = [thing(1)];
  const second = append(first, thing(2));
  const third = append(second, thing(3));

  expect(addedTo(second, third)).toBe(third[2]);
  expect(addedTo(first, third)).toBeUndefined();
  expect(addedTo(second, [...third])).toBeUndefined();
  expect(addedTo(third, second)).toBeUndefined();
  expect(first).toHaveLength(1);
});
