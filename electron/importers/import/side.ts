/** Which side a cell of a list says, in the words that organisers use. */
import type { Channel } from '../../../shared/lib/vocabulary.ts';

const ONLINE =
  /online|on line|remote|virtual|zoom|teams|webex|voov|web|stream|a distance|distanciel|en ligne|en linea|a distancia|线上|線上|在线|在線|远程|遠程|腾讯会议|オンライン/;
const ONSITE =
  /on ?site|in person|offline|face to face|physical|room|venue|vor ort|prasenz|presential|presentiel|presencial|sur place|sur site|en persona|线下|線下|现场|現場|到场|会場|対面/;

/** Null for a text that says neither, or both. */
export function sideOf(text: string): Channel | null {
  const words = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ');
  const [online, onsite] = [ONLINE.test(words), ONSITE.test(words)];
  if (online === onsite) return null;
  return online ? 'online' : 'onsite';
}
