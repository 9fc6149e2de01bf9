import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { must } from '../../../shared/lib/assert.ts';
import { domain, scale, ticks } from '../../../shared/projections/charts/axis.ts';
import { chartsOf } from '../../../shared/projections/charts/data.ts';
import type { Drawing, Mark } from '../../../shared/projections/charts/marks.ts';
import { paintOf, pathOf, textWidth } from '../../../shared/projections/charts/marks.ts';
import type { Sheet } from '../../../shared/projections/charts/sheets.ts';
import { CHART_WIDTH_MIN, sheetsOf } from '../../../shared/projections/charts/sheets.ts';
import { fairness } from '../../../shared/projections/fairness.ts';
import { CHART_WORDS } from '../../../shared/words/charts.ts';
import { clock } from '../../../shared/words/words.ts';
import { discussion, hand, type Meeting, meeting } from '../../support/meeting.ts';
import { anyCommands, play } from '../../support/random-meeting.ts';

const { en } = CHART_WORDS;
const sheets = (m: Meeting, width = 420, words = en) => sheetsOf(chartsOf(m.state, m.nowMs), words, width);
const sheet = (m: Meeting, id: Sheet['id'], width = 420) =>
  must(
    sheets(m, width).find((one) => one.id === id),
    id,
  );
const texts = ({ marks }: Drawing) => marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));

/** Left, top, right and bottom of a mark. */
function boxOf(mark: Mark): [number, number, number, number] {
  switch (mark.kind) {
    case 'text': {
      const wide = textWidth(mark.text, mark.size);
      const left = mark.x - { start: 0, middle: wide / 2, end: wide }[mark.anchor];
      return [left, mark.y - mark.size * 0.8, left + wide, mark.y + mark.size * 0.25];
    }
    case 'bar':
      return [mark.x, mark.y, mark.x + mark.width, mark.y + mark.height];
    case 'dot':
      return [mark.x - mark.radius, mark.y - mark.radius, mark.x + mark.radius, mark.y + mark.radius];
    default: {
      const points = mark.kind === 'area' ? mark.points : mark.strokes.flat();
      const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
      return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
    }
  }
}

/** Marks that are no numbers, or stick out of their drawing by more than half a unit. */
function strays({ width, height, marks }: Drawing): Mark[] {
  return marks.filter((mark) => {
    const [left, top, right, bottom] = boxOf(mark);
    const isInside = left >= -0.5 && top >= -0.5 && right <= width + 0.5 && bottom <= height + 0.5;
    const isDrawn = mark.kind === 'text' || !/NaN|Infinity|undefined/.test(pathOf(mark));
    return !isInside || !isDrawn;
  });
}

/** Two turns of each side, one of the panel, an override, and hands that wait. */
function lively(): Meeting {
  const m = discussion(4, 3);
  m.do('floor/give', { turnId: 't1', entryId: 'r1', afterTurnId: null });
  m.wait(90).do('floor/give', { turnId: 't2', entryId: 'o1', afterTurnId: 't1' });
  m.wait(45).do('floor/give', { turnId: 't3', entryId: 'r3', afterTurnId: 't2' });
  m.wait(61).do('floor/end', { turnId: 't3' });
  const guest = { name: 'Ana <Panel>', channel: 'onsite' };
  m.wait(10).do('floor/give', { turnId: 't4', person: guest, charge: 'panel', afterTurnId: 't3' });
  m.wait(30).do('floor/give', { turnId: 't5', entryId: 'o2', afterTurnId: 't4' });
  return m.wait(50);
}

