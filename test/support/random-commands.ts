/** What may be asked for in a meeting that nobody has thought of: each kind of command, made from the state as it is. */
import type { CommandName } from '../../shared/command.ts';
import { lastTurn } from '../../shared/domain/floor/slice.ts';
import type { State } from '../../shared/state.ts';

/** One step: who, after how many seconds, and which of the commands that make sense now. */
export type Step = { who: number; seconds: number; kind: number; pick: number; flag: boolean };

type Maker = (state: State, step: Step, id: string) => [CommandName, object] | null;

const one = <T>(list: readonly T[], pick: number): T | undefined => list[pick % Math.max(1, list.length)];
const side = (flag: boolean) => (flag ? 'online' : 'onsite');
const entryOf = (state: State, { pick }: Step) => one(state.queue.entries, pick)?.entryId ?? 'gone';
const after = (state: State) => lastTurn(state)?.turnId ?? null;

/** The first so many are what a meeting mostly consists of. */
export const COMMON = 7;

export const COMMANDS: Maker[] = [
  (_, { flag, pick }, id) => [
    'queue/join',
    {
      entryId: id,
      name: `Guest ${pick}`,
      channel: side(flag),
      door: 'phone',
      kind: pick === 0 ? 'point-of-order' : 'topic',
      topic: `about ${pick}`,
    },
  ],
  (state, step, id) => [
    'floor/give',
    { turnId: id, entryId: entryOf(state, step), afterTurnId: after(state) },
  ],
  (state, step, id) => [
    'floor/give',
    { turnId: id, entryId: entryOf(state, step), afterTurnId: after(state), reason: 'r' },
  ],
  (state, { flag }, id) => [
    'floor/give',
    {
      turnId: id,
      person: { name: 'Row C', channel: side(flag) },
      afterTurnId: after(state),
      charge: flag ? 'panel' : undefined,
    },
  ],
  (state) => ['floor/end', { turnId: state.floor.turn?.turnId ?? 'none' }],
  (state, { pick, flag }) => [
    'floor/correct',
    { turnId: one(state.turns, pick)?.turnId ?? 'none', channel: side(flag), spokenMs: pick * 1_000 },
  ],
  (state, { pick }) => ['history/undo', { seq: one((state.history ?? []).toReversed(), pick)?.seq ?? 1 }],
  (state, { pick }) => [
    'agenda/begin',
    { itemId: one(state.agenda.items, pick)?.itemId ?? 'x', afterItemId: state.agenda.currentItemId },
  ],
  (_, { flag, pick }, id) => [
    'queue/join',
    { entryId: id, personId: pick % 2 ? 'ana' : 'bo', channel: side(flag), door: 'room', kind: 'reply' },
  ],
  (state, step) => ['queue/leave', { entryId: entryOf(state, step) }],
  (state, step) => ['queue/hold', { entryId: entryOf(state, step) }],
  (state, step) => ['queue/return', { entryId: entryOf(state, step) }],
  (state, step) => ['queue/miss', { entryId: entryOf(state, step) }],
  (state, step) => ['queue/put-on-deck', { entryId: entryOf(state, step) }],
  (state, step) => ['queue/take-off-deck', { entryId: entryOf(state, step) }],
  (state, step) => [
    'queue/move',
    {
      entryId: entryOf(state, step),
      afterEntryId: step.flag ? null : (one(state.queue.entries, step.pick + 1)?.entryId ?? null),
    },
  ],
  (state, step) => ['queue/update', { entryId: entryOf(state, step), topic: `now ${step.pick}` }],
  (state, step) => ['queue/update', { entryId: entryOf(state, step), shown: true, kind: 'question' }],
  (state, step) => [
    'queue/merge',
    {
      entryId: entryOf(state, step),
      otherEntryId: one(state.queue.entries, step.pick + (step.flag ? 1 : 3))?.entryId ?? 'gone',
    },
  ],
  (state, { pick, flag }) => [
    'queue/clear',
    pick < 3
      ? { channel: side(flag), ...(pick === 0 && { itemId: state.agenda.currentItemId ?? 'x' }) }
      : { itemId: one(state.agenda.items, pick)?.itemId ?? 'x' },
  ],
  (state, { pick, flag }) => {
    const id = (nth: number) => one(state.agenda.items, nth)?.itemId ?? 'x';
    return pick < 2
      ? ['queue/clear', { exceptItemId: id(pick) }]
      : [
          'queue/carry',
          { itemId: flag ? id(pick) : undefined, fromItemId: pick < 5 ? id(pick + 1) : undefined },
        ];
  },
  (state, { pick }) => [state.queue.open && pick === 0 ? 'queue/close' : 'queue/open', {}],
  (state) => ['floor/pause', { turnId: state.floor.turn?.turnId ?? 'none' }],
  (state) => ['floor/resume', { turnId: state.floor.turn?.turnId ?? 'none' }],
  (state, { flag }) => [
    'floor/adjust',
    { turnId: state.floor.turn?.turnId ?? 'none', seconds: flag ? 30 : -30 },
  ],
  (state) => ['floor/skip-hold', { afterTurnId: state.turns.at(-1)?.turnId ?? 'none' }],
  (state, { pick }) => [
    'floor/explain',
    { turnId: (state.floor.turn ?? one(state.turns, pick))?.turnId ?? 'none', reason: `since ${pick}` },
  ],
  (_, { pick, flag }) => [
    'session/configure',
    {
      fairness: {
        holdSlotSeconds: flag ? 120 : 0,
        balancedGroup: flag ? 'stakeholder' : null,
        windowSeconds: pick * 60,
      },
    },
  ],
  (state, step) => {
    const answers = ['ready', 'not-ready', 'not-ready', 'no-microphone'];
    const told = step.flag ? one(state.queue.onDeck, step.pick) : undefined;
    return ['floor/ready', { entryId: told ?? entryOf(state, step), readiness: one(answers, step.pick) }];
  },
  (_, { flag, pick }) => ['people/introduce', { name: `Self ${pick}`, channel: side(flag) }],
  (state, { pick, flag }) => [
    'people/update',
    {
      personId: one(state.people, pick)?.personId ?? 'x',
      ...(pick % 2 === 0 && { name: `Staff ${pick}` }),
      lockedSide: flag,
    },
  ],
  (state, { pick }) => [
    'people/merge',
    {
      personId: one(state.people, pick)?.personId ?? 'x',
      otherPersonId: one(state.people, pick + 1)?.personId ?? 'y',
    },
  ],
  (state, { pick }, id) => [
    'people/import',
    {
      door: 'zoom',
      source: 'zoom-webinar',
      people: [
        {
          personId: `${id}i`,
          name: `Imported ${pick}`,
          channel: 'online',
          attendance: { source: 'x', minutes: pick },
          ...(pick % 2 === 0 && { otherNames: [`Imported ${pick} (iPad)`] }),
        },
        ...state.people.slice(0, 1).map(({ personId, name, channel }) => ({
          personId,
          name,
          channel,
          attendance: { source: 'x', joins: 2 },
        })),
      ],
      questions: [{ questionId: `${id}q`, text: `Imported ${pick}?` }],
    },
  ],
  (_, { pick }, id) => ['people/add', { personId: id, name: `Added ${pick}`, channel: 'online' }],
  (_, { pick }) => ['session/configure', { title: `Title ${pick}`, settledNoteIds: ['n1'] }],
  (_, { flag }) => [flag ? 'session/pause' : 'session/resume', {}],
  (state, { pick, flag }) => {
    const toMs = state.history?.at(-1)?.atMs ?? 0;
    return ['session/settle-absence', { fromMs: toMs - pick * 3_000, toMs, counted: flag }];
  },
  (state, { pick }) => [
    'agenda/adjust',
    { itemId: one(state.agenda.items, pick)?.itemId ?? 'x', seconds: 60 },
  ],
  (state) => [
    'agenda/edit',
    { items: state.agenda.items.map((item) => ({ ...item, minutes: item.minutes + 1 })) },
  ],
  (_, { pick, flag }, id) => [
    'backchannel/send',
    // Now and then an id that is there already.
    { messageId: pick === 0 ? 'm' : id, text: `psst ${pick}`, urgency: flag ? 'high' : 'low' },
  ],
  (state, { pick }) => [
    'backchannel/acknowledge',
    { messageId: one((state.backchannel ?? []).toReversed(), pick)?.messageId ?? 'm' },
  ],
  (_, { flag, pick, seconds }, id) => [
    'notes/write',
    {
      noteId: pick === 0 ? 'n' : id,
      baseRevision: 0,
      kind: flag ? 'consensus' : 'point',
      text: `heard ${pick}`,
      ...(pick > 6 && { speaker: flag ? { personId: 'ana' } : { name: 'Row C' } }),
      typedAtMs: 1_000_000 + seconds * 1_000,
    },
  ],
  (state, { pick, flag }) => {
    const note = one(state.notes, pick);
    const turnId = flag ? (one(state.turns, pick)?.turnId ?? null) : undefined;
    const [noteId, baseRevision] = [note?.noteId ?? 'gone', note?.revision ?? 1];
    return ['notes/write', { noteId, baseRevision, kind: 'case', text: `rather ${pick}`, turnId }];
  },
  (state, { pick, flag }) => [
    'notes/reveal',
    { noteId: one(state.notes, pick)?.noteId ?? 'x', revealed: flag },
  ],
  (state, { pick }) => {
    const note = one(state.notes, pick);
    return ['notes/remove', { noteId: note?.noteId ?? 'gone', baseRevision: note?.revision ?? 1 }];
  },
  (state, { pick }) => {
    const [note, other] = [one(state.notes, pick), one(state.notes, pick + 1)];
    const revisions = { baseRevision: note?.revision ?? 1, otherBaseRevision: other?.revision ?? 1 };
    const ids = { noteId: note?.noteId ?? 'gone', otherNoteId: other?.noteId ?? 'gone-too' };
    return ['notes/merge', { ...ids, ...revisions, text: `both ${pick}` }];
  },
  (state, { pick, flag }) => [
    'notes/move',
    {
      noteId: one(state.notes, pick)?.noteId ?? 'gone',
      afterNoteId: flag ? null : (one(state.notes, pick + 1)?.noteId ?? null),
    },
  ],
  (state, { pick, flag }) => [
    'notes/endorse',
    {
      noteId: one(state.notes, pick)?.noteId ?? 'gone',
      personId: one(state.people, pick)?.personId ?? 'x',
      stance: pick > 7 ? null : flag ? 'support' : 'reservation',
    },
  ],
  (state, { pick }) => ['notes/ask', { noteId: one(state.notes, pick)?.noteId ?? 'gone' }],
  (state, { pick, flag }) => [
    'notes/endorse',
    {
      noteId: one(state.shows, pick)?.noteId ?? 'gone',
      channel: side(flag),
      stance: pick > 7 ? null : flag ? 'support' : 'reservation',
    },
  ],
  (state, { pick }) => ['notes/close', { noteId: one(state.shows, pick)?.noteId ?? 'gone' }],
  (state, { pick, flag }) => {
    const sectionId = `section-${pick % 2}`;
    const baseRevision = state.drafts?.find((draft) => draft.sectionId === sectionId)?.revision ?? 0;
    return ['notes/draft', { sectionId, baseRevision, text: flag ? `draft ${pick}` : null }];
  },
  (_, { pick }) => ['notes/use-template', { templateId: `template-${pick % 2}` }],
  (_, { flag, pick }, id) => [
    'questions/ask',
    { questionId: pick === 0 ? 'q' : id, text: `why ${pick}`, name: `Asker ${pick}`, channel: side(flag) },
  ],
  (state, { pick, flag }) => [
    'questions/vote',
    { questionId: one(state.questions, pick)?.questionId ?? 'q', vote: flag },
  ],
  (state, { pick, flag }) => [
    'questions/triage',
    {
      questionId: one(state.questions, pick)?.questionId ?? 'q',
      ...(pick % 2 ? { passed: flag } : { decided: flag ? 'reviewed' : 'declined', text: `rather ${pick}` }),
      ...(pick > 6 && { assignedTo: flag ? { name: 'The panel' } : null }),
      ...(pick > 4 && { otherQuestionIds: state.questions.slice(-2).map((other) => other.questionId) }),
    },
  ],
  (state, { pick }) => [
    'questions/merge',
    {
      questionId: one(state.questions, pick)?.questionId ?? 'q',
      otherQuestionId: one(state.questions, pick + 1)?.questionId ?? 'q',
    },
  ],
  (state, { pick }) => [
    'questions/answer',
    { questionId: one(state.questions, pick)?.questionId ?? 'q', text: 'so' },
  ],
  (state, { pick, flag }, id) => [
    'questions/queue',
    { questionId: one(state.questions, pick)?.questionId ?? 'q', entryId: id, relayed: flag },
  ],
  ({ questionDesk }, { pick, flag }) =>
    pick < 3
      ? [questionDesk.open ? 'questions/close' : 'questions/open', {}]
      : ['questions/slow', { seconds: flag ? 30 : 0 }],
  (_, { pick, flag }) => [
    'questions/mute',
    { personId: `dev-${1 + (pick % 3)}`, muted: flag, clear: pick % 2 === 0 },
  ],
  (_, { flag }) => ['session/configure', { network: flag ? { purpose: 'A research network' } : null }],
  ({ session }, { pick }, id) => [
    'contacts/join',
    {
      contactId: pick === 0 ? 'k' : id,
      name: 'Erasable Name',
      email: 'erasable@example.org',
      purpose: session.network?.purpose ?? 'another',
      consent: true,
    },
  ],
  (state, { pick }) => ['contacts/erase', { contactId: one(state.contacts ?? [], pick)?.contactId ?? 'k' }],
  (_, { flag }, id) => [
    'invites/issue',
    { inviteId: id, roles: flag ? ['display'] : ['liaison', 'participant'] },
  ],
  (state, { pick }) => ['invites/revoke', { inviteId: one(state.invites ?? [], pick)?.inviteId ?? 'x' }],
];
