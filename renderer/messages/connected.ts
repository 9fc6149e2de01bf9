import { wordsOf } from './catalogue.ts';
import type { Translated } from './translated.ts';

const connectedEn = {
  since: (time: string) => `since ${time}`,
  away: (ms: number) => `${ms} ms away`,
  outside: (count: number, where: string) => `${where}: ${count} there`,
  handOver: 'Hand over my place…',
  hint: 'Whoever opens this link can do what you can, from any device. You stay until you close this page.',
  code: 'QR code of my own link',
  link: 'My own link',
  copy: 'Copy the link',
  copied: 'Copied',
  copyFailed: 'Could not copy; the link is selected, press Ctrl+C.',
};

type ConnectedMessages = Translated<typeof connectedEn>;

const connectedZhCn: ConnectedMessages = {
  since: (time) => `自 ${time}`,
  away: (ms) => `延迟 ${ms} 毫秒`,
  outside: (count, where) => `${where}：${count} 人在场`,
  handOver: '移交我的位置…',
  hint: '打开此链接的人可在任何设备上与您一样操作。在您关闭本页之前，您仍在其中。',
  code: '我的链接的二维码',
  link: '我的链接',
  copy: '复制链接',
  copied: '已复制',
  copyFailed: '无法复制；链接已选中，请按 Ctrl+C。',
};

export const useConnectedWords = wordsOf<ConnectedMessages>({ en: connectedEn, 'zh-CN': connectedZhCn });
