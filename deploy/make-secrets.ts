/**
 * Makes `deploy/secrets/` once: a certificate authority and a certificate for the NATS servers, the key by which hubs
 * come in, and the token for `/metrics`. `node deploy/make-secrets.ts PUBLIC_HOST [FOLDER]`; needs openssl.
 */
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nkeys } from '@nats-io/transport-node';

const DAYS = '825';
const CURVE = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];

/** For no eyes but the owner's, and those of the containers' users, who are others: the folder shuts everybody out. */
const MODE = 0o644;

function makeCertificates(folder: string, names: string[]): void {
  const at = (name: string) => join(folder, name);
  const openssl = (...args: string[]) =>
    execFileSync('openssl', args, { stdio: ['ignore', 'ignore', 'pipe'] });
  const authority = ['-keyout', at('ca.key'), '-out', at('ca.crt'), '-subj', '/CN=Evenfloor NATS'];
  openssl('req', '-x509', ...CURVE, '-days', DAYS, ...authority);
  openssl('req', ...CURVE, '-keyout', at('nats.key'), '-out', at('nats.csr'), '-subj', '/CN=nats');
  // Routes are dialled too: the servers are each other's clients.
  writeFileSync(
    at('nats.ext'),
    `subjectAltName=${names.join(',')}\nextendedKeyUsage=serverAuth,clientAuth\n`,
  );
  const signing = [
    '-CA',
    at('ca.crt'),
    '-CAkey',
    at('ca.key'),
    '-CAcreateserial',
    '-extfile',
    at('nats.ext'),
  ];
  openssl('x509', '-req', '-in', at('nats.csr'), '-out', at('nats.crt'), '-days', DAYS, ...signing);
  for (const name of ['nats.csr', 'nats.ext', 'ca.srl']) rmSync(at(name), { force: true });
}

/** As a `.creds` file; a server that knows the bare key looks at no JWT. */
function makeHubKey(folder: string): void {
  const pair = nkeys.createUser();
  const seed = new TextDecoder().decode(pair.getSeed());
  const block = (name: string, text: string) => `-----BEGIN ${name}-----\n${text}\n------END ${name}------\n`;
  writeFileSync(
    join(folder, 'hub.creds'),
    `${block('NATS USER JWT', 'none')}\n${block('USER NKEY SEED', seed)}`,
    { mode: MODE },
  );
  writeFileSync(
    join(folder, 'nats_users.conf'),
    `authorization { users: [ { nkey: ${pair.getPublicKey()} } ] }\n`,
  );
}

const [publicHost, folder = join(import.meta.dirname, 'secrets')] = process.argv.slice(2);
if (!publicHost) {
  process.stderr.write('Usage: node deploy/make-secrets.ts PUBLIC_HOST [FOLDER]\n');
  process.exit(1);
}
if (existsSync(folder)) {
  process.stderr.write(`${folder} is there already; it is left as it is.\n`);
  process.exit(1);
}
mkdirSync(folder, { recursive: true, mode: 0o700 });
const names = ['nats', 'nats1', 'nats2', 'nats3', 'localhost', publicHost].map((name) => `DNS:${name}`);
makeCertificates(folder, [...names, 'IP:127.0.0.1']);
makeHubKey(folder);
writeFileSync(join(folder, 'metrics.token'), `${randomBytes(24).toString('base64url')}\n`, { mode: MODE });
process.stdout.write(
  `${folder} is made; it opens every session of the cluster, so it belongs to no repository.\n`,
);
