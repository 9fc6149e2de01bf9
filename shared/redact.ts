/**
 * What each audience may see. Law, held by a property test: applying the redacted commits to the redacted state
 * gives the redacted state. So an event carries whole what it reveals, and redacting needs nothing but the event.
 */
import type { Commit, SentCommit } from './commit.ts';
import type { Turn } from './domain/floor/schema.ts';
import type { Floor } from './domain/floor/slice.ts';
import type { RecordWrite } from './domain/history/slice.ts';
import type { Note, WrittenNote } from './domain/notes/schema.ts';
import type { ShowOfHands } from './domain/notes/slice.ts';
import type { Person } from './domain/people/schema.ts';
import type { Question } from './domain/questions/schema.ts';
import type { QuestionDesk } from './domain/questions/slice.ts';
import type { Entry } from './domain/queue/schema.ts';
import type { Session } from './domain/session/slice.ts';
import type { Event } from './event.ts';
import type { Audience } from './lib/vocabulary.ts';
import type { State } from './state.ts';

/** The state without what `audience` may not see: absent, not blanked. */
export function redactState(state: State, audience: Audience): State {
  if (audience === 'keeper') return state;
  const { contacts: ____, ...staffed } = state;
  if (audience === 'staff') return staffed;
  const {
    backchannel: _,
    invites: __,
    history: ___,
    versions: _____,
    drafts: ______,
    reportTemplateId: _______,
    stops: ________,
    ...open
  } = staffed;
  return {
    ...open,
    session: redactSession(state.session),
    people: state.people.flatMap((person) => redactPerson(person) ?? []),
    notes: state.notes.flatMap((note) => (note.revealed ? [redactNote(note)] : [])),
    shows: state.shows.map(redactShow),
    questions: state.questions.flatMap((question) => (question.passed ? [redactQuestion(question)] : [])),
    questionDesk: redactDesk(state.questionDesk),
    queue: { ...state.queue, entries: state.queue.entries.map(redactEntry) },
    floor: redactFloor(state.floor),
    turns: state.turns.map(redactTurn),
  };
}

/** The commit as `audience` gets it; null when nothing of it is left. `prev` is the seq that it got before. */
export function redactCommit(commit: Commit, audience: Audience, prev: number): SentCommit | null {
  if (audience === 'keeper') return { ...commit, prev };
  const hasOfKeepers = commit.events.some(isOfKeepers);
  // Shared rather than copied where it can be: the hub keeps the last few commits for each audience.
  const ofStaff = hasOfKeepers ? commit.events.filter((event) => !isOfKeepers(event)) : commit.events;
  const events = audience === 'staff' ? ofStaff : ofStaff.flatMap((event) => redactEvent(event) ?? []);
  if (events.length === 0) return null;
  return { ...commit, actor: audience === 'staff' ? commit.actor : commit.actor.role, events, prev };
}

/** Who left a contact is nobody's business but that of those who keep them. */
function isOfKeepers({ type }: Event): boolean {
  return type.startsWith('contacts/');
}

/** By name, and no others by default: of a new one somebody has to say who may see it, or it does not compile. */
const PUBLIC = [
  'session/started',
  'session/paused',
  'session/resumed',
  'session/ended',
  'session/absence-settled',
  'agenda/begun',
  'agenda/adjusted',
  'agenda/edited',
  'queue/moved',
  'queue/held',
  'queue/returned',
  'queue/missed',
  'queue/taken-off-deck',
  'queue/cleared',
  'queue/carried',
  'queue/opened',
  'queue/closed',
  'floor/ended',
  'floor/paused',
  'floor/resumed',
  'floor/adjusted',
  'floor/hold-skipped',
  'notes/asked',
  'notes/closed',
  'questions/hidden',
] as const satisfies Event['type'][];

type PublicEvent = Extract<Event, { type: (typeof PUBLIC)[number] }>;

const isPublic = (event: Event): event is PublicEvent => PUBLIC.some((type) => type === event.type);

function redactEvent(event: Event): Event | null {
  if (isPublic(event)) return event;
  switch (event.type) {
    case 'session/created': {
      const { notes: _, ...rest } = event;
      return rest;
    }
    case 'session/configured': {
      const { settledNoteIds: _, ...rest } = event;
      return rest;
    }
    case 'people/introduced':
    case 'people/imported':
      return null;
    case 'people/added': {
      const { groups: _, attendance: __, otherNames: ___, ...person } = event.person;
      return { ...event, person };
    }
    case 'people/updated': {
      const person = redactPerson(event.person);
      return person && { ...event, person };
    }
    case 'people/merged': {
      const { unseen, otherPersonId, ...rest } = event;
      const person = redactPerson(event.person);
      return person && { ...rest, person, ...(!unseen && { otherPersonId }) };
    }
    case 'queue/joined':
      return redactEntry(event);
    case 'queue/updated':
    case 'queue/put-on-deck':
    case 'queue/merged':
      return { ...event, entry: redactEntry(event.entry) };
    case 'queue/left': {
      const { personId: _, reason: __, ...rest } = event;
      return rest;
    }
    case 'floor/given':
      return redactTurn(event);
    case 'floor/corrected':
      return { ...event, turn: redactTurn(event.turn) };
    case 'notes/written':
      return event.note.revealed ? { ...event, note: redactNote(event.note) } : null;
    case 'notes/revealed':
      return { ...event, note: redactNote(event.note) };
    case 'notes/hidden':
      return { ...event, type: 'notes/removed' };
    case 'notes/merged':
      return redactMerged(event);
    case 'notes/removed':
    case 'notes/moved':
      return event.unseen ? null : event;
    case 'notes/answered': {
      const { type, v, noteId, counts } = event;
      return { type, v, noteId, counts };
    }
    case 'questions/asked':
      return null;
    case 'questions/changed':
      return redactChanged(event);
    case 'questions/voted': {
      const { type, v, questionId, votes } = event;
      return { type, v, questionId, votes };
    }
    case 'questions/desk-set': {
      const { muted: _, ...change } = event;
      const { open, slowSeconds, links } = change;
      return open === undefined && slowSeconds === undefined && links === undefined ? null : change;
    }
    case 'notes/endorsed':
    case 'notes/drafted':
    case 'notes/template-chosen':
    case 'floor/explained':
    case 'contacts/joined':
    case 'contacts/erased':
    case 'floor/readied':
    case 'backchannel/sent':
    case 'backchannel/acknowledged':
    case 'invites/issued':
    case 'invites/revoked':
      return null;
    case 'history/undone':
      return { ...event, records: event.records.flatMap((write) => redactRecord(write) ?? []) };
  }
}

