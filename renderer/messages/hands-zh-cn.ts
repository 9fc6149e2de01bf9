import type { Channel } from '../../shared/lib/vocabulary.ts';
import { doorsZh } from '../../shared/words/doors.ts';
import type { HandsMessages } from './hands-en.ts';

const channels: Record<Channel, string> = { onsite: '现场', online: '线上' };

export const handsZhCn: HandsMessages = {
  edit: '编辑',
  editOf: (name) => `编辑${name}的举手`,
  name: '姓名或描述',
  topic: '主题',
  save: '保存',
  move: (name) => `移动${name}`,
  moveHint: '拖动，或按 Alt 加方向键',
  moveKeys: '移动卡片（焦点在卡片上时）',
  moved: (name, place, count, channel) => `${name}，${channels[channel]}第 ${place} 位，共 ${count} 位`,
  already: (door) => `已在等候（来自${doorsZh[door]}）`,
  isAlready: (name, door) => `${name} 已在等候（来自${doorsZh[door]}）。`,
  show: '查看卡片',
  merge: '合并',
  mergeOf: (name) => `合并${name}的两次举手`,
  keepBoth: '都保留',
  keepBothOf: (name) => `保留${name}的两次举手`,
  pasted: (count) => `剪贴板中有 ${count} 个姓名`,
  addAll: (count) => `添加 ${count} 次举手`,
  fromRoster: '在名单中',
  asNew: '新',
  skip: { twice: '重复出现', long: '过长，不是姓名', beyond: '超出上限' },
  isSkipped: '略过',
  menu: (channel) => `${channels[channel]}的整个名单`,
  asText: (channel) => `${channels[channel]}名单（文本）`,
  copyList: '复制为文本',
  copied: '已复制',
  copyFailed: '无法复制；名单已选中，请按 Ctrl+C。',
  clearSide: (count, channel) => `清除${channels[channel]}全部 ${count} 次举手`,
  clearItem: (count, title) => `清除双方在“${title}”中的 ${count} 次举手`,
  clearAsk: (count) => `从名单中清除 ${count} 次举手？可以撤销。`,
  clearYes: '清除',
  carry: (count, from, to) => `将“${from}”的 ${count} 次举手转到“${to}”`,
  leftOver: (count, from) => `${from === null ? '之前' : `“${from}”`}还留有 ${count} 次举手。`,
  carryAll: '转到本项',
  clearLeft: '清除',
  leave: '保持不变',
};
