import { useCatalogue } from '../messages/catalogue.ts';
import type { ParticipantMessages } from '../messages/participant-en.ts';
import { participantEn } from '../messages/participant-en.ts';
import { participantZhCn } from '../messages/participant-zh-cn.ts';

export function useParticipantWords(): ParticipantMessages {
  return useCatalogue<ParticipantMessages>({ en: participantEn, 'zh-CN': participantZhCn });
}
