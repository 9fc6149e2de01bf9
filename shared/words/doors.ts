/** How a hand came in, as the end of “already waiting …”. */
import type { Door } from '../lib/vocabulary.ts';

export const doorsEn: Record<Door, string> = {
  room: 'in the room',
  phone: 'by phone',
  web: 'on the web page',
  zoom: 'on Zoom',
  tencent: 'on Tencent Meeting',
  stream: 'from the stream',
  chat: 'in the chat',
  question: 'by a written question',
};

export const doorsZh: Record<Door, string> = {
  room: '会场',
  phone: '手机',
  web: '网页',
  zoom: 'Zoom',
  tencent: '腾讯会议',
  stream: '直播',
  chat: '聊天',
  question: '书面提问',
};
