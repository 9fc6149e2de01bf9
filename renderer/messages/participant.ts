import { wordsOf } from './catalogue.ts';
import type { ParticipantMessages } from './participant-en.ts';
import { participantEn } from './participant-en.ts';
import { participantZhCn } from './participant-zh-cn.ts';

export const useParticipantWords = wordsOf<ParticipantMessages>({
  en: participantEn,
  'zh-CN': participantZhCn,
});
