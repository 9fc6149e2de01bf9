import { wordsOf } from './catalogue.ts';
import type { Translated } from './translated.ts';

const paperEn = {
  print: 'Print',
  asOf: (time: string) => `As of ${time} by the hub’s clock`,
  run: 'Run of show',
  item: 'Item',
  planned: 'Planned',
  spent: 'Spent',
  now: 'now',
  floor: (name: string, left: string) => `${name} has the floor, ${left} left`,
  nobody: 'Nobody has the floor',
  next: (name: string) => `Suggested next: ${name}`,
  waiting: (channel: string, count: number) => `${channel}: ${count} waiting`,
  name: 'Name',
  kind: 'Kind',
  about: 'About',
  since: 'Since',
  spoke: 'Time spoken',
  held: 'on hold',
};

type PaperMessages = Translated<typeof paperEn>;

const paperZhCn: PaperMessages = {
  print: '打印',
  asOf: (time) => `截至中枢时间 ${time}`,
  run: '议程进度',
  item: '议程',
  planned: '计划',
  spent: '已用',
  now: '进行中',
  floor: (name, left) => `${name} 正在发言，剩余 ${left}`,
  nobody: '无人发言',
  next: (name) => `建议下一位：${name}`,
  waiting: (channel, count) => `${channel}：${count} 人等候`,
  name: '姓名',
  kind: '类型',
  about: '内容',
  since: '自',
  spoke: '发言用时',
  held: '暂缓',
};

export const usePaperWords = wordsOf<PaperMessages>({ en: paperEn, 'zh-CN': paperZhCn });
