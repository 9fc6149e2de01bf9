// @vitest-environment jsdom
import { act, cleanup, within } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, describe, expect, test } from 'vitest';
import { setLanguage } from '../../../renderer/messages/language.ts';
import { Returned } from '../../../renderer/panels/trouble/Returned.tsx';
import { DeskView } from '../../../renderer/views/DeskView.tsx';
import { must } from '../../../shared/lib/assert.ts';
import { renderSession } from '../support/render-session.tsx';

afterEach(() => {
  cleanup();
  setLanguage('en');
});

/** The discussion has begun; Amina has spoken for 40 s, José has had the floor for 10. */
function open() {
  const all = renderSession(
    <>
      <Returned />
      <DeskView />
    </>,
    'rapporteur',
  );
  const questions = ['How?', 'Who pays?'].map((text, at) => ({ policyQuestionId: `pq${at + 1}`, text }));
  all.hub.command('session/configure', { policyQuestions: questions });
  all.hub.command('agenda/begin', { itemId: 'talk', afterItemId: null });
  all.hub.command('floor/give', { turnId: 't1', person: { personId: 'amina' }, afterTurnId: null });
  all.world.nowMs += 40_000;
  all.hub.command('floor/give', { turnId: 't2', person: { personId: 'jose' }, afterTurnId: 't1' });
  all.world.nowMs += 10_000;
  all.settle();
  const { screen } = all;
  return {
    ...all,
    /** Time goes by until the line is back. */
    reconnect() {
      for (let second = 0; second < 10; second += 1) {
        act(() => all.world.advance(1_000));
        all.settle();
      }
    },
    line: () => screen.getByRole('textbox', { name: 'New point' }) as HTMLTextAreaElement,
    cards: () => within(screen.getByRole('region', { name: 'Points' })).queryAllByRole('article'),
    note: (at = -1) => must(all.hub.state.notes.at(at), 'a point'),
  };
}

/** Types into the line, which has the focus from the start, and lets the hub answer. */
async function write(all: ReturnType<typeof open>, text: string): Promise<void> {
  await all.user.type(all.line(), `${text}{Enter}`, { initialSelectionStart: 0 });
  all.settle();
}

describe('the line', () => {
  test('has the focus, and a point typed in it knows turn, time and kind by itself', async () => {
    const all = open();
    expect(document.activeElement).toBe(all.line());
    await write(all, '#case solar works !2');
    expect(all.note()).toMatchObject({
      kind: 'case',
      text: 'solar works',
      turnId: 't2',
      policyQuestionId: 'pq2',
    });
    expect(all.line().value).toBe('');
    const [card] = all.cards();
    expect(card?.textContent).toMatch(/Case.*solar works.*PQ2.*José Ñandú.*0:10 into the turn/);
  });

  test('files the point where its first key was struck, though another has the floor at Enter', async () => {
    const all = open();
    await all.user.keyboard('begun in time');
    all.hub.command('floor/give', { turnId: 't3', person: { personId: 'amina' }, afterTurnId: 't2' });
    all.world.nowMs += 30_000;
    all.settle();
    await all.user.keyboard('{Enter}');
    all.settle();
    expect(all.note()).toMatchObject({ turnId: 't2', typedAtMs: all.world.nowMs - 30_000 });
  });

  test('a name is chosen from the list by its letters, or taken as typed; Escape leaves the sign as text', async () => {
    const all = open();
    await all.user.keyboard('@amin');
    const list = all.screen.getByRole('listbox', { name: 'What it may stand for' });
    expect(
      within(list)
        .getAllByRole('option')
        .map((option) => option.textContent),
    ).toEqual(['@ Amina Okafor', '@ “amin”, as typed']);
    await all.user.keyboard('{Enter}');
    expect(all.screen.queryByRole('listbox')).toBeNull();
    await write(all, 'said so');
    expect(all.note()).toMatchObject({ text: 'said so', speaker: { personId: 'amina' } });
    await all.user.keyboard('@Row C{ArrowDown}{Tab}');
    await write(all, 'too');
    expect(all.note().speaker).toEqual({ name: 'Row C' });
    await all.user.keyboard('see #{Escape}{Enter}');
    all.settle();
    expect(all.note()).toMatchObject({ text: 'see #', kind: 'point' });
  });

  test('what a sign was taken for goes by a press', async () => {
    const all = open();
    await all.user.keyboard('#quote !1 words');
    await all.user.click(all.screen.getByRole('button', { name: 'No Quote' }));
    await all.user.click(all.screen.getByRole('button', { name: 'Not on question 1' }));
    await all.user.click(all.screen.getByRole('button', { name: 'Save' }));
    all.settle();
    expect(all.note()).toMatchObject({ text: 'words', kind: 'point', policyQuestionId: null });
  });

  test('waits for no network: saved at once, marked as on its way, and sent when the line is back', async () => {
    const all = open();
    act(() => all.world.line.cut());
    await all.user.keyboard('one{Enter}two{Enter}');
    expect(all.cards().map((card) => card.textContent)).toEqual([
      expect.stringMatching(/two.*on its way/),
      expect.stringMatching(/one.*on its way/),
    ]);
    all.reconnect();
    expect(all.hub.state.notes.map((note) => note.text)).toEqual(['one', 'two']);
    expect(all.cards()[0]?.textContent).not.toContain('on its way');
  });

  test('half a line is there again after the page was closed, with the time of its first key', async () => {
    const all = open();
    await all.user.keyboard('#action half a line');
    const kept = localStorage.getItem(`evenfloor.note.${all.session.sessionId}`);
    expect(JSON.parse(kept ?? '')).toMatchObject({ text: 'half a line', kind: 'action', turnId: 't2' });
    all.screen.unmount();
    const again = renderSession(<DeskView />, 'rapporteur', { keepStorage: true });
    expect((again.screen.getByRole('textbox', { name: 'New point' }) as HTMLTextAreaElement).value).toBe(
      'half a line',
    );
  });
});

