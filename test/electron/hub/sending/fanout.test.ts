import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Fanout, type Listener } from '../../../../electron/hub/sending/fanout.ts';
import { framed, framedBinary } from '../../../../electron/hub/sending/framed.ts';
import type { SentCommit } from '../../../../shared/commit.ts';
import { FAN_OUT_TURN_MEMBERS, LAGGING_BYTES } from '../../../../shared/lib/limits.ts';
import { CLOSE } from '../../../../shared/wire.ts';
import { unframed } from '../../../support/unframed.ts';

const CROWD = 2 * FAN_OUT_TURN_MEMBERS + 1;

const commit = (seq: number): SentCommit => ({
  seq,
  prev: seq - 1,
  atMs: seq,
  actor: 'host',
  commandId: `c${seq}`,
  events: [{ type: 'queue/opened', v: 1 }],
});

type Heard = Listener & { frames: Buffer[]; unsent: number; closedWith: number | null };

function listener(): Heard {
  const self: Heard = {
    frames: [],
    unsent: 0,
    closedWith: null,
    sink: { send: (frame) => self.send(frame), bufferedBytes: () => self.unsent },
    send: (frame) => void self.frames.push(frame),
    close: (code) => {
      self.closedWith = code;
    },
  };
  return self;
}

const framedCommits = (commits: readonly SentCommit[]) =>
  framed(JSON.stringify({ type: 'commits', commits }));

/** The seqs of each frame that came. */
const seqs = ({ frames }: Heard) =>
  frames.flatMap(unframed).map(({ text }) => JSON.parse(text).commits.map((one: SentCommit) => one.seq));

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));
const afterPromises = () => new Promise<void>((resolve) => process.nextTick(resolve));

let caughtUp = 0;
let broken: unknown[] = [];

function fanout(inTurns: boolean, count: number, tail: (afterSeq: number) => SentCommit[] | null = () => []) {
  caughtUp = 0;
  broken = [];
  const all = Array.from({ length: count }, listener);
  const out = new Fanout<Heard>({
    onBroken: (error) => void broken.push(error),
    inTurns,
    tail,
    encode: framedCommits,
    onCaughtUp: () => {
      caughtUp += 1;
    },
  });
  for (const one of all) out.add(one, 1);
  return { out, all };
}

describe('frames of our own', () => {
  test('[U20] given any text or bytes, when framed, then a reader of WebSockets gets them back', () => {
    const size = fc.constantFrom(0, 1, 125, 126, 127, 65_535, 65_536, 70_000);
    fc.assert(
      fc.property(size, fc.constantFrom('a', 'é', '发', '😀'), (length, letter) => {
        const text = letter.repeat(length);
        const both = Buffer.concat([framed(text), framedBinary(Buffer.from(text))]);
        expect(unframed(both)).toEqual([
          { text, isBinary: false },
          { text, isBinary: true },
        ]);
      }),
    );
  });
});

