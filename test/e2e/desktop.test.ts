import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROJECT_DIR } from '../../electron/start/build.ts';
import { run } from '../../electron/start/run.ts';
import { pageFor } from '../../renderer/sync/hub-address.ts';
import { type DesktopApp, launchDesktop } from '../support/electron-app.ts';

const PLAN = { format: 'evenfloor.plan', v: 1, title: 'Tide and time' } as const;
const LINK = 'http://192.168.1.5:7377/#s1.i1.bWFj';

describe('the desktop app', () => {
  let desktop: DesktopApp;
  beforeAll(async () => {
    // With a camera there, only the permission stands between it and the page.
    desktop = await launchDesktop({ args: ['--use-fake-device-for-media-stream'] });
  });
  afterAll(() => desktop?.close());

  it('shows the page of its own hub, on this computer alone', async () => {
    expect(desktop.page.url()).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    expect(await desktop.page.title()).toContain('Evenfloor');
    expect(await desktop.page.evaluate(() => window.evenfloor?.sharing.addresses())).toEqual([]);
  });

  it('gives the page named calls and nothing of Node', async () => {
    const seen = await desktop.page.evaluate(() => ({
      version: window.evenfloor?.version,
      node: ['require', 'process', 'module', 'Buffer', 'ipcRenderer'].filter((name) => name in window),
    }));
    expect(seen).toEqual({ version: '0.1.0', node: [] });
  });

  it('stays on its own hub, opens no window, and sends only https to the system', async () => {
    const { app, page } = desktop;
    await app.evaluate(({ shell }) => {
      const opened: string[] = [];
      Object.assign(globalThis, { opened });
      shell.openExternal = async (url) => void opened.push(url);
    });
    const home = page.url();
    const windows = await page.evaluate(() =>
      ['https://example.org/a', 'http://example.org/b', 'file:///etc/passwd', '/stage'].map((url) =>
        window.open(url),
      ),
    );
    expect(windows).toEqual([null, null, null, null]);
    for (const url of ['http://example.org/c', 'https://example.org/d']) {
      await page.evaluate((target) => window.location.assign(target), url);
    }
    const opened = () => app.evaluate(() => Reflect.get(globalThis, 'opened'));
    await expect.poll(opened).toEqual(['https://example.org/a', 'https://example.org/d']);
    expect(page.url()).toBe(home);
    expect(app.windows()).toHaveLength(1);
  });

  it('denies the page what it never needs', async () => {
    const answers = await desktop.page.evaluate(async () => ({
      notifications: await Notification.requestPermission(),
      place: await new Promise((resolve) => {
        navigator.geolocation.getCurrentPosition(
          () => resolve('given'),
          (error) => resolve(error.code === error.PERMISSION_DENIED ? 'denied' : error.message),
        );
      }),
    }));
    expect(answers).toEqual({ notifications: 'denied', place: 'denied' });
  });

  it('gives the page the camera, which reads QR codes, and never the microphone', async () => {
    const answers = await desktop.page.evaluate(() => {
      const ask = (wanted: MediaStreamConstraints) =>
        navigator.mediaDevices.getUserMedia(wanted).then(
          (stream) => {
            for (const track of stream.getTracks()) track.stop();
            return 'given';
          },
          (error: Error) => error.name,
        );
      return Promise.all([ask({ video: true }), ask({ audio: true }), ask({ video: true, audio: true })]);
    });
    expect(answers).toEqual(['given', 'NotAllowedError', 'NotAllowedError']);
  });

  it('keeps sessions and shows the same links again', async () => {
    const { created, listed, opened } = await desktop.page.evaluate(async (plan) => {
      const shell = window.evenfloor;
      if (!shell) throw new Error('no shell');
      const created = await shell.sessions.create(plan);
      return {
        created,
        listed: await shell.sessions.list(),
        opened: await shell.sessions.open(created.sessionId),
      };
    }, PLAN);
    expect(listed).toMatchObject([{ sessionId: created.sessionId, title: PLAN.title, startedAtMs: null }]);
    expect(opened).toEqual(created);
    expect(created.invites.host).toContain(`${desktop.page.url()}#`);
  });

  it('is small and in front of the other windows while somebody shares the screen, and then where it was', async () => {
    const choose = () =>
      desktop.app.evaluate(({ BrowserWindow, Menu }) => {
        Menu.getApplicationMenu()?.getMenuItemById('in-front')?.click();
        const [window] = BrowserWindow.getAllWindows();
        return { isInFront: window?.isAlwaysOnTop(), bounds: window?.getBounds() };
      });
    const before = await desktop.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.getBounds(),
    );
    expect(await choose()).toMatchObject({ isInFront: true, bounds: { width: 400, height: 660 } });
    expect(await choose()).toEqual({ isInFront: false, bounds: before });
  });

  it('[X4] prints the report as a tagged PDF, without a window that anybody sees', async () => {
    const windows = desktop.app.windows().length;
    const pdf = await reportOf(desktop, 'pdf');
    expect(pdf.startsWith('%PDF-')).toBe(true);
    expect(pdf).toMatch(/\/StructTreeRoot \d+ 0 R/);
    expect(pdf).toMatch(/\/MarkInfo\s*<<\/Type\s*\/MarkInfo\s*\/Marked true/);
    expect(desktop.app.windows()).toHaveLength(windows);
  });

  it('answers nonsense with a sentence', async () => {
    const sentences = await desktop.page.evaluate(async () => {
      const shell = window.evenfloor;
      if (!shell) throw new Error('no shell');
      const sentence = (call: Promise<unknown>) =>
        call.then(
          () => 'none',
          (error: Error) => error.message,
        );
      return Promise.all([
        sentence(shell.sessions.open('../../etc/passwd')),
        sentence(shell.windows.open('https://example.org/')),
        sentence(shell.plans.read('photo.jpg', new Uint8Array([0xff, 0xd8, 0xff, 0, 1, 2]))),
      ]);
    });
    expect(sentences).toEqual([
      expect.stringContaining('is no id'),
      expect.stringContaining('is no address of this hub'),
      expect.stringContaining('photo.jpg'),
    ]);
  });

  it('shows a page of its own in a further window, which can do no more than a browser', async () => {
    const arrival = desktop.app.waitForEvent('window');
    await desktop.page.evaluate(() => window.evenfloor?.windows.open(`${window.location.origin}/stage`));
    const stage = await arrival;
    await stage.waitForURL('**/stage');
    expect(await stage.evaluate(() => typeof window.evenfloor)).toBe('undefined');
    await stage.close();
  });

  it('hands a menu entry to the page', async () => {
    // The page's own answer to this entry is the system's file dialog, which nobody here would close.
    await desktop.app.evaluate(({ dialog }) => {
      dialog.showOpenDialog = async () => ({ canceled: true, filePaths: [] });
    });
    // Registered before the click: what is sent earlier is lost.
    await desktop.page.evaluate(() => {
      const heard: string[] = [];
      Object.assign(window, { heard });
      window.evenfloor?.onMenu((command) => heard.push(command));
    });
    await desktop.app.evaluate(({ Menu }) => {
      const items = Menu.getApplicationMenu()?.items.flatMap((item) => item.submenu?.items ?? []);
      items?.find((item) => item.label.startsWith('Open a Plan'))?.click();
    });
    await expect.poll(() => desktop.page.evaluate(() => Reflect.get(window, 'heard'))).toEqual(['plan/open']);
  });

  it('runs once: a second start ends at once and hands its link to the first', async () => {
    const { page } = desktop;
    const home = page.url();
    await startAgain(desktop, LINK);
    // The page itself takes the link and goes where it leads, on its own hub's copy of the page.
    await expect
      .poll(() => page.url(), { timeout: 15_000 })
      .toBe(pageFor(new URL(LINK), new URL(home), true));
    await page.goto(home);
    expect(await page.evaluate(() => typeof window.evenfloor)).toBe('object');
  });

  it('asks before it closes the window of a running session, and keeps the hub in the tray', async () => {
    await startSession(desktop);
    await answerDialog(desktop, 'Cancel');
    await expect.poll(() => questions(desktop)).toHaveLength(1);
    expect(await isVisible(desktop)).toBe(true);

    await answerDialog(desktop, 'Keep running in the tray');
    await expect.poll(() => isVisible(desktop)).toBe(false);
    expect(await desktop.page.evaluate(() => fetch('/healthz').then((answer) => answer.ok))).toBe(true);

    await startAgain(desktop);
    await expect.poll(() => isVisible(desktop)).toBe(true);
    expect(await questions(desktop)).toEqual([expect.stringContaining(PLAN.title), expect.anything()]);
  });

  it('ends without a question on a signal, and the session is there the next time', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'evenfloor-sessions-'));
    const first = await launchDesktop({ dataDir });
    await first.page.evaluate((plan) => window.evenfloor?.sessions.create(plan), PLAN);
    await startSession(first);
    const child = first.app.process();
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    await first.close();

    const second = await launchDesktop({ dataDir });
    const listed = await second.page.evaluate(() => window.evenfloor?.sessions.list());
    await second.close();
    await rm(dataDir, { recursive: true });
    expect(listed).toMatchObject([{ title: PLAN.title, startedAtMs: expect.any(Number), endedAtMs: null }]);
  });
});

