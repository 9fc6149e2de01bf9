import { beforeEach, describe, expect, test } from 'vitest';
import { type Kept, storedOutbox } from '../../../renderer/store/outbox.ts';
import { textOf, withText } from '../../../renderer/store/returned.ts';
import { createSession } from '../../../renderer/store/session.ts';
import { hand } from '../support/client.ts';
import { MemoryHub } from '../support/memory-hub.ts';
import { SimulatedWorld } from '../support/simulated-world.ts';

let world: SimulatedWorld;
let hub: MemoryHub;
let kept: Map<string, string>;

beforeEach(() => {
  world = new SimulatedWorld();
  hub = new MemoryHub(world);
  kept = new Map();
});

const storage = {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, text: string) => void kept.set(key, text),
  removeItem: (key: string) => void kept.delete(key),
};

/** A page of this device; each has an identity of its own, as tabs do. */
function open(device = 'a', roles = 'rapporteur') {
  const identity = { token: `s.${roles}.mac`, clientId: `device-${device}-0123456789` };
  const session = createSession({
    url: 'ws://hub/ws',
    identity,
    environment: world.environment,
    outbox: storedOutbox(storage, identity),
  });
  session.start();
  world.settle();
  return session;
}

const keptIds = () =>
  [...kept.values()].flatMap((text) =>
    (JSON.parse(text) as Kept).pending.map(({ command }) => 'noteId' in command.args && command.args.noteId),
  );

const point = (noteId: string, more: object = {}) => ({
  name: 'notes/write' as const,
  args: { noteId, baseRevision: 0, kind: 'point' as const, text: `point ${noteId}`, ...more },
});