describe('the points', () => {
  async function written() {
    const all = open();
    await write(all, 'first');
    await write(all, '#consensus second');
    return { ...all, card: (at: number) => within(must(all.cards()[at], 'a card')) };
  }

  test('are edited in place, filed elsewhere, and made a case', async () => {
    const all = await written();
    await all.user.click(all.card(0).getByRole('button', { name: 'Edit' }));
    const form = within(all.screen.getByRole('form', { name: 'Edit' }));
    await all.user.type(form.getByRole('textbox', { name: 'Text' }), ' thing');
    await all.user.selectOptions(form.getByRole('combobox', { name: 'Kind' }), 'Case');
    await all.user.selectOptions(form.getByRole('combobox', { name: 'Policy question' }), 'PQ2 Who pays?');
    await all.user.selectOptions(form.getByRole('combobox', { name: 'Turn' }), 't1');
    await all.user.type(form.getByRole('textbox', { name: 'Place' }), 'Kyoto');
    await all.user.type(form.getByRole('textbox', { name: 'Link' }), 'kyoto');
    await all.user.click(form.getByRole('button', { name: 'Save' }));
    expect(form.getByRole('alert').textContent).toContain('http://');
    await all.user.clear(form.getByRole('textbox', { name: 'Link' }));
    await all.user.click(form.getByRole('button', { name: 'Save' }));
    all.settle();
    expect(all.note()).toMatchObject({
      text: 'second thing',
      kind: 'case',
      policyQuestionId: 'pq2',
      turnId: 't1',
      caseDetails: { place: 'Kyoto' },
      revision: 2,
    });
    expect(all.note().caseDetails).not.toHaveProperty('link');
    expect(all.screen.queryByRole('form')).toBeNull();
  });

  test('one that a colleague has changed meanwhile is not overwritten: both are there to choose from', async () => {
    const all = await written();
    await all.user.click(all.card(0).getByRole('button', { name: 'Edit' }));
    await all.user.type(all.screen.getByRole('textbox', { name: 'Text' }), ' mine');
    const { noteId } = all.note();
    all.hub.command('notes/write', { noteId, baseRevision: 1, kind: 'consensus', text: 'theirs' });
    all.settle();
    const alert = within(all.screen.getByRole('form', { name: 'Edit' })).getByRole('alert');
    expect(alert.textContent).toContain('theirs');
    await all.user.click(within(alert).getByRole('button', { name: 'Mine instead' }));
    await all.user.click(
      within(all.screen.getByRole('form', { name: 'Edit' })).getByRole('button', { name: 'Save' }),
    );
    all.settle();
    expect(all.note()).toMatchObject({ text: 'second mine', revision: 3 });
  });

  test('a change that was on its way when a colleague’s came first comes back with both wordings', async () => {
    const all = await written();
    act(() => all.world.line.cut());
    await all.user.click(all.card(0).getByRole('button', { name: 'Edit' }));
    await all.user.type(
      all.screen.getByRole('textbox', { name: 'Text' }),
      ' mine{Control>}{Enter}{/Control}',
    );
    const { noteId } = all.note();
    all.hub.command('notes/write', { noteId, baseRevision: 1, kind: 'consensus', text: 'theirs' });
    all.reconnect();
    const back = within(all.screen.getByRole('alert', { name: 'Not taken, and kept here' }));
    expect(back.getByText('theirs')).toBeTruthy();
    expect(back.getByText('second mine')).toBeTruthy();
    await all.user.click(back.getByRole('button', { name: 'As a point of its own' }));
    all.settle();
    expect(all.hub.state.notes.map((note) => note.text)).toEqual(['first', 'theirs', 'second mine']);
    expect(all.screen.queryByRole('alert', { name: /Not taken/ })).toBeNull();
  });

  test('are made public, moved, joined, asked about and removed', async () => {
    const all = await written();
    await all.user.click(all.card(0).getByRole('button', { name: 'Make public' }));
    all.settle();
    expect(all.note().revealed).toBe(true);
    expect(all.card(0).getByRole('button', { name: 'Make private' })).toBeTruthy();
    await all.user.click(all.card(0).getByRole('button', { name: /^More for/ }));
    await all.user.click(all.card(0).getByRole('button', { name: 'Ask for a show of hands' }));
    all.settle();
    expect(all.card(0).getByText('asked, no hand yet')).toBeTruthy();
    await all.user.click(all.card(0).getByRole('button', { name: 'End the show of hands' }));
    await all.user.click(all.card(0).getByRole('button', { name: 'Move down' }));
    all.settle();
    expect(all.cards().map((card) => card.textContent)).toEqual([
      expect.stringContaining('first'),
      expect.stringContaining('second'),
    ]);
    await all.user.click(all.card(1).getByRole('button', { name: 'Join to the one above' }));
    all.settle();
    expect(all.hub.state.notes.map((note) => note.text)).toEqual(['second\nfirst']);
    await all.user.click(all.card(0).getByRole('button', { name: /^More for/ }));
    await all.user.click(all.card(0).getByRole('button', { name: 'Remove' }));
    all.settle();
    expect(all.hub.state.notes).toEqual([]);
  });

  test('who agrees is one tap, and another takes it back', async () => {
    const all = await written();
    await all.user.click(all.card(0).getByRole('button', { name: /^More for/ }));
    await all.user.click(all.card(0).getByRole('button', { name: 'Amina Okafor: for' }));
    await all.user.click(all.card(0).getByRole('button', { name: 'José Ñandú: reservation' }));
    all.settle();
    expect(all.card(0).getByText('1 for')).toBeTruthy();
    expect(all.card(0).getByText('1 reservation')).toBeTruthy();
    await all.user.click(all.card(0).getByRole('button', { name: 'Amina Okafor: for', pressed: true }));
    all.settle();
    expect(all.note().stances).toHaveLength(1);
  });

  test('of one turn alone are shown by a press on it', async () => {
    const all = await written();
    await all.user.click(all.screen.getByRole('button', { name: /Amina Okafor/, pressed: false }));
    expect(all.cards()).toHaveLength(0);
    expect(all.screen.getByText('No point in this turn.')).toBeTruthy();
    await all.user.click(all.screen.getByRole('button', { name: 'All points' }));
    expect(all.cards()).toHaveLength(2);
  });
});

