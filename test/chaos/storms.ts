/** One simulated storm after another, by successive seeds. */
import { storm } from '../support/storm.ts';

const STEPS = 600;

export async function storms(count: number, firstSeed: number) {
  const sum = { storms: count, commits: 0, turns: 0, acknowledged: 0, restarts: 0, broken: [] as string[] };
  const { write } = process.stderr;
  for (let seed = firstSeed; seed < firstSeed + count; seed += 1) {
    // That a full disk is full, the hub says each time; that a session had to be rebuilt is a bug.
    const say = (text: string) => text.includes('rebuilt') && sum.broken.push(`seed ${seed}: ${text}`);
    Object.assign(process.stderr, { write: say });
    const { broken, commits, turns, acknowledged, restarts } = await storm(seed, STEPS);
    Object.assign(process.stderr, { write });
    sum.commits += commits;
    sum.turns += turns;
    sum.acknowledged += acknowledged;
    sum.restarts += restarts;
    sum.broken.push(...broken.map((problem) => `seed ${seed}: ${problem}`));
  }
  return sum;
}
