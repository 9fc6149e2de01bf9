/** The three outcomes of a session: what was agreed, which cases were told, who wants to go on together. */
import type { ReportPoint } from '../../../shared/projections/report/points.ts';
import type { Block, Field } from '../document.ts';
import type { ReportContact, Writing } from '../writing.ts';
import { itemOf, listed } from './points.ts';

export function consensusOf(writing: Writing): Block[] {
  const points = writing.facts.points.filter((point) => point.kind === 'consensus');
  return points.length === 0 ? [] : [listed(points, writing)];
}

export function casesOf(writing: Writing): Block[] {
  return writing.facts.points
    .filter((point) => point.kind === 'case')
    .flatMap((point, index) => caseOf(point, index + 1, writing));
}

function caseOf(point: ReportPoint, number: number, writing: Writing): Block[] {
  const { words } = writing;
  const { title, organisation, place, done, effect, link } = point.caseDetails ?? {};
  const known: [label: string, text: string | undefined, href?: string][] = [
    [words.organisation, organisation],
    [words.place, place],
    [words.done, done],
    [words.effect, effect],
    [words.link, link, link],
  ];
  const rows: Field[] = known.flatMap(([label, text, href]) =>
    text === undefined ? [] : [{ label, text, ...(href && { href }) }],
  );
  const blocks: Block[] = [
    { kind: 'heading', text: `${number}. ${title ?? words.noteKinds.case}` },
    { kind: 'list', items: [itemOf(point, writing)] },
  ];
  if (rows.length > 0) blocks.push({ kind: 'fields', rows });
  return blocks;
}

/** How many; who they are only where somebody who keeps them has asked for it. */
export function networkOf({ facts, state, contacts, words }: Writing): Block[] {
  const { network } = state.session;
  if (facts.contacts === null || (facts.contacts === 0 && !network)) return [];
  const count: Block = { kind: 'paragraph', text: words.contactsLeft(facts.contacts) };
  const purpose: Block[] = network
    ? [{ kind: 'fields', rows: [{ label: words.purpose, text: network.purpose }] }]
    : [];
  return [count, ...purpose, ...(contacts?.length ? [contactsTable(contacts, words)] : [])];
}

function contactsTable(contacts: readonly ReportContact[], words: Writing['words']): Block {
  const rows = contacts.map(({ name, organisation = '', email }) => [name, organisation, email]);
  return { kind: 'table', head: [words.name, words.organisation, words.email], rows, numeric: [] };
}
