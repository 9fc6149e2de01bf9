/** A screen whose state is not the hub's, whatever bug of ours has made it so. */
import { beforeEach, describe, expect, test } from 'vitest';
import type { Session } from '../../../renderer/store/session.ts';
import { hand, startClient, stateOf } from '../support/client.ts';
import { MemoryHub } from '../support/memory-hub.ts';
import { SimulatedWorld } from '../support/simulated-world.ts';

let world: SimulatedWorld;
let hub: MemoryHub;

beforeEach(() => {
  world = new SimulatedWorld();
  hub = new MemoryHub(world);
  for (const name of ['ada', 'bob']) hub.command('queue/join', hand(name).args);
});

function join(roles?: string): Session {
  const session = startClient(world, roles);
  world.settle();
  return session;
}

/** Bob's hand is lost here and nowhere else. */
function tamper({ store }: Session): void {
  const view = store.getState();
  const { confirmed } = view;
  if (!confirmed) throw new Error('no state yet');
  const [first] = confirmed.queue.entries;
  const queue = { ...confirmed.queue, entries: first ? [first] : [] };
  store.setState({ confirmed: { ...confirmed, queue }, state: { ...confirmed, queue } });
}

const names = (session: Session) => stateOf(session).queue.entries.map((entry) => entry.name);

describe.each(['host', 'onsite-moderator', 'participant', 'display'])('on the screen of a %s', (role) => {
  test('[U19] given another state than the hub’s, when the hub checks, then it is sent anew, and both sides say so', () => {
    const session = join(role);
    tamper(session);
    hub.check();
    world.settle();
    expect(names(session)).toEqual(['ada', 'bob']);
    expect(hub.diverged).toEqual([3]);
    expect(session.store.getState()).toMatchObject({
      link: { phase: 'live' },
      diverged: null,
      notices: [{ code: 'hub/diverged', command: null }],
    });
    hub.check();
    world.settle();
    expect(hub.diverged).toEqual([3]);
    expect(world.lines).toHaveLength(2);
  });

  test('[U19] given the hub’s state, when the hub checks, then nothing happens', () => {
    const session = join(role);
    hub.command('invites/issue', { inviteId: 'i', roles: ['liaison'] }, 'host');
    hub.check();
    world.settle();
    hub.command('queue/join', hand('cy').args);
    world.settle();
    hub.check();
    world.settle();
    expect(world.lines).toHaveLength(1);
    expect(session.store.getState().notices).toEqual([]);
    expect(hub.diverged).toEqual([]);
  });
});

test('[U19] given what is wrong is still on the screen, when it begins anew, then the screen is not empty meanwhile', () => {
  const session = join();
  tamper(session);
  hub.check();
  world.line.flushToClient();
  expect(world.lines).toHaveLength(2);
  expect(names(session)).toEqual(['ada']);
});

test('[U19] given own commands on their way, when the state is sent anew, then they stay and go out once', () => {
  const session = join();
  tamper(session);
  hub.check();
  session.submit(hand('cy'));
  world.settle();
  expect(names(session)).toEqual(['ada', 'bob', 'cy']);
  expect(hub.log.filter((commit) => commit.seq > 3)).toHaveLength(1);
});

test('[U19] given the last frame was lost and none follows, when the hub checks, then the screen resumes where it was', () => {
  const session = join();
  hub.command('queue/join', hand('cy').args);
  world.line.toClient.length = 0;
  hub.check();
  world.line.flushToClient();
  world.connect();
  expect(JSON.parse(world.line.toHub[0] ?? '')).toMatchObject({ afterSeq: 3 });
  world.settle();
  expect(names(session)).toEqual(['ada', 'bob', 'cy']);
  expect(hub.diverged).toEqual([]);
  expect(session.store.getState().notices).toEqual([]);
});

test('[U19] given a page that goes wrong at every commit, when the hub checks again and again, then it asks once for each', () => {
  const session = join();
  for (let round = 1; round <= 3; round += 1) {
    tamper(session);
    hub.check();
    world.settle();
    world.advance(10_000);
    world.settle();
    expect(hub.diverged).toHaveLength(round);
    expect(session.store.getState().link.phase).toBe('live');
  }
});
