import type { BackchannelMessages } from './backchannel-en.ts';
import { backchannelEn } from './backchannel-en.ts';
import { backchannelZhCn } from './backchannel-zh-cn.ts';
import { wordsOf } from './catalogue.ts';

export const useBackchannelWords = wordsOf<BackchannelMessages>({
  en: backchannelEn,
  'zh-CN': backchannelZhCn,
});
