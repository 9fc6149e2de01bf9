/**
 * `npm run simulate`: replays a meeting under a speaking-order policy and prints its metrics. `--seed` is accepted
 * and changes nothing, since a replay has no chance in it.
 */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { channelSchema } from '../shared/lib/schema.ts';
import type { SimulatedMeeting } from '../shared/projections/simulate.ts';
import { POLICIES, type Policy, simulate } from '../shared/projections/simulate.ts';
import type { Simulation } from '../shared/projections/simulation-metrics.ts';

const seconds = z.number().min(0);

const meetingSchema = z.object({
  capSeconds: seconds,
  handoverSeconds: seconds,
  limitSeconds: seconds,
  requests: z.array(z.object({ t: seconds, who: z.string(), channel: channelSchema, seconds })),
});

const USAGE = 'npm run simulate -- --meeting FILE [--policy NAME] [--json]';

async function main(): Promise<void> {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    options: { meeting: text, policy: text, seed: text, json: { type: 'boolean' } },
  });
  if (values.meeting === undefined) throw new Error(`which meeting? ${USAGE}`);
  const policy = values.policy ?? 'evenfloor';
  if (!isPolicy(policy)) throw new Error(`--policy ${policy}: one of ${POLICIES.join(', ')} is needed`);
  const result = simulate(await readMeeting(values.meeting), policy);
  process.stdout.write(values.json ? `${JSON.stringify(result)}\n` : inWords(result));
}

async function readMeeting(path: string): Promise<SimulatedMeeting> {
  const read = meetingSchema.safeParse(JSON.parse(await readFile(path, 'utf8')));
  if (read.success) return read.data;
  const issue = read.error.issues[0];
  throw new Error(`${path}: ${issue?.path.join('.')}: ${issue?.message}`);
}

function isPolicy(name: string): name is Policy {
  return (POLICIES as readonly string[]).includes(name);
}

function inWords(result: Simulation): string {
  const lines = Object.entries(result).map(([name, value]) => `${name.padEnd(22)} ${JSON.stringify(value)}`);
  return `${lines.join('\n')}\n`;
}

main().catch((error: unknown) => {
  process.stderr.write(
    `evenfloor: ${(error instanceof Error ? error.message : String(error)).split('\n')[0]}\n`,
  );
  process.exit(1);
});
