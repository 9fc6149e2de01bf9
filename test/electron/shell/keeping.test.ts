import { describe, expect, it } from 'vitest';
import { createWakeKeeper } from '../../../electron/shell/power.ts';
import { createSecretBox, type KeyStore } from '../../../electron/shell/secret-box.ts';
import { createSharing } from '../../../electron/shell/sharing.ts';

/** Turns text round, so that sealed and plain differ. */
function keyStore(change: Partial<KeyStore> = {}): KeyStore {
  const reversed = (text: string) => [...text].reverse().join('');
  return {
    isEncryptionAvailable: () => true,
    getSelectedStorageBackend: () => 'gnome_libsecret',
    encryptString: (text) => Buffer.from(reversed(text)),
    decryptString: (sealed) => reversed(sealed.toString()),
    ...change,
  };
}

describe('the secrets of the invitations', () => {
  it('given a key store, are unreadable at rest and come back', () => {
    const box = createSecretBox(keyStore(), 'linux');
    const sealed = box.seal('abc');
    expect(sealed).not.toContain('abc');
    expect(box.open(sealed)).toBe('abc');
  });

  it.each([
    ['no encryption', 'darwin', { isEncryptionAvailable: () => false }],
    ['a password that everybody knows', 'linux', { getSelectedStorageBackend: () => 'basic_text' }],
  ] as const)('given %s, are left to the mode of their files', (_what, platform, change) => {
    const box = createSecretBox(keyStore(change), platform);
    expect(box.seal('abc')).toBe('abc');
  });

  it('given a secret from before there was a key store, it opens', () => {
    expect(createSecretBox(keyStore(), 'linux').open('abc')).toBe('abc');
  });

  it('given a key store that does not answer yet, asks it when the first secret is sealed', () => {
    let isReady = false;
    const box = createSecretBox(keyStore({ isEncryptionAvailable: () => isReady }), 'darwin');
    isReady = true;
    expect(box.seal('abc')).not.toContain('abc');
  });

  it('given another computer’s seal, says what is wrong', () => {
    const broken = keyStore({
      decryptString: () => {
        throw new Error('OSCrypt: -25293');
      },
    });
    const sealed = createSecretBox(keyStore(), 'darwin').seal('abc');
    expect(() => createSecretBox(broken, 'darwin').open(sealed)).toThrow('key store cannot open');
  });
});

describe('sharing on the local network', () => {
  /** A hub that listens on what it is asked for, and refuses an address that it has already. */
  function given(addresses: string[], broken: string[] = []) {
    const asked: string[] = [];
    const listenOn = async (host: string) => {
      asked.push(host);
      if (broken.includes(host)) throw new Error(`${host} is gone`);
      return [`http://${host}:7377`];
    };
    return { asked, sharing: createSharing({ hub: { listenOn }, lanAddresses: () => addresses }) };
  }

  it('before anybody asks, there is no address', async () => {
    const { asked, sharing } = given(['192.168.1.5']);
    expect(await sharing.addresses()).toEqual([]);
    expect(asked).toEqual([]);
  });

  it('listens on IPv4 alone, since IPv6 may be open to the world', async () => {
    const { asked, sharing } = given(['192.168.1.5', 'fd00::2']);
    expect(await sharing.start()).toEqual(['http://192.168.1.5:7377']);
    expect(asked).toEqual(['192.168.1.5']);
    expect(await sharing.addresses()).toEqual(['http://192.168.1.5:7377']);
  });

  it('given a network without IPv4, takes what there is', async () => {
    expect(await given(['fd00::2']).sharing.start()).toHaveLength(1);
  });

  it('given no network, says so and may be tried again', async () => {
    const addresses: string[] = [];
    const { sharing } = given(addresses);
    await expect(sharing.start()).rejects.toThrow('no network');
    addresses.push('10.0.0.2');
    expect(await sharing.start()).toEqual(['http://10.0.0.2:7377']);
  });

  it('given one address of two that is going away, opens the other', async () => {
    const { sharing } = given(['10.0.0.2', '10.0.0.3'], ['10.0.0.2']);
    expect(await sharing.start()).toEqual(['http://10.0.0.3:7377']);
  });

  it('given none that works, says why', async () => {
    await expect(given(['10.0.0.2'], ['10.0.0.2']).sharing.start()).rejects.toThrow('10.0.0.2 is gone');
  });
});

describe('the display', () => {
  it('stays on exactly while a session runs', () => {
    const log: string[] = [];
    const keep = createWakeKeeper({
      start: (type) => log.push(`start ${type}`),
      stop: (id) => log.push(`stop ${id}`) > 0,
    });
    for (const isRunning of [false, true, true, false, false]) keep(isRunning);
    expect(log).toEqual(['start prevent-display-sleep', 'stop 1']);
  });
});
