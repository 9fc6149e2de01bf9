/** Who may send what (docs/protocol.md). Several roles add up. Whose record it is, each area's decide checks. */
import type { CommandName } from './command.ts';
import type { Actor } from './domain/context.ts';
import type { Role } from './lib/vocabulary.ts';

type Grant = CommandName | `${string}/*`;

const MODERATOR: Grant[] = [
  'session/*',
  'agenda/*',
  'people/*',
  'queue/*',
  'floor/*',
  'questions/*',
  'notes/*',
  'backchannel/*',
  'invites/*',
  'history/*',
];

const GRANTS: Record<Role, Grant[]> = {
  host: [...MODERATOR, 'contacts/*'],
  'onsite-moderator': MODERATOR,
  'online-moderator': MODERATOR,
  rapporteur: ['people/introduce', 'queue/join', 'notes/*', 'contacts/*', 'backchannel/*', 'history/undo'],
  liaison: [
    'queue/join',
    'queue/leave',
    'queue/update',
    'queue/hold',
    'queue/return',
    'queue/merge',
    'questions/*',
    'people/*',
    'backchannel/*',
    'history/undo',
  ],
  participant: [
    'people/introduce',
    'queue/join',
    'queue/leave',
    'queue/update',
    'floor/ready',
    'questions/ask',
    'questions/vote',
    'notes/endorse',
    'contacts/*',
  ],
  display: [],
};

export function mayCommand(actor: Actor, name: CommandName): boolean {
  const area: Grant = `${name.slice(0, name.indexOf('/'))}/*`;
  return actor.roles.some((role) => GRANTS[role].includes(name) || GRANTS[role].includes(area));
}
