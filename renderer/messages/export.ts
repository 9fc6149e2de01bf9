import type { Export } from '../hooks/fetch-export.ts';
import { wordsOf } from './catalogue.ts';
import type { Translated } from './translated.ts';

const namesEn: Record<Export, string> = {
  'report.html': 'Report as a page (HTML)',
  'report.docx': 'Report for Word (DOCX)',
  'report.pdf': 'Report as PDF',
  'report.md': 'Report as Markdown',
  'report.json': 'Report as data (JSON)',
  'turns.csv': 'List of turns (CSV)',
  'points.csv': 'List of points (CSV)',
  'questions.csv': 'List of questions (CSV)',
  'contacts.csv': 'List of contacts (CSV)',
  'chapters.vtt': 'Chapters for the recording (VTT)',
  'session.evenfloor': 'The session itself, to open elsewhere',
};

const exportEn = {
  what: 'What to save',
  names: namesEn,
  saveReport: 'Save the report',
  save: 'Save',
  withContacts: (count: number) => `with the contacts (${count})`,
  offset: 'The session starts at this second of the recording:',
  making: 'It is being made…',
  saved: 'Saved.',
  failed: 'The hub that hosts the session gave nothing. Try again when the line is back.',
};

type ExportMessages = Translated<typeof exportEn>;

const exportZhCn: ExportMessages = {
  what: '保存什么',
  names: {
    'report.html': '网页版报告（HTML）',
    'report.docx': 'Word 报告（DOCX）',
    'report.pdf': 'PDF 报告',
    'report.md': 'Markdown 报告',
    'report.json': '报告数据（JSON）',
    'turns.csv': '发言列表（CSV）',
    'points.csv': '要点列表（CSV）',
    'questions.csv': '问题列表（CSV）',
    'contacts.csv': '联系方式列表（CSV）',
    'chapters.vtt': '录像章节（VTT）',
    'session.evenfloor': '会议本身（可在别处打开）',
  },
  saveReport: '保存报告',
  save: '保存',
  withContacts: (count) => `附上联系方式（${count}）`,
  offset: '会议开始于录像的第几秒：',
  making: '正在生成…',
  saved: '已保存。',
  failed: '主持会议的中枢没有给出内容，请在线路恢复后重试。',
};

export const useExportWords = wordsOf<ExportMessages>({ en: exportEn, 'zh-CN': exportZhCn });
