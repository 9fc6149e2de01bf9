import { describe, expect, it } from 'vitest';
import { missingDisplay } from '../../../electron/start/display.ts';

/** Only these sockets have somebody behind them. */
function given(platform: NodeJS.Platform, env: Record<string, string>, listening: string[] = []) {
  return missingDisplay({ platform, env, answers: async (path) => listening.includes(path) });
}

describe('whether a window can be opened', () => {
  it.each(['darwin', 'win32'] as const)('given %s, always', async (platform) => {
    expect(await given(platform, {})).toBeNull();
  });

  it('given Linux with neither variable, says which are missing', async () => {
    expect(await given('linux', {})).toContain('neither DISPLAY nor WAYLAND_DISPLAY');
  });

  it('given an empty DISPLAY, as cron and some services set it, there is none', async () => {
    expect(await given('linux', { DISPLAY: '' })).toContain('no display');
  });

  it('given Wayland, yes', async () => {
    expect(await given('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBeNull();
  });

  it.each(['/tmp/.X11-unix/X7', '\0/tmp/.X11-unix/X7'])('given an X server at %j, yes', async (socket) => {
    expect(await given('linux', { DISPLAY: ':7.0' }, [socket])).toBeNull();
  });

  it('given a DISPLAY that nobody serves any more, says so', async () => {
    expect(await given('linux', { DISPLAY: ':7' }, ['/tmp/.X11-unix/X8'])).toContain('nothing answers');
  });

  it('given a display on another machine, leaves it to the app to try', async () => {
    expect(await given('linux', { DISPLAY: 'localhost:10.0' })).toBeNull();
  });
});
