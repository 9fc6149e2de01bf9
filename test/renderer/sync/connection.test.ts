import { beforeEach, describe, expect, test } from 'vitest';
import type { Link } from '../../../renderer/sync/connection.ts';
import { Connection } from '../../../renderer/sync/connection.ts';
import {
  PING_INTERVAL_MS,
  RECONNECT_DELAY_MS_MAX,
  RECONNECT_DELAY_MS_MIN,
  SILENCE_MS_MAX,
} from '../../../shared/lib/limits.ts';
import type { HubMessage } from '../../../shared/protocol.ts';
import { CLOSE, FATAL_CLOSE_CODES, SUBPROTOCOL } from '../../../shared/wire.ts';
import { SimulatedWorld } from '../support/simulated-world.ts';

let world: SimulatedWorld;
let links: Link[];
let messages: HubMessage[];
let connection: Connection;

beforeEach(() => {
  world = new SimulatedWorld();
  links = [];
  messages = [];
  connection = new Connection({
    url: 'ws://hub/ws',
    identity: { token: 'a.b.c', clientId: 'device-0123456789' },
    environment: world.environment,
    resumePoint: () => ({ afterSeq: 7, logId: 'log-1' }),
    onMessage: (message) => messages.push(message),
    onLink: (link) => links.push(link),
  });
});

const sent = () => world.line.toHub.map((text) => JSON.parse(text) as { type: string });
const phase = () => links.at(-1)?.phase;

function welcome(): void {
  world.connect();
  world.line.toHub.length = 0;
  say({ type: 'welcome', sessionId: 'a', logId: 'log-1', seq: 7, hubTimeMs: world.nowMs, roles: [] });
}

function say(message: object): void {
  world.line.toClient.push(JSON.stringify(message));
  world.line.flushToClient();
}

/** Answers every ping as it comes, for `ms`. */
function live(ms: number): void {
  for (let passed = 0; passed < ms; passed += PING_INTERVAL_MS) {
    world.advance(PING_INTERVAL_MS);
    answer();
  }
}

function answer(): void {
  while (world.line.toHub.length > 0) {
    for (const ping of world.line.toHub.splice(0)) {
      say({ ...JSON.parse(ping), type: 'pong', hubTimeMs: world.nowMs });
    }
  }
}

test('says hello with its place in the log', () => {
  connection.start();
  world.connect();
  expect(sent()).toEqual([
    {
      type: 'hello',
      token: 'a.b.c',
      clientId: 'device-0123456789',
      afterSeq: 7,
      logId: 'log-1',
      schema: 1,
      accept: ['short', 'columns'],
    },
  ]);
  expect(SUBPROTOCOL).toBe('evenfloor.v1');
});

test('is live from the welcome on, and pings at once and in a beat', () => {
  connection.start();
  welcome();
  expect(phase()).toBe('live');
  expect(sent()).toEqual([{ type: 'ping', sentAtMs: world.nowMs }]);
  world.advance(PING_INTERVAL_MS);
  expect(sent()).toHaveLength(2);
});

test('sends nothing but the hello before the welcome', () => {
  connection.start();
  world.connect();
  expect(connection.send({ type: 'ping', sentAtMs: 1 })).toBe(false);
  expect(sent().map((message) => message.type)).toEqual(['hello']);
});

