/** Words that say from which side somebody takes part; only as the whole of what is looked at: “Online Safety Forum” says nothing. */
import type { Channel } from '../../../shared/lib/vocabulary.ts';
import { simplified } from './han.ts';

const ONLINE =
  '(?:on-?line|remote(?:ly)?|virtual(?:ly)?|distance|en ligne|à distance|en línea|remot[oa]|zugeschaltet|オンライン)|(?:via|by|on|over|through) (?:the )?' +
  '(?:zoom|teams|webex|voov|tencent meeting|google meet|internet|video(?: ?(?:link|conference|conferencing|call))?)|zoom|' +
  '线上|在线|远程|视频|云端|网上';
const ONSITE =
  '(?:on-?site|on the spot|in[- ]person|in[- ]room|in the room|(?:room|hall)(?: [a-z\\d]{1,2})?|physical(?:ly)?|face[- ]to[- ]face|f2f|off-?line|at the venue|' +
  'vor ort|(?:im )?saal|in präsenz|sur place|présentiel|presencial)|现场|线下|实地|到场|现地';
const BEFORE =
  '(?:(?:will )?(?:be )?(?:attend(?:s|ing)?|join(?:s|ing)?|participat(?:es?|ing)|speak(?:s|ing)?|connect(?:s|ing)?|present(?:s|ing)?) )?';
const AFTER =
  '(?: (?:participation|participant|attendance|attendee|speaker|presence|only))?(?:参会|参加|出席|参与|发言|嘉宾|与会)?';
const whole = (words: string) => new RegExp(`^${BEFORE}(?:${words})${AFTER}$`, 'i');
const SIDES: readonly [Channel, RegExp][] = [
  ['online', whole(ONLINE)],
  ['onsite', whole(ONSITE)],
];

const PLATFORM =
  / ?[([（](?:via )?(?:zoom|teams|webex|voov|google meet|tencent meeting|video|腾讯会议|飞书)[)\]）]$/i;

/** The side that a text is the name of; “Online (Zoom)” is one too. */
export function sideOf(text: string): Channel | undefined {
  // `en ligne / online` says one thing twice.
  const [first = '', ...others] = text.split(/\s*[/／]\s*/, 3);
  const side = wholeSide(first);
  return others.every((other) => wholeSide(other) === side) ? side : wholeSide(text);
}

function wholeSide(text: string): Channel | undefined {
  const said = simplified(text).trim().replace(PLATFORM, '').replace(/\.$/, '');
  // `线上 online`
  const own = said.replace(/\p{Script=Han}+/gu, '').trim();
  const isSide = (words: RegExp) => words.test(said) || (own !== said && own !== '' && words.test(own));
  return said.length > 40 ? undefined : SIDES.find(([, words]) => isSide(words))?.[0];
}
