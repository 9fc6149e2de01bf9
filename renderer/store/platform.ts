/** The meeting tools that a session's links lead to. */
import type { Door } from '../../shared/lib/vocabulary.ts';

/** Names are the same in every language. */
type Platform = { name: string; address: RegExp; door: Door };

const PLATFORMS: readonly Platform[] = [
  {
    name: 'Zoom',
    address: /^zoommtg:|^https:\/\/(?:[\w-]+\.)*zoom(?:gov)?\.(?:us|com|com\.cn)\//i,
    door: 'zoom',
  },
  {
    name: '腾讯会议 Tencent Meeting',
    address: /^wemeet:|^https:\/\/meeting\.tencent\.com\//i,
    door: 'tencent',
  },
  { name: 'VooV Meeting', address: /^https:\/\/(?:[\w-]+\.)?voovmeeting\.com\//i, door: 'tencent' },
  { name: 'Teams', address: /^https:\/\/teams\.(?:microsoft|live)\.com\//i, door: 'web' },
  { name: 'Google Meet', address: /^https:\/\/meet\.google\.com\//i, door: 'web' },
];

/** Null for a page of another kind. */
export function platformOf(link: string): Platform | null {
  return PLATFORMS.find(({ address }) => address.test(link)) ?? null;
}

/** By which door hands come from where those links lead; null where no link tells. */
export function doorOf(joinLinks: readonly string[]): Door | null {
  return joinLinks.map(platformOf).find((platform) => platform !== null)?.door ?? null;
}
