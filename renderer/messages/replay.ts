import { wordsOf } from './catalogue.ts';
import type { Translated } from './translated.ts';

const replayEn = {
  title: 'Replay',
  hint: 'The session as it was. Nothing done here changes it.',
  loading: 'Fetching the log…',
  failed: 'The log cannot be had from here now.',
  play: 'Play',
  hold: 'Hold',
  moment: 'Moment',
  speed: 'Speed',
  times: (speed: number) => `${speed} ×`,
  at: (time: string) => `at ${time}`,
  ended: 'The session is over.',
  endedHint:
    'It can be read, replayed and exported; turns can be put right in the tab Turns, points in Notes.',
  replay: 'Replay',
  endedDone: 'Done',
};

type ReplayMessages = Translated<typeof replayEn>;

const replayZhCn: ReplayMessages = {
  title: '回放',
  hint: '会议当时的样子。在这里做什么都不会改变它。',
  loading: '正在读取记录…',
  failed: '目前无法从这里读取记录。',
  play: '播放',
  hold: '暂停',
  moment: '时刻',
  speed: '速度',
  times: (speed) => `${speed} 倍`,
  at: (time) => `${time}`,
  ended: '会议已结束。',
  endedHint: '可以查阅、回放和导出；发言记录可在“发言”标签页更正，要点可在“记录”页更正。',
  replay: '回放',
  endedDone: '完成',
};

export const useReplayWords = wordsOf<ReplayMessages>({ en: replayEn, 'zh-CN': replayZhCn });