describe('the drawings', () => {
  test('[C6] for any meeting, width and language: every mark is a number inside the box', () => {
    fc.assert(
      fc.property(
        anyCommands(60),
        fc.integer({ min: 0, max: 900 }),
        fc.constantFrom(...Object.values(CHART_WORDS)),
        fc.constantFrom(0, 30, 4_000, 40_000),
        (steps, width, words, laterSeconds) => {
          const m = meeting();
          play(m, steps);
          m.wait(laterSeconds);
          for (const { id, drawing } of sheets(m, width, words))
            expect([id, strays(drawing)]).toEqual([id, []]);
        },
      ),
      { numRuns: 400 },
    );
  });

  test('[C6] given a page narrower than the labels need, when drawn, then at the least width', () => {
    expect(sheets(lively(), 10).map(({ drawing }) => drawing.width)).toEqual(Array(3).fill(CHART_WIDTH_MIN));
  });

  test('[C6] given two lines that end close together, when labelled, then one label is above the other', () => {
    const m = discussion(2, 2);
    m.do('floor/give', { turnId: 't1', entryId: 'r1', afterTurnId: null });
    const ends = () => {
      const { marks } = sheet(m, 'seconds').drawing;
      const y = (start: string) => {
        const label = marks.find((mark) => mark.kind === 'text' && mark.text.startsWith(start));
        return label?.kind === 'text' ? label.y : Number.NaN;
      };
      return y('▲ Onsite') - y('● Online');
    };
    expect(Math.abs(ends())).toBe(15);
    m.wait(60).do('floor/give', { turnId: 't2', entryId: 'o1', afterTurnId: 't1' });
    expect(ends()).toBeLessThan(-15);
    m.wait(58);
    expect(ends()).toBe(-15);
    m.wait(4);
    expect(ends()).toBe(15);
  });

  test('[C7] given both sides, when drawn, then they differ in dash, marker and pattern, not in colour alone', () => {
    const { marks } = sheet(lively(), 'seconds').drawing;
    const dashes = marks.flatMap((mark) =>
      mark.kind === 'line' && (mark.tone === 'onsite' || mark.tone === 'online')
        ? [[mark.tone, paintOf(mark).dash]]
        : [],
    );
    expect(dashes).toEqual([
      ['onsite', undefined],
      ['online', '7 4'],
    ]);
    const shapes = marks.flatMap((mark) => (mark.kind === 'dot' ? [[mark.tone, mark.shape]] : []));
    expect(shapes).toEqual([
      ['onsite', 'triangle'],
      ['online', 'circle'],
    ]);
    const strip = sheet(lively(), 'turns').drawing.marks;
    const bars = strip.flatMap((mark, index) =>
      mark.kind === 'bar' ? [[mark.tone, paintOf(mark).isFilled, strip[index + 1]?.tone === 'card']] : [],
    );
    expect(bars).toEqual([
      ['onsite', true, false],
      ['online', true, true],
      ['onsite', true, false],
      ['onsite', false, false],
      ['online', true, true],
    ]);
  });

  test('[C7] given a Chinese page, when the waits are labelled, then in Chinese, in full and in short', () => {
    const zh = CHART_WORDS['zh-CN'];
    const labels = sheets(lively(), 420, zh).flatMap(({ drawing }) => texts(drawing));
    expect(labels).toContain('半数 ≤ 2:17 · 90% ≤ 2:17 · 最长 2:17');
    expect(zh.waitsShort('2:17', '3:00')).toBe('半数 ≤ 2:17 · 最长 3:00');
  });

  test('[C7] given both, one or no side behind, when labelled, then the label says which', () => {
    const m = discussion(2, 2);
    expect(texts(sheet(m, 'seconds').drawing)).toContain('even');
    m.do('floor/give', { turnId: 't1', entryId: 'r1', afterTurnId: null });
    m.wait(30);
    expect(texts(sheet(m, 'seconds').drawing)).toContain('● 0:15 behind');
    m.do('floor/give', { turnId: 't2', entryId: 'o1', afterTurnId: 't1' });
    m.wait(50);
    expect(texts(sheet(m, 'seconds').drawing)).toContain('▲ 0:10 behind');
    expect(sheet(m, 'seconds').summary).toBe('After 1:24: onsite 0:30, online 0:50; onsite is 0:10 behind.');
  });

  test('given a thousand who have asked within a quarter of an hour, when their waits are drawn, then those on one spot are one dot', () => {
    const m = discussion(1, 0);
    m.do('floor/give', { turnId: 't1', entryId: 'r1', afterTurnId: null });
    for (let n = 0; n < 1_000; n += 1) m.wait(0.9).do('queue/join', hand(`h${n}`, 'onsite'));
    const dots = sheet(m, 'waits', 400).drawing.marks.flatMap((mark) =>
      mark.kind === 'dot' ? [mark.x] : [],
    );
    expect(dots.length).toBeGreaterThan(100);
    expect(dots.length).toBeLessThan(200);
  });

  test('[C7] given overrides, uncharged turns and people who wait, when there are any, then a note explains the sign', () => {
    expect(texts(sheet(lively(), 'turns').drawing)).toContain('◆ another was proposed · ▭ not charged');
    expect(texts(sheet(lively(), 'waits').drawing)).toContain('▲ ● called · △ ○ still waiting');
    const plain = discussion(1, 1);
    plain.do('floor/give', { turnId: 't1', entryId: 'r1', afterTurnId: null });
    plain.do('queue/leave', { entryId: 'o1' });
    expect(texts(sheet(plain, 'turns').drawing).join()).not.toMatch(/◆|▭/);
    expect(texts(sheet(plain, 'waits').drawing).join()).not.toMatch(/△|○/);
  });

  test('[C7] given a narrow page, when the waits are labelled, then with the figures that there is room for', () => {
    const label = (width: number) => texts(sheet(lively(), 'waits', width).drawing)[1];
    expect(label(420)).toBe('half ≤ 2:17 · 90 % ≤ 2:17 · longest 2:17');
    expect(label(280)).toBe('half ≤ 2:17 · longest 2:17');
    expect(texts(sheet(discussion(1), 'waits').drawing)).toContain('nobody called from the list yet');
  });
});