describe('reconnecting', () => {
  test('waits within the limits, longer each time, and says until when', () => {
    connection.start();
    const delays: number[] = [];
    world.chance = () => 0.999;
    for (let attempt = 1; attempt <= 8; attempt += 1) {
      world.line.cut();
      const link = links.at(-1);
      if (link?.phase !== 'waiting') throw new Error('not waiting');
      delays.push(link.retryAtMs - world.nowMs);
      world.advance(RECONNECT_DELAY_MS_MAX);
      world.connect();
    }
    expect(delays.every((ms) => ms >= RECONNECT_DELAY_MS_MIN && ms <= RECONNECT_DELAY_MS_MAX)).toBe(true);
    expect(delays).toEqual(delays.toSorted((a, b) => a - b));
    expect(delays.at(-1)).toBeGreaterThan(RECONNECT_DELAY_MS_MAX - 10);
  });

  test('is jittered: two clients do not come back in the same beat', () => {
    connection.start();
    world.chance = () => 0;
    world.line.cut();
    expect(links.at(-1)).toEqual({ phase: 'waiting', retryAtMs: world.nowMs + RECONNECT_DELAY_MS_MIN });
  });

  test('a line that was steady begins with the short wait again', () => {
    connection.start();
    for (let attempt = 0; attempt < 6; attempt += 1) {
      world.line.cut();
      world.advance(RECONNECT_DELAY_MS_MAX);
    }
    welcome();
    live(SILENCE_MS_MAX + PING_INTERVAL_MS);
    world.chance = () => 0.999;
    world.line.cut();
    const link = links.at(-1);
    expect(link?.phase === 'waiting' && link.retryAtMs - world.nowMs).toBeLessThan(
      2 * RECONNECT_DELAY_MS_MIN,
    );
  });

  test.each(FATAL_CLOSE_CODES)('never after close code %i', (code) => {
    connection.start();
    world.connect();
    world.line.cut(code, 'because');
    expect(links.at(-1)).toEqual({ phase: 'closed', code, reason: 'because' });
    world.advance(60_000);
    world.wake();
    expect(world.lines).toHaveLength(1);
  });

  test.each([CLOSE.tooSlow, CLOSE.restarting, 1006, 1000])('after close code %i', (code) => {
    connection.start();
    world.connect();
    world.line.cut(code);
    expect(phase()).toBe('waiting');
    world.advance(RECONNECT_DELAY_MS_MAX);
    expect(world.lines).toHaveLength(2);
  });

  test('at once when the page wakes or the network is back', () => {
    connection.start();
    world.line.cut();
    world.wake();
    expect(world.lines).toHaveLength(2);
    expect(phase()).toBe('connecting');
  });

  test('not any more once stopped', () => {
    connection.start();
    welcome();
    connection.stop();
    world.wake();
    world.advance(60_000);
    expect(world.lines).toHaveLength(1);
  });
});

describe('a dead line', () => {
  test('that never opens is given up', () => {
    connection.start();
    world.advance(SILENCE_MS_MAX);
    expect(phase()).toBe('waiting');
  });

  test('that falls silent is given up though it still says it is open', () => {
    connection.start();
    welcome();
    world.advance(SILENCE_MS_MAX - 1);
    expect(phase()).toBe('live');
    world.advance(1);
    expect(phase()).toBe('waiting');
    expect(world.line.isOpen).toBe(false);
  });

  test('is kept as long as anything comes', () => {
    connection.start();
    welcome();
    live(4 * SILENCE_MS_MAX);
    expect(phase()).toBe('live');
    expect(world.lines).toHaveLength(1);
  });

  /** A hidden page's timers run once a minute. */
  const throttled = () => {
    world.sleep(60_000);
    world.advance(0);
  };

  test('is not what a hidden page has whose timers are slow, as long as its questions are answered', () => {
    connection.start();
    welcome();
    live(PING_INTERVAL_MS);
    for (let minute = 0; minute < 5; minute += 1) {
      throttled();
      answer();
    }
    expect(world.lines).toHaveLength(1);
    expect(phase()).toBe('live');
  });

  test('is noticed by a hidden page too, once it has asked in vain', () => {
    connection.start();
    welcome();
    live(PING_INTERVAL_MS);
    throttled();
    expect(phase()).toBe('live');
    throttled();
    expect(phase()).toBe('waiting');
  });

  test('is noticed within 5 s of waking, though no event says that the page was frozen', () => {
    connection.start();
    welcome();
    live(PING_INTERVAL_MS);
    world.sleep(600_000);
    world.advance(SILENCE_MS_MAX);
    expect(world.lines).toHaveLength(2);
  });

  test('is replaced at once after a sleep, without a wait', () => {
    connection.start();
    welcome();
    world.sleep(60_000);
    world.wake();
    expect(world.lines).toHaveLength(2);
    expect(phase()).toBe('connecting');
  });

  test('a line that spoke a moment ago is asked instead of replaced', () => {
    connection.start();
    welcome();
    world.line.toHub.length = 0;
    world.wake();
    expect(world.lines).toHaveLength(1);
    expect(sent()).toEqual([{ type: 'ping', sentAtMs: world.nowMs }]);
  });

  test('what an earlier socket still says is not heard', () => {
    connection.start();
    welcome();
    const old = world.line;
    connection.resync();
    const before = messages.length;
    old.isOpen = true;
    old.toClient.push(JSON.stringify({ type: 'presence', count: 1 }));
    old.flushToClient();
    expect(messages).toHaveLength(before);
  });
});

test('a resync comes at once, a second one in a row only after a wait', () => {
  connection.start();
  welcome();
  connection.resync();
  expect(phase()).toBe('connecting');
  welcome();
  connection.resync();
  expect(phase()).toBe('waiting');
});
