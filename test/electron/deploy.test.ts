/** What nobody can run without Docker, held as far as reading goes; docs/many-machines.md says what was not run. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readOptions } from '../../electron/options.ts';
import { DRAIN_NOTICE_MS, SHUTDOWN_MS_MAX } from '../../shared/lib/limits.ts';
import { ROOT, temporaryFolder } from '../support/hub-process.ts';

const DEPLOY = join(ROOT, 'deploy');
const textOf = (name: string) => readFileSync(join(DEPLOY, name), 'utf8');

type Source = string | { source: string; target: string };
type Service = {
  build?: { context: string; dockerfile: string };
  command?: string[];
  secrets?: string[];
  configs?: Source[];
  volumes?: string[];
  depends_on?: Record<string, { condition: string }>;
  healthcheck?: { test: string[] };
  stop_grace_period?: string;
  networks?: { default: { aliases: string[] } };
};
type Files = Record<string, { file: string }>;
type Compose = {
  services: Record<string, Service>;
  secrets: Files;
  configs: Files;
  volumes: Record<string, null>;
};

const compose = parse(textOf('compose.yaml'), { merge: true }) as Compose;
const { services } = compose;
const servicesLike = (name: RegExp) => Object.entries(services).filter(([key]) => name.test(key));

/** As JSON in the Dockerfile, where it takes that form. */
function instruction(name: string): string[] {
  const found = new RegExp(`${name}[^\\[\\n]*\\[(.*)\\]$`, 'm').exec(
    textOf('Dockerfile').replaceAll('\\\n', ''),
  );
  return JSON.parse(`[${found?.[1]}]`);
}

const VARIABLE = /\$\{(PUBLIC_HOST|SESSION)[^}]*\}/;

/** Each of the store's options has one value. */
function withoutStore(args: string[]): string[] {
  return args.filter((arg, i) => !arg.startsWith('--store') && !args[i - 1]?.startsWith('--store'));
}

let made: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  made = await temporaryFolder();
  execFileSync(process.execPath, [
    join(DEPLOY, 'make-secrets.ts'),
    'floor.example',
    join(made.path, 'secrets'),
  ]);
});
afterAll(() => made.remove());

describe('the compose file', () => {
  test('[M23] given what it names, when it is looked for, then every file is there or is made, and every name is declared', () => {
    const lies = (file: string) =>
      existsSync(file.startsWith('./secrets/') ? join(made.path, file) : resolve(DEPLOY, file));
    for (const { file } of [...Object.values(compose.secrets), ...Object.values(compose.configs)]) {
      expect([file, lies(file)]).toEqual([file, true]);
    }
    for (const [name, service] of Object.entries(services)) {
      for (const secret of service.secrets ?? []) expect(compose.secrets, name).toHaveProperty(secret);
      for (const config of service.configs ?? []) {
        expect(compose.configs, name).toHaveProperty(typeof config === 'string' ? config : config.source);
      }
      for (const volume of service.volumes ?? []) {
        expect(compose.volumes, name).toHaveProperty(volume.split(':')[0] ?? '');
      }
      for (const [other, { condition }] of Object.entries(service.depends_on ?? {})) {
        expect(services, name).toHaveProperty(other);
        // The hubs' health check is in their image.
        const isWatched = services[other]?.healthcheck !== undefined || other.startsWith('hub');
        expect([other, condition, isWatched]).toEqual([other, 'service_healthy', true]);
      }
    }
  });

  test('[M23] given the hubs, when their command lines are read, then the hub knows every option and listens where it is looked for', () => {
    const [hubs, entry] = [servicesLike(/^hub/), instruction('ENTRYPOINT')];
    expect(hubs).toHaveLength(2);
    for (const [, { command = [], secrets = [], build }] of hubs) {
      const args = [...entry.slice(2), ...withoutStore(command)].map((arg) => arg.replace(VARIABLE, 'floor'));
      const { port, host, data, trustProxy } = readOptions(args, {});
      expect({ port, host, data, trustProxy }).toEqual({
        port: 7377,
        host: '0.0.0.0',
        data: '/data',
        trustProxy: true,
      });
      expect(existsSync(resolve(DEPLOY, build?.context ?? '', build?.dockerfile ?? ''))).toBe(true);
      for (const path of command.filter((arg) => arg.startsWith('/run/secrets/'))) {
        expect(secrets).toContain(path.slice('/run/secrets/'.length));
      }
    }
    const upstreams = /reverse_proxy (.*) \{/.exec(textOf('Caddyfile'))?.[1]?.split(' ');
    expect(upstreams).toEqual(hubs.map(([name]) => `${name}:7377`));
    expect(textOf('Caddyfile')).toContain('health_uri /readyz');
    expect(textOf('Dockerfile')).toMatch(/^EXPOSE 7377$/m);
    expect(instruction('HEALTHCHECK').at(-1)).toContain('http://127.0.0.1:7377/healthz');
  });

  test('[M23] given a hub that leaves, when its times are added up, then the proxy has noticed and nobody kills it before', () => {
    const seconds = (text: string | undefined) => Number(/(\d+)s/.exec(text ?? '')?.[1]);
    const interval = seconds(/health_interval (\S+)/.exec(textOf('Caddyfile'))?.[1]);
    expect(interval * 2_000).toBeLessThan(DRAIN_NOTICE_MS);
    for (const [, { stop_grace_period }] of servicesLike(/^hub/)) {
      expect(seconds(stop_grace_period) * 1_000).toBeGreaterThan(SHUTDOWN_MS_MAX);
    }
  });

  test('[M23] given the secrets, when the files of the project are read, then none is in them', () => {
    expect(readFileSync(join(ROOT, '.gitignore'), 'utf8')).toContain('deploy/secrets/');
    expect(textOf('Dockerfile.dockerignore')).toMatch(/^deploy$/m);
    for (const name of ['compose.yaml', 'nats.conf', 'Caddyfile', 'Dockerfile']) {
      expect(textOf(name)).not.toMatch(/SU[A-Z2-7]{56}|PRIVATE KEY|password/i);
    }
  });
});
