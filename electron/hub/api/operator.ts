/**
 * What whoever runs the hub asks of it, or a proxy in front of it: whether to send it clients, and its figures; and how
 * it takes its leave.
 */
import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { DRAIN_NOTICE_MS, STORE_ANSWER_WAIT_MS } from '../../../shared/lib/limits.ts';
import { AUDIENCES, type Audience } from '../../../shared/lib/vocabulary.ts';
import type { Backend } from '../../store/backend.ts';
import type { Clock } from '../clock.ts';
import type { Doors } from '../doors.ts';
import type { SocketServer } from '../socket.ts';
import type { Metrics } from './metrics.ts';
import { bearerOf, json, refused } from './reply.ts';

export type OperatorOptions = {
  doors: Doors;
  sockets: SocketServer;
  backend: Backend;
  metrics: Metrics;
  clock: Clock;
  /** Opens `/metrics` beside the host's invitations. */
  metricsToken: string | undefined;
};

export type Operator = {
  /** 200 when this hub takes clients, else 503 with why not: `draining` or `store`. */
  answerReady(response: ServerResponse): Promise<void>;
  answerMetrics(request: IncomingMessage, response: ServerResponse): Promise<void>;
  /**
   * Takes no new sockets; those that are here stay. Where other hubs live, resolves when a proxy that asks every second
   * has had the time to notice; else at once.
   */
  drain(): Promise<void>;
};

export function createOperator(options: OperatorOptions): Operator {
  const { doors, sockets, backend, metrics, clock } = options;
  let isDraining = false;

  /** It says whether it has a session that nobody has: a store that is away cannot. */
  function isStoreOk(): Promise<boolean> {
    if (doors.openRooms().some((room) => room.cannotWrite)) return Promise.resolve(false);
    return new Promise((resolve) => {
      const cancel = clock.after(STORE_ANSWER_WAIT_MS, () => resolve(false));
      backend.store
        .has('ready')
        .then(
          () => resolve(true),
          () => resolve(false),
        )
        .finally(cancel);
    });
  }

  return {
    answerReady: async (response) => {
      if (isDraining) return json(response, 503, { ready: false, why: 'draining' });
      if (!(await isStoreOk())) return json(response, 503, { ready: false, why: 'store' });
      json(response, 200, { ready: true });
    },
    answerMetrics: async (request, response) => {
      await admitted(options, request);
      const text = metrics.text({
        sessions: doors.openRooms().length,
        connections: connectionsOf(doors),
        bufferedBytes: sockets.bufferedBytes(),
        hubs: backend.peers.others().size + 1,
        isStoreOk: await isStoreOk(),
        isDraining,
      });
      response.writeHead(200, { 'Content-Type': 'text/plain; version=0.0.4', 'Cache-Control': 'no-store' });
      response.end(text);
    },
    drain: async () => {
      isDraining = true;
      backend.peers.announce(null);
      sockets.refuseNew();
      if (backend.peers.others().size === 0) return;
      await new Promise<void>((resolve) => clock.after(DRAIN_NOTICE_MS, resolve));
    },
  };
}

function connectionsOf(doors: Doors): Record<Audience, number> {
  const sums = { keeper: 0, staff: 0, public: 0 };
  for (const room of doors.openRooms()) {
    const counts = room.connections();
    for (const audience of AUDIENCES) sums[audience] += counts[audience];
  }
  return sums;
}

/** With the operator's own token, or as the host of any session: figures name nobody. */
async function admitted({ doors, metricsToken }: OperatorOptions, request: IncomingMessage): Promise<void> {
  const token = bearerOf(request);
  if (!token) throw refused(401, 'Authorization', 'no-token');
  if (metricsToken !== undefined && isSame(token, metricsToken)) return;
  const admission = await doors.admit(token, '');
  if ('code' in admission) throw refused(401, 'Authorization', admission.problem);
  if (!admission.actor.roles.includes('host')) throw refused(403, 'Authorization', 'not-an-invitation');
}

function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
