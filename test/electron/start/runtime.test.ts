import { describe, expect, it } from 'vitest';
import { cacheFolder } from '../../../electron/start/cache-folder.ts';
import { runtimeArgs } from '../../../electron/start/dist.ts';
import { findRuntime, type Runtime, type RuntimeSources } from '../../../electron/start/runtime.ts';
import { sandboxArgs } from '../../../electron/start/start.ts';

const OWN: Runtime = { folder: '/own', executable: '/own/electron', version: '45.4.1', isOlder: false };
const OLDER: Runtime = { folder: '/older', executable: '/older/electron', version: '33.2.1', isOlder: true };

const fail = (sentence: string) => async () => {
  throw new Error(sentence);
};

/** A linux-x64 where everything fails, but for what is given; notes what was tried and said. */
function given(change: Partial<RuntimeSources>) {
  const tried: string[] = [];
  const said: string[] = [];
  const base: RuntimeSources = {
    platform: 'linux',
    arch: 'x64',
    own: async () => null,
    download: fail('blocked'),
    older: fail('no registry'),
    say: (sentence) => said.push(sentence),
  };
  const all = { ...base, ...change };
  const sources: RuntimeSources = {
    ...all,
    download: () => {
      tried.push('download');
      return all.download();
    },
    older: (purpose) => {
      tried.push(`older for ${purpose}`);
      return all.older(purpose);
    },
  };
  return { sources, tried, said };
}

describe('which Electron runs', () => {
  it('given its own binary, takes it and asks no network', async () => {
    const { sources, tried } = given({ own: async () => OWN });
    expect(await findRuntime('use', sources)).toBe(OWN);
    expect(tried).toEqual([]);
  });

  it('given a download that works, takes what it brought', async () => {
    let isThere = false;
    const { sources, tried, said } = given({
      own: async () => (isThere ? OWN : null),
      download: async () => {
        isThere = true;
      },
    });
    expect(await findRuntime('use', sources)).toBe(OWN);
    expect(tried).toEqual(['download']);
    expect(said).toEqual([]);
  });

  it('given a blocked download on linux-x64, takes the older one and says what that means', async () => {
    const { sources, tried, said } = given({ older: async () => OLDER });
    expect(await findRuntime('test', sources)).toBe(OLDER);
    expect(tried).toEqual(['download', 'older for test']);
    expect(said.join()).toMatch(/33\.2\.1.*older.*trying out/);
  });

  it('given an installer that says yes and leaves nothing, goes on to the older one', async () => {
    const { sources } = given({ download: async () => undefined, older: async () => OLDER });
    expect(await findRuntime('use', sources)).toBe(OLDER);
  });

  it.each([
    ['darwin', 'arm64'],
    ['win32', 'x64'],
    ['linux', 'arm64'],
  ] as const)('given a blocked download on %s %s, says why there is none', async (platform, arch) => {
    const { sources, tried } = given({ platform, arch, older: async () => OLDER });
    expect(await findRuntime('use', sources)).toEqual({ missing: expect.stringContaining('(blocked)') });
    expect(tried).toEqual(['download']);
  });

  it('given no network at all, names both reasons', async () => {
    const { sources } = given({});
    expect(await findRuntime('use', sources)).toEqual({
      missing: expect.stringMatching(/blocked.*no registry/),
    });
  });
});

describe('how it is run and packed', () => {
  it('given root on Linux, goes without the sandbox that would not start; nowhere else', () => {
    expect(sandboxArgs('linux', 0)).toEqual(['--no-sandbox']);
    expect(sandboxArgs('linux', 1000)).toEqual([]);
    expect(sandboxArgs('darwin', 0)).toEqual([]);
    expect(sandboxArgs('win32', undefined)).toEqual([]);
  });

  it('given the older one, hands it to electron-builder; its own version electron-builder fetches itself', () => {
    expect(runtimeArgs(OLDER)).toEqual(['-c.electronDist=/older', '-c.electronVersion=33.2.1']);
    expect(runtimeArgs(OWN)).toEqual([]);
  });

  it.each([
    ['linux', { XDG_CACHE_HOME: '/xdg' }, '/xdg/evenfloor'],
    ['linux', {}, '/home/a/.cache/evenfloor'],
    ['darwin', {}, '/home/a/Library/Caches/evenfloor'],
    ['win32', { LOCALAPPDATA: '/local' }, '/local/evenfloor'],
  ] as const)('given %s and %j, keeps runtimes in %s', (platform, env, folder) => {
    expect(cacheFolder({ platform, env, home: '/home/a' })).toBe(folder);
  });
});
