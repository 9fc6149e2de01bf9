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

type Line = { send(name: CommandName, args: object): Promise<unknown>; hangUp(): void };
type Seat = { role: Role; device: string; line: Line };
type Hall = {
  hub: SimulatedHub;
  freshId(): string;
  chance(): number;
  dial(role: Role, device: string): Promise<Line>;
  seatOf(role: Role): Line;
  phone(): Seat;
};
/** Once so many seconds, on average. */
type Deed = [seconds: number, does: () => Promise<unknown>];

export async function meetingOf(
  hub: SimulatedHub,
  clock: SimulatedClock,
  roles: readonly Role[],
  chance: () => number,
): Promise<LongMeeting> {
  let arrivals = 0;
  let ids = 0;
  /** Nobody should be sent away before the end. */
  let sentAway: string | null = null;
  const freshId = () => {
    ids += 1;
    return `i${ids}`;
  };
  const dial = (role: Role, device: string) => {
    arrivals += 1;
    const onClosed = (reason: string) => {
      sentAway = reason;
    };
    return dialled(hub, { role, device, freshId, onClosed });
  };
  const seats: Seat[] = [];
  for (const [place, role] of roles.entries()) {
    const device = `device-${place}-0123456789`;
    seats.push({ role, device, line: await dial(role, device) });
  }
  const phones = seats.filter((seat) => seat.role === 'participant');
  const seatOf = (role: Role) => must(seats.find((seat) => seat.role === role)?.line, role);
  const phone = () => must(phones[Math.floor(phones.length * chance())], 'phone');
  const deeds = deedsOf({ hub, freshId, chance, dial, seatOf, phone });
  await seatOf('host').send('agenda/begin', { itemId: 'talk', afterItemId: null });
  return {
    get arrivals() {
      return arrivals;
    },
    goOn: async (length) => {
      for (let second = 0; second < length; second += 1) {
        for (const [seconds, does] of deeds) if (chance() < 1 / seconds) await does();
        await clock.pass(1_000);
        if (sentAway !== null) throw new Error(`somebody was sent away: ${sentAway}`);
      }
    },
  };
}

type Dialling = { role: Role; device: string; freshId(): string; onClosed(reason: string): void };

/** Hears everything and keeps nothing but what it waits for. */
async function dialled(hub: SimulatedHub, { role, device, freshId, onClosed }: Dialling): Promise<Line> {
  const answers = new Map<string, () => void>();
  let welcomed: () => void = () => undefined;
  const isIn = new Promise<void>((resolve) => {
    welcomed = resolve;
  });
  const answered = (text: string) => {
    const { commandId } = JSON.parse(text) as { commandId: string };
    answers.get(commandId)?.();
    answers.delete(commandId);
  };
  const peer = hub.answer({
    send: (bytes) => {
      for (const { text } of unframed(bytes)) {
        if (/^\{"type":"(?:ack|rejected)"/.test(text)) answered(text);
        // The state comes first in it.
        else if (text.includes('"type":"welcome"')) welcomed();
      }
    },
    close: (_, reason) => onClosed(reason),
    hold: () => undefined,
    bufferedBytes: () => 0,
    roundTripMs: () => 20,
    measure: () => undefined,
    rest: () => undefined,
  });
  const token = hub.tokenOf(role);
  peer.receive(JSON.stringify({ type: 'hello', token, clientId: device, afterSeq: null }));
  await isIn;
  return {
    send: (name, args) =>
      new Promise<void>((resolve) => {
        const commandId = freshId();
        answers.set(commandId, resolve);
        peer.receive(JSON.stringify({ type: 'command', commandId, name, args }));
      }),
    hangUp: () => peer.gone(),
  };
}

/** What is refused is no matter. */
function deedsOf({ hub, freshId, chance, dial, seatOf, phone }: Hall): Deed[] {
  const state = () => hub.room.state;
  const raise = async () => {
    const { line, device } = phone();
    const channel = chance() < 0.5 ? 'onsite' : 'online';
    await line.send('people/introduce', { name: `Of ${device}`, channel });
    await line.send('queue/join', { entryId: freshId(), channel, door: 'phone', kind: 'topic' });
  };
  const callOrEnd = async () => {
    const { floor, queue } = state();
    if (floor.turn) return seatOf('onsite-moderator').send('floor/end', { turnId: floor.turn.turnId });
    const { entryId = 'none' } = queue.entries[0] ?? {};
    const afterTurnId = lastTurn(state())?.turnId ?? null;
    return seatOf('online-moderator').send('floor/give', { turnId: freshId(), entryId, afterTurnId });
  };
  const adjust = async () => {
    const { turnId = 'none' } = state().floor.turn ?? {};
    return seatOf('onsite-moderator').send('floor/adjust', { turnId, seconds: chance() < 0.5 ? 30 : -30 });
  };
  const leave = async () => {
    const { entryId = 'none' } = state().queue.entries[9] ?? {};
    return seatOf('liaison').send('queue/leave', { entryId });
  };
  const ask = () => phone().line.send('questions/ask', { questionId: freshId(), text: `Why, ${freshId()}?` });
  const vote = async () => {
    const { questionId = 'none' } = state().questions.at(-1 - Math.floor(20 * chance())) ?? {};
    return phone().line.send('questions/vote', { questionId, vote: true });
  };
  const note = () => {
    const text = `Said by ${freshId()}`;
    return seatOf('rapporteur').send('notes/write', {
      noteId: freshId(),
      baseRevision: 0,
      kind: 'point',
      text,
    });
  };
  const whisper = () =>
    seatOf('host').send('backchannel/send', { messageId: freshId(), text: 'Psst', urgency: 'low' });
  const comeBack = async () => {
    const seat = phone();
    seat.line.hangUp();
    seat.line = await dial(seat.role, seat.device);
  };
  return [
    [40, raise],
    [30, callOrEnd],
    [60, adjust],
    [120, leave],
    [90, ask],
    [8, vote],
    [120, note],
    [60, whisper],
    [2, comeBack],
  ];
}
