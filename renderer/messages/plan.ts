import type { PlanNote } from '../../shared/domain/session/schema.ts';
import type { Params } from '../../shared/words/words.ts';
import { wordsOf } from './catalogue.ts';
import { useMessages } from './language.ts';
import { notesEn } from './notes-en.ts';
import { notesZhCn } from './notes-zh-cn.ts';
import type { PlanMessages } from './plan-en.ts';
import { planEn } from './plan-en.ts';
import { planZhCn } from './plan-zh-cn.ts';

export const usePlanWords = wordsOf<PlanMessages>({ en: planEn, 'zh-CN': planZhCn });

const useNotes = wordsOf<Record<string, (params: Params) => string>>({ en: notesEn, 'zh-CN': notesZhCn });

/** Words a note of the importer; a code that is newer than this page is shown as it is. */
export function useNoteWords(): (note: PlanNote) => string {
  const words = useNotes();
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
