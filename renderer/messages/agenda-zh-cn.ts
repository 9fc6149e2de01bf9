/** 简体中文：页首与议程。 */
import type { AbsenceWords, AgendaWords, DamageWords, DiskWords, HeaderWords } from './agenda-en.ts';

export const headerZh: HeaderWords = {
  connected: (count) => `已连接 ${count} 个屏幕`,
  behindPlan: (time) => `比计划晚 ${time}`,
  aheadOfPlan: (time) => `比计划早 ${time}`,
  onPlan: '与计划一致',
  endsAt: (time) => `预计 ${time} 结束`,
  clock: '中枢时间',
};

export const agendaZh: AgendaWords = {
  title: '议程',
  none: '没有议程：整场会议为一次讨论。',
  spent: (spent, planned) => `${spent} / ${planned}`,
  planned: (planned) => planned,
  over: (time) => `超时 ${time}`,
  current: '进行中',
  done: '已完成',
  begin: (title) => `开始“${title}”`,
  beginWord: '开始',
  beginNext: '进入下一项',
  noneCurrent: '尚未进入任何议程：发言暂不计入',
  toggle: '议程与会议',
  adjust: (minutes) => `${minutes > 0 ? '+' : '−'}${Math.abs(minutes)} 分`,
  adjustLabel: (minutes) => `当前议程${minutes > 0 ? '增加' : '减少'} ${Math.abs(minutes)} 分钟`,
  noneFits: '按目前节奏，已来不及再安排发言',
  fits: (turns) => `按目前节奏约可再安排 ${turns} 人`,
  notReached: (count) => `${count} 人轮不到`,
  start: '开始会议',
  end: '结束会议',
  reallyEnd: (speaker, waiting, questions) =>
    [
      '确定结束？',
      speaker !== null && `${speaker} 正在发言。`,
      waiting > 0 && `${waiting} 人仍在举手。`,
      questions > 0 && `${questions} 个问题尚未处理。`,
    ]
      .filter(Boolean)
      .join(''),
  stop: '技术暂停',
  resume: '继续会议',
  stopped: (time) => `会议已暂停 ${time}，所有计时停止`,
  ended: '会议已结束',
  notStarted: '尚未开始',
};

export const damageZh: DamageWords = {
  title: '会话文件曾受损',
  cut: (lastSeq) =>
    `会话文件曾受损：第 ${lastSeq} 步及之前的内容都在，之后的内容已丢失。请核对队列、发言和最近几次发言记录。`,
  bridged: (seq) => `会话文件曾受损：队列、发言、发言记录和笔记都在，但从第 ${seq} 步起的过程无法回放。`,
  kept: (name) => `受损的文件另存为 ${name}。`,
  understood: '知道了',
};

export const diskZh: DiskWords = {
  title: '中枢无法写入',
  full: '中枢无法写入磁盘：恢复之前不接受任何新操作，查看不受影响。请在中枢所在的电脑上腾出磁盘空间，中枢会自动重试。',
  lineCut:
    '中枢与集群的连接已中断：本页面继续显示已有内容并计时，连接恢复之前不接受任何新操作。中枢会自动重连。',
};

export const absenceZh: AbsenceWords = {
  title: '中枢曾离线',
  away: (time, when) => `中枢曾离线 ${time}（${when}）。`,
  ranOn: (name) => (name === '' ? '其间计时仍在继续。' : `其间 ${name} 的计时仍在继续。`),
  count: '计入这段时间',
  takeOff: '扣除',
};
