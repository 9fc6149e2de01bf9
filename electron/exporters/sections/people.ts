import { CHANNEL_MARKS, type Role } from '../../../shared/lib/vocabulary.ts';
import type { ReportPerson } from '../../../shared/projections/report/report.ts';
import type { Block, Field } from '../document.ts';
import type { ReportWords } from '../words/en.ts';
import type { Writing } from '../writing.ts';

/** Those whom a form asks for by name, and the speakers of the panel. */
export function peopleOf({ facts: { people }, words }: Writing): Block[] {
  const labelled: [label: string, ...roles: Role[]][] = [
    [words.organiser, 'host'],
    [words.moderators, 'onsite-moderator', 'online-moderator'],
    [words.rapporteur, 'rapporteur'],
  ];
  const rows: Field[] = labelled.flatMap(([label, ...roles]) => {
    const who = people.filter((person) => roles.some((role) => person.roles.includes(role)));
    return who.length === 0 ? [] : [{ label, text: who.map(withOrganisation).join('; ') }];
  });
  const speakers = people.filter((person) => person.panel);
  const blocks: Block[] = rows.length > 0 ? [{ kind: 'fields', rows }] : [];
  if (speakers.length > 0) blocks.push(speakersTable(speakers, words));
  return blocks;
}

function withOrganisation({ name, organisation }: ReportPerson): string {
  return organisation === null ? name : `${name}, ${organisation}`;
}

function speakersTable(speakers: readonly ReportPerson[], words: ReportWords): Block {
  const rows = speakers.map(({ name, organisation, channel, groups }) => [
    name,
    organisation ?? '',
    `${CHANNEL_MARKS[channel]} ${words.channels[channel]}`,
    Object.values(groups).join(', '),
  ]);
  const head = [words.speaker, words.organisation, words.side, words.groups];
  return { kind: 'table', head, rows, numeric: [] };
}
