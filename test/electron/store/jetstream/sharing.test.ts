import { expect, test } from 'vitest';
import { sharing } from '../../../../electron/store/jetstream/sharing.ts';

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

test('given many who ask while a question is under way, when it is answered, then one more is asked for all of them', async () => {
  const answers: ((isHeard: boolean) => void)[] = [];
  const ask = sharing(
    () =>
      new Promise((resolve, reject) => {
        answers.push((isHeard) => (isHeard ? resolve() : reject(new Error('unheard'))));
      }),
  );
  const heard: string[] = [];
  const note = (name: string) =>
    ask().then(
      () => heard.push(name),
      () => heard.push(`not ${name}`),
    );
  void note('first');
  void note('second');
  void note('third');
  await turn();
  expect(answers).toHaveLength(1);
  answers[0]?.(false);
  await turn();
  expect([heard, answers.length]).toEqual([['not first'], 2]);
  answers[1]?.(true);
  await turn();
  expect(heard).toEqual(['not first', 'second', 'third']);
  void note('later');
  answers[2]?.(true);
  await turn();
  expect(heard.at(-1)).toBe('later');
});
