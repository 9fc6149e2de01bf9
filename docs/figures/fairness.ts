/**
 * `npx node docs/figures/fairness.ts [FOLDER …]`: replays every request file under the five policies and writes the
 * table and the chart of docs/fairness.md beside itself. Without a folder: those of the clone and, where the
 * project is worked on, the larger collection next to it.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { simulate } from '../../shared/projections/simulate.ts';
import type { Policy, SimulatedMeeting } from '../../shared/projections/simulated-meeting.ts';
import { POLICIES } from '../../shared/projections/simulated-meeting.ts';
import type { Simulation } from '../../shared/projections/simulation-metrics.ts';

const HERE = import.meta.dirname;
const FOLDERS = ['../../test/cases/requests', '../../../shared/cases/requests'].map((path) =>
  join(HERE, path),
);

const PAGE = join(HERE, '../fairness.md');
/** Where the table stands in the page. */
const FIGURES = /(<!-- figures -->)[\s\S]*(<!-- \/figures -->)/;

type Measure = { title: string; unit: '' | ' s'; digits: number; of(result: Simulation): number | null };

const MEASURES: Measure[] = [
  { title: 'online share', unit: '', digits: 2, of: (result) => result.onlineShare },
  { title: 'worst joint gap', unit: ' s', digits: 0, of: (result) => result.worstJointGapSeconds },
  { title: 'longest block', unit: ' s', digits: 0, of: (result) => result.longestBlockSeconds },
  {
    title: 'reached / requested',
    unit: '',
    digits: 2,
    of: ({ reached, requested }) => (requested === 0 ? null : reached / requested),
  },
  { title: 'Jain index', unit: '', digits: 2, of: (result) => result.jain },
];

/** The measures that have a bar in the chart. */
const CHARTED = MEASURES.filter((measure) => measure.unit === ' s');

type Row = { policy: Policy; results: Simulation[] };

function meetingsIn(folders: readonly string[]): Map<string, SimulatedMeeting> {
  const meetings = new Map<string, SimulatedMeeting>();
  for (const folder of folders.filter((path) => existsSync(path)))
    for (const name of readdirSync(folder).filter((file) => file.endsWith('.json')))
      meetings.set(name, JSON.parse(readFileSync(join(folder, name), 'utf8')) as SimulatedMeeting);
  return meetings;
}

function sorted({ results }: Row, measure: Measure): number[] {
  return results
    .map((result) => measure.of(result))
    .filter((value) => value !== null)
    .toSorted((a, b) => a - b);
}

/** As in `simulate`: of n sorted values the one at ⌊n/2⌋. */
function median(values: readonly number[]): number {
  return values[Math.floor(values.length / 2)] ?? 0;
}

function table(rows: readonly Row[], count: number): string {
  const cells = (row: Row) =>
    MEASURES.map((measure) => {
      const values = sorted(row, measure);
      const text = (value: number) => value.toFixed(measure.digits) + measure.unit;
      return `${text(median(values))} (${text(values.at(-1) ?? 0)})`;
    });
  const violations = ({ policy, results }: Row) =>
    policy === 'evenfloor' ? String(results.reduce((sum, one) => sum + (one.boundViolations ?? 0), 0)) : '–';
  return [
    `Median over ${count} meetings, the maximum in brackets. Made by \`npx node docs/figures/fairness.ts\`.`,
    '',
    `| policy | ${MEASURES.map((measure) => measure.title).join(' | ')} | bounds broken |`,
    `|---|${MEASURES.map(() => '---:|').join('')}---:|`,
    ...rows.map((row) => `| \`${row.policy}\` | ${cells(row).join(' | ')} | ${violations(row)} |`),
    '',
  ].join('\n');
}

const WIDTH = 760;
const LEFT = 120;
const RIGHT = 150;
const BAR = 13;
const ROW = 36;

/** Dark bars are medians, pale outlined ones maxima; every bar has its figure, so no colour carries a meaning. */
function chart(rows: readonly Row[], count: number): string {
  const parts: string[] = [];
  let y = 24;
  for (const measure of CHARTED) {
    const most = Math.max(...rows.map((row) => sorted(row, measure).at(-1) ?? 0));
    const scale = (WIDTH - LEFT - RIGHT) / most;
    parts.push(
      `<text x="0" y="${y}" class="head">${measure.title}, seconds: median and maximum of ${count} meetings</text>`,
    );
    y += 12;
    for (const row of rows) {
      const values = sorted(row, measure);
      const [middle, top] = [median(values), values.at(-1) ?? 0];
      parts.push(
        `<text x="${LEFT - 10}" y="${y + 17}" text-anchor="end">${row.policy}</text>`,
        bar(y, middle * scale, 'median', `${middle.toFixed(0)} s`),
        bar(y + BAR + 1, top * scale, 'most', `up to ${top.toFixed(0)} s`),
      );
      y += ROW;
    }
    y += 26;
  }
  const height = y - 20;
  const label = CHARTED.map((measure) => measure.title).join(' and ');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${label} under five policies; the figures are in fairness.md">
<style>text{font:13px system-ui,sans-serif;fill:#111}.head{font-weight:600}.median{fill:#333}.most{fill:#ddd;stroke:#333}</style>
<rect width="${WIDTH}" height="${height}" fill="#fff"/>
${parts.join('\n')}
</svg>
`;
}

function bar(y: number, width: number, kind: string, label: string): string {
  const end = Math.max(1, width).toFixed(1);
  return `<rect x="${LEFT}" y="${y}" width="${end}" height="${BAR}" class="${kind}"/><text x="${(LEFT + width + 8).toFixed(1)}" y="${y + 11}">${label}</text>`;
}

function main(): void {
  const named = process.argv.slice(2);
  const meetings = meetingsIn(named.length > 0 ? named : FOLDERS);
  if (meetings.size === 0) throw new Error('no request files there');
  const rows = POLICIES.map((policy) => ({
    policy,
    results: [...meetings.values()].map((meeting) => simulate(meeting, policy)),
  }));
  writeFileSync(join(HERE, 'fairness.md'), table(rows, meetings.size));
  writeFileSync(join(HERE, 'fairness.svg'), chart(rows, meetings.size));
  const page = readFileSync(PAGE, 'utf8');
  writeFileSync(PAGE, page.replace(FIGURES, `$1\n\n${table(rows, meetings.size)}\n$2`));
  process.stdout.write(table(rows, meetings.size));
}

main();