describe('what was typed', () => {
  test('comes back and goes out by itself when the page was closed before the line was back', () => {
    const page = open();
    world.line.cut();
    page.submit(point('n1'));
    page.submit(point('n2'));
    page.stop();
    const again = open('b');
    expect(hub.state.notes.map((note) => note.noteId)).toEqual(['n1', 'n2']);
    expect(again.store.getState().pending).toEqual([]);
    expect(kept.size).toBe(0);
  });

  test('is a question or a vote as well, and a question that is refused comes back', () => {
    const ask = (questionId: string) => ({
      name: 'questions/ask' as const,
      args: { questionId, text: 'Why?' },
    });
    hub.command('questions/ask', { questionId: 'q0', text: 'Who?', channel: 'online' });
    hub.command('questions/triage', { questionId: 'q0', passed: true });
    const page = open('a', 'participant');
    hub.command('people/add', { personId: 'person-device-a-0123456789', name: 'Cy', channel: 'online' });
    world.settle();
    world.line.cut();
    page.submit(ask('q1'));
    page.submit({ name: 'questions/vote', args: { questionId: 'q0', vote: true } });
    page.stop();
    hub.refuse = (name) => (name === 'questions/ask' ? 'questions/closed' : null);
    const again = open('a', 'participant');
    expect(hub.state.questions).toMatchObject([{ questionId: 'q0', votes: 1 }]);
    expect(again.store.getState().returned).toMatchObject([{ code: 'questions/closed', command: ask('q1') }]);
  });

  test('is not said to be refused when the page that is gone had sent it', () => {
    const page = open();
    page.submit(point('n1'));
    world.line.flushToHub();
    page.stop();
    const again = open('b');
    expect(hub.state.notes).toHaveLength(1);
    expect(again.store.getState()).toMatchObject({ pending: [], notices: [], returned: [] });
  });

  test('leaves live control behind: an hour later it would be about another meeting', () => {
    const page = open('a', 'onsite-moderator');
    world.line.cut();
    page.submit({ name: 'session/start', args: {} });
    page.submit(hand('ada'));
    page.stop();
    open('b', 'onsite-moderator');
    expect(hub.state.session.startedAtMs).toBeNull();
    expect(hub.state.queue.entries.map((entry) => entry.name)).toEqual(['ada']);
  });

  test('that the hub refuses is kept with its reason until its author has decided, over a reload too', () => {
    const page = open();
    page.submit(point('n1'));
    world.settle();
    world.line.cut();
    page.submit(point('n1', { baseRevision: 1, text: 'mine' }));
    hub.command('notes/write', point('n1', { baseRevision: 1, text: 'theirs' }).args);
    world.advance(10_000);
    world.settle();
    const returned = [
      { code: 'notes/stale', params: { revision: 2, text: 'theirs' }, command: { args: { text: 'mine' } } },
    ];
    expect(page.store.getState().returned).toMatchObject(returned);
    expect(page.store.getState().notices).toEqual([]);
    page.stop();
    const again = open('b');
    expect(again.store.getState().returned).toMatchObject(returned);
    again.discardReturned(again.store.getState().returned[0]?.commandId ?? '');
    expect(again.store.getState().returned).toEqual([]);
    expect(kept.size).toBe(0);
  });

  test('[M29] that was refused waits for nobody once it is done: another hub had it on its way', () => {
    const page = open();
    world.line.cut();
    hub.refuse = () => 'hub/cannot-write';
    page.submit(point('n1'));
    page.submit(point('n2'));
    world.advance(10_000);
    world.settle();
    const [first, second] = page.store.getState().returned;
    hub.refuse = () => null;
    hub.command('notes/write', point('n1').args, 'rapporteur', 'person-a', first?.commandId);
    world.settle();
    expect(page.store.getState().returned).toEqual([second]);
    expect(second?.command.args).toMatchObject({ noteId: 'n2' });
  });

  test('is also a hand: one that went up while the line was down and is refused waits for its author', () => {
    const page = open('a', 'onsite-moderator');
    hub.refuse = (name) => (name === 'queue/join' ? 'queue/closed' : null);
    page.submit(hand('now'));
    world.settle();
    expect(page.store.getState()).toMatchObject({ returned: [], notices: [{ code: 'queue/closed' }] });
    world.line.cut();
    page.submit(hand('ada'));
    world.advance(60_000);
    world.settle();
    const [back] = page.store.getState().returned;
    expect(back).toMatchObject({ code: 'queue/closed', command: { args: { name: 'ada' } } });
    if (!back) return;
    expect(textOf(back)).toBe('ada');
    expect(withText(back, 'Ada L.').command).toMatchObject({ name: 'queue/join', args: { name: 'Ada L.' } });
  });

  test('is also a message to the others of the staff', () => {
    const page = open();
    hub.refuse = (name) => (name === 'backchannel/send' ? 'hub/cannot-write' : null);
    page.submit({ name: 'backchannel/send', args: { messageId: 'm', text: 'Slower?', urgency: 'low' } });
    world.settle();
    expect(page.store.getState().returned.map(textOf)).toEqual(['Slower?']);
  });

  test('of one tab stays where it is when another one has something to keep, or nothing any more', () => {
    const offline = open();
    const other = open('b');
    offline.stop();
    offline.submit(point('n1'));
    other.submit(point('n2'));
    expect(keptIds()).toEqual(['n1', 'n2']);
    world.settle();
    expect(keptIds()).toEqual(['n1']);
    open('c');
    expect(hub.state.notes.map((note) => note.noteId)).toEqual(['n2', 'n1']);
    expect(kept.size).toBe(0);
  });

  test('goes out in two tabs that both have it, and is there once', () => {
    const first = open();
    first.stop();
    first.submit(point('n1'));
    open('b');
    first.start();
    world.settle();
    expect(hub.log.filter(({ events }) => events[0]?.type.startsWith('notes/'))).toHaveLength(1);
    expect(first.store.getState()).toMatchObject({ pending: [], returned: [], notices: [] });
    expect(kept.size).toBe(0);
  });

  test("by the staff is not sent by a participant's tab of the same browser, as that person's own", () => {
    const staff = open('a', 'host');
    world.line.cut();
    staff.submit(hand('e1', 'onsite', 'Row C, blue jacket'));
    staff.stop();
    open('b', 'participant');
    expect(hub.state).toMatchObject({ people: [], queue: { entries: [] } });
    open('c', 'host');
    expect(hub.state.queue.entries).toMatchObject([{ entryId: 'e1', name: 'Row C, blue jacket' }]);
    expect(kept.size).toBe(0);
  });

  test('by a participant is sent by that person alone: by the same tab, not by another one of that link', () => {
    const page = open('a', 'participant');
    world.line.cut();
    page.submit(hand('e1', 'online', 'Ann'));
    page.stop();
    open('b', 'participant');
    expect(hub.state.queue.entries).toEqual([]);
    open('a', 'participant');
    expect(hub.state.queue.entries).toMatchObject([{ name: 'Ann', personId: 'person-device-a-0123456789' }]);
    expect(kept.size).toBe(0);
  });

  test('is a name as well: a hand that went up under it is not refused for want of one', () => {
    const page = open('a', 'onsite-moderator');
    world.line.cut();
    page.submit({ name: 'people/add', args: { personId: 'eve', name: 'Eve', channel: 'online' } });
    page.submit({ name: 'queue/join', args: { ...hand('e').args, name: undefined, personId: 'eve' } });
    page.stop();
    open('b', 'onsite-moderator');
    expect(hub.state.queue.entries).toMatchObject([{ name: 'Eve' }]);
  });

  test('is kept without the secret of the link', () => {
    const page = open();
    world.line.cut();
    page.submit(point('n1'));
    expect(JSON.stringify([...kept])).not.toContain('mac');
  });

  test('that cannot be read, or no longer be kept, costs nothing but itself', () => {
    kept.set('evenfloor.outbox.s.rapporteur', '{');
    const page = open();
    expect(page.store.getState().pending).toEqual([]);
    world.line.cut();
    const full = {
      ...storage,
      setItem: () => {
        throw new Error('QuotaExceededError');
      },
    };
    const outbox = storedOutbox(full, { token: 's.rapporteur.mac', clientId: 'device-a-0123456789' });
    const pending = [{ commandId: 'c', command: point('n1'), atMs: 0, ackedSeq: null }];
    expect(() => outbox.save({ pending, returned: [] }, true)).not.toThrow();
  });
});
