/** One simulated storm after another, by successive seeds. */
import { hubStorm } from '../support/hub-storm.ts';
import { storm } from '../support/storm.ts';

const STEPS = 600;

type Report = { broken: string[] } & { [counted: string]: number | string[] };
type Sums = { storms: number; counted: Record<string, number>; broken: string[] };

export const storms = (count: number, firstSeed: number) => inTurn(storm, count, firstSeed);

export const hubStorms = (count: number, firstSeed: number) => inTurn(hubStorm, count, firstSeed);

async function inTurn(
  play: (seed: number, steps: number) => Promise<Report>,
  count: number,
  firstSeed: number,
): Promise<Sums> {
  const sums: Sums = { storms: count, counted: {}, broken: [] };
  const { write } = process.stderr;
  for (let seed = firstSeed; seed < firstSeed + count; seed += 1) {
    // That a full disk is full, the hub says each time; that a session had to be rebuilt is a bug.
    const say = (text: string) => text.includes('rebuilt') && sums.broken.push(`seed ${seed}: ${text}`);
    Object.assign(process.stderr, { write: say });
    const { broken, ...counted } = await play(seed, STEPS);
    Object.assign(process.stderr, { write });
    for (const [what, number] of Object.entries(counted)) {
      sums.counted[what] = (sums.counted[what] ?? 0) + Number(number);
    }
    sums.broken.push(...broken.map((problem) => `seed ${seed}: ${problem}`));
  }
  return sums;
}
