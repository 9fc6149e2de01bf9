/** Which side a cell of a list says, in the words that organisers use. */
import type { Channel } from '../../../shared/lib/vocabulary.ts';

/** Latin words are matched whole: a bathroom is no room, a website no web. */
const ONLINE =
  /(?<![a-z])(?:online(?:teilnahme)?|on line|remote(?:ly)?|virtual(?:ly|mente)?|virtuel(?:le?)?|virtuell|zoom|teams|webex|voov|web|webinar|(?:live)?stream(?:ing)?|a distance|distanciel|en ligne|en linea|a distancia)(?![a-z])|线上|線上|在线|在線|远程|遠程|腾讯会议|オンライン/;
const ONSITE =
  /(?<![a-z])(?:on ?site|in person|offline|face to face|physical(?:ly)?|room|venue|vor ort|prasenz(?:teilnahme)?|presential|presentiel(?:le)?|presencial(?:mente)?|sur place|sur site|en persona)(?![a-z])|线下|線下|现场|現場|到场|到場|会场|會場|対面/;
/** Who is not online need not be onsite: nobody knows. */
const NEGATED =
  /(?<![a-z])(?:not?|cannot|[a-z]+n t|nicht|kein[a-z]*|ne|pas|non|nao|sin)(?![a-z])|不|无|無|没|沒|未/;

/** Null for a text that says neither, or both, or denies one. */
export function sideOf(text: string): Channel | null {
  const words = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ');
  if (NEGATED.test(words)) return null;
  const [online, onsite] = [ONLINE.test(words), ONSITE.test(words)];
  if (online === onsite) return null;
  return online ? 'online' : 'onsite';
}
