// @vitest-environment jsdom
import { act } from '@testing-library/react';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { hand } from '../support/client.ts';
import { openConsole } from '../support/open-console.tsx';

const count = vi.hoisted(() => ({ cards: [] as string[], clocks: 0, views: 0 }));

vi.mock('../../../renderer/panels/queue/EntryCard.tsx', async (original) => {
  const { memo } = await import('react');
  const { EntryCard } = await original<typeof import('../../../renderer/panels/queue/EntryCard.tsx')>();
  // The function inside, counted, under the same comparison of props as the real card.
  const render = (EntryCard as unknown as { type: (props: { entry: { entryId: string } }) => unknown }).type;
  const Counted = (props: { entry: { entryId: string } }) => {
    count.cards.push(props.entry.entryId);
    return render(props) as never;
  };
  return { EntryCard: memo(Counted) };
});
vi.mock('../../../renderer/components/Waited.tsx', async (original) => {
  const { Waited } = await original<typeof import('../../../renderer/components/Waited.tsx')>();
  const Counted = (props: { sinceMs: number }) => {
    count.clocks += 1;
    return Waited(props);
  };
  return { Waited: Counted };
});
vi.mock('../../../renderer/panels/floor/FloorCard.tsx', () => ({
  FloorCard: () => {
    count.views += 1;
    return null;
  },
}));

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});

/** A thousand hands wait; what was rendered until now does not count. */
function openWithThousand() {
  const all = openConsole();
  all.hub.command('agenda/begin', { itemId: 'talk', afterItemId: null });
  for (let n = 0; n < 1_000; n += 1) {
    all.hub.command('queue/join', hand(`h${n}`, n % 2 ? 'online' : 'onsite', `Guest ${n}`).args);
  }
  all.settle();
  const reset = () => Object.assign(count, { cards: [], clocks: 0, views: 0 });
  reset();
  return { ...all, reset };
}

describe('with a thousand hands', () => {
  test('only the cards near the window are there, and the list is as long as all of them', () => {
    const all = openWithThousand();
    const rows = all.screen.getAllByRole('listitem').filter((row) => row.dataset.row);
    expect(rows.length).toBeGreaterThan(20);
    expect(rows.length).toBeLessThan(80);
    expect(rows[0]?.getAttribute('aria-setsize')).toBe('500');
    expect(Number.parseInt(rows[0]?.parentElement?.style.height ?? '', 10)).toBeGreaterThan(30_000);
  });

  test('a tick paints the clocks and no card', () => {
    const all = openWithThousand();
    act(() => {
      all.world.nowMs += 250;
      vi.advanceTimersByTime(250);
    });
    expect(count).toMatchObject({ cards: [], views: 0 });
    expect(count.clocks).toBeGreaterThan(20);
    act(() => {
      all.world.nowMs += 1_000;
      vi.advanceTimersByTime(1_000);
    });
    expect(count).toMatchObject({ cards: [], views: 0 });
  });

  test('a commit about one hand renders the card of that hand', () => {
    const all = openWithThousand();
    all.hub.command('queue/update', { entryId: 'h6', topic: 'reuse' });
    all.settle();
    expect(new Set(count.cards)).toEqual(new Set(['h6']));
    all.reset();
    all.hub.command('queue/update', { entryId: 'h900', topic: 'far away' });
    all.settle();
    expect(count.cards).toEqual([]);
  });

  test('a hand that goes renders those that come into sight and whoever is suggested now', () => {
    const all = openWithThousand();
    all.hub.command('queue/leave', { entryId: 'h4' });
    all.settle();
    expect(new Set(count.cards).size).toBeLessThanOrEqual(1);
  });
});