function redactRecord(write: RecordWrite): RecordWrite | null {
  switch (write.table) {
    case 'session':
      return { ...write, value: redactSession(write.value) };
    case 'people':
      return write.unseen ? null : { ...write, value: redactPerson(write.value) };
    case 'entries':
      return { ...write, value: write.value && redactEntry(write.value) };
    case 'floor':
      return { ...write, value: redactFloor(write.value) };
    case 'turns':
      return { ...write, value: write.value && redactTurn(write.value) };
    case 'notes':
      return write.unseen
        ? null
        : { ...write, value: write.value?.revealed ? redactNote(write.value) : null };
    case 'drafts':
    case 'reportTemplateId':
    case 'stops':
      return null;
    case 'questions':
      return write.unseen
        ? null
        : { ...write, value: write.value?.passed ? redactQuestion(write.value) : null };
    case 'questionDesk':
      return { ...write, value: redactDesk(write.value) };
    case 'shows':
      return { ...write, value: write.value && redactShow(write.value) };
    case 'policyQuestions':
    case 'agenda':
    case 'open':
    case 'onDeck':
      return write;
  }
}

function redactSession({ notes: _, ...session }: Session): Session {
  return session;
}

/**
 * Groups are declared for the balance, not for the wall: in a room of thirty, “the one from a government” is a name.
 */
function redactPerson(person: Person | null): Person | null {
  if (!person || person.self) return null;
  const { devices: _, groups: __, attendance: ___, otherNames: ____, ...open } = person;
  return open;
}

/** What is written and where it belongs; not who wrote it, whose point it is said to be, and who was tapped in. */
function redactNote<T extends WrittenNote & Pick<Partial<Note>, 'author' | 'editor'>>(note: T): T {
  const { stances: _, author: __, editor: ___, ...open } = note;
  return { ...open, speaker: null } as T;
}

/** To the public one point goes and another changes, each of which it may not know. */
function redactMerged(event: Extract<Event, { type: 'notes/merged' }>): Event | null {
  const { note, otherNoteId: noteId, unseen } = event;
  if (!note.revealed) return unseen ? null : { type: 'notes/removed', v: 1, noteId };
  if (unseen) return { type: 'notes/written', v: 1, note: redactNote(note) };
  return { ...event, note: redactNote(note) };
}

/** Its words, where it stands and how many want it asked; who that is, and what staff thinks of it, is theirs. */
function redactQuestion(question: Question): Question {
  const {
    questionId,
    seq,
    askedAtMs,
    text,
    name,
    channel,
    door,
    decided,
    answer,
    mergedInto,
    entryId,
    passed,
    votes,
  } = question;
  return {
    ...{ questionId, seq, askedAtMs, text, channel, door, decided, votes },
    ...(name !== undefined && { name }),
    ...(answer !== undefined && { answer }),
    ...(mergedInto !== undefined && { mergedInto }),
    ...(entryId !== undefined && { entryId }),
    ...(passed && { passed }),
  };
}

function redactChanged(event: Extract<Event, { type: 'questions/changed' }>): Event | null {
  const { question, unseen } = event;
  if (question.passed) return { type: event.type, v: event.v, question: redactQuestion(question) };
  return unseen ? null : { type: 'questions/hidden', v: 1, questionId: question.questionId };
}

function redactDesk({ muted: _, ...desk }: QuestionDesk): QuestionDesk {
  return desk;
}

function redactShow({ answers: _, ...show }: ShowOfHands): ShowOfHands {
  return show;
}

/**
 * Self-typed names and topics reach the public only after staff has passed, called or put them on deck; whether
 * somebody is ready is between that person and the staff.
 */
function redactEntry<E extends Partial<Entry>>(entry: E): E {
  const { unshown, readiness, ...shown } = entry;
  if (!unshown && !readiness) return entry;
  const seen = shown as E;
  if (!unshown) return seen;
  if (unshown.includes('topic')) delete seen.topic;
  if (unshown.includes('name')) {
    delete seen.name;
    delete seen.personId;
  }
  return seen;
}

function redactFloor({ turn, ...floor }: Floor): Floor {
  return { ...floor, turn: turn && redactTurn(turn) };
}

/** Who was proposed would tell who was called instead; the tags need only who waited. */
function redactTurn<T extends Pick<Turn, 'override' | 'choice'>>({ override: _, ...turn }: T): T {
  return { ...turn, choice: { ...turn.choice, proposedEntryId: null } } as T;
}
