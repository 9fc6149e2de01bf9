import { beforeEach, describe, expect, test } from 'vitest';
import { PENDING_COMMANDS_MAX } from '../../../shared/lib/limits.ts';
import { hand, startClient, stateOf } from '../support/client.ts';
import { MemoryHub } from '../support/memory-hub.ts';
import { SimulatedWorld } from '../support/simulated-world.ts';

let world: SimulatedWorld;
let hub: MemoryHub;

beforeEach(() => {
  world = new SimulatedWorld();
  hub = new MemoryHub(world);
});

function join(roles?: string, device?: string) {
  const session = startClient(world, roles, device);
  world.settle();
  return session;
}

const names = (session: ReturnType<typeof join>) => stateOf(session).queue.entries.map((entry) => entry.name);
const view = (session: ReturnType<typeof join>) => session.store.getState();

test('a welcome brings the state and who we are', () => {
  const session = join('host');
  expect(stateOf(session).session.title).toBe('Test');
  expect(view(session).me.roles).toEqual(['host']);
});

describe('a command', () => {
  test('is shown at once, before the hub has heard of it', () => {
    const session = join();
    expect(session.submit(hand('ada'))).toBeNull();
    expect(names(session)).toEqual(['ada']);
    expect(view(session).confirmed?.queue.entries).toEqual([]);
    expect(hub.state.queue.entries).toEqual([]);
  });

  test('is settled by its commit, not by the ack', () => {
    const session = join();
    session.submit(hand('ada'));
    world.line.flushToHub();
    const [commits, ack] = world.line.toClient.splice(0).filter((text) => !text.includes('pong'));
    world.line.toClient.push(ack ?? '');
    world.line.flushToClient();
    expect(view(session).pending[0]?.ackedSeq).toBe(2);
    world.line.toClient.push(commits ?? '');
    world.line.flushToClient();
    expect(view(session).pending).toEqual([]);
    expect(names(session)).toEqual(['ada']);
  });

  test('that was refused disappears and says why', () => {
    const session = join();
    hub.refuse = (name) => (name === 'queue/join' ? 'too-many' : null);
    session.submit(hand('ada'));
    world.settle();
    expect(names(session)).toEqual([]);
    expect(view(session).notices).toMatchObject([{ code: 'too-many', command: 'queue/join' }]);
    session.dismiss(view(session).notices[0]?.noticeId ?? 0);
    expect(view(session).notices).toEqual([]);
  });

  test('that would be refused is told, not sent', () => {
    const session = join();
    const refused = session.submit({ name: 'session/end', args: {} });
    expect(refused?.code).toBe('session/not-started');
    expect(view(session).pending).toEqual([]);
    expect(view(session).notices[0]?.code).toBe('session/not-started');
  });

  test('answers `why` with the reason the hub would give', () => {
    const session = join('rapporteur');
    expect(session.why({ name: 'session/start', args: {} })?.code).toBe('forbidden');
    expect(session.why(hand('ada'))).toBeNull();
  });

  test('is refused when too many wait already', () => {
    const session = join();
    world.line.cut();
    for (let i = 0; i < PENDING_COMMANDS_MAX; i += 1) session.submit(hand(`h${i}`));
    expect(session.submit(hand('last'))?.code).toBe('too-many');
  });

  test('that would not fit into a frame is refused here', () => {
    const session = join();
    const text = '议'.repeat(30_000);
    expect(session.why({ name: 'session/configure', args: { title: text } })?.code).toBe('too-many');
  });
});

describe('the fold', () => {
  test('puts pending commands over what others have done since', () => {
    const session = join();
    session.submit(hand('mine'));
    hub.command('queue/join', hand('theirs').args);
    world.line.flushToClient();
    expect(names(session)).toEqual(['theirs', 'mine']);
    expect(view(session).confirmed?.queue.entries).toHaveLength(1);
  });

  test('leaves out what no longer decides, and keeps it until it is answered', () => {
    const session = join();
    hub.command('queue/join', hand('ada').args);
    world.settle();
    session.submit({ name: 'floor/give', args: { turnId: 'mine', entryId: 'ada', afterTurnId: null } });
    expect(stateOf(session).floor.turn?.turnId).toBe('mine');
    hub.command('floor/give', { turnId: 'theirs', entryId: 'ada', afterTurnId: null });
    world.line.flushToClient();
    expect(stateOf(session).floor.turn?.turnId).toBe('theirs');
    expect(view(session).pending).toHaveLength(1);
    world.settle();
    expect(view(session).pending).toEqual([]);
    expect(view(session).notices[0]?.code).toBe('floor/moved-on');
  });

  test('a turn begun while pending counts from when it was begun', () => {
    const session = join();
    session.submit(hand('ada'));
    session.submit({ name: 'floor/give', args: { turnId: 't', entryId: 'ada', afterTurnId: null } });
    const startedAtMs = stateOf(session).floor.turn?.startedAtMs;
    world.advance(1_000);
    hub.command('queue/join', hand('bob').args);
    world.line.flushToClient();
    expect(stateOf(session).floor.turn?.startedAtMs).toBe(startedAtMs);
  });
});

