/** What the console says about hands beyond the card: editing, moving, merging, pasting, clearing. */
import type { Channel, Door } from '../../shared/lib/vocabulary.ts';
import { doorsEn } from '../../shared/words/doors.ts';
import { plural } from '../../shared/words/words.ts';
import type { Translated } from './translated.ts';

const where: Record<Channel, string> = { onsite: 'in the room', online: 'online' };
const ordinals = new Intl.PluralRules('en', { type: 'ordinal' });
const ENDINGS: Record<string, string> = { one: 'st', two: 'nd', few: 'rd', other: 'th' };
const nth = (place: number) => `${place}${ENDINGS[ordinals.select(place)]}`;

export const handsEn = {
  edit: 'Edit',
  editOf: (name: string) => `Edit the hand of ${name}`,
  name: 'Name or description',
  topic: 'What about?',
  save: 'Save',
  move: (name: string) => `Move ${name}`,
  moveHint: 'Drag, or Alt with the arrow keys',
  moveKeys: 'move a card, from anything on it',
  moved: (name: string, place: number, count: number, channel: Channel) =>
    `${name}, ${nth(place)} of ${count} ${where[channel]}`,
  already: (door: Door) => `already waiting ${doorsEn[door]}`,
  isAlready: (name: string, door: Door) => `${name} is already waiting ${doorsEn[door]}.`,
  show: 'Show the card',
  merge: 'Merge',
  mergeOf: (name: string) => `Merge the two hands of ${name}`,
  keepBoth: 'Keep both',
  keepBothOf: (name: string) => `Keep both hands of ${name}`,
  pasted: (count: number) => `${plural(count, 'name', 'names')} from the clipboard`,
  addAll: (count: number) => `Add ${plural(count, 'hand', 'hands')}`,
  fromRoster: 'in the roster',
  asNew: 'new',
  skip: { twice: 'twice in the list', long: 'too long for a name', beyond: 'beyond the limit' },
  isSkipped: 'left out',
  menu: (channel: Channel) => `The whole list ${where[channel]}`,
  asText: (channel: Channel) => `The list ${where[channel]} as text`,
  copyList: 'Copy as text',
  copied: 'Copied',
  copyFailed: 'Could not copy; the list is selected, press Ctrl+C.',
  clearSide: (count: number, channel: Channel) => `Clear all ${count} ${where[channel]}`,
  clearItem: (count: number, title: string) =>
    `Clear ${plural(count, 'hand', 'hands')} raised in “${title}”, on both sides`,
  clearAsk: (count: number) => `Take ${plural(count, 'hand', 'hands')} off the list? Undo brings them back.`,
  clearYes: 'Clear',
  carry: (count: number, from: string, to: string) =>
    `Carry ${plural(count, 'hand', 'hands')} from “${from}” over to “${to}”`,
  leftOver: (count: number, from: string | null) =>
    `${plural(count, 'hand is', 'hands are')} left ${from === null ? 'from before' : `from “${from}”`}.`,
  carryAll: 'Carry over',
  clearLeft: 'Clear them',
  leave: 'Leave them as they are',
};

export type HandsMessages = Translated<typeof handsEn>;
