/** A real nats-server in a folder of its own; `.ci/setup` installs it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { must } from '../../shared/lib/assert.ts';
import { temporaryFolder } from './hub-process.ts';

export type NatsServer = {
  url: string;
  /** Where it keeps what it is told. */
  folder: string;
  pid(): number;
  /** As a power cut would. */
  kill(): Promise<void>;
  /** On the same port, with what it has kept. */
  start(): Promise<void>;
  /** And nothing is left of it. */
  remove(): Promise<void>;
};

export async function startNatsServer(more: readonly string[] = []): Promise<NatsServer> {
  const folder = await temporaryFolder();
  const port = await freePort();
  let running: ChildProcess | null = null;
  const start = async () => {
    running = await started(['-js', '-sd', folder.path, '-a', '127.0.0.1', '-p', String(port), ...more]);
  };
  const kill = async () => {
    if (!running || running.exitCode !== null) return;
    const ended = once(running, 'exit');
    running.kill('SIGKILL');
    await ended;
    running = null;
  };
  await start();
  return {
    url: `nats://127.0.0.1:${port}`,
    folder: folder.path,
    pid: () => must(running?.pid, 'a server that runs'),
    kill,
    start,
    remove: async () => {
      await kill();
      await folder.remove();
    },
  };
}

export type NatsCluster = { url: string; servers: NatsServer[]; remove(): Promise<void> };

/** So many servers that keep everything together; one is no cluster. */
export async function startNatsCluster(size: number): Promise<NatsCluster> {
  const ports = await Promise.all(Array.from({ length: size }, freePort));
  const routes = ports.map((port) => `nats://127.0.0.1:${port}`);
  const servers = await Promise.all(
    routes.map((route, index) => {
      const member = [
        '-cluster',
        route,
        '-cluster_name',
        'test',
        '-routes',
        routes.join(','),
        '-n',
        `n${index}`,
      ];
      return startNatsServer(size > 1 ? member : []);
    }),
  );
  return {
    url: `nats://${servers.map(({ url }) => url.replace('nats://', '')).join(',')}`,
    servers,
    remove: async () => {
      for (const server of servers) await server.remove();
    },
  };
}

/** Resolves when it says that it is ready. */
export async function started(args: readonly string[]): Promise<ChildProcess> {
  const server = spawn('nats-server', args, { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  await new Promise<void>((resolve, reject) => {
    server.once('error', () => reject(new Error('There is no nats-server: `bash .ci/setup` installs it.')));
    server.once('exit', (code) => reject(new Error(`nats-server ended with ${code}: ${said}`)));
    server.stderr?.on('data', (chunk) => {
      said += chunk;
      if (said.includes('Server is ready')) resolve();
    });
  });
  return server;
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}
