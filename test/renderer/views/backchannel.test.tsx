// @vitest-environment jsdom
import { act, fireEvent } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { App } from '../../../renderer/App.tsx';
import { SessionContext } from '../../../renderer/hooks/session.ts';
import { StaffView } from '../../../renderer/views/StaffView.tsx';
import { MESSAGE_CHARS_MAX } from '../../../shared/lib/limits.ts';
import { hand, startClient, stateOf } from '../support/client.ts';
import { HIGH, openBackchannel as open } from '../support/open-backchannel.tsx';
import { PLAN } from '../support/render-session.tsx';
import { renderView } from '../support/render-view.tsx';

afterEach(() => history.replaceState(null, '', '/'));

describe('saying something', () => {
  test('[K1] by keyboard alone: M, some words, Enter, and the field is ready for more', async () => {
    const all = open();
    await all.user.keyboard('m  Next, right after Ada. {Enter}');
    all.settle();
    expect(all.messages()).toMatchObject([{ text: 'Next, right after Ada.', urgency: 'normal' }]);
    expect([all.field().value, document.activeElement]).toEqual(['', all.field()]);
    await all.user.keyboard('{Enter}');
    expect(all.lines()).toHaveLength(1);
    expect(all.lines()[0]).toMatch(/^You · \d\d:\d\dNext, right after Ada\.$/);
  });

  test('[K1] M finds the field when the panel is away or shows the log', async () => {
    const all = open();
    await all.user.click(all.tab(/Log/));
    await all.user.click(all.button('Hide side panel'));
    await all.user.keyboard('mhello');
    expect(all.field().value).toBe('hello');
  });

  test('[K1] by mouse alone: an urgency, a pasted text, Send; the next one is not urgent by itself', async () => {
    const all = open();
    await all.user.click(all.field());
    await all.user.paste('No sound');
    await all.user.click(all.screen.getByRole('radio', { name: /Urgent/ }));
    await all.user.click(all.button('Send'));
    all.settle();
    expect(all.messages()).toMatchObject([{ text: 'No sound', urgency: 'high' }]);
    expect((all.screen.getByRole('radio', { name: /Normal/ }) as HTMLInputElement).checked).toBe(true);
    expect(all.lines()[0]).toContain('Urgent');
    expect(all.lines()[0]).toContain('Nobody has acknowledged it yet');
  });

  test('[K1] what is on its way is there at once, and says so', async () => {
    const all = open();
    await all.user.keyboard('mhello{Enter}');
    expect(all.lines()).toEqual(['You · sending…hello']);
    all.settle();
    expect(all.lines()[0]).not.toContain('sending');
  });

  test('[K1] Enter belongs to the input method while it composes', async () => {
    const all = open();
    await all.user.type(all.field(), 'nihao');
    fireEvent.keyDown(all.field(), { key: 'Enter', isComposing: true });
    fireEvent.keyDown(all.field(), { key: 'Enter', keyCode: 229 });
    all.settle();
    expect(all.messages()).toEqual([]);
    expect(all.field().value).toBe('nihao');
  });

  test('[K1] the field says how much is left before it is full, and takes no more', async () => {
    const all = open();
    await all.user.click(all.field());
    await all.user.paste('x'.repeat(MESSAGE_CHARS_MAX - 101));
    expect(all.screen.queryByText(/left$/)).toBeNull();
    await all.user.paste('xxxxxx');
    expect(all.screen.getByText('95 left')).toBeTruthy();
    await all.user.paste('x'.repeat(200));
    expect(all.field().value).toHaveLength(MESSAGE_CHARS_MAX);
    await all.user.keyboard('{Enter}');
    all.settle();
    expect(all.messages()).toHaveLength(1);
  });

  test('half a message is still there when the panel comes back', async () => {
    const all = open();
    await all.user.keyboard('mhalf a');
    await all.user.click(all.button('Hide side panel'));
    expect(all.screen.queryByRole('textbox', { name: 'Message to the staff' })).toBeNull();
    await all.user.click(all.button('Show side panel'));
    expect(all.field().value).toBe('half a');
  });

  test('an invitation that was withdrawn: chips and button say why nothing can be said', () => {
    const all = open();
    act(() => all.world.line.cut(4403, 'revoked'));
    for (const name of ['Wrap up', 'Question for…', 'Send']) {
      expect(all.button(name).getAttribute('aria-disabled')).toBe('true');
      expect(all.button(name).title).toBe('Your invitation does not allow this.');
    }
  });
});

