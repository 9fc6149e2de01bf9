/** 简体中文：无法用作会议安排的文件，以及无法使用的会议文件。 */
import type { PlanErrorWords, StoreErrorWords } from './plan-errors-en.ts';

const kib = (bytes: string | number | undefined) => `${Math.ceil(Number(bytes ?? 0) / 1_024)} KiB`;

/** The importer names what it has recognised in English. */
const whats: Record<string, string> = {
  'a PDF': ' PDF 文件',
  'a zip, Word or Excel file': ' zip、Word 或 Excel 文件',
  'an RTF document': ' RTF 文档',
  'a saved web page': '网页存档',
};

export const planErrorsZhCn: PlanErrorWords = {
  empty: (p) => `“${p.fileName}”是空文件，请选择含有提案文本或会议安排的文件。`,
  'too-large': (p) =>
    `“${p.fileName}”有 ${kib(p.bytes)}，会议安排最多 ${kib(p.bytesMax)}，请只保留提案文本。`,
  binary: (p) =>
    `“${p.fileName}”不是文本文件（第 ${p.offset} 字节处为二进制数据），请另存为纯文本（UTF-8）后再选择。`,
  'not-utf-eight': (p) =>
    `“${p.fileName}”不是 UTF-8 文本（第 ${p.line} 行出现无法识别的字符），请以 UTF-8 编码重新保存。`,
  'wrong-kind': (p) =>
    `“${p.fileName}”是${whats[String(p.what)] ?? ` ${p.what}`}，不是文本，请把其中的文字复制到纯文本文件（UTF-8）后再选择。`,
  'bad-json': (p) =>
    `“${p.fileName}”第 ${p.line} 行第 ${p.column} 列不是有效的 JSON，请在该处改正，或重新导出会议安排。`,
  'bad-plan': (p) =>
    `“${p.fileName}”不是 Evenfloor 会议安排：${p.path ? `${p.path} 处` : '文件'}不符合要求（${p.problem}），请改正或重新导出会议安排。`,
  'newer-plan': (p) =>
    `“${p.fileName}”由更新版本的 Evenfloor 制作（会议安排版本 ${p.v}），请更新本应用，或以版本 1 导出会议安排。`,
  'duplicate-id': (p) => `“${p.fileName}”中标识“${p.id}”出现了两次（${p.path}），请为每一项使用不同的标识。`,
  'nothing-found': (p) =>
    `“${p.fileName}”的 ${p.lines} 行中没有带时长的议程、政策问题或发言人。请复制会议页面的全部文字，或写成“Opening (5 min)”这样的行。`,
};

export const storeErrorsZhCn: StoreErrorWords = {
  'no-such-session': () => '这场会议的文件已不存在。',
  'session-exists': () => '已有使用此标识的会议。',
  'session-held': () => '这场会议正在另一个 Evenfloor 中打开，请先在那里关闭。',
  'log-newer': () => '这场会议由更新版本的 Evenfloor 写入，请更新本应用。',
  damaged: () => '这场会议的文件已损坏，无法读取。',
  'cannot-write': () => '会议无法保存。请检查磁盘空间是否已满，以及是否有写入权限。',
};
