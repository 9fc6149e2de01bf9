import { expect, test } from 'vitest';
import { hand, meeting, planOfDiscussion } from '../../support/meeting.ts';

test('[P8] given the lobby is on, when somebody who typed a name acts, then it is refused until staff has passed the name', () => {
  const m = meeting(planOfDiscussion());
  const phone = () => m.as('dev-1', 'participant');
  const host = () => m.as('host-1', 'host');
  host().do('session/configure', { lobby: true });
  phone().do('people/introduce', { name: 'Ada', channel: 'online' });
  const mine = { ...hand('e1', 'online'), name: undefined };
  expect(phone().refusal('queue/join', mine)).toBe('people/in-lobby');
  expect(phone().refusal('questions/ask', { questionId: 'q1', text: 'Why?' })).toBe('people/in-lobby');
  expect(m.as('dev-2', 'participant').refusal('queue/join', hand('e2', 'onsite'))).toBe('people/in-lobby');
  host().do('queue/join', hand('e3', 'onsite'));
  host().do('people/update', { personId: 'dev-1', name: 'Ada' });
  phone().do('queue/join', mine);
  host().do('session/configure', { lobby: false });
  m.as('dev-2', 'participant').do('queue/join', hand('e2', 'online'));
});
