/** The real world for the connection. */
import type { Cancel, Environment, Socket, SocketHandlers } from './environment.ts';

// A frozen tab gets `resume`, a page out of the back-forward cache `pageshow`; neither need come with the others.
const WAKE_EVENTS: readonly [EventTarget, string][] =
  typeof window === 'undefined'
    ? []
    : [
        [window, 'online'],
        [window, 'focus'],
        [window, 'pageshow'],
        [document, 'visibilitychange'],
        [document, 'resume'],
      ];

export const browserEnvironment: Environment = {
  // The wall clock, since performance.now() stands still while some systems sleep.
  nowMs: () => Date.now(),
  after: (delayMs, run) => {
    const timer = setTimeout(run, delayMs);
    return () => clearTimeout(timer);
  },
  random: () => Math.random(),
  accept: ['short', 'columns', ...(typeof DecompressionStream === 'undefined' ? [] : ['deflate'])],
  openSocket,
  onWake,
};

/** Where the hub's socket is for a page at this address. */
export function socketUrl(page: { protocol: string; host: string }): string {
  return `${page.protocol === 'https:' ? 'wss' : 'ws'}://${page.host}/ws`;
}

function openSocket(url: string, protocol: string, handlers: SocketHandlers): Socket {
  const socket = new WebSocket(url, protocol);
  socket.binaryType = 'arraybuffer';
  // What comes while a large frame is unpacked waits for it, or it would be heard before.
  let unpacking: Promise<void> | null = null;
  const hear = (data: unknown): Promise<void> | null => {
    if (!(data instanceof ArrayBuffer)) {
      handlers.received(String(data));
      return null;
    }
    return inflated(data).then(
      (text) => handlers.received(text),
      () => socket.close(),
    );
  };
  socket.onopen = () => handlers.opened();
  socket.onmessage = ({ data }) => {
    const next = unpacking ? unpacking.then(() => hear(data) ?? undefined) : hear(data);
    if (!next) return;
    const turn = next.finally(() => {
      if (unpacking === turn) unpacking = null;
    });
    unpacking = turn;
  };
  socket.onclose = ({ code, reason }) => handlers.closed(code, reason);
  return { send: (text) => socket.send(text), close: () => socket.close() };
}

async function inflated(bytes: ArrayBuffer): Promise<string> {
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'));
  return new Response(unpacked).text();
}

function onWake(run: () => void): Cancel {
  const visible = () => {
    if (document.visibilityState === 'visible') run();
  };
  for (const [target, event] of WAKE_EVENTS) target.addEventListener(event, visible);
  return () => {
    for (const [target, event] of WAKE_EVENTS) target.removeEventListener(event, visible);
  };
}
