// @vitest-environment jsdom
import { act } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { playChime } from '../../../renderer/hooks/chime.ts';
import { Settings } from '../../../renderer/panels/frame/ViewNav.tsx';
import { followPreferences } from '../../../renderer/store/preferences.ts';
import { chimeFor } from '../../../renderer/store/turn-chime.ts';
import type { TurnPhase } from '../../../renderer/store/turn-clock.ts';
import { renderView } from '../support/render-view.tsx';

/** Every tone that was begun. */
const tones: number[] = [];

class FakeAudio {
  currentTime = 0;
  destination = {};
  resume = async () => undefined;
}
class FakeNode {
  gain = { setValueAtTime() {}, linearRampToValueAtTime() {} };
  readonly #hertz: number | undefined;
  constructor(_: unknown, { frequency }: { frequency?: number }) {
    this.#hertz = frequency;
  }
  connect(next: unknown) {
    return next;
  }
  start() {
    if (this.#hertz) tones.push(this.#hertz);
  }
  stop() {}
}

beforeEach(() => {
  tones.length = 0;
  vi.stubGlobal('AudioContext', FakeAudio);
  vi.stubGlobal('OscillatorNode', FakeNode);
  vi.stubGlobal('GainNode', FakeNode);
});
afterEach(() => vi.unstubAllGlobals());

async function open() {
  const all = renderView(<Settings />, { roles: 'onsite-moderator' });
  vi.stubGlobal('matchMedia', (media: string) => ({ media, matches: false, addEventListener() {} }));
  act(followPreferences);
  await all.user.click(all.screen.getByRole('button', { name: 'Settings' }));
  await all.screen.findByRole('heading', { name: 'Settings' });
  const choose = (label: string, option: string) =>
    all.user.selectOptions(all.screen.getByLabelText(label), option);
  return { ...all, choose, page: document.documentElement.dataset };
}

test('colours, contrast, size and movement are chosen, shown at once and kept', async () => {
  const all = await open();
  await all.choose('Colours', 'Dark');
  await all.choose('Contrast', 'More');
  await all.choose('Size of text', 'Large (130 %)');
  await all.choose('Movement', 'Nothing glides');
  const chosen = { theme: 'dark', contrast: 'more', text: '130', motion: 'less' };
  expect(all.page).toMatchObject(chosen);
  for (const [name, choice] of Object.entries(chosen)) {
    expect(localStorage.getItem(`evenfloor.${name}`)).toBe(choice);
  }
  await all.choose('Colours', 'Auto colours');
  await all.choose('Movement', 'As the system says');
  expect(all.page).toMatchObject({ theme: 'light', motion: 'usual' });
});

test('the language changes the dialog under the hand', async () => {
  const all = await open();
  await all.user.selectOptions(all.screen.getByLabelText('Language'), '中文');
  expect(all.screen.getByRole('heading', { name: '设置' })).toBeTruthy();
});

test('what another tab has chosen holds here too', async () => {
  const all = await open();
  localStorage.setItem('evenfloor.text', '150');
  act(() => void window.dispatchEvent(new StorageEvent('storage', { key: 'evenfloor.text' })));
  expect(all.page.text).toBe('150');
  expect((all.screen.getByLabelText('Size of text') as HTMLSelectElement).value).toBe('150');
});

test('a sound is heard when it is switched on', async () => {
  const dialog = await open();
  await dialog.user.click(dialog.screen.getByRole('checkbox', { name: /A sound/ }));
  expect(tones).toEqual([660]);
  expect(localStorage.getItem('evenfloor.sounds')).toBe('on');
  playChime('overtime');
  expect(tones).toEqual([660, 660, 523]);
});

test.each([
  ['running', 'warning', 'warning'],
  ['warning', 'overtime', 'overtime'],
  ['running', 'overtime', 'overtime'],
  ['overtime', 'overtime', null],
  ['paused', 'overtime', null],
  ['overtime', 'warning', null],
] as const)('a turn that was %s and is %s sounds: %s', (before, now, chime) => {
  const at = (phase: TurnPhase) => ({ turnId: 't1', phase });
  expect(chimeFor(at(before), at(now))).toBe(chime);
  expect(chimeFor({ turnId: 't0', phase: before }, at(now))).toBeNull();
  expect(chimeFor(null, at(now))).toBeNull();
});
