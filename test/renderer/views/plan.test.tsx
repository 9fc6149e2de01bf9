// @vitest-environment jsdom
import { act, fireEvent, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { notesEn } from '../../../renderer/messages/notes-en.ts';
import { notesZhCn } from '../../../renderer/messages/notes-zh-cn.ts';
import { PlanView } from '../../../renderer/views/PlanView.tsx';
import type { PlanInput } from '../../../shared/plan.ts';
import type { Given } from '../support/render-view.tsx';
import { renderView } from '../support/render-view.tsx';

const PLAN: Partial<PlanInput> = {
  title: 'Digital governance',
  agenda: [
    { itemId: 'intro', kind: 'opening', title: 'Introduction', minutes: 5 },
    { itemId: 'talk', kind: 'discussion', title: 'Discussion', minutes: 40 },
  ],
  people: [
    { personId: 'li', name: 'Li', channel: 'onsite', panel: true },
    { personId: 'amina', name: 'Amina', channel: 'online' },
  ],
  notes: [
    {
      noteId: 'n1',
      field: 'people/li/roles',
      code: 'role-label-missing',
      params: { name: 'Li', line: 18, suggestedRole: 'onsite-moderator' },
    },
    {
      noteId: 'n2',
      field: 'agenda/intro/minutes',
      code: 'minutes-missing',
      params: { title: 'Introduction' },
    },
    { noteId: 'n3', field: 'sections', code: 'from-the-future', params: {} },
  ],
};

function open(given: Given = {}) {
  const all = renderView(<PlanView />, { plan: PLAN, ...given });
  const type = async (field: HTMLElement, text: string) => {
    await all.user.clear(field);
    await all.user.type(field, text);
  };
  const row = (name: RegExp) => within(all.screen.getByRole('listitem', { name }));
  return { ...all, type, row };
}

const titles = (all: ReturnType<typeof open>) => all.hub.state.agenda.items.map((item) => item.title);
const notes = (all: ReturnType<typeof open>) => all.hub.state.session.notes?.map((note) => note.noteId);

test('[S8] which way the clocks count is chosen in the plan', async () => {
  const all = open();
  const field = all.screen.getByLabelText('The clock of a turn shows') as HTMLSelectElement;
  expect(field.value).toBe('left');
  await all.user.selectOptions(field, 'what was spent, counting up');
  all.settle();
  expect(all.hub.state.session.clockShows).toBe('spent');
  expect(field.value).toBe('spent');
});

test('a title is committed by Enter, a field left empty says so and commits nothing', async () => {
  const all = open();
  const title = within(all.screen.getByRole('region', { name: 'Session' })).getByLabelText('Title');
  await all.type(title, 'Even floors{Enter}');
  all.settle();
  expect(all.hub.state.session.title).toBe('Even floors');
  await all.user.clear(title);
  await all.user.tab();
  expect(all.screen.getByRole('alert').textContent).toBe('This cannot be empty.');
  expect(title.getAttribute('aria-invalid')).toBe('true');
  all.settle();
  expect(all.hub.state.session.title).toBe('Even floors');
});

test('Enter that ends the composition of a Chinese word commits nothing', () => {
  const all = open();
  const code = all.screen.getByLabelText('Code');
  fireEvent.change(code, { target: { value: '研讨' } });
  fireEvent.keyDown(code, { key: 'Enter', isComposing: true });
  all.settle();
  expect(all.hub.state.session.code).toBeNull();
});

test('what was typed is kept when the view is left with the field still open', async () => {
  const all = open();
  await all.type(all.screen.getByLabelText('Code'), 'WS 1');
  all.screen.unmount();
  act(() => all.world.settle());
  expect(all.hub.state.session.code).toBe('WS 1');
});

test('a text that somebody else changed meanwhile is asked about', async () => {
  const all = open();
  const code = all.screen.getByLabelText('Code');
  await all.type(code, 'mine');
  all.hub.command('session/configure', { code: 'theirs' });
  all.settle();
  await all.user.tab();
  expect(all.screen.getByRole('alert').textContent).toContain('“theirs”');
  all.settle();
  expect(all.hub.state.session.code).toBe('theirs');
  await all.user.click(all.screen.getByRole('button', { name: 'Keep mine' }));
  all.settle();
  expect(all.hub.state.session.code).toBe('mine');
});

test('items are added, changed, moved and removed by keyboard, and the sum follows', async () => {
  const all = open();
  const press = async (name: string) => {
    all.screen.getByRole('button', { name }).focus();
    await all.user.keyboard('{Enter}');
    all.settle();
  };
  await press('Add an item');
  await all.type(all.row(/^Item 3/).getByLabelText('Title'), 'Wrap-up{Enter}');
  all.settle();
  await press('Move “Wrap-up” up');
  expect(titles(all)).toEqual(['Introduction', 'Wrap-up', 'Discussion']);
  await all.type(all.row(/Wrap-up/).getByLabelText('Minutes'), '7,5{Enter}');
  all.settle();
  expect(all.screen.getByText('52.5 min in all')).toBeTruthy();
  await press('Remove “Introduction”');
  expect(titles(all)).toEqual(['Wrap-up', 'Discussion']);
});

test('of two agenda edits at once the later is a choice, and mine can be made again over theirs', async () => {
  const all = open();
  await all.type(all.row(/Discussion/).getByLabelText('Minutes'), '30');
  all.hub.command('agenda/edit', {
    items: [{ itemId: 'talk', kind: 'discussion', title: 'Open floor', minutes: 40 }],
  });
  // Their commit is still on the way when this one is sent.
  await all.user.keyboard('{Enter}');
  all.settle();
  expect(titles(all)).toEqual(['Open floor']);
  const choice = all.screen.getByRole('alert');
  expect(choice.textContent).toContain('“Discussion”: Minutes 30');
  await all.user.click(within(choice).getByRole('button', { name: 'Make my changes to the new agenda' }));
  all.settle();
  expect(all.hub.state.agenda.items).toMatchObject([{ title: 'Open floor', minutes: 30 }]);
  expect(all.session.store.getState().notices).toEqual([]);
});

test('a refused edit can also be let go', async () => {
  const all = open();
  await all.type(all.row(/Discussion/).getByLabelText('Title'), 'Mine');
  all.hub.command('agenda/edit', { items: [{ itemId: 'talk', kind: 'other', title: 'Theirs', minutes: 1 }] });
  await all.user.keyboard('{Enter}');
  all.settle();
  await all.user.click(all.screen.getByRole('button', { name: 'Leave the agenda as it is now' }));
  all.settle();
  expect(titles(all)).toEqual(['Theirs']);
  expect(all.screen.queryByRole('alert')).toBeNull();
});

test('an item that has begun cannot be removed, and the button says why', () => {
  const all = open();
  all.hub.command('agenda/begin', { itemId: 'intro', afterItemId: null });
  all.settle();
  const remove = all.screen.getByRole('button', { name: 'Remove “Introduction”' });
  expect(remove.getAttribute('aria-disabled')).toBe('true');
  expect(remove.title).toContain('has begun');
});

test('a note stands beside its field and describes it, until it is settled', async () => {
  const all = open();
  const minutes = all.row(/Introduction/).getByLabelText('Minutes');
  const note = document.getElementById(minutes.getAttribute('aria-describedby') ?? '');
  expect(note?.textContent).toContain('No minutes were given');
  expect(all.screen.getByText('3 things to settle')).toBeTruthy();
  await all.user.click(all.row(/Introduction/).getByRole('button', { name: /^Leave as it is/ }));
  all.settle();
  expect(notes(all)).toEqual(['n1', 'n3']);
  expect(all.screen.getByText('2 things to settle')).toBeTruthy();
});

test('a note that goes by keyboard leaves the focus at the next one, the last at the heading', async () => {
  const all = open();
  const leave = () => all.screen.getAllByRole('button', { name: /^Leave as it is/ });
  leave()[0]?.focus();
  for (const left of [2, 1]) {
    await all.user.keyboard('{Enter}');
    expect(leave()).toHaveLength(left);
    expect(leave()).toContain(document.activeElement);
  }
  await all.user.keyboard('{Enter}');
  expect(document.activeElement?.tagName).toBe('H2');
});

test('the role that the form has there is given in one press, and the note is settled', async () => {
  const all = open();
  all.screen.getByRole('button', { name: 'Make them Onsite moderator' }).focus();
  await all.user.keyboard('{Enter}');
  all.settle();
  expect(all.hub.state.people[0]).toMatchObject({ name: 'Li', roles: ['onsite-moderator'], panel: true });
  expect(notes(all)).toEqual(['n2', 'n3']);
});

test('a note with an unknown code is shown as it is', () => {
  expect(open().screen.getByText(/from-the-future/)).toBeTruthy();
});

test('people are added, edited and merged', async () => {
  const all = open();
  const people = within(all.screen.getByRole('region', { name: 'People' }));
  await all.user.type(people.getByLabelText('Add a person'), '张丽{Enter}');
  all.settle();
  expect(all.hub.state.people.at(-1)).toMatchObject({ name: '张丽', channel: 'onsite' });
  await all.user.click(people.getByRole('button', { name: 'Edit Amina' }));
  await all.user.click(people.getByRole('checkbox', { name: 'Rapporteur' }));
  await all.type(people.getByLabelText('Stakeholder group'), 'Civil Society{Enter}');
  all.settle();
  expect(all.hub.state.people[1]).toMatchObject({
    roles: ['rapporteur'],
    groups: { stakeholder: 'Civil Society' },
  });
  await all.user.selectOptions(people.getByLabelText('The same person as'), '张丽');
  await all.user.click(people.getByRole('button', { name: 'Merge' }));
  all.settle();
  expect(all.hub.state.people.map((person) => person.name)).toEqual(['Li', 'Amina']);
});

test('shares of the two sides always add up to one', async () => {
  const all = open();
  await all.type(all.screen.getByLabelText(/Share of speaking time/), '60{Enter}');
  all.settle();
  expect(all.hub.state.session.fairness.weights).toEqual({ onsite: 0.6, online: 0.4 });
});

test('[B15] the rule, its groups and the held slot are set, each change by itself', async () => {
  const all = open();
  const fairness = () => all.hub.state.session.fairness;
  const choose = async (label: string, option: string) => {
    await all.user.selectOptions(all.screen.getByLabelText(label), option);
    all.settle();
  };
  await choose('Balance groups inside each side', 'Region');
  expect(fairness()).toMatchObject({ balancedGroup: 'region', windowSeconds: 180 });
  await all.type(all.screen.getByLabelText('Window (seconds)'), '60{Enter}');
  await all.type(all.screen.getByLabelText(/Wait for the side/), '20{Enter}');
  all.settle();
  expect(fairness()).toMatchObject({ windowSeconds: 60, holdSlotSeconds: 20 });
  await choose('Balance groups inside each side', 'None');
  expect(all.screen.queryByLabelText('Window (seconds)')).toBeNull();
  await choose('How the next speaker is proposed', 'First come, first served');
  expect(fairness()).toMatchObject({ policy: 'fifo', balancedGroup: null, holdSlotSeconds: 20 });
  expect(all.screen.queryByLabelText(/Share of speaking time/)).toBeNull();
});

test('[B2] shares are taken once from the people present, and corrected by a count of heads', async () => {
  const all = open();
  const { personId } = all.hub.state.people[0] ?? { personId: '' };
  all.hub.tell({ type: 'presence', count: 1, people: [{ personId, roles: ['host'], sinceMs: 0 }] });
  all.settle();
  await all.user.click(all.screen.getByRole('button', { name: 'By the people present…' }));
  const room = all.screen.getByLabelText('Onsite') as HTMLInputElement;
  const online = all.screen.getByLabelText('Online') as HTMLInputElement;
  expect([room.value, online.value].toSorted()).toEqual(['', '1']);
  await all.type(room, '30');
  await all.type(online, 'many');
  expect(all.screen.getByRole('button', { name: 'Take the shares' }).getAttribute('aria-disabled')).toBe(
    'true',
  );
  await all.type(online, '10');
  await all.user.click(all.screen.getByRole('button', { name: 'Take 75 : 25' }));
  all.settle();
  expect(all.hub.state.session.fairness.weights).toEqual({ onsite: 0.75, online: 0.25 });
});

test('policy questions are added, changed and removed', async () => {
  const all = open();
  await all.user.click(all.screen.getByRole('button', { name: 'Add a question' }));
  all.settle();
  await all.type(all.screen.getByLabelText('Question 1'), 'Who pays?');
  await all.user.tab();
  all.settle();
  expect(all.hub.state.policyQuestions).toMatchObject([{ text: 'Who pays?' }]);
  await all.user.click(all.screen.getByRole('button', { name: 'Remove question 1' }));
  all.settle();
  expect(all.hub.state.policyQuestions).toEqual([]);
});

test('whoever may not change the plan can read it', () => {
  const all = open({ roles: 'rapporteur' });
  expect(all.screen.getByText(/Only the host and the moderators/)).toBeTruthy();
  expect(all.screen.queryByRole('button', { name: 'Add an item' })).toBeNull();
  expect((all.screen.getByLabelText('Code') as HTMLInputElement).readOnly).toBe(true);
});

test('it speaks Chinese, notes included', () => {
  const all = open({ language: 'zh-CN' });
  expect(all.screen.getByText('3 处待确认')).toBeTruthy();
  expect(all.screen.getByText(/此处应为“现场主持人”/)).toBeTruthy();
  expect(Object.keys(notesZhCn)).toEqual(Object.keys(notesEn));
});
