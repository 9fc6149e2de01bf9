/** 简体中文：导入会议平台的文件。 */
import type { importErrorsEn, importProblemsEn } from './import-en.ts';
import type { Words } from './words.ts';

const mib = (bytes: string | number | undefined) => `${Math.round(Number(bytes ?? 0) / 1_048_576)} MB`;

export const importErrorsZh: Words<typeof importErrorsEn> = {
  empty: () => '文件是空的：请重新导出。',
  'too-large': (p) => `文件超过 ${mib(p.bytesMax)}：请导出较短的一段。`,
  binary: (p) =>
    `文件既不是表格也不是文本（第 ${p.offset} 字节起为二进制数据）：请导出为 CSV、XLSX、TXT 或 VTT。`,
  foreign: (p) => `文件是 ${p.what}：请改为导出 CSV、XLSX、TXT 或 VTT。`,
  'unknown-format': (p) =>
    `前 ${p.rows} 行中没有可识别的表头（例如“姓名”和“参会时长”、“问题”）或聊天记录。请连同表头重新导出，或另存为带有“姓名”列的表格。`,
  'other-format': (p) => `这不是所要求的文件类型（${p.kind}）。`,
  'no-rows': () => '表头之下没有任何行：请在会后重新导出。',
  'cut-off': (p) => `文件在第 ${p.row} 行中间结束：文件不完整，请重新导出或复制。`,
  misfit: (p) =>
    `从第 ${p.row} 行起每行有 ${p.cells} 格，而表头有 ${p.columns} 格：分隔符与表头不同，或两行表头并成了一行。请重新导出，或修正该行。`,
  'bad-table': (p) => `第 ${p.row} 行无法作为表格读取（${p.why}）：请修正，或重新导出。`,
  'bad-workbook': (p) => `工作簿无法读取（${p.why}）：请重新存为 XLSX。`,
  'workbook-too-large': (p) =>
    `工作簿解压后超过 ${mib(p.bytesMax)}，名单不会这么大：请只保存名单所在的工作表。`,
  'too-many-rows': (p) => `文件超过 ${p.limit} 行（第 ${p.row} 行）：请拆分，或去掉不需要的内容。`,
  'too-slow': () => '读取文件用时过长：请拆成较小的文件。',
};

export const importProblemsZh: Words<typeof importProblemsEn> = {
  'short-row': (p) => `该行有 ${p.cells} 格，表头有 ${p.columns} 格，已略去。`,
  'no-name': () => '该行没有姓名，已略去。',
  'address-as-name': (p) => `姓名中有电子邮件地址：姓名取“${p.name}”，地址只出现在本预览中。`,
  'address-as-organisation': (p) => `${p.name} 的机构一栏只有电子邮件地址，已略去。`,
  'name-cut': (p) => `姓名超过 ${p.limit} 个字符，已截短：“${p.name}”。`,
  remark: (p) => `“${p.name}”单独成行，可能是备注：若不是姓名，请略去。`,
  'waiting-room': (p) => `${p.name} 只到过等候室，已略去。`,
  'no-show': (p) => `${p.count} 人已报名但未到场。`,
  'bad-time': (p) => `“${p.value}”不是可识别的时间。`,
  'bad-minutes': (p) => `“${p.value}”不是时长，未计入。`,
  'unread-lengths': (p) => `“${p.value}”列似乎是时长，但未读取：如果是参会时长，请为该列选择“分钟”。`,
  'unread-rows': (p) =>
    `这似乎是表头，但其中没有已知的姓名列名：其下 ${p.count} 行未读取。请将该列命名为“姓名”。`,
  'unread-sheet': (p) => `工作表“${p.value}”（${p.count} 行）没有已知的表头，未读取。`,
  'unread-sides': (p) => `“${p.value}”列似乎说明谁在线上、谁在现场，未读取：若是如此，请为其选择“一方”。`,
  'unread-absent': (p) =>
    `“${p.value}”列说明有 ${p.count} 行已取消或未到场，未读取：若是如此，请为其选择“到场”。`,
  sum: (p) => `“${p.value}”是合计而非人名，已略去。`,
  'same-person': (p) => `这可能是 ${p.name}，其括号内有此姓名。`,
  'unknown-side': (p) => `“${p.value}”既不是线上也不是现场：按未注明者的一侧处理。`,
  'unknown-action': (p) => `“${p.value}”既不表示加入也不表示离开，未计入。`,
  'second-device': (p) => `这可能是 ${p.name} 的第二台设备。`,
  'same-name': (p) => `另有一位 ${p.name} 使用不同的电子邮件地址，已分开保留；没有地址的行计入第一位。`,
  'one-name': (p) => `另有一行也叫 ${p.name}，但机构或参会方式不同：按同一人处理。`,
  'one-address': (p) => `“${p.value}”与 ${p.name} 的电子邮件地址相同，按同一人处理。`,
  'day-or-month': (p) => `无法判断“${p.value}”是日在前还是月在前。`,
  'still-there': (p) => `${p.name} 没有离开记录，计到文件中的最后时刻。`,
  private: (p) => `${p.count} 条并非发给所有人的消息已略去。`,
  unnamed: (p) => `${p.count} 行未说明发言人。`,
  'no-question': () => '其中没有问题，已略去。',
  'no-line': () => '该行不是聊天记录，已略去。',
  'too-long': (p) => `超过 ${p.limit} 个字符，已略去。`,
  encoding: (p) => `文件不是 UTF-8，按 ${p.encoding} 读取：请检查姓名是否正确。`,
};
