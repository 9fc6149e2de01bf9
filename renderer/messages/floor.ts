import { wordsOf } from './catalogue.ts';
import type { Translated } from './translated.ts';

const floorEn = {
  panel: 'Panel',
  panelReply: 'Reply of the panel',
  panelReplyHint: 'Shown, but outside the balance: no side pays for it.',
  panelSpeech: 'Next speaker of the panel',
  panelSpeechHint: (limit: string) => `Each has ${limit}.`,
  nextSpeech: 'Next prepared speech',
  give: (number: number, name: string) => `${number}. ${name}`,
  hasSpoken: 'has spoken',
  forPanel: 'reply of the panel: no side pays',
  forNobody: 'charged to nobody',
  again: (name: string) => `Press again: it ends the turn of ${name}.`,
  interrupted: (name: string) => `${name} was interrupted`,
  interruptedHint: 'By a point of order; going on passes nobody.',
  goOn: (rest: string) => `Go on, ${rest} left`,
  unsent: 'Not sent yet',
  close: 'Close',
  setLimit: 'Set the limit of this turn',
  limitField: 'Limit',
  set: 'Set',
  notATime: 'A time such as 3:00 is needed.',
  speakers: (spoken: number, all: number) => `${spoken} of ${all} have spoken`,
};

type FloorMessages = Translated<typeof floorEn>;

const floorZhCn: FloorMessages = {
  panel: '嘉宾',
  panelReply: '嘉宾回应',
  panelReplyHint: '会显示，但不计入平衡，双方都不扣时间。',
  panelSpeech: '下一位发言嘉宾',
  panelSpeechHint: (limit) => `每人 ${limit}。`,
  nextSpeech: '下一位发言嘉宾（预先安排）',
  give: (number, name) => `${number}. ${name}`,
  hasSpoken: '已发言',
  forPanel: '嘉宾回应：双方都不扣时间',
  forNobody: '不计入任何一方',
  again: (name) => `再按一次：将结束 ${name} 的发言。`,
  interrupted: (name) => `${name} 的发言被打断`,
  interruptedHint: '因程序问题被打断。继续发言不算插队。',
  goOn: (rest) => `继续发言，还剩 ${rest}`,
  unsent: '尚未发送',
  close: '关闭',
  setLimit: '设定本次发言时限',
  limitField: '时限',
  set: '设定',
  notATime: '请填写时间，例如 3:00。',
  speakers: (spoken, all) => `${all} 人中 ${spoken} 人已发言`,
};

/** For what is done with the floor beside calling from the lists. */
export const useFloorWords = wordsOf<FloorMessages>({ en: floorEn, 'zh-CN': floorZhCn });
