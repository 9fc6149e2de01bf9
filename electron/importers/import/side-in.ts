/** Which side the words in a cell of a list say, as organisers write them. */
import type { Channel } from '../../../shared/lib/vocabulary.ts';

/** Words are matched whole, where a script parts them: a bathroom is no room, a website no web. */
const ONLINE =
  /(?<![a-zа-я])(?:online(?:teilnahme)?|on line|remote(?:ly)?|virtual(?:ly|mente)?|virtuel(?:le?)?|virtuell|zoom|teams|webex|voov|web|webinar|(?:live)?stream(?:ing)?|a distance|distanciel|en ligne|en linea|a distancia|remot[oa]|da remoto|op afstand|zdalnie|онлаин|дистанционно|удаленно)(?![a-zа-я])|线上|線上|在线|在線|远程|遠程|腾讯会议|オンライン|온라인/u;
const ONSITE =
  /(?<![a-zа-я])(?:on ?site|in person|offline|face to face|physical(?:ly)?|room|venue|hall|saal|auditorium|in situ|vor ort|prasenz(?:teilnahme)?|presential|presentiel(?:le)?|presencial(?:mente)?|sur place|sur site|en persona|in presenza|in sala|op locatie|ter plaatse|stacjonarnie|очно|лично|оффлаин|офлаин|в зале)(?![a-zа-я])|线下|線下|现场|現場|到场|到場|会场|会場|會場|現地|対面|현장|대면|오프라인/u;
/** Who is not online need not be onsite: nobody knows. */
const NEGATED =
  /(?<![a-zа-я])(?:not?|cannot|[a-z]+n t|nicht|kein[a-z]*|ne|pas|non|nao|sin|не)(?![a-zа-я])|不|无|無|没|沒|未/u;

/** Null for a text that says neither, or both, or denies one. */
export function sideIn(text: string): Channel | null {
  const words = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    // Korean syllables are whole again.
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ');
  if (NEGATED.test(words)) return null;
  const [online, onsite] = [ONLINE.test(words), ONSITE.test(words)];
  if (online === onsite) return null;
  return online ? 'online' : 'onsite';
}
