import { describe, expect, test } from 'vitest';
import { ownOf } from '../../../electron/hub/sending/own.ts';
import { apply } from '../../../shared/apply.ts';
import { planOf } from '../../../shared/create.ts';
import { decide } from '../../../shared/decide.ts';
import { CONTACTS_MAX } from '../../../shared/lib/limits.ts';
import { redactCommit, redactState } from '../../../shared/redact.ts';
import { type Meeting, meeting, planOfDiscussion } from '../../support/meeting.ts';

const PURPOSE = 'To be told of the research network';

const join = (contactId: string, more: object = {}) => ({
  contactId,
  name: 'Ana Diaz',
  organisation: 'Red',
  email: 'ana@example.org',
  purpose: PURPOSE,
  consent: true,
  ...more,
});

function asking(): Meeting {
  const m = meeting();
  m.do('session/configure', { network: { purpose: PURPOSE } });
  return m.wait(5).as('dev-1', 'participant');
}

describe('contacts', () => {
  test('[E1] given the session asks, when somebody leaves a contact, then the log says so, for what and when', () => {
    const m = asking();
    const seq = m.do('contacts/join', join('k1'));
    expect(m.state.contacts).toEqual([
      { contactId: 'k1', personId: 'dev-1', purpose: PURPOSE, joinedAtMs: 1_005_000, seq },
    ]);
    expect(m.refusal('contacts/join', join('k2'))).toBe('contacts/already-joined');
    expect(m.as('dev-2', 'participant').refusal('contacts/join', join('k1'))).toBe('invalid');
  });

  test('[E1] given paper was passed round, when staff enters it, then there is one for each line, nobody’s own', () => {
    const m = asking().as('ra-1', 'rapporteur');
    m.do('contacts/join', join('k1'));
    m.do('contacts/join', join('k2'));
    expect(m.state.contacts?.map((contact) => contact.personId)).toEqual([undefined, undefined]);
  });

  test.each([
    ['without consent', { consent: false }, 'invalid'],
    ['without a name', { name: ' ' }, 'invalid'],
    ['with an address that is none', { email: 'ana at example' }, 'invalid'],
    ['for another purpose', { purpose: 'Anything' }, 'contacts/other-purpose'],
  ])('[E1] given a contact %s, when it is left, then it is refused', (_, wrong, code) => {
    expect(asking().refusal('contacts/join', join('k1', wrong))).toBe(code);
  });

  test('[E1] given the session does not ask, or no longer, when somebody leaves a contact, then it is refused', () => {
    expect(meeting().as('dev-1', 'participant').refusal('contacts/join', join('k1'))).toBe('contacts/closed');
    const m = asking().as('host-1', 'host');
    expect(planOf(m.state).network).toEqual({ purpose: PURPOSE });
    m.do('session/configure', { title: 'Another' });
    expect(m.state.session.network).toEqual({ purpose: PURPOSE });
    m.do('session/configure', { network: null });
    expect(m.refusal('contacts/join', join('k1'))).toBe('contacts/closed');
    expect('network' in m.state.session).toBe(false);
  });

  test('[E1] given a plan that asks, when a session is made of it, then it asks', () => {
    const m = meeting(planOfDiscussion({ network: { purpose: PURPOSE } }));
    expect(m.state.session.network).toEqual({ purpose: PURPOSE });
  });

  test('[E1] given as many as are kept, when one more comes, then it is refused', () => {
    const m = asking().as('ra-1', 'rapporteur');
    for (let n = 0; n < CONTACTS_MAX; n += 1) m.do('contacts/join', join(`k${n}`));
    expect(m.refusal('contacts/join', join('more'))).toBe('too-many');
  });

  test('[E2] given contacts, when they are erased, then by their person or by those who keep them', () => {
    const m = asking();
    m.do('contacts/join', join('k1'));
    m.as('dev-2', 'participant').do('contacts/join', join('k2'));
    expect(m.refusal('contacts/erase', { contactId: 'k1' })).toBe('forbidden');
    expect(m.refusal('contacts/erase', { contactId: 'gone' })).toBe('forbidden');
    expect(m.as('mod', 'online-moderator').refusal('contacts/erase', { contactId: 'k1' })).toBe('forbidden');
    m.as('dev-2', 'participant').do('contacts/erase', { contactId: 'k2' });
    const seq = m.as('ra-1', 'rapporteur').do('contacts/erase', { contactId: 'k1' });
    expect(m.state.contacts).toEqual([]);
    expect(m.refusal('contacts/erase', { contactId: 'k1' })).toBe('contacts/no-such-contact');
    expect(m.as('host-1', 'host').refusal('history/undo', { seq })).toBe('history/no-such-commit');
  });

  test('[E3] given contacts came and went, when log and state are searched, then what they said is nowhere', () => {
    const m = asking();
    m.do('contacts/join', join('k1'));
    m.do('contacts/erase', { contactId: 'k1' });
    m.do('contacts/join', join('k2'));
    expect(JSON.stringify([m.commits, m.state])).not.toMatch(/ana@|Diaz|Red/);
  });

  test('[E4] given somebody leaves a contact, when it is sent, then those who keep them get it and nobody else', () => {
    const m = asking();
    m.do('contacts/join', join('k1'));
    const commit = m.commits.at(-1) as never;
    expect(redactCommit(commit, 'keeper', 0)).toMatchObject({ events: [{ type: 'contacts/joined' }] });
    // A page of the public shows in advance what it can: nothing, and no harm done.
    const seen = redactState(m.state, 'public');
    const context = { actor: { personId: 'dev-2', roles: ['participant' as const] }, nowMs: m.nowMs };
    const args = { ...join('k2'), consent: true as const };
    const events = decide(seen, { name: 'contacts/join', args }, context);
    expect(apply(seen, { ...(commit as object), events } as never)).toEqual(seen);
    expect(decide(seen, { name: 'contacts/erase', args: { contactId: 'k1' } }, context)).toMatchObject({
      code: 'forbidden',
    });
    for (const audience of ['staff', 'public'] as const) {
      expect(redactCommit(commit, audience, 0)).toBeNull();
      expect(redactState(m.state, audience)).not.toHaveProperty('contacts');
      expect(JSON.stringify(redactState(m.state, audience))).not.toContain('dev-1');
    }
  });

  test.each([
    ['before', true],
    ['after', false],
  ])(
    '[E2] given a contact left %s its person was merged into the roster, when that person comes back, then it is the own one',
    (_, isBefore) => {
      const m = asking();
      m.do('people/introduce', { name: 'Bo', channel: 'online' });
      if (isBefore) m.do('contacts/join', join('k1'));
      const seq = m.as('host-1', 'host').do('people/merge', { personId: 'bo', otherPersonId: 'dev-1' });
      m.as('dev-1', 'participant');
      if (!isBefore) m.do('contacts/join', join('k1'));
      expect(m.refusal('contacts/join', join('k2'))).toBe('contacts/already-joined');
      expect(ownOf(m.state, 'dev-1').contactIds).toEqual(['k1']);
      m.as('host-1', 'host').do('history/undo', { seq });
      m.as('dev-1', 'participant').do('contacts/erase', { contactId: 'k1' });
      expect(ownOf(m.state, 'dev-1').contactIds).toBeUndefined();
    },
  );
});