describe('cues', () => {
  test('[K7] one tap sends one, with its urgency; the second half of a double click sends none', async () => {
    const all = open();
    await all.user.click(all.button('Wrap up'));
    await all.user.dblClick(all.button('Audio problem'));
    all.settle();
    expect(all.messages()).toMatchObject([
      { cue: 'wrap-up', urgency: 'normal', text: 'Please wrap up' },
      { cue: 'audio-problem', urgency: 'high' },
    ]);
  });

  test('[K7] a question is for somebody: whoever speaks, then the panel', async () => {
    const people = [
      { personId: 'bo', name: 'Bo 博', channel: 'online' as const, panel: true },
      { personId: 'cy', name: 'Cy', channel: 'onsite' as const },
    ];
    const all = open({ plan: { ...PLAN, people } });
    all.hub.command('queue/join', hand('ada', 'onsite', 'Ada').args);
    all.hub.command('floor/give', { turnId: 't1', entryId: 'ada', afterTurnId: null });
    all.settle();
    await all.user.click(all.button('Question for…'));
    const names = () => all.screen.queryByRole('group', { name: 'Whom is the question for?' });
    expect([...(names()?.querySelectorAll('button') ?? [])].map((one) => one.textContent)).toEqual([
      'Ada',
      'Bo 博',
    ]);
    await all.user.click(all.button('Bo 博'));
    all.settle();
    expect(all.messages()).toMatchObject([
      { cue: 'question-for', about: 'Bo 博', text: 'Question for Bo 博' },
    ]);
    expect(names()).toBeNull();
  });

  test('[K7] with nobody to name, the chip says why', () => {
    expect(open().button('Question for…').title).toContain('Nobody of the panel');
  });

  test('[K7] given a reader of another language, when cues and words come, then the cues are in that language', () => {
    const all = open({ language: 'zh-CN' });
    all.hear('Slower, please', { cue: 'slower' });
    all.hear('Question for Bo', { cue: 'question-for', about: 'Bo' });
    all.hear('Question for whom?', { cue: 'question-for' });
    all.hear('Three questions', { urgency: 'low' });
    const list = all.screen.getByRole('region', { name: '消息' }).textContent;
    for (const words of ['请讲慢一些', '有问题要问Bo', 'Question for whom?', 'Three questions', '不急']) {
      expect(list).toContain(words);
    }
    expect(list).not.toContain('Slower');
    expect(all.screen.getByRole('tab', { name: '内部消息' })).toBeTruthy();
  });
});

