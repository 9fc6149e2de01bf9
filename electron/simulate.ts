/**
 * `npm run simulate`: replays a meeting under a speaking-order policy and prints its metrics; with `--rehearse` it
 * plays hands into a running session instead. A replay has no chance in it, so `--seed` changes nothing there.
 */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { channelSchema } from '../shared/lib/schema.ts';
import type { SimulatedMeeting } from '../shared/projections/simulate.ts';
import { POLICIES, type Policy, simulate } from '../shared/projections/simulate.ts';
import type { Simulation } from '../shared/projections/simulation-metrics.ts';
import { handsOfMeeting, syntheticHands } from '../shared/projections/synthetic-hands.ts';
import { systemClock } from './hub/clock.ts';
import { inOneLine, rehearse } from './rehearse.ts';

const seconds = z.number().min(0);

const meetingSchema = z.object({
  capSeconds: seconds,
  handoverSeconds: seconds,
  limitSeconds: seconds,
  requests: z.array(z.object({ t: seconds, who: z.string(), channel: channelSchema, seconds })),
});

const REHEARSE =
  '--rehearse --link INVITATION [--meeting FILE] [--speed 10] [--seed 1] [--minutes 10] [--drive]';
const USAGE = `npm run simulate -- --meeting FILE [--policy NAME] [--json], or ${REHEARSE}`;

const OPTIONS = {
  meeting: { type: 'string' },
  policy: { type: 'string' },
  json: { type: 'boolean' },
  rehearse: { type: 'boolean' },
  link: { type: 'string' },
  speed: { type: 'string' },
  seed: { type: 'string' },
  minutes: { type: 'string' },
  drive: { type: 'boolean' },
} as const;

type Values = ReturnType<typeof readOptions>;

function readOptions() {
  return parseArgs({ options: OPTIONS }).values;
}

async function main(): Promise<void> {
  const values = readOptions();
  if (values.rehearse) return rehearsal(values);
  if (values.meeting === undefined) throw new Error(`which meeting? ${USAGE}`);
  const policy = values.policy ?? 'evenfloor';
  if (!isPolicy(policy)) throw new Error(`--policy ${policy}: one of ${POLICIES.join(', ')} is needed`);
  const result = simulate(await readMeeting(values.meeting), policy);
  process.stdout.write(values.json ? `${JSON.stringify(result)}\n` : inWords(result));
}

/** `--minutes` are those of whoever practises; a meeting file without them is played to its end. */
async function rehearsal(values: Values): Promise<void> {
  if (values.link === undefined) throw new Error(`whose invitation? npm run simulate -- ${REHEARSE}`);
  const speed = numberOf('speed', values.speed ?? '10', 0.1, 1_000);
  const seed = numberOf('seed', values.seed ?? '1', 0, 0xffff_ffff);
  const minutes = numberOf('minutes', values.minutes ?? '10', 0.01, 24 * 60);
  const meeting = values.meeting === undefined ? null : await readMeeting(values.meeting);
  const playedSeconds = minutes * 60 * speed;
  const untilSeconds = meeting && values.minutes === undefined ? meeting.limitSeconds : playedSeconds;
  const hands = meeting ? handsOfMeeting(meeting, seed) : syntheticHands(seed, untilSeconds);
  const { link, drive = false } = values;
  const { ended, stop } = await rehearse({ link, hands, untilSeconds, speed, drive, clock: systemClock() });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop('stopped'));
  process.stdout.write(`${inOneLine(await ended)}\n`);
}

function numberOf(name: string, text: string, min: number, max: number): number {
  const value = Number(text);
  if (text.trim() !== '' && value >= min && value <= max) return value;
  throw new Error(`--${name} ${text}: a number from ${min} to ${max} is needed`);
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
