/** What the commands of the terminal say to people. The other languages are typed by this one. */
import { ROLES, type Role } from '../../shared/lib/vocabulary.ts';
import { startEn } from './start-en.ts';

const REHEARSE =
  '--rehearse --link INVITATION [--meeting FILE] [--speed 10] [--seed 1] [--minutes 10] [--drive]';

export const terminalEn = {
  start: startEn,
  options: {
    unknown: (option: string) => `There is no option ${option} (--help lists the options).`,
    needsValue: (option: string) => `${option}: a value is needed.`,
    takesNoValue: (option: string) => `${option} takes no value.`,
    extra: (text: string) => `“${text}” belongs to no option (--help lists the options).`,
    number: (option: string, text: string, min: number, max: number) =>
      `--${option} ${text}: a number from ${min} to ${max} is needed.`,
    oneOf: (option: string, text: string, list: string) => `--${option} ${text}: one of ${list} is needed.`,
    unreadable: (path: string, why: string) => `${path} cannot be read: ${why}.`,
    isEmpty: 'it is empty',
  },
  hub: {
    help: `Usage: npm run hub -- [options]
  --host ADDRESS      listen here (127.0.0.1: this machine only; 0.0.0.0: everybody who can reach it)
  --port N            listen on this port (7377; 0 picks a free one)
  --public-url URL    what links and QR codes use behind a tunnel or proxy
  --trust-proxy       believe X-Forwarded-Host
  --data DIR          where sessions are kept
  --plan FILE         begin a new session from a plan (JSON, or the text of a workshop proposal)
  --restore FILE      open a session file from elsewhere (.evenfloor); FILE stays as it is
  --session ID        resume this session, or give the new one this id
  --store ADDRESS     sqlite: (files in DIR), or nats://HOST:PORT[,HOST:PORT…] (tls://) for hubs on many machines
  --store-creds FILE  the key that the NATS servers ask for (.creds)
  --store-ca FILE     who signs the certificates of the NATS servers (PEM)
  --tls-cert F --tls-key F   serve https and wss
  --metrics-token-file F     who has the text in F may read /metrics, as hosts may
  --json              print nothing but the line of JSON that says where it listens`,
    session: (text: string) =>
      `--session ${text}: a letter or digit, then letters, digits, - and _, at most 64.`,
    store: (text: string) => `--store ${text}: it is sqlite: (files), or nats:// or tls:// and servers.`,
    storeKey: '--store-creds and --store-ca go with --store nats:// or tls:// only.',
    tls: '--tls-cert and --tls-key go together; give both or none.',
    tlsPair: (cert: string, key: string) =>
      `--tls-cert ${cert}, --tls-key ${key}: these are no certificate (PEM) and its own key without a passphrase.`,
    host: '--host: an address is needed, such as 127.0.0.1 or 0.0.0.0.',
    data: '--data: the folder must have a name.',
    publicUrl: (text: string) =>
      `--public-url ${text}: an address such as https://floor.example is needed, without a path.`,
    untitled: 'Hybrid meeting',
    resumed: (sessionId: string) => `Session ${sessionId} is resumed as it is; --plan is not read into it.`,
    restoreAlone: '--restore goes without --plan and --session: the file says what the session is.',
    restored: (path: string, asOf: Date) =>
      `${path} is taken in as it was at ${asOf.toLocaleString('en-GB')}. The links given out before do not open it here; these do:`,
    listening: (url: string) => `Evenfloor is listening at ${url}`,
    opened: (sessionId: string, title: string) => `Session ${sessionId}: ${title}`,
    roles: Object.fromEntries(ROLES.map((role) => [role, role])) as Record<Role, string>,
    whoHas: 'Who has one of these links has that role. Ctrl-C closes the hub; the session stays.',
    portInUse: (port: number) => `Port ${port} is in use; close the other program or choose another --port.`,
    portRights: (port: number) => `Port ${port} needs more rights; choose one above 1023.`,
    noSuchAddress: (address: string) => `--host ${address}: this machine has no such address.`,
    unknownHost: (name: string) => `--host ${name}: no address is known by this name.`,
    unusable: (path: string, why: string) => `${path} cannot be used: ${why}.`,
    failed: (why: string) => `The hub cannot run: ${why}`,
  },
  simulate: {
    help: `Usage: npm run simulate -- --meeting FILE [--policy NAME] [--json]
   or: npm run simulate -- ${REHEARSE}`,
    noMeeting: 'Which meeting? --meeting FILE names it (--help lists the options).',
    badJson: (path: string, line: number, column: number) =>
      `${path} is not valid JSON at line ${line}, column ${column}.`,
    noLink: 'Whose invitation? --link INVITATION names it (--help lists the options).',
    noInvitation: '--link: an invitation like http://127.0.0.1:7377/#… is needed.',
    noModerator: '--link: the invitation of the host or of a moderator is needed.',
    noHub: (why: string) => `--link: the hub cannot be reached: ${why}.`,
    closed: (reason: string) => `The hub says: ${reason}.`,
  },
  rehearsal: {
    over: 'it is over',
    ended: 'the session has ended',
    stopped: 'stopped',
    gone: (reason: string) => `the hub has gone (${reason})`,
    line: (why: string, raised: number, lowered: number) =>
      `rehearsal: ${why}; hands raised: ${raised}, lowered: ${lowered}`,
    turns: (count: number) => `; turns given: ${count}`,
    refused: (count: number) => `; refused: ${count}`,
  },
  /** By close code, as in docs/protocol.md. */
  closed: {
    4400: 'it could not read what was sent',
    4401: 'this is no invitation to a session there',
    4403: 'this invitation has been revoked',
    4404: 'there is no such session',
    4409: 'this program is older than the hub',
    4410: 'the hub is older than this program',
    4429: 'that was too slow or too much',
    1009: 'a message was too large',
    1012: 'it restarts, or the session cannot be opened',
  } as Record<number, string>,
  closedOther: (code: number) => `the connection was closed (${code})`,
  /** By the system's own code. */
  causes: {
    ENOENT: 'it is not there',
    EACCES: 'this user may not do that',
    EPERM: 'this user may not do that',
    EISDIR: 'it is a folder',
    ENOTDIR: 'part of its path is no folder',
    ENOSPC: 'the disk is full',
    EROFS: 'it can only be read',
    ECONNREFUSED: 'nothing listens there',
    ENOTFOUND: 'there is no such address',
    EAI_AGAIN: 'its name cannot be looked up now',
    ETIMEDOUT: 'no answer came',
  } as Record<string, string>,
};

/** What every language must have. */
export type TerminalWords = typeof terminalEn;