describe('the packed app', () => {
  it('starts from its archive alone and keeps a session', async () => {
    const output = await mkdtemp(join(tmpdir(), 'evenfloor-release-'));
    const script = join(PROJECT_DIR, 'electron/start/dist.ts');
    const options = ['--dir', '--inspectable', `-c.directories.output=${output}`];
    await run(process.execPath, [script, ...options], PROJECT_DIR, 120_000);
    const folder = join(output, 'linux-unpacked');
    expect(await readdir(join(folder, 'resources'))).not.toContain('default_app.asar');

    const desktop = await launchDesktop({ executablePath: join(folder, 'evenfloor') });
    const isPackaged = await desktop.app.evaluate(({ app }) => app.isPackaged);
    const session = await desktop.page.evaluate((plan) => window.evenfloor?.sessions.create(plan), PLAN);
    const documents = [await reportOf(desktop, 'docx'), await reportOf(desktop, 'pdf')];
    await desktop.close();
    await rm(output, { recursive: true });
    expect(isPackaged).toBe(true);
    expect(documents.map((bytes) => bytes.slice(0, 4))).toEqual(['PK\x03\x04', '%PDF']);
    expect(session?.title).toBe(PLAN.title);
  });
});

/** A second start with the same profile, to its end; throws when it ends badly. */
async function startAgain({ command }: DesktopApp, ...more: string[]): Promise<void> {
  await promisify(execFile)(command.file, [...command.args, ...more], { env: command.env });
}

