import { existsSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { OptionError } from '../../electron/arguments.ts';
import { readOptions } from '../../electron/options.ts';
import { must } from '../../shared/lib/assert.ts';
import { connect } from '../support/hub-client.ts';
import { ROOT, runHub, startHubProcess, temporaryFolder } from '../support/hub-process.ts';
import { hand } from '../support/meeting.ts';

const PROPOSAL = join(ROOT, 'test/cases/ws377-proposal.txt');

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let data: string;
beforeEach(async () => {
  folder = await temporaryFolder();
  data = join(folder.path, 'data');
});
afterEach(() => folder.remove());

describe('npm run hub', () => {
  test('[U8] given a meeting in mid-turn, when the hub is killed and started again, then all is there and nothing was appended', async () => {
    const first = await startHubProcess('--data', data, '--plan', PROPOSAL);
    const mod = await connect(first.invites['onsite-moderator']);
    const items = mod.state.agenda.items;
    expect(items.map((item) => [item.kind, item.minutes])).toEqual([
      ['opening', 5],
      ['speeches', 40],
      ['discussion', 40],
      ['closing', 5],
    ]);
    await mod.must('agenda/begin', { itemId: must(items[2], 'discussion').itemId, afterItemId: null });
    await mod.must('queue/join', hand('r1', 'onsite'));
    await mod.must('queue/join', hand('o1', 'online'));
    await mod.must('floor/give', { turnId: 't1', entryId: 'r1', afterTurnId: null });
    await first.kill();
    const second = await startHubProcess('--data', data, '--session', first.sessionId);
    const back = await connect(second.invites['onsite-moderator']);
    expect(back.welcome).toMatchObject({
      seq: mod.seq,
      logId: mod.welcome.logId,
      personId: expect.any(String),
    });
    expect(back.state).toEqual(mod.state);
    const token = (link: string) => link.split('#')[1];
    for (const [role, link] of Object.entries(first.invites)) {
      expect(token(second.invites[role as 'host'])).toBe(token(link));
    }
    // The clock went on while the hub was away: true time since the start, within a second.
    const elapsed = back.welcome.hubTimeMs - must(back.state.floor.turn, 'turn').startedAtMs;
    expect(Math.abs(elapsed - (Date.now() - must(mod.state.floor.turn, 'turn').startedAtMs))).toBeLessThan(
      1_000,
    );
    expect(await second.stop()).toBe(0);
  });

  test('[U9] given a session that another process holds, when opened, then it is refused after a wait', async () => {
    const first = await startHubProcess('--data', data, '--session', 'shared');
    const { code, stderr } = await runHub('--port', '0', '--data', data, '--session', 'shared');
    expect([code, stderr.trim().split('\n')]).toEqual([
      1,
      [expect.stringContaining('open in another Evenfloor')],
    ]);
    expect(await first.stop()).toBe(0);
  });

  test('[Y2] given a hub was killed in mid-turn, when its file is restored elsewhere, then the meeting goes on, the clock included', async () => {
    const first = await startHubProcess('--data', data, '--plan', PROPOSAL);
    const mod = await connect(first.invites['onsite-moderator']);
    const { itemId } = must(mod.state.agenda.items[2], 'discussion');
    await mod.must('agenda/begin', { itemId, afterItemId: null });
    await mod.must('queue/join', hand('r1', 'onsite'));
    await mod.must('floor/give', { turnId: 't1', entryId: 'r1', afterTurnId: null });
    await first.kill();
    const file = join(data, `${first.sessionId}.evenfloor`);
    const second = await startHubProcess('--data', join(folder.path, 'other'), '--restore', file);
    expect(second.sessionId).toBe(first.sessionId);
    const back = await connect(second.invites['onsite-moderator']);
    expect(back.state).toEqual(mod.state);
    expect(back.welcome.logId).not.toBe(mod.welcome.logId);
    await back.must('floor/end', { turnId: 't1' });
    expect(await second.stop()).toBe(0);
  });

  test('[U9] given what cannot be, when the hub is started, then one line says it, the code is not 0 and nothing is made', async () => {
    const busy = createServer();
    await new Promise<void>((resolve) => busy.listen(0, '127.0.0.1', resolve));
    const port = String((busy.address() as AddressInfo).port);
    const broken = join(folder.path, 'broken.json');
    writeFileSync(broken, '{"format":"evenfloor.plan",');
    writeFileSync(join(folder.path, 'file'), '');
    const cases: [string[], string][] = [
      [['--port', 'abc'], '--port abc'],
      [['--tls-cert', join(folder.path, 'no.pem'), '--tls-key', join(folder.path, 'no.pem')], 'no.pem'],
      [['--tls-cert', join(folder.path, 'file'), '--tls-key', join(folder.path, 'file')], 'it is empty'],
      [['--tls-cert', broken, '--tls-key', PROPOSAL], `--tls-cert ${broken}, --tls-key ${PROPOSAL}:`],
      [['--metrics-token-file', join(folder.path, 'none')], 'none cannot be read: it is not there'],
      [['--host', 'nosuch.invalid'], '--host nosuch.invalid: '],
      [['--plan', join(folder.path, 'none.txt')], 'none.txt'],
      [['--plan', '/dev/zero'], 'zero'],
      [['--plan', broken], 'broken.json'],
      [['--restore', join(folder.path, 'none.evenfloor')], 'none.evenfloor is not there'],
      [['--restore', broken], `${broken} is no session of Evenfloor`],
      [['--port', port], `Port ${port} is in use`],
      [['--host', '203.0.113.7'], '203.0.113.7'],
    ];
    for (const [args, words] of cases) {
      const { code, stdout, stderr } = await runHub('--port', '0', '--data', data, ...args);
      expect([args, code, stdout]).toEqual([args, 1, '']);
      expect(stderr.trim().split('\n'), args.join(' ')).toEqual([expect.stringContaining(words)]);
      expect(existsSync(data), args.join(' ')).toBe(false);
    }
    for (const folderName of [join(folder.path, 'file', 'data'), '/proc/nope/data']) {
      const { code, stderr } = await runHub('--port', '0', '--data', folderName);
      expect([code, stderr.trim().split('\n')]).toEqual([1, [expect.stringContaining(folderName)]]);
    }
    busy.close();
  });

  test.each<[string[], string]>([
    [['--port', '99999'], '65535'],
    [['--colour', 'red'], '--colour'],
    [['extra'], 'extra'],
    [['--session', 'a b'], '--session a b'],
    [['--store', 'floppy://a'], 'floppy://a'],
    [['--store', 'nats://a:4222,b:99999'], 'nats://a:4222,b:99999'],
    [['--store-creds', 'hub.creds'], '--store-creds'],
    [['--public-url', 'meet.example'], '--public-url'],
    [['--public-url', 'https://meet.example/floor'], '--public-url'],
    [['--tls-cert', 'x.pem'], '--tls-key'],
    [['--data', ''], '--data'],
    [['--restore', 'a.evenfloor', '--session', 's1'], '--restore'],
    [['--restore', 'a.evenfloor', '--plan', 'plan.json'], '--restore'],
  ])('[U9] given %j, when read, then one line says what cannot be', (args, words) => {
    const read = () => readOptions(args, {});
    expect(read).toThrow(OptionError);
    expect(read).toThrow(words);
    expect(read).toThrow(/^[^\n]+$/);
  });

  test('[U9] given --help, when started, then the options are told', async () => {
    expect(await runHub('--help')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('--public-url'),
    });
  });

  test('[U9] given options, when read, then each has its default or its value', () => {
    const env = { XDG_DATA_HOME: '/data-home', APPDATA: 'C:\\AppData' };
    expect(readOptions([], env)).toMatchObject({
      host: '127.0.0.1',
      port: 7377,
      store: 'sqlite:',
      json: false,
    });
    expect(readOptions(['--public-url', 'https://meet.example/'], env).publicUrl).toBe(
      'https://meet.example',
    );
  });
});
