/** What is said of the copy of the session that a device keeps. */

import { wordsOf } from './catalogue.ts';
import type { Translated } from './translated.ts';

const copiesEn = {
  title: 'Copy on this device',
  hint: 'Kept every hour and when the session ends. If the computer that hosts the session is lost, the meeting can go on from it elsewhere. Contacts are not in it.',
  kept: (at: string, size: string) => `From ${at} (${size}).`,
  none: 'There is none yet; the first is kept within a minute.',
  take: 'Copy now',
  taking: 'The session is being copied…',
  failed: 'The last copy did not work out. It is tried again every minute.',
  save: 'Save the copy',
  saved: 'Saved.',
  openHere: 'Open on this computer',
  opening: 'The copy is being opened…',
  offerTitle: 'The copy of the session',
  offer: (at: string) =>
    `The computer that hosts the session does not answer. This device has a copy from ${at}: opened with Evenfloor on another computer, the meeting goes on from there, under new links.`,
  goAlone: 'Go on alone',
  aloneHere: (at: string) =>
    `Or go on alone on this computer, from the copy of ${at}: a session of its own, with a new log and new links. What others do on the cluster meanwhile is not in it, and it does not go back there by itself.`,
  aloneElsewhere: (at: string) =>
    `This device has a copy from ${at}. Opened with Evenfloor on a computer here (Open a session file), the meeting goes on alone from there, with a new log and new links; what others do on the cluster meanwhile is not in it.`,
};

type CopiesMessages = Translated<typeof copiesEn>;

const copiesZhCn: CopiesMessages = {
  title: '本设备上的副本',
  hint: '每小时以及会议结束时自动保存。主持会议的电脑若无法使用，可凭副本在别处继续会议。副本不含联系方式。',
  kept: (at, size) => `保存于 ${at}（${size}）。`,
  none: '尚无副本，将在一分钟内保存。',
  take: '立即保存副本',
  taking: '正在保存副本…',
  failed: '上次未能保存副本，每分钟会重试一次。',
  save: '导出副本',
  saved: '已保存。',
  openHere: '在本机打开',
  opening: '正在打开副本…',
  offerTitle: '会议副本',
  offer: (at) =>
    `主持会议的电脑没有响应。本设备存有 ${at} 的副本：在另一台电脑上用 Evenfloor 打开，会议即可从那时继续，并使用新的链接。`,
  goAlone: '独立继续',
  aloneHere: (at) =>
    `也可以凭 ${at} 的副本在本机独立继续：这是另一个会议，使用新的记录和新的链接。其间其他人在集群上的操作不在其中，它也不会自动并回集群。`,
  aloneElsewhere: (at) =>
    `本设备存有 ${at} 的副本。在会场的电脑上用 Evenfloor 打开（打开会议文件），会议即可从那时独立继续，使用新的记录和新的链接；其间其他人在集群上的操作不在其中。`,
};

export const useCopyWords = wordsOf<CopiesMessages>({ en: copiesEn, 'zh-CN': copiesZhCn });
