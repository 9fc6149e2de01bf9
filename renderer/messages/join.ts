import { wordsOf } from './catalogue.ts';
import type { Translated } from './translated.ts';

const joinEn = {
  field: 'Invitation link or code',
  hint: 'The host or a moderator gives you the link, which may lead to another computer; the code of eight letters stands beside the QR code.',
  button: 'Join',
  bad: 'This is no invitation. A link begins with http and ends with # and a long code; a short address with /j/ and eight letters is opened in a browser.',
  incomplete: 'This link is incomplete or was mistyped; ask for it again.',
  unsent: 'What could not be sent is kept on this device, and goes out when you are back in this session.',
};

type JoinMessages = Translated<typeof joinEn>;

const joinZhCn: JoinMessages = {
  field: '邀请链接或短码',
  hint: '链接由主办人或主持人提供，也可以指向另一台电脑；八位短码显示在二维码旁。',
  button: '加入',
  bad: '这不是邀请。邀请链接以 http 开头，以 # 加一长串字符结尾；带 /j/ 和八位短码的短地址请在浏览器中打开。',
  incomplete: '此链接不完整或有误，请重新索取。',
  unsent: '未能发出的内容保存在本设备上，重新进入本次会议后会发出。',
};

export const useJoinWords = wordsOf<JoinMessages>({ en: joinEn, 'zh-CN': joinZhCn });