describe('after a cut', () => {
  test('resumes from where it was, with a tail', () => {
    const session = join();
    world.line.cut();
    hub.command('queue/join', hand('ada').args);
    world.wake();
    world.connect();
    expect(JSON.parse(world.line.toHub[0] ?? '')).toMatchObject({ afterSeq: 1, logId: 'log-1' });
    world.settle();
    expect(names(session)).toEqual(['ada']);
  });

  test('a log that was replaced comes as a snapshot', () => {
    const session = join();
    session.submit(hand('ada'));
    world.settle();
    world.line.cut();
    hub = new MemoryHub(world);
    hub.logId = 'log-2';
    world.wake();
    world.settle();
    expect(names(session)).toEqual([]);
    expect(view(session).at).toMatchObject({ seq: 1, logId: 'log-2' });
  });

  test('unanswered commands are sent again with the same id and happen once', () => {
    const session = join();
    session.submit(hand('ada'));
    const [{ commandId } = { commandId: '' }] = view(session).pending;
    world.line.flushToHub();
    world.line.cut();
    expect(names(session)).toEqual(['ada']);
    session.submit(hand('bob'));
    world.wake();
    world.settle();
    expect(hub.log.filter((commit) => commit.commandId === commandId)).toHaveLength(1);
    expect(names(session)).toEqual(['ada', 'bob']);
    expect(view(session).pending).toEqual([]);
  });

  test('a command the hub took before the cut settles by the ack even if a snapshot hides it', () => {
    const session = join();
    session.submit(hand('ada'));
    world.line.flushToHub();
    world.line.cut();
    hub.logId = 'log-2';
    world.wake();
    world.settle();
    expect(view(session).pending).toEqual([]);
    expect(names(session)).toEqual(['ada']);
  });

  test('live control that is older than ten seconds is kept aside; the rest goes out', () => {
    const session = join();
    hub.command('queue/join', hand('ada').args);
    world.settle();
    world.line.cut();
    session.submit({ name: 'floor/give', args: { turnId: 't', entryId: 'ada', afterTurnId: null } });
    session.submit(hand('bob'));
    world.sleep(10_001);
    world.wake();
    world.settle();
    expect(hub.state.floor.turn).toBeNull();
    expect(hub.state.queue.entries.map((entry) => entry.name)).toEqual(['ada', 'bob']);
    expect(stateOf(session).floor.turn).toBeNull();
    const [kept] = view(session).aside;
    expect(kept?.command.name).toBe('floor/give');

    session.sendAside(kept?.commandId ?? '');
    world.settle();
    expect(hub.state.floor.turn?.turnId).toBe('t');
    expect(view(session).aside).toEqual([]);
  });

  test('whatever else acts on people who have come since is kept aside too; what was typed goes out', () => {
    const session = join();
    hub.command('queue/join', hand('ada').args);
    world.settle();
    world.line.cut();
    session.submit({ name: 'people/add', args: { personId: 'eve', name: 'Eve', channel: 'online' } });
    session.submit({ name: 'queue/join', args: { ...hand('e').args, name: undefined, personId: 'eve' } });
    session.submit({ name: 'queue/clear', args: { channel: 'onsite' } });
    session.submit({ name: 'queue/close', args: {} });
    session.submit({ name: 'questions/close', args: {} });
    world.sleep(600_000);
    hub.command('queue/join', hand('bob').args);
    world.wake();
    world.settle();
    expect(hub.state.queue.entries.map((entry) => entry.name)).toEqual(['ada', 'bob', 'Eve']);
    expect(hub.state.queue.open).toBe(true);
    const aside = view(session).aside.map(({ command }) => command.name);
    expect(aside).toEqual(['queue/clear', 'queue/close', 'questions/close']);
  });

  test('what a participant presses is sent however late, as the page says: it is about nobody else', () => {
    const session = join('participant');
    session.submit({ name: 'people/introduce', args: { name: 'Ada', channel: 'online' } });
    session.submit(hand('first', 'online', 'Ada'));
    world.settle();
    world.line.cut();
    session.submit({ name: 'queue/leave', args: { entryId: 'first' } });
    session.submit(hand('second', 'online', 'Ada'));
    world.sleep(600_000);
    world.wake();
    world.settle();
    expect(hub.state.queue.entries.map((entry) => entry.entryId)).toEqual(['second']);
    expect(view(session).aside).toEqual([]);
  });

  test('an undo is kept aside as well: what it would take back may be wanted by now', () => {
    const session = join();
    hub.command('queue/join', hand('ada').args);
    world.settle();
    world.line.cut();
    session.submit({ name: 'history/undo', args: { seq: hub.log.length } });
    world.sleep(10_001);
    world.wake();
    world.settle();
    expect(names(session)).toEqual(['ada']);
    expect(view(session).aside).toMatchObject([{ command: { name: 'history/undo' } }]);
  });

  test('what was kept aside can be discarded', () => {
    const session = join();
    world.line.cut();
    session.submit({ name: 'session/start', args: {} });
    world.sleep(20_000);
    world.wake();
    world.settle();
    session.discardAside(view(session).aside[0]?.commandId ?? '');
    expect(view(session).aside).toEqual([]);
    expect(hub.state.session.startedAtMs).toBeNull();
  });
});

