import type { Backend } from './backend.ts';
import type { SessionLog } from './event-store.ts';
import { mirrored } from './mirrored.ts';

/**
 * A cluster's sessions, and beside them this computer's `own`: those of other days, and those that went on alone when
 * the line was cut. New sessions are the cluster's; a file that is taken in as another session (`asOther`) is this
 * computer's.
 */
export function beside(cluster: Backend, own: Backend): Backend {
  const homeOf = async (sessionId: string) => ((await own.store.has(sessionId)) ? own : cluster);
  const ofCluster = async (opening: Promise<SessionLog>) => mirrored(await opening);
  return {
    ...cluster,
    store: {
      create: (sessionId, first) => ofCluster(cluster.store.create(sessionId, first)),
      open: async (sessionId, options) => {
        const { store } = await homeOf(sessionId);
        const opening = store.open(sessionId, options);
        return store === own.store || options?.readOnly ? opening : ofCluster(opening);
      },
      restore: (path, otherId, options) =>
        options?.asOther
          ? own.store.restore(path, otherId, options)
          : ofCluster(cluster.store.restore(path, otherId, options)),
      has: async (sessionId) => (await own.store.has(sessionId)) || cluster.store.has(sessionId),
      remove: async (sessionId) => (await homeOf(sessionId)).store.remove(sessionId),
      list: async () => [...(await own.store.list()), ...(await cluster.store.list())],
      close: async () => {
        await own.store.close();
        await cluster.store.close();
      },
    },
    secrets: {
      secretOf: async (sessionId) => (await homeOf(sessionId)).secrets.secretOf(sessionId),
      has: async (sessionId) => (await homeOf(sessionId)).secrets.has(sessionId),
      remove: async (sessionId) => (await homeOf(sessionId)).secrets.remove(sessionId),
    },
    close: async () => {
      await own.close();
      await cluster.close();
    },
  };
}
