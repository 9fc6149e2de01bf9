/**
 * `npm run bench:sockets`: what a command costs from the writer's hand to the last of N screens, beside what the socket
 * and the disk could do at best (floor, floor+dur) and beside two well-known servers. Hub and load are two processes;
 * all servers do the same work in turns, round by round, and what counts is the ratio within a round. Ends by itself.
 *
 *   --subscribers 100,1000,3000   --rounds 5   --writers 4   --quick (one short round)   --no-rate
 *   --only evenfloor,floor+dur   --other ANOTHER_CHECKOUT (whose built hub takes part too)
 */

import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Measured, measure } from './measure.ts';
import { FIRST_SEQ, RIVALS_FOLDER, SIZES, type Sizes, type Subject, subjects } from './subjects.ts';

const { values } = parseArgs({
  options: {
    subscribers: { type: 'string', default: '100,1000,3000' },
    rounds: { type: 'string', default: '5' },
    writers: { type: 'string', default: '4' },
    only: { type: 'string' },
    other: { type: 'string' },
    quick: { type: 'boolean', default: false },
    'no-rate': { type: 'boolean', default: false },
  },
});

/** A frame's head, and what stands around the commits in it. */
const WRAPPING_BYTES = 37;

type Row = Record<string, Measured[]>;

const ours = (row: Row): Measured[] => row.evenfloor ?? [];

const sizes = values.subscribers.split(',').map(Number);
const rounds = values.quick ? 1 : Number(values.rounds);
const all = subjects(values.other).filter(
  ({ name }) => values.only === undefined || values.only.split(',').includes(name),
);
if (!existsSync(`${RIVALS_FOLDER}/node_modules`)) {
  process.stdout.write('socket.io and Colyseus are left out: npm ci --prefix test/bench/sockets/rivals\n');
}

async function once(subject: Subject, wire: Sizes, size: number, guess: number): Promise<Measured> {
  const served = await subject.start(wire);
  try {
    return await measure(served, FIRST_SEQ[subject.name] ?? 0, {
      size,
      writers: Number(values.writers),
      trickleMs: values.quick ? 2_000 : 5_000,
      isRateSought: !values['no-rate'],
      guess,
    });
  } finally {
    await served.stop();
  }
}

const median = (numbers: readonly number[]) =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;

const COLUMNS = [
  'joinMs',
  'joinCpuMs',
  'joinBytes',
  'rssMb',
  'loneAckP50',
  'ackP50',
  'lastP50',
  'lastP99',
  'cpuUsPerDelivery',
  'bytesPerCommit',
  'highestRate',
] as const satisfies readonly (keyof Measured)[];

function table(row: Row): string[] {
  const short = (value: number) => (value >= 100 ? value.toFixed(0) : value.toPrecision(3));
  const line = (name: string, cells: string[]) =>
    name.padEnd(24) + cells.map((cell) => cell.padStart(12)).join('');
  const lines = [
    line(
      '',
      COLUMNS.map((column) => column.slice(0, 11)),
    ),
  ];
  for (const [name, runs] of Object.entries(row)) {
    lines.push(
      line(
        name,
        COLUMNS.map((column) => short(median(runs.map((run) => run[column])))),
      ),
    );
  }
  for (const other of Object.keys(row).filter((name) => name !== 'evenfloor')) {
    const ratios = COLUMNS.map((column) =>
      median(ours(row).map((run, round) => run[column] / (row[other]?.[round]?.[column] ?? Number.NaN))),
    );
    lines.push(
      line(
        `evenfloor / ${other}`,
        ratios.map((ratio) => ratio.toFixed(2)),
      ),
    );
  }
  return lines;
}

const results: Record<number, Row> = {};
for (const size of sizes) {
  const row: Row = {};
  results[size] = row;
  for (let round = 0; round < rounds; round += 1) {
    for (const subject of all) {
      const runs = row[subject.name] ?? [];
      row[subject.name] = runs;
      const guess = runs.at(-1)?.highestRate ?? 200;
      const [first] = ours(row);
      const wire = first
        ? { ...SIZES, eventBytes: Math.round(first.bytesPerCommit) - WRAPPING_BYTES }
        : SIZES;
      runs.push(await once(subject, wire, size, guess));
    }
  }
  process.stdout.write(
    `\n${size} subscribers, ${rounds} rounds, medians; below, medians of the ratios of each round\n`,
  );
  process.stdout.write(`${table(row).join('\n')}\n`);
}
process.stdout.write(`${JSON.stringify({ bench: 'sockets', rounds, results })}\n`);