describe('hearing', () => {
  test('[K2] two screens: what one says the other acknowledges, and the receipt comes back with the name', async () => {
    const all = open();
    const other = startClient(all.world, 'online-moderator', 'b');
    all.settle();
    other.submit({ name: 'people/introduce', args: { name: 'Li Zhang', channel: 'online' } });
    await all.user.keyboard('mpsst{Enter}');
    all.settle();
    const [message] = stateOf(other).backchannel ?? [];
    expect(message?.text).toBe('psst');
    other.submit({ name: 'backchannel/acknowledge', args: { messageId: message?.messageId ?? '' } });
    all.settle();
    expect(all.lines()[0]).toContain('Seen by Li Zhang');
    expect(stateOf(other).backchannel).toEqual(stateOf(all.session).backchannel);
  });

  test('[K2] Got it: the button goes, the receipt stays, and focus falls on no floor key', async () => {
    const all = open();
    all.hub.command('queue/join', hand('ada', 'onsite', 'Ada').args);
    all.hear('one');
    all.hub.command('backchannel/acknowledge', { messageId: 'm1' }, 'rapporteur');
    all.settle();
    all.button('Got it: one').focus();
    await all.user.keyboard('{Enter}{Enter}');
    all.settle();
    expect(all.lines()[0]).toContain('Seen by Rapporteur and you');
    expect(all.screen.queryByRole('button', { name: /^Got it/ })).toBeNull();
    expect(all.hub.state.floor.turn).toBeNull();
  });

  test('[K2] whoever comes late acknowledges everything in one go', async () => {
    const all = open();
    for (const text of ['one', 'two', 'three']) all.hear(text, HIGH);
    await all.user.click(all.button('Got all 3 of them'));
    all.settle();
    expect(all.messages().map((message) => message.acknowledgedBy.length)).toEqual([1, 1, 1]);
    expect(all.screen.queryByRole('alert')).toBeNull();
  });

  test('[K8] what comes while the log is shown is counted on the tab until it is looked at', async () => {
    const all = open();
    all.hear('seen at once');
    expect(all.tab(/^Back-channel/).textContent).toBe('Back-channel');
    await all.user.click(all.tab(/^Log/));
    all.hear('one');
    all.hear('two');
    expect(all.tab(/^Back-channel/).textContent).toBe('Back-channel2 unread');
    await all.user.click(all.tab(/^Back-channel/));
    expect(all.tab(/^Back-channel/).textContent).toBe('Back-channel');
  });

  test('[K8] whoever has gone back to read is not carried off, and sees that something came', () => {
    const all = open();
    all.hear('one');
    const list = all.screen.getByRole('region', { name: 'Messages' });
    list.scrollTop = -200;
    fireEvent.scroll(list);
    all.hear('two');
    expect(all.tab(/^Back-channel/).textContent).toBe('Back-channel1 unread');
    expect(list.scrollTop).toBe(-200);
    list.scrollTop = 0;
    fireEvent.scroll(list);
    expect(all.tab(/^Back-channel/).textContent).toBe('Back-channel');
  });

  test('[K8] with the panel away, the way back to it says how many wait for a word', async () => {
    const all = open();
    await all.user.click(all.button('Hide side panel'));
    all.hear('one');
    all.hear('two', { urgency: 'low' });
    expect(all.screen.getByRole('button', { name: /^Show side panel/ }).textContent).toContain(
      '2 to acknowledge',
    );
  });

  test('[K4] talk is not among the deeds, and U passes over it', async () => {
    const all = open();
    await all.user.click(all.button('Start session'));
    await all.user.keyboard('{Escape}');
    await all.user.click(all.button('Wrap up'));
    all.hear('one');
    all.settle();
    await all.user.keyboard('u');
    all.settle();
    expect(all.hub.state.session.startedAtMs).toBeNull();
    expect(all.messages()).toHaveLength(2);
    await all.user.click(all.tab(/^Log/));
    expect(all.screen.getByRole('tabpanel').textContent).not.toMatch(/message/);
  });

  test('a message is read out once, politely; an urgent one is an alert instead', () => {
    const all = open();
    const polite = () =>
      all.screen.getAllByRole('status').some((region) => region.textContent === 'Liaison: quietly');
    all.hear('quietly', {}, 'liaison');
    expect(polite()).toBe(true);
    expect(all.screen.queryByRole('alert')).toBeNull();
  });
});

test.each(['rapporteur', 'liaison', 'host'])('[K2] a %s has it in the own console', async (roles) => {
  history.replaceState(null, '', '/?view=console');
  const all = open({ roles });
  all.hear('one', HIGH);
  await all.user.keyboard('mtwo{Enter}');
  all.settle();
  expect(all.lines()).toHaveLength(2);
  expect(all.messages().map((message) => message.text)).toEqual(['one', 'two']);
});

test.each(['participant', 'display'])('[K5] the page of a %s shows nothing of it', async (roles) => {
  // What the console of another test has left behind.
  document.title = '';
  const all = renderView(null, { roles });
  all.hub.command('backchannel/send', { messageId: 'm1', text: 'psst', urgency: 'high' });
  all.settle();
  all.screen.rerender(
    <SessionContext value={all.session}>
      <App session={all.session} Full={StaffView} />
    </SessionContext>,
  );
  await all.screen.findAllByText(/Test|begins soon|Welcome/i, {}, { timeout: 10_000 });
  expect(document.body.textContent).not.toContain('psst');
  expect(document.title).not.toContain('(!)');
  expect(stateOf(all.session)).not.toHaveProperty('backchannel');
});

describe('the tabs', () => {
  test('one stop for the Tab key, arrows and ends between them, each naming its panel', async () => {
    const all = open();
    const chosen = () =>
      all.screen
        .getAllByRole('tab')
        .filter((tab) => tab.getAttribute('aria-selected') === 'true')
        .map((tab) => tab.textContent);
    expect(all.screen.getAllByRole('tab').map((tab) => tab.tabIndex)).toEqual([0, -1, -1, -1]);
    all.tab(/^Back-channel/).focus();
    for (const [key, name] of [
      ['ArrowRight', 'Questions'],
      ['ArrowRight', 'Turns'],
      ['ArrowRight', 'Log'],
      ['ArrowRight', 'Back-channel'],
      ['ArrowLeft', 'Log'],
      ['Home', 'Back-channel'],
      ['End', 'Log'],
      ['x', 'Log'],
    ]) {
      await all.user.keyboard(`{${key}}`);
      expect(chosen()).toEqual([name]);
      expect(document.activeElement?.textContent).toBe(name);
      expect(all.screen.getByRole('tabpanel').getAttribute('aria-labelledby')).toBe(
        document.activeElement?.id,
      );
    }
  });
});
