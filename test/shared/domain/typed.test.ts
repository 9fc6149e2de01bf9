import { describe, expect, test } from 'vitest';
import { hasLink, looksLikeStaff, skeleton } from '../../../shared/domain/people/typed.ts';
import { redactCommit } from '../../../shared/redact.ts';
import { hand, meeting, planOfDiscussion } from '../../support/meeting.ts';

const PLAN = planOfDiscussion({
  people: [
    { personId: 'zhang', name: 'LI Zhang', channel: 'online', roles: ['online-moderator'] },
    { personId: 'ana', name: 'Ana', channel: 'onsite', panel: true },
  ],
});

describe('what a crowd types', () => {
  test('[P6] given addresses and words with dots, when looked at, then only addresses are links', () => {
    const links = [
      'see https://x.org',
      'HTTP://EVIL',
      'www.spam.biz',
      'buy at spam-shop.com now',
      '加群t.me/abc',
      'mail me@x.org',
    ];
    const words = [
      'e.g. this',
      'node.js and asp.net',
      'v1.2',
      'etc...',
      'Why? Because.Of this',
      'common.community',
      '3.5 per cent',
    ];
    expect(links.filter((text) => !hasLink(text))).toEqual([]);
    expect(words.filter(hasLink)).toEqual([]);
  });

  test('[P6] given a participant types a link, when links are not taken, then it is refused wherever it stands; once they are, only a name has none', () => {
    const m = meeting(PLAN);
    const phone = () => m.as('dev-1', 'participant');
    const topic = { ...hand('e1', 'online'), name: 'Bo', topic: 'see www.spam.biz' };
    expect(phone().refusal('people/introduce', { name: 'www.spam.biz', channel: 'online' })).toBe(
      'people/no-links',
    );
    expect(phone().refusal('queue/join', topic)).toBe('people/no-links');
    expect(phone().refusal('questions/ask', { questionId: 'q1', text: 'https://x', channel: 'online' })).toBe(
      'people/no-links',
    );
    phone().do('queue/join', { ...topic, topic: 'see above' });
    expect(phone().refusal('queue/update', { entryId: 'e1', topic: 'www.spam.biz' })).toBe('people/no-links');
    m.as('li-1', 'liaison').do('questions/links', { allowed: true });
    const [commit] = m.commits.slice(-1);
    expect(commit && redactCommit(commit, 'public', 0)?.events).toEqual([
      { type: 'questions/desk-set', v: 1, links: true },
    ]);
    phone().do('questions/ask', { questionId: 'q1', text: 'https://x', channel: 'online' });
    phone().do('queue/update', { entryId: 'e1', topic: 'www.spam.biz' });
    expect(phone().refusal('people/introduce', { name: 'www.spam.biz', channel: 'online' })).toBe(
      'people/no-links',
    );
    m.as('li-1', 'liaison').do('questions/ask', { questionId: 'q2', text: 'https://y', channel: 'online' });
  });

  test('[P7] given a name that looks like a moderator’s, when a participant takes it, then it is refused; any other script and name is not', () => {
    const m = meeting(PLAN);
    const phone = () => m.as('dev-1', 'participant');
    const names = ['li zhang', 'LІ Zhаng', 'L1 Zhang', 'Lí-Zhang', 'ＬＩ　Ｚｈａｎｇ'];
    expect(
      names.filter(
        (name) => phone().refusal('people/introduce', { name, channel: 'online' }) !== 'people/name-of-staff',
      ),
    ).toEqual([]);
    expect(phone().refusal('queue/join', { ...hand('e1', 'online'), name: 'LI Zhang' })).toBe(
      'people/name-of-staff',
    );
    for (const name of ['Li Zhangwei', 'Ana', '李章', 'Ольга', 'فاطمة'])
      phone().do('people/introduce', { name, channel: 'online' });
    expect(looksLikeStaff(m.state.people, 'LI Zhang', 'zhang')).toBe(false);
    expect(skeleton('Рope 0')).toBe(skeleton('pope o'));
  });

  test('[P6] [P7] given a name typed with a question, when it is a link or looks like a moderator’s, then it is refused', () => {
    const m = meeting(PLAN).as('dev-1', 'participant');
    const asked = (name: string) => ({ questionId: 'q1', text: 'Why?', channel: 'online', name });
    expect(m.refusal('questions/ask', asked('www.casino.com'))).toBe('people/no-links');
    expect(m.refusal('questions/ask', asked('Li Zhang'))).toBe('people/name-of-staff');
    expect(m.refusal('questions/ask', asked('Wang'))).toBeNull();
  });
});