describe('the report beside it', () => {
  test('is drafted by the points, says how far it is from its limits, and is worded by a press', async () => {
    const all = open();
    await all.user.selectOptions(all.screen.getByRole('combobox', { name: 'Form' }), 'igf-workshop-2016');
    await write(all, '#challenge It is hard. Very.');
    expect(all.screen.getByText('2 of 1 sentences in a paragraph: too long')).toBeTruthy();
    await all.user.click(all.screen.getByRole('button', { name: 'Word “Key issues raised”' }));
    const form = within(all.screen.getByRole('form', { name: 'Word “Key issues raised”' }));
    const field = form.getByRole('textbox', { name: 'Key issues raised' });
    expect(field).toHaveProperty('value', 'It is hard. Very.');
    await all.user.clear(field);
    await all.user.type(field, 'It is hard.');
    expect(form.getByText('1 of 1 sentences in a paragraph')).toBeTruthy();
    await all.user.click(form.getByRole('button', { name: 'Save' }));
    all.settle();
    expect(all.hub.state.drafts).toMatchObject([{ sectionId: 'key-issues', text: 'It is hard.' }]);
    expect(all.screen.getByText('in your words')).toBeTruthy();
    await all.user.click(all.screen.getByRole('button', { name: 'Word “Key issues raised”' }));
    await all.user.click(all.screen.getByRole('button', { name: 'As the points say' }));
    all.settle();
    expect(all.hub.state.drafts).toMatchObject([{ text: null }]);
  });

  test('a wording that a colleague has changed meanwhile is shown beside the own one', async () => {
    const all = open();
    await write(all, '#consensus We agree.');
    await all.user.click(all.screen.getByRole('button', { name: 'Word “Key takeaways”' }));
    all.hub.command('notes/draft', { sectionId: 'takeaways', baseRevision: 0, text: 'Theirs.' });
    all.settle();
    const form = within(all.screen.getByRole('form', { name: 'Word “Key takeaways”' }));
    expect(form.getByRole('alert').textContent).toContain('Theirs.');
    await all.user.click(form.getByRole('button', { name: 'Mine instead' }));
    await all.user.click(form.getByRole('button', { name: 'Save' }));
    all.settle();
    expect(all.hub.state.drafts).toMatchObject([{ text: 'We agree.', revision: 2 }]);
  });

  test('the back-channel is one tab away, with what is unread', async () => {
    const all = open();
    all.hub.command('backchannel/send', { messageId: 'm1', text: 'psst', urgency: 'normal' });
    all.settle();
    const tab = all.screen.getByRole('tab', { name: /Back-channel.*1/ });
    await all.user.click(tab);
    expect(all.screen.getByText('psst')).toBeTruthy();
  });
});

test.each(['en', 'zh-CN'] as const)('axe finds nothing on the desk (%s)', async (language) => {
  const all = open();
  act(() => setLanguage(language));
  await all.user.keyboard('#consensus we agree{Enter}@ami');
  all.settle();
  const found = await axe.run(all.screen.container, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  expect(found.violations.map((violation) => `${violation.id}: ${violation.nodes[0]?.html}`)).toEqual([]);
});
