import { clock } from '../../shared/words/words.ts';
import type { Change, Setting } from '../store/deed-change.ts';
import type { Deeds } from './deeds-en.ts';

const settings: Record<Setting, string> = {
  title: '标题',
  code: '编号',
  series: '所属活动',
  notes: '',
  weights: '发言时间分配',
  turnLimitSeconds: '发言时限',
  creditSeconds: '重新加入一方的补偿时间',
  agingSeconds: '已发言者的后移时间',
  policy: '规则',
  balancedGroup: '均衡的群体',
  windowSeconds: '群体均衡的时间窗',
  holdSlotSeconds: '保留发言机会的时间',
  network: '收集联系方式的用途',
  joinLinks: '线上参会链接',
  clockShows: '计时方式',
  lobby: '是否需要放行',
  policyQuestions: '政策问题',
};

const answers = { ready: '已就绪', 'not-ready': '未就绪，并通知了下一位', 'no-microphone': '没有麦克风' };

function step(seconds: number): string {
  const sign = seconds < 0 ? '−' : '+';
  const size = Math.abs(seconds);
  if (size < 60) return `${sign}${size} 秒`;
  return size % 60 === 0 ? `${sign}${size / 60} 分钟` : `${sign}${clock(size)}`;
}

function changedPerson(name: string, { side, renamed, hands }: Change): string | null {
  if (side) {
    const where = side === 'onsite' ? '会场' : '线上';
    return `把 ${name} 改为${where}${hands > 0 ? '，举手随之放下' : ''}`;
  }
  return renamed && `把名字 ${renamed.from} 改为 ${renamed.to}`;
}

export const deedsZh: Deeds = {
  'session/created': () => '创建了会议',
  'session/started': () => '开始了会议',
  'session/ended': () => '结束了会议',
  'session/paused': () => '暂停了会议',
  'session/resumed': () => '恢复了会议',
  'session/configured': (_, change) => {
    const changed = change.settings.map((setting) => settings[setting]).filter(Boolean);
    if (changed.length > 0) return `更改了${changed.join('、')}`;
    return change.settings.includes('notes') ? '处理了一条计划提示' : '更改了设置';
  },
  'session/absence-settled': () => '决定了中枢离线的时间是否计入',
  'agenda/begun': (name) => `开始了“${name}”`,
  'agenda/adjusted': (name, { seconds }) =>
    seconds === null ? '调整了议程时间' : `将“${name}”的时间 ${step(seconds)}`,
  'agenda/edited': () => '编辑了议程',
  'people/introduced': (name, change) => changedPerson(name, change) ?? `介绍了${name}`,
  'people/imported': () => '从文件导入了人员或提问',
  'people/added': (name) => `把 ${name} 加入名单`,
  'people/updated': (name, change) => changedPerson(name, change) ?? `修改了 ${name} 的资料`,
  'people/merged': (name) => `合并了 ${name} 的两条资料`,
  'queue/joined': (name) => `把 ${name} 列入发言名单`,
  'queue/left': (name) => `把 ${name} 移出发言名单`,
  'queue/updated': (name) => `修改了 ${name} 的举手`,
  'queue/moved': (name) => `调整了 ${name} 的顺序`,
  'queue/held': (name) => `暂缓了 ${name}`,
  'queue/returned': (name) => `恢复了 ${name}`,
  'queue/missed': (name) => `叫了 ${name}，未到`,
  'queue/put-on-deck': (name) => `通知 ${name} 准备`,
  'queue/taken-off-deck': (name) => `取消了对 ${name} 的准备通知`,
  'queue/merged': (name) => `合并了 ${name} 的两次举手`,
  'queue/cleared': (_, { hands }) => `清除了名单上的 ${hands} 次举手`,
  'queue/carried': (_, { hands }) => `将 ${hands} 次举手转到另一议程项目`,
  'queue/opened': () => '开放了发言名单',
  'queue/closed': () => '关闭了发言名单',
  'floor/given': (name) => `请 ${name} 发言`,
  'floor/ended': (name) => `结束了 ${name} 的发言`,
  'floor/paused': (name) => `暂停了 ${name} 的计时`,
  'floor/resumed': (name) => `恢复了 ${name} 的计时`,
  'floor/adjusted': (name, { seconds }) =>
    seconds === null ? `调整了 ${name} 的时限` : `将 ${name} 的时限 ${step(seconds)}`,
  'floor/hold-skipped': () => '不再等候另一方，继续进行',
  'floor/explained': (name) => `说明了为何叫 ${name}`,
  'floor/readied': (name, { readiness }, isOwn) => {
    if (readiness && isOwn) return `答复：${answers[readiness]}`;
    return readiness ? `记录：${name} ${answers[readiness]}` : `记录了 ${name} 是否就绪`;
  },
  'floor/corrected': (name) => `更正了 ${name} 的发言`,
  'questions/asked': () => '提了一个问题',
  'questions/changed': (_, { questions }) =>
    questions > 1 ? `处理了 ${questions} 个问题` : '处理了一个问题',
  'questions/hidden': () => '隐藏了一个问题',
  'questions/voted': () => '为问题投了票',
  'questions/desk-set': (name, { questions, hands }) =>
    questions + hands > 0
      ? `禁止了${name}提问，并清除${[questions > 0 && `${questions} 个问题`, hands > 0 && `${hands} 次举手`].filter(Boolean).join('和')}`
      : '更改了提问设置',
  'notes/written': () => '记下了一条要点',
  'notes/removed': () => '删除了一条要点',
  'notes/merged': () => '把两条要点合为一条',
  'notes/moved': () => '在报告中移动了一条要点',
  'notes/revealed': () => '公开了一条要点',
  'notes/hidden': () => '把一条要点转为内部',
  'notes/endorsed': () => '记下了某人对要点的态度',
  'notes/asked': () => '请大家表态',
  'notes/answered': () => '作了表态',
  'notes/closed': () => '结束了表态',
  'notes/drafted': () => '撰写了报告的一节',
  'notes/template-chosen': () => '选择了报告格式',
  'contacts/joined': () => '留下了联系方式',
  'contacts/erased': () => '删除了一条联系方式',
  'backchannel/sent': () => '给工作人员发了消息',
  'backchannel/acknowledged': () => '确认了一条消息',
  'invites/issued': () => '发出了邀请',
  'invites/revoked': () => '撤销了邀请',
  'history/undone': () => '撤销了一步操作',
};
