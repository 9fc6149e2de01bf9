import { afterEach, describe, expect, it, vi } from 'vitest';
import { PlanError } from '../../../electron/importers/plan-error.ts';
import { type MenuOptions, menuTemplate } from '../../../electron/menu.ts';
import { failureOf } from '../../../electron/shell/failure.ts';
import { mayUse } from '../../../electron/shell/permissions.ts';
import { shellEn } from '../../../electron/shell/words/en.ts';
import { shellWords, speak } from '../../../electron/shell/words/words.ts';
import { shellZhCn } from '../../../electron/shell/words/zh-cn.ts';
import { StoreError } from '../../../electron/store/event-store.ts';

vi.mock('electron', () => ({ Menu: {} }));

afterEach(() => speak(['en']));

function leaves(node: unknown, path: string): string[] {
  if (typeof node !== 'object' || node === null) return [path];
  return Object.entries(node).flatMap(([key, value]) => leaves(value, `${path}/${key}`));
}

describe('the app’s own words', () => {
  it('has the same entries in both languages, none of them empty', () => {
    expect(leaves(shellZhCn, '')).toEqual(leaves(shellEn, ''));
    for (const words of [shellEn, shellZhCn]) expect(JSON.stringify(words)).not.toContain('""');
  });

  it.each([
    [['zh-Hans-CN', 'en-GB'], shellZhCn],
    [['fr-FR', 'zh-CN'], shellZhCn],
    [['en-GB', 'zh-CN'], shellEn],
    [['fr-FR'], shellEn],
    [[], shellEn],
  ])('speaks for %j the best language it has', (tags, words) => {
    speak(tags);
    expect(shellWords()).toBe(words);
  });
});

describe('the menu', () => {
  type Item = ReturnType<typeof menuTemplate>[number];
  const all = (platform: NodeJS.Platform, more: Partial<MenuOptions> = {}): Item[] => {
    const top = menuTemplate({
      platform,
      isDevelopment: true,
      onCommand: () => undefined,
      onInFront: () => true,
      ...more,
    });
    return top.flatMap((item) => [item, ...(item.submenu as Item[])]);
  };

  it.each(['darwin', 'linux'] as const)('has a label of ours for every entry on %s', (platform) => {
    speak(['zh-CN']);
    const labels = all(platform).filter((item) => item.type !== 'separator');
    const foreign = labels.filter(
      ({ label }) => label !== 'Evenfloor' && !/\p{Script=Han}/u.test(label ?? ''),
    );
    expect(foreign).toEqual([]);
  });

  it('says which entry was chosen, and takes no bare key from the page', () => {
    const chosen: string[] = [];
    const items = all('linux', { onCommand: (command) => chosen.push(command) });
    for (const { click } of items) (click as ((item: object) => void) | undefined)?.({});
    expect(chosen).toEqual([
      'session/new',
      'plan/open',
      'session/restore',
      'session/join',
      'plan/save',
      'import/show',
      'sharing/show',
      'keys/show',
    ]);
    const keys = items.flatMap(({ accelerator }) => accelerator ?? []);
    expect(keys.every((key) => String(key).startsWith('CommandOrControl+'))).toBe(true);
  });
});

describe('what goes wrong', () => {
  it('crosses with its code, so that the page can word it', () => {
    const params = { fileName: 'a.json', line: 3, column: 7 };
    expect(failureOf(new PlanError('bad-json', params))).toEqual({
      about: 'plan',
      code: 'bad-json',
      params,
      message: expect.stringContaining('line 3'),
    });
    expect(failureOf(new StoreError('session-held', { path: 'a.sqlite' }))).toEqual({
      about: 'store',
      code: 'session-held',
      message: expect.stringContaining('a.sqlite is open'),
    });
  });

  it('crosses as a sentence where there is no code', () => {
    expect(failureOf(new Error('Disk full.'))).toEqual({ message: 'Disk full.' });
    expect(failureOf('odd')).toEqual({ message: 'odd' });
  });
});

describe('what a page may use', () => {
  it.each([
    ['fullscreen', []],
    ['clipboard-sanitized-write', []],
    ['media', ['video']],
  ])('%s %j is given', (permission, media) => {
    expect(mayUse(permission, media)).toBe(true);
  });

  it.each([
    ['media', []],
    ['media', ['audio']],
    ['media', ['video', 'audio']],
    ['media', ['unknown']],
    ['geolocation', []],
    ['notifications', []],
    ['display-capture', ['video']],
  ])('%s %j is denied', (permission, media) => {
    expect(mayUse(permission, media)).toBe(false);
  });
});
