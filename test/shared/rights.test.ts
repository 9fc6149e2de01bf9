import { describe, expect, test } from 'vitest';
import { type CommandName, commandSchemas } from '../../shared/command.ts';
import type { Role } from '../../shared/lib/vocabulary.ts';
import { mayCommand } from '../../shared/rights.ts';
import { meeting } from '../support/meeting.ts';

const NAMES = Object.keys(commandSchemas) as CommandName[];
const allowed = (...roles: Role[]) => NAMES.filter((name) => mayCommand({ personId: 'p', roles }, name));
const ofArea = (...areas: string[]) =>
  NAMES.filter((name) => areas.some((area) => name.startsWith(`${area}/`)));

describe('rights', () => {
  test('[R1] given each role, when its commands are listed, then they are what the rule grants', () => {
    expect(allowed('host')).toEqual(NAMES);
    const ofModerators = NAMES.filter((name) => !ofArea('contacts').includes(name));
    expect(allowed('onsite-moderator')).toEqual(ofModerators);
    expect(allowed('online-moderator')).toEqual(ofModerators);
    expect(allowed('display')).toEqual([]);
    expect(allowed('participant')).toEqual([
      'people/introduce',
      'queue/join',
      'queue/leave',
      'queue/update',
      'floor/ready',
      'questions/ask',
      'questions/vote',
      'notes/endorse',
      ...ofArea('contacts'),
    ]);
    expect(allowed('rapporteur')).toEqual([
      'people/introduce',
      'queue/join',
      ...ofArea('notes'),
      ...ofArea('contacts'),
      ...ofArea('backchannel'),
      'history/undo',
    ]);
    expect(allowed('liaison')).toEqual([
      ...ofArea('people'),
      'queue/join',
      'queue/leave',
      'queue/update',
      'queue/hold',
      'queue/return',
      'queue/merge',
      ...ofArea('questions'),
      ...ofArea('backchannel'),
      'history/undo',
    ]);
  });

  test('[R1] given several roles, when asked, then they add up', () => {
    expect(allowed('rapporteur', 'participant')).toEqual(
      NAMES.filter((name) => allowed('rapporteur').includes(name) || allowed('participant').includes(name)),
    );
  });

  test('[R1] given a participant, when it gives the floor, then that is forbidden and says the command', () => {
    const m = meeting().as('dev-1', 'participant');
    expect(
      m.ask('floor/give', { turnId: 't1', person: { name: 'Me', channel: 'online' }, afterTurnId: null }),
    ).toEqual({
      code: 'forbidden',
      params: { command: 'floor/give' },
    });
  });
});

describe('invitations', () => {
  test('[V1] given a moderator, when it touches the host’s invitation, then that is forbidden; others are its own', () => {
    const m = meeting().as('mod', 'onsite-moderator');
    expect(m.refusal('invites/issue', { inviteId: 'x', roles: ['host', 'rapporteur'] })).toBe('forbidden');
    expect(m.refusal('invites/revoke', { inviteId: 'invite-host' })).toBe('forbidden');
    m.do('invites/issue', { inviteId: 'x', roles: ['rapporteur', 'online-moderator'], label: 'Li' });
    expect(m.state.invites?.at(-1)).toEqual({
      inviteId: 'x',
      roles: ['rapporteur', 'online-moderator'],
      label: 'Li',
      seq: 2,
    });
    expect(m.refusal('invites/issue', { inviteId: 'x', roles: ['display'] })).toBe('invalid');
    m.as('h', 'host').do('invites/issue', { inviteId: 'y', roles: ['host'] });
  });

  test('[V2] given a revoked invitation, when undone or revoked again, then it stays revoked', () => {
    const m = meeting();
    const seq = m.do('invites/revoke', { inviteId: 'invite-display' });
    expect(m.refusal('invites/revoke', { inviteId: 'invite-display' })).toBe('invites/already-revoked');
    expect(m.refusal('invites/revoke', { inviteId: 'gone' })).toBe('invites/no-such-invite');
    expect(m.refusal('history/undo', { seq })).toBe('history/no-such-commit');
    expect(m.state.invites?.find((invite) => invite.inviteId === 'invite-display')?.revoked).toBe(true);
  });
});
