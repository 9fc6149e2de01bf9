/** 简体中文：命令行对人说的话。 */
import type { TerminalWords } from './en.ts';
import { startZhCn } from './start-zh-cn.ts';

const REHEARSE =
  '--rehearse --link 邀请链接 [--meeting 文件] [--speed 10] [--seed 1] [--minutes 10] [--drive]';

export const terminalZhCn: TerminalWords = {
  start: startZhCn,
  options: {
    unknown: (option) => `没有选项 ${option}（--help 列出所有选项）。`,
    needsValue: (option) => `${option}：需要一个值。`,
    takesNoValue: (option) => `${option} 不带值。`,
    extra: (text) => `“${text}”不属于任何选项（--help 列出所有选项）。`,
    number: (option, text, min, max) => `--${option} ${text}：需要 ${min} 到 ${max} 之间的数字。`,
    oneOf: (option, text, list) => `--${option} ${text}：必须是以下之一：${list}。`,
    unreadable: (path, why) => `无法读取 ${path}：${why}。`,
    isEmpty: '文件为空',
  },
  hub: {
    help: `用法：npm run hub -- [选项]
  --host 地址         在此地址监听（127.0.0.1：仅限本机；0.0.0.0：所有能连到本机的人）
  --port N            在此端口监听（7377；0 表示任选空闲端口）
  --public-url URL    经隧道或代理访问时，链接和二维码使用的地址
  --trust-proxy       信任 X-Forwarded-Host
  --data 目录         会议的存放位置
  --plan 文件         按会议安排新建会议（JSON，或研讨会提案的文本）
  --restore 文件      打开别处的会议文件（.evenfloor），原文件不变
  --session 标识      恢复此会议，或以此为新会议的标识
  --store 地址        sqlite:（存为目录中的文件），或 nats://主机:端口[,主机:端口…]（tls://），供多台主机共用
  --store-creds 文件  NATS 服务器要求的密钥（.creds）
  --store-ca 文件     签发 NATS 服务器证书的机构（PEM）
  --tls-cert F --tls-key F   提供 https 和 wss
  --metrics-token-file F     持有 F 中文本者与主持人一样可读取 /metrics
  --json              只输出一行 JSON，说明在何处监听`,
    session: (text) => `--session ${text}：须以字母或数字开头，其后为字母、数字、- 和 _，最多 64 个字符。`,
    store: (text) => `--store ${text}：只能是 sqlite:（文件），或 nats://、tls:// 加服务器地址。`,
    storeKey: '--store-creds 和 --store-ca 只能与 --store nats:// 或 tls:// 同用。',
    tls: '--tls-cert 和 --tls-key 必须同时给出，或都不给出。',
    tlsPair: (cert, key) => `--tls-cert ${cert}，--tls-key ${key}：不是成对的证书（PEM）和未加密的私钥。`,
    host: '--host：需要一个地址，例如 127.0.0.1 或 0.0.0.0。',
    data: '--data：目录名不能为空。',
    publicUrl: (text) => `--public-url ${text}：需要 https://floor.example 这样不带路径的地址。`,
    untitled: '混合会议',
    resumed: (sessionId) => `会议 ${sessionId} 按原样恢复，不会读入 --plan。`,
    restoreAlone: '--restore 不能与 --plan 或 --session 同用：会议内容由文件决定。',
    restored: (path, asOf) =>
      `已导入 ${path}，内容截至 ${asOf.toLocaleString('zh-CN')}。此前发出的链接在这里无法使用，请改用以下链接：`,
    listening: (url) => `Evenfloor 正在监听 ${url}`,
    opened: (sessionId, title) => `会议 ${sessionId}：${title}`,
    roles: {
      host: '会议主办人',
      'onsite-moderator': '现场主持人',
      'online-moderator': '线上主持人',
      rapporteur: '报告员',
      liaison: '联络员',
      participant: '与会者',
      display: '显示屏',
    },
    whoHas: '持有某个链接即拥有相应角色。按 Ctrl-C 关闭中枢，会议会保留。',
    portInUse: (port) => `端口 ${port} 已被占用，请关闭另一个程序，或用 --port 另选端口。`,
    portRights: (port) => `使用端口 ${port} 需要更高权限，请选择大于 1023 的端口。`,
    noSuchAddress: (address) => `--host ${address}：本机没有这个地址。`,
    unknownHost: (name) => `--host ${name}：找不到这个名称的地址。`,
    unusable: (path, why) => `无法使用 ${path}：${why}。`,
    failed: (why) => `中枢无法运行：${why}`,
  },
  simulate: {
    help: `用法：npm run simulate -- --meeting 文件 [--policy 名称] [--json]
  或：npm run simulate -- ${REHEARSE}`,
    noMeeting: '哪一场会议？请用 --meeting 指定文件（--help 列出所有选项）。',
    badJson: (path, line, column) => `${path} 第 ${line} 行第 ${column} 列不是有效的 JSON。`,
    noLink: '谁的邀请？请用 --link 给出邀请链接（--help 列出所有选项）。',
    noInvitation: '--link：需要 http://127.0.0.1:7377/#… 这样的邀请链接。',
    noModerator: '--link：需要会议主办人或主持人的邀请。',
    noHub: (why) => `--link：无法连接中枢：${why}。`,
    closed: (reason) => `中枢答复：${reason}。`,
  },
  rehearsal: {
    over: '已结束',
    ended: '会议已结束',
    stopped: '已停止',
    gone: (reason) => `中枢已断开（${reason}）`,
    line: (why, raised, lowered) => `演练：${why}；举手 ${raised} 次，放下 ${lowered} 次`,
    turns: (count) => `；给出发言 ${count} 次`,
    refused: (count) => `；被拒绝 ${count} 次`,
  },
  closed: {
    4400: '中枢无法读取发送的内容',
    4401: '这不是那里的会议的邀请',
    4403: '此邀请已被撤销',
    4404: '那里没有这场会议',
    4409: '本程序版本过旧',
    4410: '中枢版本过旧',
    4429: '过慢或过多',
    1009: '消息过大',
    1012: '中枢正在重启，或会议无法打开',
  },
  closedOther: (code) => `连接已关闭（${code}）`,
  causes: {
    ENOENT: '不存在',
    EACCES: '当前用户没有权限',
    EPERM: '当前用户没有权限',
    EISDIR: '这是一个文件夹',
    ENOTDIR: '路径中有一部分不是文件夹',
    ENOSPC: '磁盘空间已满',
    EROFS: '只读，无法写入',
    ECONNREFUSED: '那里没有程序在监听',
    ENOTFOUND: '没有这个地址',
    EAI_AGAIN: '目前无法查询该名称',
    ETIMEDOUT: '没有得到答复',
  },
};
