import { describe, expect, test } from 'vitest';
import { notesOf, planOf } from './support.ts';

const people = async (text: string) =>
  (await planOf(`WS #1 A meeting\n\n${text}`)).people.map(({ personId: _, ...person }) => person);

const BLOCKS = `Facilitator 1
Name: Alba Nero
Pronouns: she/her
Organization: Digital Shield
Expected Presence: In-person
Country: Chile

Speaker 2
Name: Bruno Weiss
Designation: Counsel
Organization: Lawful Lab
Expected Presence: Online
`;

describe('people as forms print them', () => {
  test('[I33] given blocks of keys and values, when read, then each is one person, and keys without a place one note', async () => {
    expect(await people(BLOCKS)).toEqual([
      { name: 'Alba Nero', organisation: 'Digital Shield', channel: 'onsite', roles: ['onsite-moderator'] },
      { name: 'Bruno Weiss', organisation: 'Lawful Lab', channel: 'online', panel: true },
    ]);
    const notes = notesOf(await planOf(`WS #1 A meeting\n\n${BLOCKS}`), 'columns-unread');
    expect(notes).toEqual([{ field: 'people', params: { columns: 'Pronouns, Country, Designation' } }]);
  });

  test('[I33] given the label in each key, when read, then the lines of one label are one person', async () => {
    const text = [
      'Speaker 1 name: Ned Yule',
      'Speaker 1 affiliation: Acme',
      'Speaker 1 participation: online',
      'Speaker 2 name: Ola Zink',
      'Speaker 2 affiliation: Beta',
    ].join('\n');
    expect(await people(text)).toEqual([
      { name: 'Ned Yule', organisation: 'Acme', channel: 'online', panel: true },
      { name: 'Ola Zink', organisation: 'Beta', channel: 'onsite', panel: true },
    ]);
  });

  test('[I33] given a label of the form after a name, when read, then it ends the block', async () => {
    expect(await people('Name: Ned Yule\nOrganisation: Acme\nModerator: Pat Abel (online)')).toMatchObject([
      { name: 'Ned Yule' },
      { name: 'Pat Abel', roles: ['online-moderator'] },
    ]);
  });
});

