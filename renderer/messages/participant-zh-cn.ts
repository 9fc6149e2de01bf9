/** 简体中文：与会者手机页。 */
import type { Channel } from '../../shared/lib/vocabulary.ts';
import type { ParticipantMessages } from './participant-en.ts';

const sides: Record<Channel, string> = { onsite: '现场', online: '线上' };

export const participantZhCn: ParticipantMessages = {
  floor: '正在发言',
  floorYours: '现在由您发言',
  floorFree: '现在没有人发言',
  somebody: (side) => `一位${sides[side]}与会者`,
  timeLeft: (time) => `剩余时间：${time}`,
  notStarted: '会议尚未开始，您可以先举手。',
  stopped: '技术暂停，所有人的计时都已停止。',
  ended: '会议已结束，感谢参与。',
  welcome: '您是哪位？',
  welcomeHint: '主持人能看到您的姓名；轮到您发言时，其他人才会看到。',
  name: '您的姓名',
  needName: '请填写姓名，方便主持人请您发言。',
  side: '您在哪里？',
  sides: { onsite: '我在现场', online: '我在线上' },
  enter: '继续',
  asName: (name) => `您是 ${name}`,
  rename: '修改',
  sideQuestion: '更换后您的举手会被取消，仍要更换吗？',
  sideYes: '更换',
  sideNo: '不更换',
  sideLocked: '主持人已设定您在哪一侧。',
  topic: '想谈什么？（选填）',
  raise: '举手',
  lower: '取消举手',
  raised: '您已举手',
  closed: '发言名单已关闭，暂时不能举手；仍可提出程序问题。',
  pointOfOrder: '程序问题',
  place: (place, side) => `您在${sides[side]}排第 ${place} 位`,
  next: '下一位很可能是您',
  held: '您的举手已暂缓',
  heldWhy: '主持人暂时跳过，您的位置会保留。',
  missed: '刚才请您发言时没有回应。您的举手仍保留，排在其他人之后。',
  soon: '不到一分钟',
  minutes: (minutes) => `大约 ${minutes} 分钟`,
  estimate: (when, other) =>
    `${when}后，按通常的发言时长估计。双方发言时间均等，因此可能先请${sides[other]}的人发言。`,
  doubtful: '按目前的进度，本环节可能在轮到您之前结束。',
  deck: '请准备：即将请您发言',
  deckAsk: '您可以发言吗？',
  readiness: { ready: '已准备好', 'not-ready': '还没准备好', 'no-microphone': '没有麦克风' },
  answered: '主持人已看到您的回答，您可以随时更改。',
};
