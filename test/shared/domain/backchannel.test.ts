import { describe, expect, test } from 'vitest';
import { HISTORY_COMMITS_MAX, MESSAGES_MAX, RECEIPTS_MAX } from '../../../shared/lib/limits.ts';
import { discussion, hand, type Meeting, meeting } from '../../support/meeting.ts';

const say = (messageId: string, more: object = {}) => ({
  messageId,
  text: 'psst',
  urgency: 'normal',
  ...more,
});
const messages = (m: Meeting) => m.state.backchannel ?? [];
const online = (m: Meeting) => m.as('mod-2', 'online-moderator');

describe('the back-channel', () => {
  test('[K1] given a message, when it is sent, then it is kept as sent, with its author and time', () => {
    const m = meeting().wait(5).as('li-1', 'liaison');
    const seq = m.do(
      'backchannel/send',
      say('m1', { text: ' Three questions\n from the stream ', urgency: 'low' }),
    );
    m.wait(1).do('backchannel/send', say('m2', { cue: 'question-for', about: 'Bo 博', urgency: 'high' }));
    expect(messages(m)).toEqual([
      {
        messageId: 'm1',
        text: 'Three questions from the stream',
        urgency: 'low',
        from: { personId: 'li-1', role: 'liaison' },
        atMs: 1_005_000,
        seq,
        acknowledgedBy: [],
      },
      expect.objectContaining({ messageId: 'm2', cue: 'question-for', about: 'Bo 博', urgency: 'high' }),
    ]);
  });

  test('[K1] given a message, when another comes with its id, then that is invalid, from whomever', () => {
    const m = meeting();
    m.do('backchannel/send', say('m1'));
    const taken = { code: 'invalid', params: { field: 'messageId', problem: 'taken' } };
    expect(m.ask('backchannel/send', say('m1'))).toEqual(taken);
    expect(online(m).ask('backchannel/send', say('m1', { text: 'other' }))).toEqual(taken);
  });

  test.each([
    ['no text', { text: ' \u200b ' }],
    ['too long a text', { text: 'x'.repeat(501) }],
    ['an urgency of its own', { urgency: 'extreme' }],
    ['a cue that there is not', { cue: 'dance' }],
    ['a nameless name', { about: '' }],
  ])('[K1] given a message with %s, when it is sent, then it is invalid', (_, wrong) => {
    expect(meeting().refusal('backchannel/send', say('m1', wrong))).toBe('invalid');
  });

  test('[K1] given a session that is over, when the staff still talk, then they can', () => {
    const m = discussion();
    m.do('session/end');
    m.do('backchannel/send', say('m1'));
    expect(online(m).refusal('backchannel/acknowledge', { messageId: 'm1' })).toBeNull();
  });

  test('[K2] given a message, when others acknowledge it, then the receipts say who and when, in that order', () => {
    const m = meeting();
    m.do('backchannel/send', say('m1'));
    m.do('backchannel/send', say('m2'));
    online(m).wait(2).do('backchannel/acknowledge', { messageId: 'm1' });
    m.as('ra-1', 'rapporteur').wait(3).do('backchannel/acknowledge', { messageId: 'm1' });
    expect(messages(m).map((message) => message.acknowledgedBy)).toEqual([
      [
        { personId: 'mod-2', role: 'online-moderator', atMs: 1_002_000 },
        { personId: 'ra-1', role: 'rapporteur', atMs: 1_005_000 },
      ],
      [],
    ]);
  });

  test('[K2] given a message that is one’s own, acknowledged or gone, when it is acknowledged, then the refusal says which', () => {
    const m = meeting();
    m.do('backchannel/send', say('m1'));
    expect(m.refusal('backchannel/acknowledge', { messageId: 'm1' })).toBe('backchannel/own-message');
    online(m).do('backchannel/acknowledge', { messageId: 'm1' });
    expect(m.refusal('backchannel/acknowledge', { messageId: 'm1' })).toBe(
      'backchannel/already-acknowledged',
    );
    expect(m.refusal('backchannel/acknowledge', { messageId: 'm0' })).toBe('backchannel/no-such-message');
  });

  test('[K2] given a device that was merged into a record, when it goes on, then its messages and receipts stay its own', () => {
    const m = meeting().as('li-1', 'liaison');
    m.do('people/introduce', { name: 'Bo', channel: 'online' });
    m.do('backchannel/send', say('m1'));
    m.as('host-1', 'host').do('people/merge', { personId: 'bo', otherPersonId: 'li-1' });
    m.do('backchannel/send', say('m2'));
    m.as('li-1', 'liaison').do('backchannel/acknowledge', { messageId: 'm2' });
    expect(m.refusal('backchannel/acknowledge', { messageId: 'm1' })).toBe('backchannel/own-message');
    expect(m.refusal('backchannel/acknowledge', { messageId: 'm2' })).toBe(
      'backchannel/already-acknowledged',
    );
  });

  test('[K3] given as many messages as are kept, when one more comes, then the oldest goes', () => {
    const m = meeting();
    for (let i = 0; i <= MESSAGES_MAX; i += 1) m.do('backchannel/send', say(`m${i}`));
    expect(messages(m)).toHaveLength(MESSAGES_MAX);
    expect([messages(m)[0]?.messageId, messages(m).at(-1)?.messageId]).toEqual(['m1', `m${MESSAGES_MAX}`]);
    expect(online(m).refusal('backchannel/acknowledge', { messageId: 'm0' })).toBe(
      'backchannel/no-such-message',
    );
  });

  test('[K3] given as many receipts as are kept, when one more comes, then it is refused with the limit', () => {
    const m = meeting();
    m.do('backchannel/send', say('m1'));
    for (let i = 0; i < RECEIPTS_MAX; i += 1) {
      m.as(`li-${i}`, 'liaison').do('backchannel/acknowledge', { messageId: 'm1' });
    }
    expect(online(m).ask('backchannel/acknowledge', { messageId: 'm1' })).toEqual({
      code: 'too-many',
      params: { limit: RECEIPTS_MAX },
    });
  });

  test('[K4] given a deed and much talk, when the deed is undone, then talk neither hid it nor is taken back', () => {
    const m = discussion();
    const joined = m.do('queue/join', hand('r1', 'onsite'));
    const before = m.state.history?.length;
    for (let i = 0; i <= HISTORY_COMMITS_MAX; i += 1) m.do('backchannel/send', say(`m${i}`));
    const sent = m.do('backchannel/send', say('last'));
    const seen = online(m).do('backchannel/acknowledge', { messageId: 'last' });
    expect(m.state.history).toHaveLength(before ?? 0);
    for (const seq of [sent, seen]) {
      expect(m.refusal('history/undo', { seq })).toBe('history/no-such-commit');
    }
    m.do('history/undo', { seq: joined });
    expect(m.state.queue.entries).toEqual([]);
    expect(messages(m).at(-1)).toMatchObject({
      messageId: 'last',
      acknowledgedBy: [{ personId: 'mod-2' }],
    });
  });

  test.each(['participant', 'display'] as const)(
    '[K5] given a %s, when it talks or acknowledges, then that is forbidden',
    (role) => {
      const m = meeting();
      m.do('backchannel/send', say('m1'));
      m.as('dev-1', role);
      expect(m.refusal('backchannel/send', say('m2'))).toBe('forbidden');
      expect(m.refusal('backchannel/acknowledge', { messageId: 'm1' })).toBe('forbidden');
    },
  );
});
