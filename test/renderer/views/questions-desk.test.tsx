// @vitest-environment jsdom
import { cleanup, within } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, describe, expect, test } from 'vitest';
import { setLanguage } from '../../../renderer/messages/language.ts';
import { Notices } from '../../../renderer/panels/frame/Notices.tsx';
import { QuestionsView } from '../../../renderer/views/QuestionsView.tsx';
import { renderView } from '../support/render-view.tsx';

afterEach(() => {
  cleanup();
  setLanguage('en');
});

const POLICY = [{ policyQuestionId: 'pq1', text: 'How is it counted?' }];
const PEOPLE = [{ personId: 'amina', name: 'Amina Okafor', channel: 'onsite' as const }];

/** The desk with so many questions, the focus in the list. */
async function open(texts: readonly string[]) {
  Element.prototype.scrollIntoView ??= () => undefined;
  const all = renderView(
    <>
      <QuestionsView />
      <Notices />
    </>,
    { roles: 'liaison', plan: { title: 'T', policyQuestions: POLICY, people: PEOPLE } },
  );
  for (const [index, text] of texts.entries()) {
    const args = { questionId: `q${index + 1}`, text, name: `Guest ${index + 1}`, channel: 'online' };
    all.hub.command('questions/ask', args, 'liaison');
  }
  all.settle();
  const list = () => all.screen.getByRole('listbox', { name: /^Questions, in the order/ });
  list().focus();
  const press = async (keys: string) => {
    await all.user.keyboard(keys);
    all.settle();
  };
  const chosen = () => within(list()).getByRole('option', { selected: true }).textContent ?? '';
  const of = (id: string) => all.hub.state.questions.find((question) => question.questionId === id);
  return { ...all, list, press, chosen, of };
}

describe('triage by keyboard', () => {
  test('moves through the list, and what is dealt with leaves its place to the next', async () => {
    const all = await open(['Who?', 'Why now?', 'How much?']);
    expect(all.chosen()).toContain('Who?');
    await all.press('jj');
    expect(all.chosen()).toContain('How much?');
    await all.press('jk{ArrowUp}');
    expect(all.chosen()).toContain('Who?');
    await all.press('r');
    expect(all.of('q1')?.decided).toBe('reviewed');
    expect(all.chosen()).toContain('Why now?');
    expect(all.screen.getByRole('button', { name: /^New 2/, pressed: true })).toBeTruthy();
    await all.user.click(all.screen.getByRole('button', { name: /^Open 1/ }));
    expect(all.chosen()).toContain('Who?');
  });

  test('passes and hides, edits with the original kept, and translates beside it', async () => {
    const all = await open(['who pay']);
    await all.press('p');
    expect(all.of('q1')?.passed).toBe(true);
    await all.press('p');
    expect(all.of('q1')?.passed).toBeUndefined();
    await all.press('e');
    await all.user.clear(all.screen.getByRole('textbox', { name: /^The question/ }));
    await all.press('Who pays?{Enter}');
    expect(all.of('q1')).toMatchObject({ text: 'Who pays?', original: 'who pay' });
    expect(all.screen.getByText('who pay')).toBeTruthy();
    expect(document.activeElement).toBe(all.list());
    await all.press('t谁付钱？{Enter}');
    expect(all.of('q1')?.translation).toBe('谁付钱？');
    expect(all.screen.getByText('谁付钱？')).toBeTruthy();
    await all.press('d{Escape}');
    expect(all.of('q1')?.decided).toBe('received');
  });

  test('declines with a reason, answers in writing, and opens again', async () => {
    const all = await open(['Who?', 'Why now?']);
    await all.press('dOff topic{Enter}');
    expect(all.of('q1')).toMatchObject({ decided: 'declined', reason: 'Off topic' });
    await all.press('w{Enter}');
    expect(all.of('q2')?.decided).toBe('received');
    await all.press('Because.{Enter}');
    expect(all.of('q2')).toMatchObject({ decided: 'answered-in-writing', answer: 'Because.' });
    await all.user.click(all.screen.getByRole('button', { name: /^Done 2/ }));
    all.list().focus();
    await all.press('r');
    expect(all.of('q1')?.decided).toBe('reviewed');
  });

  test('assigns to somebody of the roster by letters, to a free name, to nobody, and to a policy question', async () => {
    const all = await open(['Who?']);
    await all.press('aami{Enter}');
    expect(all.of('q1')?.assignedTo).toEqual({ personId: 'amina', name: 'Amina Okafor' });
    await all.user.click(all.screen.getByRole('button', { name: /^Open 1/ }));
    all.list().focus();
    await all.press('a');
    await all.user.selectOptions(all.screen.getByRole('combobox', { name: 'Policy question' }), 'pq1');
    await all.press('The panel{Enter}');
    all.settle();
    expect(all.of('q1')?.policyQuestionId).toBe('pq1');
    all.list().focus();
    await all.user.click(all.screen.getByRole('button', { name: 'For nobody in particular' }));
    all.settle();
    expect(all.of('q1')?.assignedTo).toBeUndefined();
  });

  test('puts one on the list as a turn, another read aloud; twice is refused with its reason on the button', async () => {
    const all = await open(['Who?', 'Why now?']);
    await all.press('q');
    await all.press('l');
    expect(all.hub.state.queue.entries).toMatchObject([
      { name: 'Guest 1', door: 'question', topic: 'Who?' },
      { name: 'Guest 2', door: 'question', relayed: true },
    ]);
    await all.user.click(all.screen.getByRole('button', { name: /^On the list 2/ }));
    const button = all.screen.getByRole('button', { name: /^Put on the list/ });
    expect(button.getAttribute('title')).toMatch(/dealt with already/);
  });

  test('proposes the one that says the same, and merges into the earlier', async () => {
    const all = await open(['Who pays for e-waste?', 'Why now?', 'who pays for the e-waste']);
    await all.press('jj');
    const detail = within(all.screen.getByRole('region', { name: 'The chosen question' }));
    expect(detail.getByText('Says nearly the same:')).toBeTruthy();
    await all.press('m');
    expect(all.screen.getByRole('option', { selected: true, name: /^Who pays for e-waste/ })).toBeTruthy();
    await all.press('{Enter}');
    expect(all.of('q3')).toMatchObject({ decided: 'merged', mergedInto: 'q1' });
  });

  test('merges with any other that the liaison finds by its letters; without another, says so', async () => {
    const all = await open(['Who pays for e-waste?', 'Why now?', '谁为电子垃圾付费？', 'How much?']);
    await all.press('jj');
    await all.press('m');
    const field = () => all.screen.getByRole('combobox', { name: /^With which other question/ });
    expect(document.activeElement).toBe(field());
    await all.press('PAYS{Enter}');
    expect(all.of('q3')).toMatchObject({ decided: 'merged', mergedInto: 'q1' });
    expect(document.activeElement).toBe(all.list());
    await all.press('m{Escape}');
    expect(document.activeElement).toBe(all.list());
    await all.press('mzzz');
    expect(field().getAttribute('aria-expanded')).toBe('false');
    const alone = await open(['Who?']);
    expect(alone.screen.getByRole('button', { name: /^Merge/ }).title).toBe('There is no other question.');
  });

  test('finds no fault with axe, with a form open as well', async () => {
    const all = await open(['Who pays for e-waste?', 'who pays for the e-waste']);
    const faults = async () => {
      const found = await axe.run(all.screen.container, { rules: { 'color-contrast': { enabled: false } } });
      return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
    };
    expect(await faults()).toEqual([]);
    await all.press('aa');
    expect(await faults()).toEqual([]);
  });

  test('shows only the rows near, of hundreds', async () => {
    const all = await open(Array.from({ length: 300 }, (_, index) => `Number ${index}?`));
    const options = within(all.list()).getAllByRole('option');
    expect(options.length).toBeLessThan(60);
    expect(options[0]?.getAttribute('aria-setsize')).toBe('300');
  });
});

