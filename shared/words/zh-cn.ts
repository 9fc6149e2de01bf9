/** Simplified Chinese for what the hub says; the same keys as en.ts. */
import { doorsZh } from './doors.ts';
import type { reasonsEn, rejectionsEn } from './en.ts';
import { problemClause } from './problems-en.ts';
import { problemsZh } from './problems-zh-cn.ts';
import type { Params, Words } from './words.ts';
import { clock } from './words.ts';

const SIDES: Record<string, string> = { onsite: '现场', online: '线上' };
const side = (p: Params) => SIDES[String(p.channel)] ?? String(p.channel);

const door = (p: Params) => (doorsZh as Record<string, string>)[String(p.door)] ?? String(p.door);

export const rejectionsZh: Words<typeof rejectionsEn> = {
  forbidden: () => '您的邀请不允许此操作。',
  invalid: (p) => `“${p.field}”${problemClause(problemsZh, p) ?? `不符合要求（${p.problem}）`}。`,
  'unknown-command': (p) => `没有名为“${p.name}”的命令。`,
  'too-many': (p) => `数量过多或操作过快，上限为 ${p.limit}。`,
  'session/already-started': () => '会议已经开始。',
  'session/not-started': () => '会议尚未开始。',
  'session/ended': () => '会议已经结束。',
  'session/already-paused': () => '会议已暂停，请先恢复。',
  'session/not-paused': () => '会议没有暂停。',
  'session/no-such-absence': () => '那段时间中枢并未离线。',
  'session/absence-settled': () => '已有人决定那段时间是否计入。',
  'agenda/no-such-item': () => '该议程项目已不存在。',
  'agenda/moved-on': (p) => (p.title === '' ? '当前没有进行中的议程项目。' : `议程已进行到“${p.title}”。`),
  'agenda/already-current': (p) => `“${p.title}”已是当前项目。`,
  'agenda/below-zero': (p) => `“${p.title}”没有那么多时间可以减去。`,
  'agenda/stale': () => '其他人刚刚编辑了议程，请重新查看。',
  'agenda/already-begun': (p) => `“${p.title}”已经开始，不能删除。`,
  'people/no-such-person': () => '此人已不在名单中。',
  'people/side-locked': (p) => `主持人已设定您的一方：${side(p)}。`,
  'queue/closed': () => '发言名单已关闭，仍可提出程序问题。',
  'queue/already-open': () => '发言名单已经开放。',
  'queue/already-waiting': (p) => `${p.name} 已在等候（来自${door(p)}）。`,
  'queue/two-people': (p) => `${p.name} 在人员名单中有两条资料，请合并这两条资料。`,
  'queue/nothing-to-clear': () => '没有可清除的举手。',
  'queue/nothing-to-carry': () => '没有可转移的举手。',
  'queue/no-such-entry': () => '该举手已不在等候。',
  'queue/on-hold': (p) => `${p.name} 已暂缓。`,
  'queue/not-on-hold': (p) => `${p.name} 没有暂缓。`,
  'queue/other-side': (p) => `${p.name} 只能在本方内移动。`,
  'queue/already-missed': (p) => `其他人刚刚已将 ${p.name} 标为未到。`,
  'queue/already-on-deck': (p) => `已通知 ${p.name} 准备发言。`,
  'queue/deck-full': (p) => `一次最多通知 ${p.limit} 人准备。`,
  'queue/deck-one-sided': (p) => `两个准备席位会都给同一方，而${side(p)}还有人在等候。`,
  'queue/not-on-deck': (p) => `尚未通知 ${p.name} 准备发言。`,
  'floor/moved-on': (p) => (p.name === '' ? '现在没有人发言。' : `发言权已交给 ${p.name}。`),
  'floor/already-paused': (p) => `${p.name} 的计时已暂停。`,
  'floor/not-paused': (p) => `${p.name} 的计时没有暂停。`,
  'floor/no-held-slot': () => '已没有保留的发言机会。',
  'floor/no-override': (p) => `${p.name} 是按建议叫到的，无需说明。`,
  'floor/no-such-turn': () => '没有这次发言。',
  'backchannel/no-such-message': () => '这条消息已不再保留。',
  'backchannel/own-message': () => '这是您自己发的消息。',
  'backchannel/already-acknowledged': () => '您已确认过这条消息。',
  'notes/no-such-note': () => '这条要点已不存在。',
  'notes/no-such-question': () => '这个政策问题已不存在。',
  'notes/stale': () => '其他人刚修改了这条要点；两种写法都保留着，请您选择。',
  'notes/already-revealed': () => '这条要点已经公开。',
  'notes/not-revealed': () => '这条要点没有公开。',
  'notes/already-asked': () => '已经在就这条要点征求意见。',
  'notes/not-asked': () => '目前没有就这条要点征求意见。',
  'contacts/closed': () => '本次会议不收集联系方式。',
  'contacts/other-purpose': () => '收集联系方式的用途已更改，请重新阅读。',
  'contacts/already-joined': () => '您已留下联系方式；要更改请先删除。',
  'contacts/no-such-contact': () => '这条联系方式已不存在。',
  'invites/no-such-invite': () => '没有这个邀请。',
  'invites/already-revoked': () => '该邀请已被撤销。',
  'history/no-such-commit': () => '此操作已无法撤销。',
  'history/already-undone': () => '此操作已经撤销。',
  'history/depends': () => '之后的操作依赖于它，请先撤销之后的操作。',
  'hub/cannot-write': () => '中枢无法写入磁盘，在恢复之前不接受任何操作。',
  'hub/restarting': () => '中枢正在重启，请稍后再试。',
};

export const reasonsZh: Words<typeof reasonsEn> = {
  'point-of-order': () => '程序问题',
  'on-deck': () => '已锁定：已通知准备发言',
  'only-side-waiting': (p) => `只有${side(p)}有人在等候`,
  'side-behind': (p) => `${side(p)}落后 ${clock(p.seconds)}`,
  'sides-even': (p) => `双方持平，轮到${side(p)}`,
  'asked-first': () => '最早请求发言',
  'sides-alternate': (p) => `双方轮流，轮到${side(p)}`,
  'first-timers': () => '首次发言者优先',
  placed: () => '由主持人排在此处',
  'group-behind': (p) => `${p.group} 发言最少（${clock(p.seconds)}）`,
  'missed-calls': (p) => `叫过 ${p.count} 次，未到`,
  'first-turn': () => '首次发言',
  'turns-had': (p) => `已发言 ${p.count} 次`,
  waited: (p) => `已等候 ${clock(p.seconds)}`,
};
