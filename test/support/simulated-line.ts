/** A bad line to a simulated hub, in the time of a simulated clock: frames come later, in order, or not at all. */
import type { Environment, SocketHandlers } from '../../renderer/sync/environment.ts';
import type { SimulatedClock } from './simulated-clock.ts';
import type { SimulatedHub } from './simulated-hub.ts';
import { unframed } from './unframed.ts';

export type SimulatedLine = {
  openSocket: Environment['openSocket'];
  /** Ends every connection; who dials meanwhile is sent away, until `mend`. */
  cut(): void;
  mend(): void;
  /**
   * Nothing comes through for so long, either way or towards the hub alone, and for whoever dials; what was sent
   * meanwhile comes afterwards.
   */
  hold(ms: number, ways?: 'both' | 'there'): void;
};

export type LineOptions = {
  clock: SimulatedClock;
  hub: SimulatedHub;
  /** Of each frame, one way, in whole milliseconds. */
  delayMs(): number;
  /** Everything that the far end hears, when it hears it. */
  onHeard?(text: string): void;
};

const LOST = 1006;

export function simulatedLine({ clock, hub, delayMs, onHeard }: LineOptions): SimulatedLine {
  let isCut = false;
  const heldUntilMs = { there: 0, back: 0 };
  const live = new Set<() => void>();

  function way(direction: 'there' | 'back'): (arrive: () => void) => void {
    let freeAtMs = 0;
    return (arrive) => {
      freeAtMs = Math.max(freeAtMs, heldUntilMs[direction], clock.nowMs() + delayMs());
      clock.after(freeAtMs - clock.nowMs(), arrive);
    };
  }

  function openSocket(_url: string, _protocol: string, handlers: SocketHandlers) {
    const [there, back] = [way('there'), way('back')];
    let isNearOpen = true;
    let peer: ReturnType<SimulatedHub['answer']> | null = null;
    const closed = (code: number, reason: string) => {
      if (isNearOpen) handlers.closed(code, reason);
      isNearOpen = false;
    };
    const gone = () => {
      peer?.gone();
      peer = null;
      live.delete(breakOff);
    };
    const breakOff = () => {
      gone();
      closed(LOST, '');
    };
    there(() => {
      if (isCut) return back(() => closed(LOST, ''));
      live.add(breakOff);
      peer = hub.answer({
        send: (frame) =>
          back(() => {
            if (!isNearOpen) return;
            for (const { text } of unframed(frame)) {
              onHeard?.(text);
              handlers.received(text);
            }
          }),
        close: (code, reason) => {
          gone();
          back(() => closed(code, reason));
        },
        hold: () => undefined,
        bufferedBytes: () => 0,
        roundTripMs: () => null,
        measure: () => undefined,
        rest: () => undefined,
      });
      back(() => isNearOpen && handlers.opened());
    });
    return {
      send: (text: string) => there(() => peer?.receive(text)),
      close: () => {
        isNearOpen = false;
        there(gone);
      },
    };
  }

  return {
    openSocket,
    cut: () => {
      isCut = true;
      for (const breakOff of [...live]) breakOff();
    },
    mend: () => {
      isCut = false;
    },
    hold: (ms, ways = 'both') => {
      heldUntilMs.there = clock.nowMs() + ms;
      if (ways === 'both') heldUntilMs.back = heldUntilMs.there;
    },
  };
}
