/** 简体中文：首页。 */
import type { HomeMessages } from './home-en.ts';

export const homeZhCn: HomeMessages = {
  title: 'Evenfloor',
  tagline: '现场与线上，同一个发言席。',
  begin: '新建会议',
  templates: '使用模板',
  templateNames: {
    'hybrid-panel-90': '混合式专题讨论',
    'round-table-60': '圆桌会议',
    'town-hall-60': '大会对话',
  },
  templateSize: (minutes, items) => `${minutes} 分钟 · ${items} 项议程`,
  file: '从文件新建',
  fileHint:
    '研讨会提案文本，或 JSON 格式的会议安排，会议开始前您可以先核对。会议文件（.evenfloor）会从中断处继续。',
  drop: '将文件拖到这里',
  sessionTooLarge: (name) => `“${name}”超过 64 MB，不可能是会议文件。`,
  choose: '选择文件',
  picking: '请在对话框中选择文件。',
  reading: (name) => `正在读取 ${name}…`,
  tooLarge: (name) => `“${name}”超过 2 MB，不可能是会议安排，请选择其他文件。`,
  oneFile: '请一次只拖入一个文件。',
  creating: '正在创建会议…',
  failed: (sentence) => sentence,
  recent: '本机上的会议',
  recentNone: '暂无会议。您在这里新建的会议会保存在本机。',
  length: (minutes) => `${minutes} 分钟`,
  copies: '其他电脑上会议的副本',
  copyFrom: (when) => `副本保存于 ${when}`,
  restore: '打开会议文件',
  restoring: '正在读取会议文件…',
  restoredTitle: '已导入一场会议',
  restored: (title, asOf) =>
    `“${title}”已导入本机，内容截至 ${asOf}。此前发出的链接不再指向这里，请在“邀请”中重新发放。`,
  restoredOpen: '打开会议',
  states: { planned: '未开始', running: '进行中', ended: '已结束' },
  join: '通过链接或二维码加入',
  scan: '扫描二维码',
  scanStop: '停止扫描',
  scanStates: {
    starting: '正在启动摄像头，如有提示请点击允许。',
    looking: '请将邀请二维码对准摄像头。',
    other: '这个二维码不是邀请。请将邀请二维码对准摄像头。',
  },
  scanFailures: {
    denied: '未获准使用摄像头。请在浏览器或系统设置中允许后重新扫描，或粘贴链接。',
    none: '没有找到摄像头。请粘贴链接，或选择二维码图片。',
    failed: '扫描未成功，摄像头可能正被其他程序使用。请重新扫描、粘贴链接，或选择二维码图片。',
  },
  scanElsewhere:
    '浏览器只允许 https 页面使用摄像头，本页不是。请用手机自带的相机扫码，手机会打开链接；也可以粘贴链接，或选择二维码图片。',
  picture: '识别图片中的二维码',
  pictureStates: {
    reading: '正在识别二维码…',
    unreadable: '无法将此文件作为图片读取。请选择二维码的截图或照片。',
    none: '没有识别到二维码。请选择二维码更大或更清晰的图片。',
    other: '图片中的二维码不是邀请。请选择邀请二维码的图片。',
  },
  browser: '自己主持一场会议',
  browserHint: '请打开 Evenfloor 应用，或在电脑上启动中枢：',
};
