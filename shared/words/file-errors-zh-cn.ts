/** 简体中文：无法用作会议安排的文件，以及无法使用的会议文件。 */
import type { ForeignKind, planErrorsEn, storeErrorsEn } from './file-errors-en.ts';
import { problemClause } from './problems-en.ts';
import { problemsZh } from './problems-zh-cn.ts';
import type { Params, Words } from './words.ts';

const kib = (bytes: string | number | undefined) => `${Math.ceil(Number(bytes ?? 0) / 1_024)} KiB`;

const FOREIGN: Record<ForeignKind, string> = {
  pdf: ' PDF 文件',
  office: ' zip、Word 或 Excel 文件',
  rtf: ' RTF 文档',
  'web-page': '网页存档',
};

export const planErrorsZhCn: Words<typeof planErrorsEn> = {
  empty: (p) => `“${p.fileName}”是空文件，请选择含有提案文本或会议安排的文件。`,
  'too-large': (p) =>
    `“${p.fileName}”有 ${kib(p.bytes)}，会议安排最多 ${kib(p.bytesMax)}，请只保留提案文本。`,
  binary: (p) =>
    `“${p.fileName}”不是文本文件（第 ${p.offset} 字节处为二进制数据），请另存为纯文本（UTF-8）后再选择。`,
  'not-utf-eight': (p) =>
    `“${p.fileName}”不是 UTF-8 文本（第 ${p.line} 行出现无法识别的字符），请以 UTF-8 编码重新保存。`,
  'wrong-kind': (p) =>
    `“${p.fileName}”是${FOREIGN[p.what as ForeignKind]}，不是文本，请把其中的文字复制到纯文本文件（UTF-8）后再选择。`,
  'bad-json': (p) =>
    `“${p.fileName}”第 ${p.line} 行第 ${p.column} 列不是有效的 JSON，请在该处改正，或重新导出会议安排。`,
  'bad-plan': (p) =>
    `“${p.fileName}”不是 Evenfloor 会议安排：${p.path ? `“${p.path}”` : '文件'}${problemClause(problemsZh, p) ?? '不符合要求'}，请改正或重新导出会议安排。`,
  'newer-plan': (p) =>
    `“${p.fileName}”由更新版本的 Evenfloor 制作（会议安排版本 ${p.v}），请更新本应用，或以版本 1 导出会议安排。`,
  'duplicate-id': (p) => `“${p.fileName}”中标识“${p.id}”出现了两次（${p.path}），请为每一项使用不同的标识。`,
  'bad-row': (p) => `“${p.fileName}”第 ${p.row ?? 1} 行无法作为表格读取：请修正该行，或连同表头重新保存。`,
  'bad-calendar': (p) =>
    `“${p.fileName}”不是可读取的日历${p.why ? `（${p.why}）` : ''}：请重新导出为 iCalendar（.ics）。`,
  'nothing-found': (p) =>
    `“${p.fileName}”的 ${p.lines} 行中没有带时长的议程、政策问题或发言人。请复制会议页面的全部文字，或写成“Opening (5 min)”这样的行。`,
};

const session = (p: Params) => (p.path ? `${p.path} ` : '这场会议');
const servers = (p: Params) => (p.path ? `${p.path} ` : '集群');
const of = (p: Params) => (p.path ? `${p.path}：` : '');
const file = (p: Params) => (p.path ? `${p.path} ` : '这场会议的文件');
const detail = ({ seq, why }: Params) => {
  const parts = [seq === undefined ? [] : `第 ${seq} 条记录`, why ?? []].flat();
  return parts.length > 0 ? `（${parts.join('：')}）` : '';
};

export const storeErrorsZhCn: Words<typeof storeErrorsEn> = {
  'no-such-session': (p) => `${file(p)}已不存在。`,
  'session-exists': (p) => (p.path ? `${p.path} 已经存在。` : '已有使用此标识的会议。'),
  'no-session-file': (p) => `${p.path ? `${p.path} ` : '此文件'}不是 Evenfloor 的会议文件（.evenfloor）。`,
  'session-held': (p) => `${session(p)}正在另一个 Evenfloor 中打开，请先在那里关闭。`,
  'log-newer': (p) => `${session(p)}由更新版本的 Evenfloor 写入${detail(p)}，请更新本应用。`,
  damaged: (p) => `${file(p)}已损坏，无法读取${detail(p)}。`,
  'secret-damaged': (p) =>
    `${p.path ? `${p.path} ` : '这场会议的链接密钥'}已损坏，请恢复该文件，或将其删除以生成新的链接。`,
  'cannot-write': (p) =>
    p.path
      ? `无法使用 ${p.path}${detail(p)}。请检查磁盘空间是否已满，以及是否有写入权限。`
      : '会议无法保存。请检查磁盘空间是否已满，以及是否有写入权限。',
  'no-store-address': (p) =>
    `${servers(p)}不是可用的存储地址：应为 sqlite:（文件），或 nats:// 或 tls:// 加服务器。`,
  'no-cluster': (p) => `${servers(p)}没有应答${detail(p)}。请检查地址是否正确，服务器是否在运行。`,
  'cluster-refuses': (p) => `${servers(p)}的服务器拒绝此主机接入：请提供正确的用户、令牌或 --store-creds。`,
  'no-jetstream': (p) => `${servers(p)}的服务器不保存数据：请在服务器上启用 JetStream（nats-server -js）。`,
  'no-cluster-parts': (p) => `${of(p)}未安装集群所需的组件：请运行“npm install --include=optional”。`,
  'line-cut': (p) => `${of(p)}与集群的连接已中断${detail(p)}。`,
  'too-large': (p) =>
    `${of(p)}内容超出集群单条消息的上限${detail(p)}：请分次进行，或在服务器上调高 max_payload。`,
};