describe('fan-out', () => {
  test('[U20] given the staff, when a batch is durable, then all have the same bytes in one go', async () => {
    const { out, all } = fanout(false, FAN_OUT_TURN_MEMBERS + 1);
    out.send([commit(2), commit(3)]);
    await afterPromises();
    for (const one of all) expect(seqs(one)).toEqual([[2, 3]]);
    expect(all[1]?.frames[0]).toBe(all[0]?.frames[0]);
  });

  test('[U20] given staff who wait for the answer to what they sent, when the batch is durable, then they have it and their ack before the others have anything, and nothing twice', async () => {
    const { out, all } = fanout(false, 3);
    const [first, author] = all as [Heard, Heard];
    const said: string[] = [];
    const say = (word: string) => out.ahead(author, () => said.push(`${word} after ${author.frames.length}`));
    out.send([commit(2), commit(3)]);
    say('ack');
    say('another');
    expect(first.frames).toEqual([]);
    await afterPromises();
    expect(said).toEqual(['ack after 1', 'another after 1']);
    expect(all.map(seqs)).toEqual([[[2, 3]], [[2, 3]], [[2, 3]]]);
    expect(all[1]?.frames[0]).toBe(all[0]?.frames[0]);
  });

  test('[U20] given a crowd, when more becomes durable during its turns, then each has all in order, the later together', async () => {
    const { out, all } = fanout(true, CROWD);
    out.send([commit(2)]);
    await turn();
    expect(all.filter((one) => one.frames.length > 0)).toHaveLength(FAN_OUT_TURN_MEMBERS);
    out.send([commit(3)]);
    out.send([commit(4), commit(5)]);
    while (all.some((one) => one.frames.length < 2)) await turn();
    for (const one of all) expect(seqs(one)).toEqual([[2], [3, 4, 5]]);
  });

  test('[U20] given commits on their way, when somebody comes whose welcome holds them, then it gets only what is newer, and no word about earlier', async () => {
    const { out, all } = fanout(true, CROWD);
    const [first, second, slow] = [listener(), listener(), listener()];
    const word = framed('{"commits":[]}');
    out.send([commit(2)]);
    out.tellAll(word);
    await turn();
    out.add(first, 2);
    out.send([commit(3)]);
    out.add(second, 3);
    out.add(slow, 3);
    slow.unsent = LAGGING_BYTES + 1;
    out.send([commit(4)]);
    while (all.some((one) => one.frames.length < 3)) await turn();
    out.send([commit(5)]);
    out.flush();
    expect(seqs(first)).toEqual([[3, 4], [5]]);
    expect(seqs(second)).toEqual([[4], [5]]);
    expect(seqs(slow)).toEqual([]);
    for (const one of all) expect(seqs(one)).toEqual([[2], [], [3, 4], [5]]);
  });

  test('[U20] given something to say in order, when commits are on their way, then it is said after them, not before and not later', async () => {
    const { out, all } = fanout(true, CROWD);
    const said: string[] = [];
    const last = all.at(-1) as Heard;
    const say = (word: string) => out.inOrder(last, () => said.push(`${word} after ${last.frames.length}`));
    say('idle');
    out.send([commit(2)]);
    say('waiting');
    await turn();
    say('in its turn');
    out.send([commit(3)]);
    say('behind the next');
    while (said.length < 4) await turn();
    expect(said).toEqual([
      'idle after 0',
      'waiting after 1',
      'in its turn after 1',
      'behind the next after 2',
    ]);
  });

  test('[U20] given one of a crowd that is being served, when it is to hear an ack, then it is served before its turn; with more on its way, after what is under way', async () => {
    const { out, all } = fanout(true, CROWD);
    const said: string[] = [];
    const [last, other] = all.slice(-2) as [Heard, Heard];
    const say = (one: Heard) => out.ahead(one, () => said.push(`after ${one.frames.length}`));
    const word = framed('{"commits":[]}');
    out.send([commit(2)]);
    out.tellAll(word);
    await turn();
    say(last);
    expect(said).toEqual(['after 1']);
    out.send([commit(3)]);
    say(other);
    expect(said).toHaveLength(1);
    out.flush();
    expect(said).toEqual(['after 1', 'after 3']);
    for (const one of all) expect(seqs(one)).toEqual([[2], [], [3]]);
  });

  test('[U12] given commits that cannot be sent, a bug of ours, when somebody waits for the answer, then the room hears of it', () => {
    const { out, all } = fanout(false, 1);
    out.send([{ ...commit(2), seq: 2n as unknown as number }]);
    expect(() => out.ahead(all[0] as Heard, () => undefined)).not.toThrow();
    expect(broken).toMatchObject([{ message: expect.stringContaining('BigInt') }]);
    // Another line has the same batch when the room closes over the first.
    const other = fanout(true, 1).out;
    other.send([{ ...commit(2), seq: 2n as unknown as number }]);
    expect(() => other.flush()).not.toThrow();
  });

  test('[U20] given commits on their way, when the hub closes, then all have them', () => {
    const { out, all } = fanout(true, CROWD);
    out.send([commit(2)]);
    out.flush();
    for (const one of all) expect(seqs(one)).toEqual([[2]]);
  });

  test('[U21] given one who does not read, when others are served, then it is passed over, and gets the rest in one frame', () => {
    const log = [2, 3, 4, 5].map(commit);
    const { out, all } = fanout(false, 2, (afterSeq) => log.filter(({ seq }) => seq > afterSeq));
    const [slow, quick] = all as [Heard, Heard];
    const send = (seq: number) => {
      out.send([commit(seq)]);
      out.flush();
    };
    send(2);
    slow.unsent = LAGGING_BYTES + 1;
    send(3);
    send(4);
    out.catchUp();
    expect(seqs(slow)).toEqual([[2]]);
    slow.unsent = 0;
    send(5);
    expect(seqs(slow)).toEqual([[2]]);
    out.catchUp();
    out.catchUp();
    expect(seqs(slow)).toEqual([[2], [3, 4, 5]]);
    expect(seqs(quick)).toEqual([[2], [3], [4], [5]]);
  });

  test('[U12] given commits that cannot be sent to a crowd, a bug of ours, when their turn comes, then the room hears of it, and can close over it', async () => {
    const { out } = fanout(true, 1);
    out.send([{ ...commit(2), seq: 2n as unknown as number }]);
    await turn();
    expect(broken).toMatchObject([{ message: expect.stringContaining('BigInt') }]);
    expect(() => out.flush()).not.toThrow();
  });

  test('[U21] given one who lags, when it is to hear an ack, then it has what was missed before it, and nothing twice', async () => {
    const log = [2, 3, 4, 5].map(commit);
    let durable = 3;
    const { out, all } = fanout(true, CROWD, (afterSeq) =>
      log.filter(({ seq }) => seq > afterSeq && seq <= durable),
    );
    const slow = all[0] as Heard;
    const said: string[] = [];
    slow.unsent = LAGGING_BYTES + 1;
    out.send([commit(2), commit(3)]);
    await turn();
    out.afterwards(() => said.push(`pong after ${slow.frames.length}`));
    out.inOrder(slow, () => said.push(`ack after ${slow.frames.length}`));
    const check = framed('{"commits":[]}');
    out.tellAll(check);
    durable = 4;
    out.send([commit(4)]);
    while (said.length < 2) await turn();
    expect(said).toEqual(['pong after 0', 'ack after 1']);
    expect(seqs(slow)).toEqual([[2, 3, 4]]);
    expect(caughtUp).toBe(1);
    slow.unsent = 0;
    durable = 5;
    out.send([commit(5)]);
    out.flush();
    expect(seqs(slow)).toEqual([[2, 3, 4], [5]]);
    expect(all.at(-1)?.frames).toContain(check);
  });

  test('[U21] given one who is too far behind, when its line is free, then it is cut off and begins anew', () => {
    const { out, all } = fanout(false, 1, () => null);
    const [slow] = all as [Heard];
    slow.unsent = LAGGING_BYTES + 1;
    out.send([commit(2)]);
    out.flush();
    slow.unsent = 0;
    out.catchUp();
    expect(slow.closedWith).toBe(CLOSE.tooSlow);
  });
});
