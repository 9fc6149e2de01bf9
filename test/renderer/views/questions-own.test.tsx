// @vitest-environment jsdom
import { cleanup, within } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { setLanguage } from '../../../renderer/messages/language.ts';
import { SHOWN_QUESTIONS_MAX } from '../../../renderer/store/own-questions.ts';
import { ParticipantView } from '../../../renderer/views/ParticipantView.tsx';
import { renderSession } from '../support/render-session.tsx';

beforeEach(() => {
  window.matchMedia ??= (media) => ({ media, matches: false }) as MediaQueryList;
});
afterEach(() => {
  cleanup();
  setLanguage('en');
});

/** A participant's page; with a name and a side unless `isNew`. */
async function open({ isNew = false, keepStorage = false } = {}) {
  const all = renderSession(<ParticipantView />, 'participant', { keepStorage });
  if (!isNew) {
    await all.user.type(all.screen.getByRole('textbox', { name: 'Your name' }), 'Cy');
    await all.user.click(all.screen.getByRole('radio', { name: /online/ }));
    await all.user.click(all.screen.getByRole('button', { name: 'Continue' }));
    all.settle();
  }
  const button = (name: string | RegExp) => all.screen.findByRole('button', { name });
  const ask = async (text: string) => {
    await all.user.click(await button('Ask a question'));
    await all.user.type(all.screen.getByRole('textbox', { name: 'Your question' }), text);
    await all.user.click(await button('Send'));
  };
  const region = async (name: string) => within(await all.screen.findByRole('region', { name }));
  return { ...all, button, ask, region };
}

const copied = (questionId: string, text: string) => ({ questionId, text, name: 'Zed', channel: 'onsite' });

describe('a question of one’s own', () => {
  test('is asked with side and name, and what becomes of it is told once', async () => {
    const all = await open();
    await all.ask('Who pays?');
    const mine = await all.region('My questions');
    expect(mine.getByText('On its way')).toBeTruthy();
    all.settle();
    expect(all.hub.state.questions).toMatchObject([{ text: 'Who pays?', name: 'Cy', channel: 'online' }]);
    expect(mine.getByText(/^Received/)).toBeTruthy();
    const questionId = all.hub.state.questions[0]?.questionId ?? '';
    all.hub.command('questions/answer', { questionId, text: 'The fund does.' });
    all.settle();
    expect(mine.getByText('Answered in writing')).toBeTruthy();
    expect(mine.getByText('The fund does.')).toBeTruthy();
    const said = 'Your question “Who pays?”: Answered in writing The fund does.';
    expect(all.screen.getAllByText(said)).toHaveLength(1);
    all.hub.command('questions/triage', { questionId, decided: 'declined', reason: 'Asked before' });
    all.settle();
    expect(mine.getByText('Asked before')).toBeTruthy();
    const found = await axe.run(all.screen.container, { rules: { 'color-contrast': { enabled: false } } });
    expect(found.violations.map((violation) => violation.id)).toEqual([]);
  });

  test('stays typed over a reload, and counts its characters', async () => {
    const all = await open();
    await all.user.click(await all.button('Ask a question'));
    await all.user.type(all.screen.getByRole('textbox', { name: 'Your question' }), 'Half a');
    expect(all.screen.getByText('6 of 1500 characters')).toBeTruthy();
    const again = await open({ isNew: true, keepStorage: true });
    expect(await again.screen.findByRole('textbox', { name: 'Your question' })).toHaveProperty(
      'value',
      'Half a',
    );
  });

  test.each([
    ['its button', (all: Awaited<ReturnType<typeof open>>) => all.button('Close')],
    ['Escape', () => null],
  ])(
    '[G1] given a question half typed, when it is closed by %s, then the page is as before and the words are kept',
    async (_, closing) => {
      const all = await open();
      await all.user.click(await all.button('Ask a question'));
      await all.user.keyboard('Half a');
      const button = await closing(all);
      await (button ? all.user.click(button) : all.user.keyboard('{Escape}'));
      const ask = await all.button('Ask a question');
      await expect.poll(() => document.activeElement).toBe(ask);
      expect(all.screen.queryByRole('textbox', { name: 'Your question' })).toBeNull();
      await all.user.click(ask);
      expect(all.screen.getByRole('textbox', { name: 'Your question' })).toHaveProperty('value', 'Half a');
    },
  );

  test('needs a name and a side first, and some words', async () => {
    const all = await open({ isNew: true });
    await all.user.click(await all.button('Ask a question'));
    expect(all.screen.getByText(/Say first who you are/)).toBeTruthy();
    const known = await open();
    await known.user.click(await known.button('Ask a question'));
    await known.user.click(await known.button('Send'));
    expect(known.screen.getByRole('alert').textContent).toBe('Write your question first.');
  });

  test.each([
    ['closed', 'questions/close', {}, 'No more questions are taken.'],
    ['slow', 'questions/slow', { seconds: 60 }, /^You can ask again in \d+ seconds/],
    ['muted', 'questions/mute', { muted: true }, 'The moderators take no more questions from you.'],
  ] as const)('when questions are %s says so before anybody types', async (_, name, args, said) => {
    const all = await open();
    await all.ask('First?');
    all.settle();
    const personId = all.hub.state.questions[0]?.personId ?? '';
    all.hub.command(name, name === 'questions/mute' ? { ...args, personId } : args);
    all.settle();
    await all.user.click(await all.button('Ask a question'));
    expect(all.screen.getByText(said)).toBeTruthy();
    expect((await all.button('Send')).getAttribute('aria-disabled')).toBe('true');
  });

  test('comes back to its author when the hub refuses it', async () => {
    const all = await open();
    all.hub.refuse = (name) => (name === 'questions/ask' ? 'questions/closed' : null);
    await all.ask('Too late?');
    all.settle();
    const returned = within(await all.screen.findByRole('alert', { name: 'Not taken, and kept here' }));
    expect(returned.getByLabelText('Yours:')).toHaveProperty('value', 'Too late?');
    all.hub.refuse = () => null;
    await all.user.type(returned.getByLabelText('Yours:'), ' Or not?');
    await all.user.click(returned.getByRole('button', { name: 'Try again' }));
    all.settle();
    expect(all.hub.state.questions).toMatchObject([{ text: 'Too late? Or not?' }]);
    expect(all.screen.queryByRole('alert', { name: 'Not taken, and kept here' })).toBeNull();
  });
});