test('a lost frame is noticed by `prev` and made good by a resync', () => {
  const session = join();
  hub.command('queue/join', hand('lost').args);
  world.line.toClient.length = 0;
  hub.command('queue/join', hand('seen').args);
  world.line.flushToClient();
  expect(names(session)).toEqual([]);
  expect(world.lines).toHaveLength(2);
  world.settle();
  expect(names(session)).toEqual(['lost', 'seen']);
});

test('a hole in the tail itself is made good by a snapshot, not by asking for the same tail for ever', () => {
  const session = join();
  world.line.cut();
  for (const name of ['one', 'two', 'three']) hub.command('queue/join', hand(name).args);
  // Whatever the hub keeps, its tails lack the second of the three.
  hub.spoilTail = (commits) => commits.filter((commit) => commit.seq !== hub.log.length - 1);
  world.wake();
  world.settle();
  expect(names(session)).toEqual(['one']);
  world.advance(2_000);
  world.settle();
  expect(names(session)).toEqual(['one', 'two', 'three']);
  expect(world.lines).toHaveLength(3);
  expect(view(session).at?.seq).toBe(hub.log.length);
});

describe('the public', () => {
  test('a gap that redaction makes is no lost frame', () => {
    const session = join('participant');
    hub.command('invites/issue', { inviteId: 'i', roles: ['liaison'] }, 'host');
    hub.command('queue/join', hand('ada').args);
    world.settle();
    expect(world.lines).toHaveLength(1);
    expect(names(session)).toEqual(['ada']);
  });

  test('knows its own hand though the public does not see whose it is', () => {
    const session = join('participant');
    const personId = view(session).me.personId ?? '';
    session.submit({ name: 'queue/join', args: { ...hand('mine').args, name: 'Ada', door: 'phone' } });
    world.settle();
    const own = { type: 'own', personId, name: 'Ada', channel: 'onsite', entryIds: ['mine'] };
    world.line.toClient.push(JSON.stringify(own));
    world.line.flushToClient();
    expect(view(session).confirmed?.queue.entries[0]?.name).toBeUndefined();
    expect(names(session)).toEqual(['Ada']);
    expect(session.why({ name: 'queue/leave', args: { entryId: 'mine' } })).toBeNull();
  });

  test('[U10] its hand is its own from the press on, also while the commit is there and the hub’s word on whose it is on its way', () => {
    const session = join('participant');
    session.submit({ name: 'people/introduce', args: { name: 'Ada', channel: 'onsite' } });
    world.settle();
    const { personId } = view(session).me;
    const seen: boolean[] = [];
    session.store.subscribe(({ state }) => {
      seen.push(state?.queue.entries.some((entry) => entry.personId === personId) ?? false);
    });
    const { name: _, ...args } = hand('mine').args;
    session.submit({ name: 'queue/join', args });
    world.settle();
    expect(view(session).pending).toEqual([]);
    expect(new Set(seen.slice(seen.indexOf(true)))).toEqual(new Set([true]));
  });

  test('a command whose commit is hidden from us is settled by the next pong', () => {
    const session = join('participant');
    session.submit({ name: 'people/introduce', args: { name: 'Ada', channel: 'online' } });
    world.settle();
    expect(view(session).pending[0]?.ackedSeq).toBe(2);
    world.wake();
    world.settle();
    expect(view(session).pending).toEqual([]);
  });
});

test('presence is kept as it comes', () => {
  const session = join();
  world.line.toClient.push(JSON.stringify({ type: 'presence', count: 3 }));
  world.line.flushToClient();
  expect(view(session).presence).toEqual({ count: 3 });
});