describe('lines about people', () => {
  test.each([
    [
      'Speakers\nDr. Jan Tamm – Professor, University of Exampletown. He has published ten books.',
      'Professor, University of Exampletown',
    ],
    ['Speakers\nKim Udo (she/her), Example Watch', 'Example Watch'],
    ['Speakers\n- Ann Kerr (Org A): "Rights online"', 'Org A'],
    ['Speakers\nDora Nash, PhD, Org D', 'Org D'],
    ['Session Organizer\nBea North, Cable Watch', 'Cable Watch'],
    ['Organizer 1: Bea North, Cable Watch\n\nSpeakers\nBea North, Cable Watch', 'Cable Watch'],
    ['Speakers\nMaja Roth, Language Council of Example-\nland', 'Language Council of Exampleland'],
  ])(
    '[I22] given “%s”, when read, then the organisation of the only person is “%s”',
    async (text, organisation) => {
      expect(await people(text)).toMatchObject([{ organisation }]);
      expect(await people(text)).toHaveLength(1);
    },
  );

  test('[I22] given a label with what is said of each, when read, then all are under it', async () => {
    const text =
      'Expected speakers and their stakeholder group:\nKen Wall (Technical Community), Lia Xing (Government)';
    expect(await people(text)).toMatchObject([
      { name: 'Ken Wall', groups: { stakeholder: 'Technical Community' }, panel: true },
      { name: 'Lia Xing', groups: { stakeholder: 'Government' }, panel: true },
    ]);
  });

  test('[I15] given roles in brackets under no label, when read, then they are taken', async () => {
    const text = 'Bob Ost (moderator, onsite), Cat Park (speaker, remote), Eve Sohn (rapporteur)';
    expect(await people(text)).toEqual([
      { name: 'Bob Ost', channel: 'onsite', roles: ['onsite-moderator'] },
      { name: 'Cat Park', channel: 'online', panel: true },
      { name: 'Eve Sohn', channel: 'onsite', roles: ['rapporteur'] },
    ]);
  });

  test('[I22] given the lines of the form of 2017, when read, then the first parts of each are one name', async () => {
    const text =
      'Co-Organizers:\nMs., Tilda, ROOT, Civil Society, Library Federation\nDr., Vera Tom, Reg Net';
    expect(await people(text)).toMatchObject([
      {
        name: 'Ms. Tilda ROOT',
        organisation: 'Library Federation',
        groups: { stakeholder: 'Civil Society' },
      },
      { name: 'Dr. Vera Tom', organisation: 'Reg Net' },
    ]);
  });

  test.each([
    'Panel: Ada Lind (High Court), Bo Mann (Bar Association, online)',
    'Panel:\n1. Ada Lind – High Court\n2. Bo Mann – Bar Association – *online*',
  ])('[I22] given “%s”, when each is sure to be somebody, then they are the panel', async (text) => {
    expect(await people(text)).toMatchObject([
      { name: 'Ada Lind', organisation: 'High Court', panel: true },
      { name: 'Bo Mann', organisation: 'Bar Association', channel: 'online', panel: true },
    ]);
  });

  test.each(['Panel: Data Flows and Cloud Rules', 'Panel:\n- Data Flows\n- Cloud Rules'])(
    '[I15] given “%s”, when nobody can tell, then nobody is on the panel',
    async (text) => expect(await people(`Speaker 1: Ann Lee, WEOG\n\n${text}`)).toHaveLength(1),
  );

  test.each([
    ['Room A - Ann Lee', 'onsite'],
    ['Zoom – Ann Lee*', 'online'],
  ])('[I21] given “%s”, when read, then the side is none of the name', async (line, channel) => {
    expect(await people(`Speakers:\n${line}`)).toEqual([{ name: 'Ann Lee', channel, panel: true }]);
  });

  test('[I21] given a side said twice, when read, then it is one', async () => {
    expect(
      await people('Speakers\nAnn Lee, Acme（线上 online）\nBo Li, Beta (en ligne / online)'),
    ).toMatchObject([
      { organisation: 'Acme', channel: 'online' },
      { organisation: 'Beta', channel: 'online' },
    ]);
    expect(await people('Speakers\nAnn Lee, Acme (online / onsite)')).toMatchObject([{ channel: 'onsite' }]);
  });

  test('[I13] given the next item and its length under a label, when read, then neither is somebody', async () => {
    expect(await people('Agenda\nTalks (20 min)\n\nModerator\nClosing\n5 min')).toEqual([]);
    const items = '1. Administrivia (chairs) - 5 min\n2. draft-one (Cy Dorn) - 20 min';
    expect(await people(`Chairs: Ann Lee & Bo Chen\n\n${items}`)).toHaveLength(2);
    expect(await people('Speakers\nAnn Lee (10 min)\nBo Chen, Acme - 10 min')).toHaveLength(2);
  });

  test('[I23] given somebody with a title under an item, when nobody reads the line, then a note has it', async () => {
    const under = 'Prof. Ann Brock, Rector\nCy Dorn, Example University';
    const plan = await planOf(`A day\n\n17:00 Welcome\n${under}\n17:15 Talks\n18:00 End`);
    expect(JSON.stringify(notesOf(plan, 'lines-unread'))).toMatch(/Ann Brock.*Cy Dorn/);
  });

  test('[I12] given who moderates under an item that begins at a time, when read, then the agenda goes on', async () => {
    const plan = await planOf(
      'A day\n\n17:00 Welcome\n17:15 Panel\nProf. Ann Brock\nModeration: Fritz Gall\n17:45 Q&A\n18:00 End',
    );
    expect(plan.agenda.map(({ title, minutes }) => [title, minutes])).toEqual([
      ['Welcome', 15],
      ['Panel', 30],
      ['Q&A', 15],
    ]);
    expect(plan.people).toMatchObject([{ name: 'Fritz Gall' }]);
  });
});
