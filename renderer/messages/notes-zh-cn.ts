/** 简体中文：导入时未能确定的内容。 */
import type { NoteWords } from './notes-en.ts';

const groups: Record<string, string> = { stakeholder: '利益攸关方群体', region: '区域' };

export const notesZhCn: NoteWords = {
  'title-assumed': (p) => `未找到标题，“${p.title}”取自文件名。`,
  'text-cut': (p) =>
    p.found === undefined ? `只读取了前 ${p.kept} 行。` : `原文 ${p.found} 字，截取前 ${p.kept} 字。`,
  'total-missing': (p) => `文件未写明总时长，各项合计 ${p.planned} 分钟。`,
  'minutes-differ': (p) => `各项合计 ${p.planned} 分钟，文件写的是 ${p.total} 分钟。`,
  'agenda-missing': () => '未找到带有时间的议程。',
  'agenda-other': (p) => `第 ${p.line} 行起还有一份议程（${p.items} 项，${p.minutes} 分钟），未采用。`,
  'minutes-missing': () => '文件未写明本项的时间。',
  'minutes-per-speaker': (p) => `每人 ${p.each} 分钟，但未写明几人。`,
  'minutes-cut': (p) => `${p.found} 分钟超出单项上限，已减为 ${p.kept} 分钟。`,
  'lengths-assumed': (p) => `“${p.text}”一类的时长按 ${p.minutes} 分钟读取。`,
  'minutes-range': (p) => `文件写的是 ${p.from} 至 ${p.to} 分钟。`,
  'kind-unknown': () => '无法判断本项属于哪一类。',
  'speakers-unnamed': (p) => `文件称有 ${p.stated} 位发言人，只列出 ${p.named} 位。`,
  'policy-questions-missing': () => '未找到政策问题。',
  'role-label-missing': (p) =>
    `第 ${p.line} 行写有 ${p.name}，但没有标明角色；按表格次序，此处应为“${p.suggestedRole}”。`,
  'person-unplaced': (p) => `第 ${p.line} 行写有 ${p.name}，但没有说明角色。`,
  'moderator-side': (p) => `“${p.label}”：是现场主持人还是线上主持人？文件没有说明。`,
  'maybe-same-person': (p) => `可能与 ${p.other} 是同一人。`,
  'organisation-differs': (p) => `文件中另有“${p.other}”，已保留“${p.kept}”。`,
  'group-differs': (p) => `文件中${groups[String(p.group)] ?? p.group}另有“${p.other}”，已保留“${p.kept}”。`,
  'channel-assumed': (p) => `文件未写明所在一侧：暂定现场 ${p.onsite} 人、线上 ${p.online} 人。`,
  'side-unclear': (p) => `第 ${p.row} 行：“${p.text}”不是已知的参会方式（${p.name}）。`,
  'role-unclear': (p) => `第 ${p.row} 行：“${p.text}”不是已知的角色（${p.name}）。`,
  'row-left-out': (p) => `第 ${p.row} 行没有姓名，已略去。`,
  'rows-left-out': (p) => `第 ${p.row} 行之下的 ${p.count} 行未读取：没有一列是姓名列。`,
  'absent-left-out': (p) => `${p.count} 人已报名但未入会，未列入。`,
  'name-missing': (p) => `第 ${p.line} 行（${p.label}）没有姓名。`,
  'line-unclear': (p) => `第 ${p.line} 行（${p.label}）未能识别：“${p.text}”`,
  'email-left-out': (p) => `已特意略去 ${p.count} 个电子邮件地址。`,
  'unknown-section': (p) => `“${p.label}”（第 ${p.line} 行）不是已知的栏目，未读取。`,
  'lines-unread': (p) => `有 ${p.count} 行未读取：${p.lines}`,
  'columns-unread': (p) => `以下各列在计划中没有对应内容，未读取或未全部读取：${p.columns}`,
  'key-unread': (p) => `“${p.path}”不属于计划，未读取。`,
  'encoding-assumed': (p) => `文件不是 UTF-8，按 ${p.encoding} 读取：请检查姓名是否正确。`,
  'too-many': (p) => `共找到 ${p.found} 项，保留前 ${p.kept} 项。`,
  'other-days': (p) => `日历中另有 ${p.count} 个其他日期的日程；此处为 ${p.day} 的日程。`,
  'declined-left-out': (p) => `${p.count} 人已谢绝邀请，未列入。`,
  'more-notes': (p) => `另有 ${p.count} 条提示未能列出。`,
};
