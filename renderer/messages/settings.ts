import { wordsOf } from './catalogue.ts';
import type { Translated } from './translated.ts';

const settingsEn = {
  title: 'Settings',
  hint: 'They are kept on this device.',
  contrast: 'Contrast',
  contrasts: { auto: 'As the system says', more: 'More' },
  text: 'Size of text',
  texts: { '100': 'Usual', '115': 'Larger (115 %)', '130': 'Large (130 %)', '150': 'Very large (150 %)' },
  motion: 'Movement',
  motions: { auto: 'As the system says', less: 'Nothing glides' },
  sounds: 'A sound when a turn is about to end, and when it is over',
  soundsHint: 'Only on this device; the warning is also in words and shape.',
};

type SettingsMessages = Translated<typeof settingsEn>;

const settingsZhCn: SettingsMessages = {
  title: '设置',
  hint: '保存在本设备上。',
  contrast: '对比度',
  contrasts: { auto: '跟随系统', more: '更高' },
  text: '文字大小',
  texts: { '100': '标准', '115': '较大（115%）', '130': '大（130%）', '150': '特大（150%）' },
  motion: '动效',
  motions: { auto: '跟随系统', less: '不使用动效' },
  sounds: '发言即将结束和超时时发出提示音',
  soundsHint: '仅在本设备发声；提醒同时以文字和形状显示。',
};

export const useSettingsWords = wordsOf<SettingsMessages>({ en: settingsEn, 'zh-CN': settingsZhCn });