describe('the desk', () => {
  test('copies in several lines under side and door, and says how many', async () => {
    const all = await open(['Who?']);
    await all.user.click(all.screen.getByRole('radio', { name: /Onsite/ }));
    await all.user.selectOptions(all.screen.getByRole('combobox', { name: 'Came by' }), 'zoom');
    const field = all.screen.getByRole('textbox', { name: /each line is one/ });
    await all.user.click(all.screen.getByRole('button', { name: 'Copy in' }));
    expect(all.screen.getByRole('alert').textContent).toBe('There is nothing to copy in yet.');
    await all.user.click(field);
    await all.user.paste('One?\nTwo?');
    await all.user.click(all.screen.getByRole('button', { name: 'Copy in 2 questions' }));
    all.settle();
    expect(all.hub.state.questions.slice(1)).toMatchObject([
      { text: 'One?', channel: 'onsite', door: 'zoom' },
      { text: 'Two?', channel: 'onsite', door: 'zoom' },
    ]);
    expect(all.screen.getByText('2 questions copied in.')).toBeTruthy();
    expect(field).toHaveProperty('value', '');
  });

  test('takes no more questions and slows them down; whoever is muted is heard again', async () => {
    const all = await open(['Who?']);
    await all.user.click(all.screen.getByRole('button', { name: 'Take no more' }));
    await all.user.selectOptions(all.screen.getByRole('combobox', { name: 'From one person' }), '60');
    all.hub.command('questions/mute', { personId: 'amina', muted: true }, 'liaison');
    all.settle();
    expect(all.hub.state.questionDesk).toMatchObject({ open: false, slowSeconds: 60, muted: ['amina'] });
    expect(all.screen.getByText('Amina Okafor')).toBeTruthy();
    await all.user.click(all.screen.getByRole('button', { name: 'Hear this person again' }));
    all.settle();
    expect(all.hub.state.questionDesk.muted).toEqual([]);
  });

  test('shows one question after the other in large type, and Escape closes', async () => {
    const all = await open(['Who?', 'Why now?']);
    await all.user.click(all.screen.getByRole('button', { name: 'Reading view' }));
    const dialog = all.screen.getByRole('dialog', { name: 'Questions to read aloud' });
    expect(within(dialog).getByText('Who?')).toBeTruthy();
    await all.user.click(within(dialog).getByRole('button', { name: 'Next' }));
    expect(within(dialog).getByText('Why now?')).toBeTruthy();
    within(dialog).getByRole('button', { name: 'Previous' }).focus();
    await all.user.keyboard('{ArrowLeft}r{Escape}');
    expect(all.screen.queryByRole('dialog')).toBeNull();
    expect(all.of('q1')?.decided).toBe('received');
  });

  test('speaks Chinese', async () => {
    await open(['Who?']);
    const zh = renderView(<QuestionsView />, { roles: 'liaison', language: 'zh-CN' });
    expect(zh.screen.getByRole('button', { name: /新问题/ })).toBeTruthy();
  });
});
