/** English for what the importer could not place. An unknown code is shown as it is. */
import type { Params } from '../../shared/words/words.ts';
import { plural } from '../../shared/words/words.ts';

const groups: Record<string, string> = { stakeholder: 'stakeholder group', region: 'region' };

export const notesEn = {
  'title-assumed': (p: Params) => `No title was found; “${p.title}” comes from the file’s name.`,
  'text-cut': (p: Params) =>
    p.found === undefined
      ? `Only the first ${p.kept} lines were read.`
      : `Cut to ${p.kept} of ${p.found} characters.`,
  'total-missing': (p: Params) => `The file gives no total length; the items add up to ${p.planned} min.`,
  'minutes-differ': (p: Params) => `The items add up to ${p.planned} min, the file says ${p.total} min.`,
  'agenda-missing': () => 'No agenda with minutes was found.',
  'agenda-other': (p: Params) =>
    `Line ${p.line} begins another agenda (${plural(p.items, 'item', 'items')}, ${p.minutes} min), which was not taken.`,
  'minutes-missing': () => 'No minutes were given for this item.',
  'minutes-per-speaker': (p: Params) => `${p.each} min each: for how many speakers was not said.`,
  'minutes-cut': (p: Params) => `${p.found} min is more than an item can have: cut to ${p.kept} min.`,
  'lengths-assumed': (p: Params) => `Lengths such as “${p.text}” were read as ${p.minutes} min.`,
  'minutes-range': (p: Params) => `The file says ${p.from} to ${p.to} min.`,
  'kind-unknown': () => 'What kind of item this is was not clear.',
  'speakers-unnamed': (p: Params) =>
    `${plural(p.stated, 'speaker is', 'speakers are')} announced, ${p.named} named.`,
  'policy-questions-missing': () => 'No policy questions were found.',
  'role-label-missing': (p: Params) =>
    `Line ${p.line} names ${p.name} without a label; in this place the form has the role “${p.suggestedRole}”.`,
  'person-unplaced': (p: Params) => `Line ${p.line} names ${p.name} without saying the role.`,
  'moderator-side': (p: Params) => `“${p.label}”: moderator in the room or online? The file does not say.`,
  'maybe-same-person': (p: Params) => `Perhaps the same person as ${p.other}.`,
  'organisation-differs': (p: Params) => `The file also gives “${p.other}”; “${p.kept}” was kept.`,
  'group-differs': (p: Params) =>
    `The file also gives the ${groups[String(p.group)] ?? p.group} “${p.other}”; “${p.kept}” was kept.`,
  'channel-assumed': (p: Params) =>
    `Sides were not stated: ${p.onsite} assumed in the room, ${p.online} online.`,
  'side-unclear': (p: Params) => `Row ${p.row}: “${p.text}” is no side that is known (${p.name}).`,
  'role-unclear': (p: Params) => `Row ${p.row}: “${p.text}” is no role that is known (${p.name}).`,
  'row-left-out': (p: Params) => `Row ${p.row} names nobody and was left out.`,
  'rows-left-out': (p: Params) =>
    `${plural(p.count, 'row', 'rows')} under row ${p.row} ${Number(p.count) === 1 ? 'was' : 'were'} left out: no column of theirs is named as one of people.`,
  'absent-left-out': (p: Params) =>
    `${plural(p.count, 'person', 'people')} registered and did not come in; left out.`,
  'name-missing': (p: Params) => `Line ${p.line} (${p.label}) holds no name.`,
  'line-unclear': (p: Params) => `Line ${p.line} (${p.label}) was not understood: “${p.text}”`,
  'email-left-out': (p: Params) =>
    `${plural(p.count, 'e-mail address was', 'e-mail addresses were')} left out on purpose.`,
  'unknown-section': (p: Params) => `“${p.label}” (line ${p.line}) is no section we know; it was not read.`,
  'lines-unread': (p: Params) => `${plural(p.count, 'line was', 'lines were')} not read: ${p.lines}`,
  'columns-unread': (p: Params) =>
    `Columns that were not read, or not in full, as a plan has no place for them: ${p.columns}`,
  'key-unread': (p: Params) => `“${p.path}” is no part of a plan; it was not read.`,
  'encoding-assumed': (p: Params) =>
    `The file is not UTF-8 and was read as ${p.encoding}: check that names are as they should be.`,
  'too-many': (p: Params) => `${p.found} were found, the first ${p.kept} kept.`,
  'other-days': (p: Params) =>
    `The calendar has ${plural(p.count, 'event', 'events')} on other days; those of ${p.day} are here.`,
  'declined-left-out': (p: Params) =>
    `${plural(p.count, 'person has', 'people have')} declined the invitation and ${Number(p.count) === 1 ? 'was' : 'were'} left out.`,
  'more-notes': (p: Params) => `${plural(p.count, 'more note', 'more notes')} did not fit here.`,
};

export type NoteWords = Record<keyof typeof notesEn, (p: Params) => string>;
