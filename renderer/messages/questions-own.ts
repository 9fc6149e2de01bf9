/** What a participant's page says about questions. */
import type { QuestionStatus } from '../../shared/domain/questions/status.ts';
import { wordsOf } from './catalogue.ts';
import type { Translated } from './translated.ts';

const status: Record<QuestionStatus, string> = {
  received: 'Received. The staff reads it first.',
  reviewed: 'Read by the staff',
  assigned: 'Passed on to a speaker',
  queued: 'On the list of speakers',
  'on-air': 'Being asked now',
  answered: 'Answered aloud',
  'answered-in-writing': 'Answered in writing',
  merged: 'Asked together with one that says the same',
  declined: 'Not taken',
  'open-at-end': 'Not reached in the session',
};

const questionsOwnEn = {
  all: 'Questions',
  vote: (votes: number, text: string) => `${votes}, vote for: ${text}`,
  more: (shown: number) => `The ${shown} with the most votes are shown.`,
  ask: 'Ask a question',
  field: 'Your question',
  hint: 'The staff reads it first. Others may then see it with your name, and vote for it.',
  count: (chars: number, max: number) => `${chars} of ${max} characters`,
  send: 'Send',
  needSide: 'Say first who you are and on which side you are.',
  empty: 'Write your question first.',
  slow: (seconds: number) =>
    seconds % 60 === 0
      ? `One question in ${seconds / 60} min from each person.`
      : `One question in ${seconds} s from each person.`,
  mine: 'My questions',
  status,
  onItsWay: 'On its way',
  answer: 'Answer:',
  reason: 'Reason:',
  news: (text: string, stands: string) => `Your question “${text}”: ${stands}`,
};

export type QuestionsOwnMessages = Translated<typeof questionsOwnEn>;

const questionsOwnZhCn: QuestionsOwnMessages = {
  all: '问题',
  vote: (votes, text) => `${votes} 票，投票支持：${text}`,
  more: (shown) => `只显示票数最多的 ${shown} 个问题。`,
  ask: '提问',
  field: '您的问题',
  hint: '工作人员会先看。之后其他人可能会看到问题和您的名字，并可投票。',
  count: (chars, max) => `${chars} / ${max} 字`,
  send: '发送',
  needSide: '请先说明您是谁、在哪一方。',
  empty: '请先写下问题。',
  slow: (seconds) =>
    seconds % 60 === 0 ? `每人每 ${seconds / 60} 分钟可提一个问题。` : `每人每 ${seconds} 秒可提一个问题。`,
  mine: '我的问题',
  status: {
    received: '已收到，工作人员会先看。',
    reviewed: '工作人员已看过',
    assigned: '已转给发言人',
    queued: '已列入发言名单',
    'on-air': '正在提出',
    answered: '已口头回答',
    'answered-in-writing': '已书面回答',
    merged: '与内容相同的问题一并提出',
    declined: '未采纳',
    'open-at-end': '会上未及处理',
  },
  onItsWay: '正在发送',
  answer: '回答：',
  reason: '理由：',
  news: (text, stands) => `您的问题“${text}”：${stands}`,
};

export const useQuestionsOwnWords = wordsOf<QuestionsOwnMessages>({
  en: questionsOwnEn,
  'zh-CN': questionsOwnZhCn,
});
