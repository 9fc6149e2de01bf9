/** What every kind of peers must do: by the same cases. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Peers } from '../../electron/store/peers.ts';

export type Meeting = {
  /** One more hub. */
  join(): Promise<Peers>;
  /** As a process that is killed: it says nothing more. */
  die(peers: Peers): Promise<void>;
  close(): Promise<void>;
};

/** Whoever has died is forgotten after some seconds. */
const PATIENCE = { timeout: 15_000 };

export function peersContract(name: string, meet: () => Promise<Meeting>): void {
  describe(`peers: ${name}`, () => {
    let meeting: Meeting;
    beforeEach(async () => {
      meeting = await meet();
    });
    afterEach(() => meeting.close());

    const three = async () =>
      [await meeting.join(), await meeting.join(), await meeting.join()] as [Peers, Peers, Peers];

    test('[M9] given several hubs, when they announce where they are, then each knows all, and who takes no more is left out', async () => {
      const [a, b, c] = await three();
      a.announce('http://a.test');
      c.announce('http://c.test');
      b.announce('http://b.test');
      const all = ['http://a.test', 'http://b.test', 'http://c.test'];
      for (const hub of [a, b, c]) await expect.poll(() => hub.urls(), PATIENCE).toEqual(all);
      expect([...a.others()].sort()).toEqual([b.hubId, c.hubId].sort());
      let changes = 0;
      const stop = a.onChange(() => {
        changes += 1;
      });
      b.announce(null);
      await expect.poll(() => a.urls(), PATIENCE).toEqual(['http://a.test', 'http://c.test']);
      expect(a.others().has(b.hubId)).toBe(true);
      expect(changes).toBe(1);
      stop();
      c.announce(null);
      await expect.poll(() => a.urls(), PATIENCE).toEqual(['http://a.test']);
      expect(changes).toBe(1);
    });

    test('[M9] given hubs that listen to a topic, when one tells, then all others hear it in order and from whom, nobody else does', async () => {
      const [a, b, c] = await three();
      const heard: unknown[] = [];
      // Who has just begun to listen may miss what is told meanwhile: it is said until both have heard.
      const ready = new Set<string>();
      const note = (who: string) => (message: unknown, from: string) =>
        message === 'ready?' ? ready.add(who) : heard.push([who, message, from]);
      a.hear('of.one', note('a'));
      const stop = b.hear('of.one', note('b'));
      c.hear('of.another', note('c'));
      const areReady = () => {
        for (const teller of [a, b]) teller.tell('of.one', 'ready?');
        return [...ready].sort();
      };
      await expect.poll(areReady, PATIENCE).toEqual(['a', 'b']);
      for (let i = 1; i <= 3; i += 1) a.tell('of.one', { i });
      await expect.poll(() => heard, PATIENCE).toEqual([1, 2, 3].map((i) => ['b', { i }, a.hubId]));
      stop();
      b.tell('of.one', 'last');
      await expect.poll(() => heard.at(-1), PATIENCE).toEqual(['a', 'last', b.hubId]);
      expect(heard).toHaveLength(4);
    });

    test('[M9] given a hub that closes and one that dies, when time goes by, then both are forgotten', async () => {
      const [a, b, c] = await three();
      b.announce('http://b.test');
      c.announce('http://c.test');
      await expect.poll(() => a.urls(), PATIENCE).toEqual(['http://b.test', 'http://c.test']);
      await b.close();
      await expect.poll(() => a.urls(), PATIENCE).toEqual(['http://c.test']);
      await meeting.die(c);
      await expect.poll(() => [...a.others()], PATIENCE).toEqual([]);
      expect(a.urls()).toEqual([]);
    });
  });
}
