import { wordsOf } from './catalogue.ts';
import type { Translated } from './translated.ts';

const turnsEn = {
  title: 'Turns so far',
  tab: 'Turns',
  none: 'Nobody has finished a turn yet.',
  correct: 'Correct',
  correctOf: (name: string) => `Correct the turn of ${name}`,
  side: 'Side',
  spoken: 'Time spoken',
  paused: 'Pauses in it',
  pausedHint: 'A pause entered here is taken off the time spoken.',
  reason: 'Why out of turn',
  notATime: 'A time such as 1:35 is needed.',
  save: 'Correct',
};

type TurnsMessages = Translated<typeof turnsEn>;

const turnsZhCn: TurnsMessages = {
  title: '已结束的发言',
  tab: '发言',
  none: '还没有人结束发言。',
  correct: '更正',
  correctOf: (name) => `更正 ${name} 的发言`,
  side: '一方',
  spoken: '发言用时',
  paused: '其中暂停',
  pausedHint: '在此填写的暂停会从用时中扣除。',
  reason: '未按建议的原因',
  notATime: '请填写时间，例如 1:35。',
  save: '更正',
};

/** For the list of turns that are over. */
export const useTurnsWords = wordsOf<TurnsMessages>({ en: turnsEn, 'zh-CN': turnsZhCn });
