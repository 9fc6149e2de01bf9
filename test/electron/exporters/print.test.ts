import { describe, expect, test } from 'vitest';
import { ExportError } from '../../../electron/exporters/export-error.ts';
import { oneAtATime } from '../../../electron/exporters/one-at-a-time.ts';
import { findChromium } from '../../../electron/exporters/pdf/find-chromium.ts';
import { chromiumPrinter } from '../../../electron/exporters/pdf/print-chromium.ts';

const only =
  (...paths: string[]) =>
  (path: string) =>
    paths.includes(path);

describe('printing without a window', () => {
  test('[X4] given a machine, when a browser is looked for, then the one that was named is it, else a usual one', () => {
    expect(findChromium({}, only('/usr/bin/google-chrome'), 'linux')).toBe('/usr/bin/google-chrome');
    expect(findChromium({ CHROMIUM_PATH: '/opt/c' }, only('/opt/c', '/usr/bin/chromium'), 'linux')).toBe(
      '/opt/c',
    );
    expect(findChromium({ CHROMIUM_PATH: '/opt/c' }, only('/usr/bin/chromium'), 'linux')).toBeNull();
    expect(findChromium({}, () => false, 'linux')).toBeNull();
    expect(findChromium({}, () => true, 'darwin')).toContain('/Applications/');
    expect(findChromium({ ProgramFiles: 'C:\\Programs' }, () => true, 'win32')).toContain('C:\\Programs');
    expect(findChromium({}, () => true, 'win32')).toBeNull();
  });

  test('[X4] given no browser, or one that makes no PDF, when a page is printed, then the error says which', async () => {
    await expect(chromiumPrinter(() => null)('<p>')).rejects.toMatchObject({ code: 'no-browser' });
    await expect(chromiumPrinter(() => process.execPath)('<p>')).rejects.toMatchObject({
      code: 'cannot-print',
    });
  });

  test('[U14] given work that fails, when more waits behind it, then that is done all the same', async () => {
    const line = oneAtATime();
    const failed = line(() => Promise.reject(new ExportError('cannot-print')));
    const next = line(async () => 'done');
    await expect(failed).rejects.toThrow('cannot-print');
    expect(await next).toBe('done');
  });
});
