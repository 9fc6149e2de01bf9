/** What a label of a proposal means. The forms have their words; organisers say more, or say it twice, and mean the same. */
import type { Channel } from '../../../shared/lib/vocabulary.ts';
import { sideOf } from './sides.ts';
import { PEOPLE_KINDS, plain, type SectionKind, sectionOf } from './vocabulary.ts';

/** `channel` where the label gives the side of whoever is under it: `Onsite Rapporteur`. */
export type Meaning = { kind: SectionKind; channel?: Channel };

const BRACKET = / ?[(（[][^()（）[\]]*[)）\]]/g;
/** What is said of a thing without making it another one. */
const QUALIFIER =
  /^(?:session|workshop|meeting|event|forum|panel|proposed|confirmed|invited|tentative|draft|annotated|provisional|preliminary|detailed|indicative|planned|preferred|requested|anticipated|overall|key|main|lead|final|suggested|estimated|total|expected|guiding|featured|guest|keynote|list of|names? of|the|our|co|vice|deputy|会议|论坛|活动|工作坊|研讨会|场次|圆桌|对话|本次|举办|拟邀|特邀|主要|出席|演讲|发言|与会|参会)[ -]*(?=[^ -])/;
const AFTERWORD =
  / ?(?:for discussion|(?:for|of) (?:(?:the|this) )?(?:session|discussion|workshop|meeting)|to be addressed|(?:and|with) (?:their )?(?:institutional |stakeholder |regional )?(?:affiliations?|organizations?|groups?|titles?|positions?|roles?|topics?|talks?)|names?|list|details|overview|information|名单|安排|信息|表)$/;
const LABEL_CHARS_MAX = 80;
const QUALIFIERS_MAX = 4;
const SIDE_HAN = /^(现场|线上|线下|在线|远程)(.+)$/;
/** `in the room` has the most. */
const SIDE_WORDS_MAX = 3;

/** The meaning of a label, or undefined for words that no form has. */
export function meaningOf(label: string): Meaning | undefined {
  if (label.length > LABEL_CHARS_MAX) return undefined;
  const key = labelKey(label);
  return (
    wholeMeaning(key) ??
    wholeMeaning(labelKey(label.replace(BRACKET, ''))) ??
    agreed(key.split(/ ?[/／&] ?| (?:and|und|et|y) /).map(wholeMeaning)) ??
    // “主持人 Moderator” says one thing in two scripts; one of them is enough.
    agreed([/[^\p{Script=Han}]+/gu, /[\p{Script=Han}]+/gu].flatMap((other) => ownScript(key, other) ?? []))
  );
}

function ownScript(key: string, other: RegExp): (Meaning | undefined)[] | null {
  const own = key.replace(other, ' ').trim();
  const meaning = own === '' || own === key ? undefined : wholeMeaning(own);
  return meaning ? [meaning] : null;
}

function agreed(meanings: readonly (Meaning | undefined)[]): Meaning | undefined {
  const [first] = meanings;
  return meanings.every((meaning) => meaning?.kind === first?.kind) ? first : undefined;
}

function wholeMeaning(key: string): Meaning | undefined {
  const kind = kindOf(key);
  if (kind) return { kind };
  const [, side = '', role = ''] = SIDE_HAN.exec(key) ?? [];
  const words = key.split(' ');
  for (let n = 1; n <= SIDE_WORDS_MAX && n < words.length; n++) {
    const first = sided(words.slice(0, n).join(' '), words.slice(n).join(' '));
    const last = sided(words.slice(-n).join(' '), words.slice(0, -n).join(' '));
    if (first ?? last) return first ?? last;
  }
  return sided(side, role);
}

function sided(side: string, role: string): Meaning | undefined {
  const channel = sideOf(side.replaceAll('-', ' ')) ?? sideOf(side);
  const kind = channel && kindOf(role.replace(/^-/, ''));
  if (!channel || !kind || !PEOPLE_KINDS.has(kind)) return undefined;
  return kind === 'moderator' ? { kind: `${channel}-moderator` } : { kind, channel };
}

function kindOf(key: string): SectionKind | undefined {
  let bare = key;
  for (let n = 0; n <= QUALIFIERS_MAX; n++) {
    const kind = sectionOf(bare) ?? sectionOf(bare.replace(AFTERWORD, ''));
    const next = bare.replace(QUALIFIER, '');
    if (kind || next === bare) return kind;
    bare = next;
  }
  return undefined;
}

function labelKey(label: string): string {
  return plain(label)
    .replace(/\(s\)/g, 's')
    .replace(/[:*_]in(?:nen)?(?!\p{L})/u, '')
    .replace(/[:：,，?*#()（）[\]]/g, ' ')
    .replace(/\bno\.? ?(?=\d)/, '')
    .replace(/\d+/g, '')
    .replace(/on-site|on site/, 'onsite')
    .replace(/on-line|on line/, 'online')
    .replace(/in[ -](?:person|room)/, 'in-person')
    .replace(/ +/g, ' ')
    .trim();
}
