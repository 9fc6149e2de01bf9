/** A meeting that goes on and on: people come and go, ask, speak, vote and write, at the pace of a lively hall. */
import type { CommandName } from '../../shared/command.ts';
import { lastTurn } from '../../shared/domain/floor/slice.ts';
import { must } from '../../shared/lib/assert.ts';
import type { Role } from '../../shared/lib/vocabulary.ts';
import type { SimulatedClock } from '../support/simulated-clock.ts';
import type { SimulatedHub } from '../support/simulated-hub.ts';
import { unframed } from '../support/unframed.ts';

export type LongMeeting = {
  /** How often somebody has dialled in. */
  readonly arrivals: number;
  goOn(seconds: number): Promise<void>;
};

type Line = { send(name: CommandName, args: object): Promise<boolean>; hangUp(): void };
type Seat = { role: Role; device: string; line: Line };

/** Each step of the meeting is so long; in each something is tried. */
const STEP_MS = 500;

export async function meetingOf(
  hub: SimulatedHub,
  clock: SimulatedClock,
  roles: readonly Role[],
  random: () => number,
): Promise<LongMeeting> {
  let arrivals = 0;
  let ids = 0;
  /** Nobody should be, before the end. */
  let closedFor: string | null = null;
  const freshId = () => {
    ids += 1;
    return `i${ids}`;
  };
  const one = <T>(list: readonly T[]): T => must(list[Math.floor(list.length * random())], 'one of them');

  /** Hears everything and keeps nothing but what it waits for. */
  async function dial(role: Role, device: string): Promise<Line> {
    arrivals += 1;
    const answers = new Map<string, (isTaken: boolean) => void>();
    let welcomed: () => void = () => undefined;
    const answered = (text: string) => {
      const { type, commandId } = JSON.parse(text) as { type: string; commandId: string };
      answers.get(commandId)?.(type === 'ack');
      answers.delete(commandId);
    };
    const peer = hub.answer({
      send: (bytes) => {
        for (const { text } of unframed(bytes)) {
          if (text.startsWith('{"type":"ack"') || text.startsWith('{"type":"rejected"')) answered(text);
          // The state comes first in it.
          else if (text.includes('"type":"welcome"')) welcomed();
        }
      },
      close: (_, reason) => {
        closedFor = reason;
      },
      bufferedBytes: () => 0,
      roundTripMs: () => 20,
      measure: () => undefined,
    });
    const isIn = new Promise<void>((resolve) => {
      welcomed = resolve;
    });
    peer.receive(
      JSON.stringify({ type: 'hello', token: hub.tokenOf(role), clientId: device, afterSeq: null }),
    );
    await isIn;
    return {
      send: (name, args) =>
        new Promise((resolve) => {
          const commandId = freshId();
          answers.set(commandId, resolve);
          peer.receive(JSON.stringify({ type: 'command', commandId, name, args }));
        }),
      hangUp: () => peer.gone(),
    };
  }

  const seats: Seat[] = [];
  for (const [place, role] of roles.entries()) {
    const device = `device-${place}-0123456789`;
    seats.push({ role, device, line: await dial(role, device) });
  }
  const seatOf = (role: Role) =>
    must(
      seats.find((seat) => seat.role === role),
      role,
    ).line;
  const phones = seats.filter((seat) => seat.role === 'participant');
  await seatOf('host').send('agenda/begin', { itemId: 'talk', afterItemId: null });

  /** What is tried, the likelier the more often it stands here; what is refused is no matter. */
  const deeds: (() => Promise<unknown>)[] = [
    async () => {
      const { line, device } = one(phones);
      const channel = random() < 0.5 ? 'onsite' : 'online';
      await line.send('people/introduce', { name: `Of ${device}`, channel });
      await line.send('queue/join', { entryId: freshId(), channel, door: 'phone', kind: 'topic' });
    },
    async () => {
      const { turn } = hub.room.state.floor;
      if (turn) return seatOf('onsite-moderator').send('floor/end', { turnId: turn.turnId });
      const [entry] = hub.room.state.queue.entries;
      const afterTurnId = lastTurn(hub.room.state)?.turnId ?? null;
      if (!entry) return;
      return seatOf('online-moderator').send('floor/give', {
        turnId: freshId(),
        entryId: entry.entryId,
        afterTurnId,
      });
    },
    async () => {
      const turnId = hub.room.state.floor.turn?.turnId ?? 'none';
      return seatOf('onsite-moderator').send('floor/adjust', { turnId, seconds: random() < 0.5 ? 30 : -30 });
    },
    async () => one(phones).line.send('questions/ask', { questionId: freshId(), text: `Why, after ${ids}?` }),
    async () => {
      const question = hub.room.state.questions.at(-1 - Math.floor(20 * random()));
      return one(phones).line.send('questions/vote', {
        questionId: question?.questionId ?? 'none',
        vote: true,
      });
    },
    async () =>
      seatOf('liaison').send('queue/leave', { entryId: hub.room.state.queue.entries[9]?.entryId ?? 'none' }),
    async () =>
      seatOf('rapporteur').send('notes/write', {
        noteId: freshId(),
        baseRevision: 0,
        kind: 'point',
        text: `Said after ${ids}`,
      }),
    async () =>
      seatOf('host').send('backchannel/send', { messageId: freshId(), text: `After ${ids}`, urgency: 'low' }),
    async () => {
      const seat = one(phones);
      seat.line.hangUp();
      seat.line = await dial(seat.role, seat.device);
    },
  ];
  return {
    get arrivals() {
      return arrivals;
    },
    goOn: async (seconds) => {
      for (let passedMs = 0; passedMs < seconds * 1_000; passedMs += STEP_MS) {
        await one(deeds)();
        await clock.pass(STEP_MS);
        if (closedFor !== null) throw new Error(`somebody was sent away: ${closedFor}`);
      }
    },
  };
}
