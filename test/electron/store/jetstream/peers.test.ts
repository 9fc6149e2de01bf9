import { connect, type NatsConnection } from '@nats-io/transport-node';
import { afterAll, beforeAll } from 'vitest';
import { natsPeers } from '../../../../electron/store/jetstream/nats-peers.ts';
import { must } from '../../../../shared/lib/assert.ts';
import { type NatsServer, startNatsServer } from '../../../support/nats-server.ts';
import { peersContract } from '../../../support/peers-contract.ts';

let server: NatsServer;
beforeAll(async () => {
  server = await startNatsServer();
});
afterAll(() => server.remove());

peersContract('NATS', async () => {
  const connections = new Map<string, NatsConnection>();
  return {
    join: async () => {
      const connection = await connect({ servers: server.url });
      const peers = await natsPeers(connection);
      connections.set(peers.hubId, connection);
      return peers;
    },
    die: async ({ hubId }) => must(connections.get(hubId), 'connection').close(),
    close: async () => {
      for (const connection of connections.values()) await connection.close();
    },
  };
});
