import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fetchSession, pickSession, restoreBytes } from '../../../electron/shell/session-files.ts';
import { runningHub } from '../../support/running-hub.ts';

const chosen = vi.hoisted(() => ({ filePaths: [] as string[] }));
vi.mock('electron', () => ({ dialog: { showOpenDialog: async () => chosen } }));

let t: Awaited<ReturnType<typeof runningHub>>;
beforeEach(async () => {
  t = await runningHub();
});
afterEach(() => t.stop());

describe('session files in the app', () => {
  test('[Y6] given an invitation to another hub, when its session is fetched, then it is the file with its name; a participant’s gives none', async () => {
    const { disposition, bytes } = await fetchSession(t.linkOf('onsite-moderator'));
    expect(disposition).toMatch(/\.evenfloor$/);
    expect(Buffer.from(bytes.subarray(0, 15)).toString()).toBe('SQLite format 3');
    await expect(fetchSession(t.linkOf('participant'))).rejects.toThrow('403');
  });

  test('[Y2] given the bytes of a copy, when they are taken in, then a session is there and nothing is left in between', async () => {
    const { bytes } = await fetchSession(t.linkOf('host'));
    const left = () => readdirSync(tmpdir()).filter((name) => /^evenfloor-\w{6}$/.test(name));
    const before = left();
    expect(await restoreBytes('a.evenfloor', bytes, t.hub)).toMatchObject({ title: t.session.title });
    expect(left()).toEqual(before);
    expect(await t.hub.listSessions()).toHaveLength(2);
  });

  test('[Y2] given a dialog, when a file is chosen, then it is taken in; when none is, nothing happens', async () => {
    const restored = { ...t.session, asOfMs: 5 };
    const restoreSession = vi.fn(async (_path: string) => restored);
    expect(await pickSession({} as never, { restoreSession })).toBeNull();
    chosen.filePaths = ['/there/a.evenfloor'];
    expect(await pickSession({} as never, { restoreSession })).toBe(restored);
    expect(restoreSession.mock.calls).toEqual([['/there/a.evenfloor']]);
  });

  test('[Y4] given bytes that are no session, when they are taken in, then that is said', async () => {
    const picture = readFileSync('assets/icon.png');
    await expect(restoreBytes('icon.png', picture, t.hub)).rejects.toMatchObject({
      message: expect.stringMatching(/icon.png is no session/),
    });
  });
});