describe('questions of all', () => {
  test('are there once staff passed them, by votes; each vote is one press and shown at once', async () => {
    const all = await open();
    for (const [id, text] of [
      ['q1', 'First?'],
      ['q2', 'Second?'],
    ] as const) {
      all.hub.command('questions/ask', copied(id, text));
      all.hub.command('questions/triage', { questionId: id, passed: true });
    }
    all.hub.command('questions/ask', copied('q3', 'Hidden?'));
    all.settle();
    const list = await all.region('Questions');
    const texts = () => list.getAllByRole('listitem').map((item) => item.textContent ?? '');
    expect(texts().map((text) => /([A-Z]\w+\?)/.exec(text)?.[1])).toEqual(['First?', 'Second?']);
    await all.user.click(list.getByRole('button', { name: '0, vote for: Second?' }));
    expect(list.getByRole('button', { name: '1, vote for: Second?', pressed: true })).toBeTruthy();
    all.settle();
    expect(texts().map((text) => /([A-Z]\w+\?)/.exec(text)?.[1])).toEqual(['Second?', 'First?']);
    await all.user.click(list.getByRole('button', { name: /Second/, pressed: true }));
    all.settle();
    expect(list.getByRole('button', { name: '0, vote for: Second?', pressed: false })).toBeTruthy();
    all.hub.command('questions/answer', { questionId: 'q1', text: 'Because.' });
    all.settle();
    expect(list.getByText('Because.')).toBeTruthy();
    expect(list.getByRole('button', { name: /First/ }).getAttribute('aria-disabled')).toBe('true');
  });

  test('are not more than a phone can show, and say so', async () => {
    const all = await open();
    for (let index = 0; index <= SHOWN_QUESTIONS_MAX; index += 1) {
      all.hub.command('questions/ask', copied(`q${index}`, `Number ${index}?`));
      all.hub.command('questions/triage', { questionId: `q${index}`, passed: true });
    }
    all.settle();
    const list = await all.region('Questions');
    expect(list.getAllByRole('listitem')).toHaveLength(SHOWN_QUESTIONS_MAX);
    expect(list.getByText('The 50 with the most votes are shown.')).toBeTruthy();
  });

  test('are there in Chinese as well', async () => {
    const all = await open();
    setLanguage('zh-CN');
    expect(await all.button('提问')).toBeTruthy();
  });
});