describe('in words and figures', () => {
  test('[C7] given a lively meeting, when each chart is put in a sentence, then it says what is to be seen', () => {
    expect(sheets(lively()).map(({ summary }) => summary)).toEqual([
      'After 4:53: onsite 2:31, online 1:35; online is 0:28 behind.',
      'Turns charged to onsite: 2, to online: 2, not charged: 1; another than proposed: 1.',
      'Onsite, 2 turns: half waited at most 2:17, nine in ten at most 2:17, the longest 2:17. ' +
        'Online, 2 turns: half waited at most 3:59, nine in ten at most 3:59, the longest 3:59. ' +
        '3 still waiting, the longest for 4:50.',
    ]);
    expect(sheets(discussion()).map(({ summary }) => summary)).toEqual([
      'After 0:00: onsite 0:00, online 0:00; both sides are even.',
      'Turns charged to onsite: 0, to online: 0, not charged: 0; another than proposed: 0.',
      'Onsite: nobody called from the list yet. Online: nobody called from the list yet.',
    ]);
  });

  test('[C7] given a lively meeting, when it is put in tables, then a row for every turn and every figure', () => {
    const [seconds, turns, waits] = sheets(lively()).map(({ table }) => table.rows);
    expect(turns).toEqual([
      ['0:07', 'Guest r1', 'Onsite', '1:30', ''],
      ['1:37', 'Guest o1', 'Online', '0:45', ''],
      ['2:22', 'Guest r3', 'Onsite', '1:01', 'another was proposed'],
      ['3:33', 'Ana <Panel>', 'Onsite', '0:30', 'not charged'],
      ['4:03', 'Guest o2', 'Online', '0:50', 'speaking'],
    ]);
    expect(seconds?.map(([at]) => at)).toEqual(['1:37', '2:22', '3:23', '4:53']);
    expect(waits?.map(([title]) => title)).toEqual([
      'Called so far',
      'Half within',
      '90 % within',
      'Longest wait',
      'Waiting now',
      'Longest of these',
    ]);
    expect(sheets(discussion())[2]?.table.rows[1]).toEqual(['Half within', '–', '–']);
    expect(sheets(discussion())[0]?.table.rows).toEqual([['0:00', '0:00', '0:00', 'even']]);
  });

  test('[C7] for any meeting and language: the last row says what fairness() says, every row fits its columns', () => {
    fc.assert(
      fc.property(anyCommands(60), fc.constantFrom(...Object.values(CHART_WORDS)), (steps, words) => {
        const m = meeting();
        play(m, steps);
        const { channels } = fairness(m.state, m.nowMs);
        const all = sheets(m, 420, words);
        const [, onsite, online] = all[0]?.table.rows.at(-1) ?? [];
        const floor = (seconds: number) => clock(Math.floor(Math.round(seconds * 1_000) / 1_000));
        expect([onsite, online]).toEqual([floor(channels.onsite.seconds), floor(channels.online.seconds)]);
        for (const { table, summary, title } of all) {
          for (const row of table.rows) expect(row).toHaveLength(table.columns.length);
          expect(`${title}${summary}`).not.toMatch(/undefined|NaN|null/);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('axes', () => {
  test('[C8] for any length: one tick beside the zero at least, never more than there is room for', () => {
    fc.assert(
      fc.property(fc.integer({ min: 60, max: 400_000 }), fc.integer({ min: -1, max: 9 }), (to, countMax) => {
        const shown = ticks(to, countMax);
        expect(shown[0]).toBe(0);
        expect(shown.length).toBeLessThanOrEqual(Math.max(1, countMax) + 1);
        expect(shown.length).toBeGreaterThan(1);
        expect(shown.at(-1)).toBeLessThanOrEqual(to);
      }),
    );
  });

  test('[C8] given a discussion of 23 minutes, when its axis is drawn, then every five minutes', () => {
    expect(ticks(1_392, 5)).toEqual([0, 300, 600, 900, 1_200]);
    expect(ticks(686, 3)).toEqual([0, 300, 600]);
    expect(ticks(250, 1)).toEqual([0, 180]);
    expect(ticks(60, 4)).toEqual([0, 30, 60]);
    expect(domain(3, 12)).toBe(60);
    expect(domain(3, 120)).toBe(120);
    expect(scale(60, 10, 70)(30)).toBe(40);
  });
});

test('[C6] given shapes, when written as paths, then with tenths at most and corners no rounder than the bar', () => {
  const common = { tone: 'ink', isHollow: false } as const;
  expect(pathOf({ ...common, kind: 'dot', shape: 'triangle', x: 10, y: 10, radius: 5 })).toBe(
    'M10 5L15 14L5 14Z',
  );
  expect(pathOf({ ...common, kind: 'dot', shape: 'circle', x: 10, y: 10, radius: 5 })).toBe(
    'M5 10a5 5 0 1 0 10 0a5 5 0 1 0 -10 0Z',
  );
  expect(pathOf({ ...common, kind: 'bar', x: 0, y: 0, width: 4, height: 20, radius: 5 })).toContain('a2 2');
  expect(
    pathOf({
      ...common,
      kind: 'area',
      points: [
        [0.123, 1],
        [2, 3],
      ],
    }),
  ).toBe('M0.1 1L2 3Z');
  expect(textWidth('▲A', 10)).toBeCloseTo(15.8);
});

test('[C7] given a hand that waits on one side alone, when drawn, then the other row stands empty', () => {
  const m = discussion();
  m.do('queue/join', hand('o1', 'online'));
  m.wait(90);
  const dots = sheet(m, 'waits').drawing.marks.filter((mark) => mark.kind === 'dot');
  expect(dots).toMatchObject([{ tone: 'online', isHollow: true, hint: '1:30' }]);
});

test('[C7] given a screen whose clock is behind ends a turn, when it is put in tables, then nothing breaks', () => {
  const m = discussion(1);
  m.do('floor/give', { turnId: 't1', entryId: 'r1', afterTurnId: null });
  m.wait(-60).do('floor/end', { turnId: 't1' });
  expect(sheets(m)[1]?.table.rows).toEqual([['0:01', 'Guest r1', 'Onsite', '0:00', '']]);
});
