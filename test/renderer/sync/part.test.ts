// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest';
import { part } from '../../../renderer/sync/part.ts';

/** Waits for nobody, and notes how long it would have waited. */
function world() {
  const waitedMs: number[] = [];
  const after = (ms: number, run: () => void) => {
    waitedMs.push(ms);
    queueMicrotask(run);
    return () => undefined;
  };
  return { waitedMs, after, random: () => 0.5 };
}

const failing = (times: number) => {
  const load = vi.fn(async () => 'the part');
  for (let i = 0; i < times; i += 1) load.mockRejectedValueOnce(new TypeError('Failed to fetch'));
  return load;
};

describe('a part of the page', () => {
  it('given a line that fails some times, when it is loaded, then it comes after waits that grow', async () => {
    const { waitedMs, ...environment } = world();
    expect(await part(failing(4), environment)).toBe('the part');
    expect(waitedMs).toHaveLength(4);
    expect(waitedMs).toEqual(waitedMs.toSorted((a, b) => a - b));
  });

  it('given one that never comes, when it is loaded, then the page is told in the end', async () => {
    const load = failing(100);
    await expect(part(load, world())).rejects.toThrow('Failed to fetch');
    expect(load.mock.calls.length).toBeGreaterThan(4);
    expect(load.mock.calls.length).toBeLessThan(20);
  });

  it('given a style sheet that has failed, when the part is loaded, then it waits until that has come too', async () => {
    const link = document.head.appendChild(document.createElement('link'));
    link.rel = 'stylesheet';
    link.dataset.name = 'desk';
    link.dispatchEvent(new Event('error'));
    const onLoaded = vi.fn();
    const loading = part(failing(0), world()).then(onLoaded);
    const again = () => document.head.querySelector('[data-name="desk"]');
    await vi.waitFor(() => expect(again()).not.toBe(link));
    // It fails once more, and is asked for anew.
    const second = again();
    second?.dispatchEvent(new Event('error'));
    await vi.waitFor(() => expect(again()).not.toBe(second));
    expect(onLoaded).not.toHaveBeenCalled();
    again()?.dispatchEvent(new Event('load'));
    await loading;
    again()?.remove();
  });
});
