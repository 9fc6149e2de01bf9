import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createReplay } from '../../../renderer/store/replay.ts';
import { apply } from '../../../shared/apply.ts';
import { must } from '../../../shared/lib/assert.ts';
import { redactCommit } from '../../../shared/redact.ts';
import { INITIAL_STATE } from '../../../shared/state.ts';
import { discussion, type Meeting } from '../../support/meeting.ts';
import { anyCommands, play } from '../../support/random-meeting.ts';
import { SimulatedWorld } from '../support/simulated-world.ts';

const ME = { personId: 'ra-1', roles: ['rapporteur' as const] };

function replayed(m: Meeting) {
  const world = new SimulatedWorld();
  const commits = m.commits.map((commit) => must(redactCommit(commit, 'keeper', commit.seq - 1), 'commit'));
  return { world, replay: createReplay(commits, ME, world.environment) };
}

/** Ada speaks from 10 s to 70 s, then Bob. */
function meeting(): Meeting {
  const m = discussion(1, 1);
  m.wait(8).do('floor/give', { turnId: 't1', entryId: 'r1', afterTurnId: null });
  m.wait(60).do('floor/give', { turnId: 't2', entryId: 'o1', afterTurnId: 't1' });
  m.wait(30).do('floor/end', { turnId: 't2' });
  return m;
}

describe('a replay', () => {
  test('shows the session as it was at any moment, forth and back', () => {
    const { replay } = replayed(meeting());
    const turn = () => replay.session.store.getState().state?.floor.turn?.turnId ?? null;
    expect(turn()).toBeNull();
    replay.seek(replay.fromMs + 40_000);
    expect([turn(), replay.session.hubNow() - replay.fromMs]).toEqual(['t1', 40_000]);
    replay.seek(replay.toMs + 5_000);
    expect([turn(), replay.atMs()]).toEqual([null, replay.toMs]);
    replay.seek(replay.fromMs + 75_000);
    expect(turn()).toBe('t2');
    replay.seek(0);
    expect(replay.atMs()).toBe(replay.fromMs);
  });

  test('[H1] for any meeting and any moments, it is what the log folds to', () => {
    fc.assert(
      fc.property(
        anyCommands(40),
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 8 }),
        (steps, shares) => {
          const m = discussion();
          play(m, steps);
          const { replay } = replayed(m);
          for (const share of shares) {
            const atMs = replay.fromMs + share * (replay.toMs - replay.fromMs);
            replay.seek(atMs);
            const folded = m.commits.filter((commit) => commit.atMs <= atMs).reduce(apply, INITIAL_STATE);
            expect(replay.session.store.getState().state).toEqual(folded);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  test('runs as many times faster as asked, holds, and ends with the log', () => {
    const { replay, world } = replayed(meeting());
    replay.setSpeed(10);
    world.advance(2_000);
    expect(replay.atMs() - replay.fromMs).toBe(20_000);
    replay.setSpeed(0);
    world.advance(5_000);
    expect(replay.atMs() - replay.fromMs).toBe(20_000);
    replay.setSpeed(60);
    world.advance(10_000);
    expect([replay.atMs(), replay.speed()]).toEqual([replay.toMs, 0]);
    replay.setSpeed(1);
    replay.stop();
    world.advance(1_000);
    expect(replay.atMs()).toBe(replay.toMs);
  });

  test('can be looked at and not touched', () => {
    const { replay } = replayed(meeting());
    const refused = { code: 'replay/read-only', params: {} };
    expect(replay.session.submit({ name: 'session/start', args: {} })).toEqual(refused);
    expect(replay.session.why({ name: 'floor/end', args: { turnId: 't1' } })).toEqual(refused);
  });
});
