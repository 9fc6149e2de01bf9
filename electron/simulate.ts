/**
 * `npm run simulate`: replays a meeting under a speaking-order policy and prints its metrics; with `--rehearse` it
 * plays hands into a running session instead. A replay has no chance in it, so `--seed` changes nothing there.
 */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { z } from 'zod';
import { invalid } from '../shared/domain/context.ts';
import { must } from '../shared/lib/assert.ts';
import { problemOf, REPORTED } from '../shared/lib/problems.ts';
import { channelSchema } from '../shared/lib/schema.ts';
import { simulate } from '../shared/projections/simulate.ts';
import { POLICIES, type Policy, type SimulatedMeeting } from '../shared/projections/simulated-meeting.ts';
import type { Simulation } from '../shared/projections/simulation-metrics.ts';
import { handsOfMeeting, syntheticHands } from '../shared/projections/synthetic-hands.ts';
import { HUB_WORDS, word } from '../shared/words/languages.ts';
import { OptionError, readArguments } from './arguments.ts';
import { systemClock } from './hub/clock.ts';
import { jsonErrorPosition } from './importers/json-position.ts';
import { inOneLine, rehearse } from './rehearse.ts';
import { causeOf, firstLine, terminalLanguage, terminalWords } from './words/words.ts';

const seconds = z.number().min(0);

const meetingSchema = z.object({
  capSeconds: seconds,
  handoverSeconds: seconds,
  limitSeconds: seconds,
  requests: z.array(z.object({ t: seconds, who: z.string(), channel: channelSchema, seconds })),
});

const words = terminalWords();

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
  help: { type: 'boolean' },
} as const;

type Values = ReturnType<typeof readOptions>;

function readOptions() {
  return readArguments(process.argv.slice(2), OPTIONS, words);
}

async function main(): Promise<void> {
  const values = readOptions();
  if (values.help) return void process.stdout.write(`${words.simulate.help}\n`);
  if (values.rehearse) return rehearsal(values);
  if (values.meeting === undefined) throw new OptionError(words.simulate.noMeeting);
  const policy = values.policy ?? 'evenfloor';
  if (!isPolicy(policy)) throw new OptionError(words.options.oneOf('policy', policy, POLICIES.join(', ')));
  const result = simulate(await readMeeting(values.meeting), policy);
  process.stdout.write(values.json ? `${JSON.stringify(result)}\n` : inWords(result));
}

/** `--minutes` are those of whoever practises; a meeting file without them is played to its end. */
async function rehearsal(values: Values): Promise<void> {
  if (values.link === undefined) throw new OptionError(words.simulate.noLink);
  const speed = numberOf('speed', values.speed ?? '10', 0.1, 1_000);
  const seed = numberOf('seed', values.seed ?? '1', 0, 0xffff_ffff);
  const minutes = numberOf('minutes', values.minutes ?? '10', 0.01, 24 * 60);
  const meeting = values.meeting === undefined ? null : await readMeeting(values.meeting);
  const playedSeconds = minutes * 60 * speed;
  const untilSeconds = meeting && values.minutes === undefined ? meeting.limitSeconds : playedSeconds;
  const hands = meeting ? handsOfMeeting(meeting, seed) : syntheticHands(seed, untilSeconds);
  const { link, drive = false } = values;
  const { ended, stop } = await rehearse({ link, hands, untilSeconds, speed, drive, clock: systemClock() });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop({ why: 'stopped' }));
  process.stdout.write(`${inOneLine(words, await ended)}\n`);
}

function numberOf(name: string, text: string, min: number, max: number): number {
  const value = Number(text);
  if (text.trim() !== '' && value >= min && value <= max) return value;
  throw new OptionError(words.options.number(name, text, min, max));
}

async function readMeeting(path: string): Promise<SimulatedMeeting> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new OptionError(words.options.unreadable(`--meeting ${path}`, causeOf(words, error)));
  });
  const read = meetingSchema.safeParse(parsed(path, text), REPORTED);
  if (read.success) return read.data;
  const issue = must(read.error.issues[0], 'issue');
  const refusal = invalid(issue.path.join('.') || basename(path), problemOf(issue));
  throw new OptionError(
    `--meeting ${path}: ${word(HUB_WORDS[terminalLanguage(process.env)].rejections, refusal)}`,
  );
}

/** With or without a byte order mark. */
function parsed(path: string, bytes: string): unknown {
  const text = bytes.replace(/^\uFEFF/, '');
  try {
    return JSON.parse(text);
  } catch {
    const { line, column } = jsonErrorPosition(text);
    throw new OptionError(words.simulate.badJson(`--meeting ${path}`, line, column));
  }
}

function isPolicy(name: string): name is Policy {
  return (POLICIES as readonly string[]).includes(name);
}

function inWords(result: Simulation): string {
  const lines = Object.entries(result).map(([name, value]) => `${name.padEnd(22)} ${JSON.stringify(value)}`);
  return `${lines.join('\n')}\n`;
}

main().catch((error: unknown) => {
  process.stderr.write(`evenfloor: ${firstLine(error)}\n`);
  process.exit(1);
});