/** The report of the one session there is, as its host gets it; a character for each byte. */
function reportOf({ page }: DesktopApp, format: 'docx' | 'pdf'): Promise<string> {
  return page.evaluate(async (wanted) => {
    const shell = window.evenfloor;
    const [session] = (await shell?.sessions.list()) ?? [];
    if (!shell || !session) throw new Error('no session');
    const { invites } = await shell.sessions.open(session.sessionId);
    const headers = { authorization: `Bearer ${new URL(invites.host ?? '').hash.slice(1)}` };
    const answer = await fetch(`/api/v1/report.${wanted}`, { headers });
    return new TextDecoder('latin1').decode(await answer.arrayBuffer());
  }, format);
}

/** Starts the one session there is, as its host would. */
async function startSession({ page }: DesktopApp): Promise<void> {
  const status = await page.evaluate(async () => {
    const shell = window.evenfloor;
    const [session] = (await shell?.sessions.list()) ?? [];
    if (!shell || !session) throw new Error('no session');
    const { invites } = await shell.sessions.open(session.sessionId);
    const answer = await fetch('/api/v1/commands', {
      method: 'POST',
      headers: {
        authorization: `Bearer ${new URL(invites.host ?? '').hash.slice(1)}`,
        'content-type': 'application/json',
        'x-client-id': 'desktop-test-0123456789abcdef0123',
      },
      body: JSON.stringify({ commandId: 'start-1', name: 'session/start', args: {} }),
    });
    return `${answer.status} ${await answer.text()}`;
  });
  expect(status).toMatch(/^200 /);
}

/** Closes the window with somebody there who will press that button. */
async function answerDialog({ app }: DesktopApp, label: string): Promise<void> {
  await app.evaluate(({ BrowserWindow, dialog }, wanted) => {
    const asked: string[] = Reflect.get(globalThis, 'asked') ?? [];
    Object.assign(globalThis, { asked });
    const answer = async (_window: unknown, options: Electron.MessageBoxOptions) => {
      asked.push(options.message);
      return { response: options.buttons?.indexOf(wanted) ?? -1, checkboxChecked: false };
    };
    dialog.showMessageBox = answer as typeof dialog.showMessageBox;
    BrowserWindow.getAllWindows()[0]?.close();
  }, label);
}

function questions({ app }: DesktopApp): Promise<string[]> {
  return app.evaluate(() => Reflect.get(globalThis, 'asked') ?? []);
}

function isVisible({ app }: DesktopApp): Promise<boolean> {
  return app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible() ?? false);
}
