import type { PlanNote } from '../../shared/domain/session/schema.ts';
import type { Params } from '../../shared/words/words.ts';
import { useCatalogue } from '../messages/catalogue.ts';
import { useMessages } from '../messages/language.ts';
import { notesEn } from '../messages/notes-en.ts';
import { notesZhCn } from '../messages/notes-zh-cn.ts';
import type { PlanMessages } from '../messages/plan-en.ts';
import { planEn } from '../messages/plan-en.ts';
import { planZhCn } from '../messages/plan-zh-cn.ts';

type Word = (params: Params) => string;

export function usePlanWords(): PlanMessages {
  return useCatalogue<PlanMessages>({ en: planEn, 'zh-CN': planZhCn });
}

/** Words a note of the importer; a code that is newer than this page is shown as it is. */
export function useNoteWords(): (note: PlanNote) => string {
  const words = useCatalogue<Record<string, Word>>({ en: notesEn, 'zh-CN': notesZhCn });
  const roles: Record<string, string> = useMessages().roles;
  return ({ code, params }) => {
    const { suggestedRole } = params;
    const worded: Params =
      suggestedRole === undefined
        ? params
        : { ...params, suggestedRole: roles[suggestedRole] ?? suggestedRole };
    return (Object.hasOwn(words, code) && words[code]?.(worded)) || code;
  };
}
