// @vitest-environment jsdom
import { act, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { Command } from '../../../shared/command.ts';
import { hand } from '../support/client.ts';
import { consoleWithHands } from '../support/open-console.tsx';

describe('calling', () => {
  test('Enter calls the suggested speaker, with what the moderator saw', async () => {
    const all = consoleWithHands();
    expect(within(all.region('Suggested next')).getByRole('heading').textContent).toContain('Ada');
    await all.user.keyboard('{Enter}');
    all.settle();
    expect(all.hub.state.floor.turn).toMatchObject({ name: 'Ada', choice: { proposedEntryId: 'ada' } });
    expect(within(all.region('Floor')).getByText('Ada')).toBeTruthy();
  });

  test('while a turn runs within its limit, a second Enter is asked for', async () => {
    const all = consoleWithHands();
    await all.user.keyboard('{Enter}');
    all.settle();
    await all.user.keyboard('{Enter}');
    all.settle();
    expect(all.hub.state.floor.turn?.name).toBe('Ada');
    expect(all.screen.getByText(/Press again to call/)).toBeTruthy();
    await all.user.keyboard('{Enter}');
    all.settle();
    expect(all.hub.state.floor.turn?.name).toBe('Bob');
    expect(all.hub.state.turns.map((turn) => turn.name)).toEqual(['Ada']);
  });

  test('while a turn runs, a card asks for the second press as well', async () => {
    const all = consoleWithHands();
    await all.user.keyboard('{Enter}');
    all.settle();
    await all.user.click(all.screen.getByRole('button', { name: 'Call Bob' }));
    all.settle();
    expect(all.hub.state.floor.turn?.name).toBe('Ada');
    await all.user.click(all.screen.getByRole('button', { name: 'Press again: Call Bob' }));
    all.settle();
    expect(all.hub.state.floor.turn?.name).toBe('Bob');
  });

  test('the second half of a double click does nothing to the card that moved up', async () => {
    const all = consoleWithHands();
    all.hub.command('queue/join', hand('cy', 'onsite', 'Cy').args);
    all.settle();
    await all.user.click(all.screen.getByRole('button', { name: 'Call Ada' }));
    all.settle();
    all.world.nowMs += 599;
    const cy = all.screen.getByRole('button', { name: 'Call Cy' });
    await all.user.dblClick(cy);
    all.settle();
    expect(all.hub.state.floor.turn?.name).toBe('Ada');
    all.world.nowMs += 1;
    await all.user.dblClick(cy);
    all.settle();
    expect(all.hub.state.floor.turn?.name).toBe('Cy');
  });

  test('anybody else can be called from the card: an override, and it is kept as one', async () => {
    const all = consoleWithHands();
    all.hub.command('agenda/begin', { itemId: 'talk', afterItemId: null });
    all.settle();
    await all.user.click(all.screen.getByRole('button', { name: 'Call Bob' }));
    all.settle();
    expect(all.hub.state.floor.turn).toMatchObject({ name: 'Bob', override: {} });
  });

  test('whoever was too late is told so', async () => {
    const all = consoleWithHands();
    await all.user.keyboard('{Enter}');
    all.world.line.toHub.splice(0);
    all.hub.command('floor/give', { turnId: 'other', entryId: 'bob', afterTurnId: null });
    all.settle();
    all.world.line.cut();
    all.world.wake();
    all.settle();
    expect(all.screen.getByText('The floor has already gone to Bob. (Onsite moderator)')).toBeTruthy();
  });
});

describe('the running turn', () => {
  test('Space ends it, P pauses and resumes, plus and minus change the limit', async () => {
    const all = consoleWithHands();
    await all.user.keyboard('{Enter}');
    all.settle();
    await all.user.keyboard('+');
    await all.user.keyboard('+');
    await all.user.keyboard('-');
    await all.user.keyboard('p');
    all.settle();
    expect(all.hub.state.floor.turn).toMatchObject({ limitMs: 150_000, pausedAtMs: all.world.nowMs });
    expect(within(all.region('Floor')).getByText('paused')).toBeTruthy();
    await all.user.keyboard('p ');
    all.settle();
    expect(all.hub.state.floor.turn).toBeNull();
    expect(all.screen.getByText('Nobody has the floor')).toBeTruthy();
  });

  test('given over a dead line, the floor is said to be not sent yet, and no more once the hub has it', async () => {
    const all = consoleWithHands();
    act(() => all.world.line.cut());
    await all.user.keyboard('{Enter}');
    const floor = within(all.region('Floor'));
    expect(floor.getByRole('heading', { name: 'Ada' })).toBeTruthy();
    expect(floor.getByText('Not sent yet')).toBeTruthy();
    act(() => all.world.wake());
    all.settle();
    expect(all.hub.state.floor.turn?.name).toBe('Ada');
    expect(floor.queryByText('Not sent yet')).toBeNull();
  });

  test('while the session is stopped a paused turn says why it cannot go on by itself', () => {
    const all = consoleWithHands();
    all.hub.command('agenda/begin', { itemId: 'talk', afterItemId: null });
    all.hub.command('floor/give', { turnId: 't1', entryId: 'ada', afterTurnId: null });
    all.hub.command('session/pause', {});
    all.settle();
    const resume = all.screen.getByRole('button', { name: /^Resume/ });
    expect(resume.getAttribute('aria-disabled')).toBe('true');
    expect(resume.title).toBe('The session is stopped; resume it first.');
  });

  test('a limit of 30 seconds is not cut to nothing, by button or key', async () => {
    const all = consoleWithHands();
    await all.user.keyboard('{Enter}');
    await all.user.keyboard('-----');
    all.settle();
    expect(all.hub.state.floor.turn?.limitMs).toBe(30_000);
    const minus = all.screen.getByRole('button', { name: '−30 s' });
    expect(minus.title).toContain('nothing to take off');
  });

  test('U takes back what I did last, and the turn runs on', async () => {
    const all = consoleWithHands();
    await all.user.keyboard('{Enter}');
    all.settle();
    await all.user.keyboard(' ');
    all.settle();
    expect(all.hub.state.floor.turn).toBeNull();
    await all.user.keyboard('u');
    all.settle();
    expect(all.hub.state.floor.turn?.name).toBe('Ada');
  });

  test('the buttons do the same', async () => {
    const all = consoleWithHands();
    await all.user.click(within(all.region('Suggested next')).getByRole('button', { name: /Call/ }));
    await all.user.click(all.screen.getByRole('button', { name: '+30 s' }));
    await all.user.click(all.screen.getByRole('button', { name: /End turn/ }));
    all.settle();
    expect(all.hub.state.turns).toMatchObject([{ name: 'Ada', limitMs: 150_000 }]);
  });
});

describe('a technical stop', () => {
  test('says beside every way to call that nobody can be called, and lets no call out', async () => {
    const all = consoleWithHands();
    all.hub.command('session/start', {});
    all.hub.command('session/pause', {});
    all.settle();
    const calls = all.screen.getAllByRole('button', { name: /^Call/ });
    expect(calls).toHaveLength(3);
    for (const call of calls) {
      expect(call.getAttribute('aria-disabled')).toBe('true');
      expect(call.title).toMatch(/stopped/);
    }
    expect(all.region('Suggested next').textContent).toMatch(/stopped/);
    await all.user.click(calls[0] as HTMLElement);
    await all.user.keyboard('/jos');
    expect(all.screen.getByRole('button', { name: 'Give the floor now' }).title).toMatch(/stopped/);
    all.settle();
    expect(all.hub.state.floor.turn).toBeNull();
    all.hub.command('session/resume', {});
    all.settle();
    expect(calls[0]?.getAttribute('aria-disabled')).toBeNull();
  });
});

describe('what was kept aside', () => {
  test('is told in words, with whom it was about', async () => {
    const all = consoleWithHands();
    all.world.line.cut();
    await all.user.keyboard('{Enter}');
    act(() => {
      all.world.sleep(10_001);
      all.world.wake();
    });
    all.settle();
    expect(all.screen.getByText('Give the floor: Ada')).toBeTruthy();
    expect(all.screen.queryByText(/floor\/give/)).toBeNull();
  });

  test('given the turn that was to end is over by now, it says whose that was, and why it is not sent', async () => {
    const all = consoleWithHands();
    all.hub.command('floor/give', { turnId: 't1', entryId: 'ada', afterTurnId: null });
    all.settle();
    all.world.line.cut();
    act(() => void all.session.submit({ name: 'floor/end', args: { turnId: 't1' } }));
    all.hub.command('floor/give', { turnId: 't2', entryId: 'bob', afterTurnId: 't1' });
    act(() => {
      all.world.sleep(10_001);
      all.world.wake();
    });
    all.settle();
    expect(all.screen.getByText('End the turn: Ada')).toBeTruthy();
    const send = all.screen.getByRole('button', { name: 'Send now' });
    expect([send.getAttribute('aria-disabled'), send.title]).toEqual([
      'true',
      expect.stringContaining('Bob'),
    ]);
  });

  test.each([
    ['queue/hold', { entryId: 'ada' }, 'Put a hand on hold: Ada'],
    ['people/update', { personId: 'cy', name: 'Cyd' }, 'Change a person’s record: Cy'],
    ['agenda/adjust', { itemId: 'talk', seconds: 60 }, 'Change the time of the agenda item: Discussion'],
    ['questions/triage', { questionId: 'q', passed: true }, 'Review a question: Why?'],
    ['queue/close', {}, 'Close the list of speakers'],
  ])('%s says whom or what it was about, if anything', (name, args, text) => {
    const all = consoleWithHands();
    all.hub.command('people/add', { personId: 'cy', name: 'Cy', channel: 'online' });
    all.hub.command('agenda/begin', { itemId: 'talk', afterItemId: null });
    all.hub.command('questions/ask', { questionId: 'q', text: 'Why?', channel: 'online' });
    all.settle();
    act(() => {
      all.world.line.cut();
      expect(all.session.submit({ name, args } as Command)).toBeNull();
      all.world.sleep(10_001);
      all.world.wake();
    });
    all.settle();
    expect(all.screen.getByText(text)).toBeTruthy();
  });
});
