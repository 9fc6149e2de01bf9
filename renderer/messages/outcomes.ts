import { wordsOf } from './catalogue.ts';
import type { Translated } from './translated.ts';

const outcomesEn = {
  asked: 'The room is asked',
  stances: { support: 'I agree', reservation: 'I have reservations' },
  counts: (support: number, reservation: number) => `${support} agree, ${reservation} with reservations`,
  needSide: 'Say first who you are, so that your answer counts for your side.',
  points: 'What has been noted',
  network: 'Stay in touch',
  purpose: (purpose: string) => `Your contact is used for this and nothing else: ${purpose}`,
  who: 'Only the host and the rapporteur see it. You can erase it at any time, here.',
  name: 'Your name',
  organisation: 'Your organisation (optional)',
  email: 'Your e-mail address',
  notAnEmail: 'An e-mail address such as name@example.org is needed.',
  consent: 'I agree',
  needConsent: 'Without your agreement nothing is kept.',
  leave: 'Leave my contact',
  left: 'Your contact has been kept.',
  erase: 'Erase my contact',
};

type OutcomesMessages = Translated<typeof outcomesEn>;

const outcomesZhCn: OutcomesMessages = {
  asked: '请大家表态',
  stances: { support: '我同意', reservation: '我有保留' },
  counts: (support, reservation) => `${support} 人同意，${reservation} 人保留`,
  needSide: '请先说明您是谁，您的表态才能计入您所在的一方。',
  points: '已记录的要点',
  network: '保持联系',
  purpose: (purpose) => `您的联系方式只用于：${purpose}`,
  who: '只有主办人和报告员能看到。您可以随时在此删除。',
  name: '您的姓名',
  organisation: '您的机构（选填）',
  email: '您的电子邮件',
  notAnEmail: '请填写电子邮件地址，例如 name@example.org。',
  consent: '我同意',
  needConsent: '未经您同意，什么都不会保存。',
  leave: '留下我的联系方式',
  left: '您的联系方式已保存。',
  erase: '删除我的联系方式',
};

/** For what comes of a session on a participant's page: stances and contacts. */
export const useOutcomesWords = wordsOf<OutcomesMessages>({ en: outcomesEn, 'zh-CN': outcomesZhCn });
