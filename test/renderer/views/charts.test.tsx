// @vitest-environment jsdom
import { act, cleanup, within } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, expect, test, vi } from 'vitest';
import { setLanguage } from '../../../renderer/messages/language.ts';
import { ChartsPanel } from '../../../renderer/panels/activity/ChartsPanel.tsx';
import { chartsOf } from '../../../shared/projections/charts/data.ts';
import { sheetsOf } from '../../../shared/projections/charts/sheets.ts';
import { CHART_WORDS } from '../../../shared/words/charts.ts';
import { hand } from '../support/client.ts';
import { renderSession } from '../support/render-session.tsx';
import { renderView } from '../support/render-view.tsx';

const drawn = vi.hoisted(() => vi.fn());
vi.mock('../../../shared/projections/charts/sheets.ts', async (original) => {
  const sheets = await original<typeof import('../../../shared/projections/charts/sheets.ts')>();
  const counted: typeof sheets.sheetsOf = (...args) => {
    drawn();
    return sheets.sheetsOf(...args);
  };
  return { ...sheets, sheetsOf: counted };
});

afterEach(() => {
  cleanup();
  setLanguage('en');
});

function open() {
  const all = renderSession(<ChartsPanel />);
  return { ...all, panel: all.screen.getByRole('region', { name: 'Speaking time, this discussion' }) };
}

/** Ada has spoken for 40 s, Bob has the floor; Cy waits. */
function openWithTurns() {
  const all = open();
  all.hub.command('agenda/begin', { itemId: 'talk', afterItemId: null });
  all.hub.command('queue/join', hand('ada', 'onsite', 'Ada').args);
  all.hub.command('queue/join', hand('bob', 'online', 'Bob').args);
  all.world.nowMs += 10_000;
  all.hub.command('floor/give', { turnId: 't1', entryId: 'ada', afterTurnId: null });
  all.world.nowMs += 40_000;
  all.hub.command('floor/give', { turnId: 't2', entryId: 'bob', afterTurnId: 't1' });
  all.hub.command('queue/join', hand('cy', 'onsite', 'Cy').args);
  all.settle();
  return all;
}

const cells = (table: HTMLElement) =>
  within(table)
    .getAllByRole('row')
    .slice(1)
    .map((row) => [...row.children].map((cell) => cell.textContent));

test('before the first turn it says so, and draws nothing', () => {
  const { panel } = open();
  expect(panel.textContent).toContain('No turn has been given yet');
  expect(within(panel).queryByRole('img')).toBeNull();
});

test('every chart is one picture with a sentence, and its table has the same figures', () => {
  const { panel, hub, session } = openWithTurns();
  const sheets = sheetsOf(chartsOf(hub.state, session.hubNow()), CHART_WORDS.en, 400);
  const pictures = within(panel).getAllByRole('img');
  expect(pictures.map((picture) => picture.getAttribute('aria-label'))).toEqual(
    sheets.map(({ summary }) => summary),
  );
  expect(pictures[0]?.getAttribute('aria-label')).toContain('onsite 0:40, online 0:00');
  for (const { title, table } of sheets) {
    const shown = within(panel).getByRole('table', { name: title });
    expect(cells(shown)).toEqual(table.rows);
    const headers = within(shown).getAllByRole('columnheader');
    expect(headers.map((header) => header.textContent)).toEqual(table.columns.map((column) => column.title));
  }
  const turns = within(panel).getByRole('table', { name: 'Turns' });
  expect(within(turns).getByRole('row', { name: /Ada/ }).textContent).toBe('0:10AdaOnsite0:40');
});

test('the switch shows the tables to everybody, and is remembered on this device', async () => {
  const { panel, user } = openWithTurns();
  expect(within(panel).getByRole('radio', { name: 'Chart', checked: true })).toBeTruthy();
  await user.click(within(panel).getByRole('radio', { name: 'Table' }));
  expect(within(panel).queryByRole('img')).toBeNull();
  expect(within(panel).getAllByRole('table')).toHaveLength(3);
  expect(localStorage.getItem('evenfloor.charts.view')).toBe('table');
});

test('folded, it shows and works out nothing, and stays folded', async () => {
  const { panel, user } = openWithTurns();
  await user.click(within(panel).getByRole('button', { name: 'Hide charts', expanded: true }));
  expect(within(panel).queryByRole('table')).toBeNull();
  expect(localStorage.getItem('evenfloor.charts')).toBe('closed');
  await user.click(within(panel).getByRole('button', { name: 'Show charts', expanded: false }));
  expect(within(panel).getAllByRole('img')).toHaveLength(3);
});

test('on a phone it is folded until somebody wants it', () => {
  const width = innerWidth;
  try {
    window.innerWidth = 390;
    const { panel } = open();
    expect(within(panel).getByRole('button', { name: 'Show charts' })).toBeTruthy();
  } finally {
    window.innerWidth = width;
  }
});

test('while a turn runs it follows once a second; hands that go up do not redraw it', () => {
  vi.useFakeTimers();
  try {
    const all = renderSession(<ChartsPanel />);
    all.hub.command('agenda/begin', { itemId: 'talk', afterItemId: null });
    all.hub.command('floor/give', {
      turnId: 't1',
      person: { name: 'Ada', channel: 'onsite' },
      afterTurnId: null,
    });
    all.settle();
    const tick = (ms: number) =>
      act(() => {
        all.world.nowMs += ms;
        vi.advanceTimersByTime(ms);
      });
    tick(1_000);
    drawn.mockClear();
    for (let quarter = 0; quarter < 20; quarter += 1) tick(250);
    expect(drawn).toHaveBeenCalledTimes(5);
    for (let nth = 0; nth < 30; nth += 1) {
      all.hub.command('queue/join', hand(`h${nth}`, 'online', `H ${nth}`).args);
      all.settle();
    }
    expect(drawn).toHaveBeenCalledTimes(5);
    tick(1_000);
    expect(drawn).toHaveBeenCalledTimes(6);
    expect(all.screen.getByRole('img', { name: /30 still waiting/ })).toBeTruthy();
  } finally {
    cleanup();
    vi.useRealTimers();
  }
});

test('in Chinese everything is in Chinese', () => {
  const { screen, hub, settle } = renderView(<ChartsPanel />, { language: 'zh-CN' });
  hub.command('floor/give', {
    turnId: 't1',
    person: { name: '王小明', channel: 'online' },
    afterTurnId: null,
  });
  settle();
  const panel = screen.getByRole('region', { name: '本次讨论的发言时间' });
  expect(panel.textContent?.replaceAll('王小明', '')).not.toMatch(/[A-Za-z]/);
});

test('axe finds nothing to say about either view', async () => {
  const { panel, user } = openWithTurns();
  // jsdom draws nothing, so colours are for the browser test.
  const findings = async () => {
    const { violations } = await axe.run(panel, { rules: { 'color-contrast': { enabled: false } } });
    return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
  };
  expect(await findings()).toEqual([]);
  await user.click(within(panel).getByRole('radio', { name: 'Table' }));
  expect(await findings()).toEqual([]);
});
