import { reasonsEn, rejectionsEn } from './en.ts';
import type { Params } from './words.ts';
import { reasonsZh, rejectionsZh } from './zh-cn.ts';

export type Language = 'en' | 'zh-CN';

type Catalogue = Record<string, (params: Params) => string>;

/** What the hub says, by language. */
export const HUB_WORDS: Record<Language, { rejections: Catalogue; reasons: Catalogue }> = {
  en: { rejections: rejectionsEn, reasons: reasonsEn },
  'zh-CN': { rejections: rejectionsZh, reasons: reasonsZh },
};

/** The sentence for a code; an unknown code is shown as it is. */
export function word(catalogue: Catalogue, { code, params }: { code: string; params: Params }): string {
  const sentence = Object.hasOwn(catalogue, code) ? catalogue[code] : undefined;
  return sentence ? sentence(params) : code;
}

/** The best of our languages for an Accept-Language header or a browser's list of tags. */
export function pickLanguage(tags: readonly string[]): Language {
  for (const tag of tags) {
    if (/^zh\b/i.test(tag)) return 'zh-CN';
    if (/^en\b/i.test(tag)) return 'en';
  }
  return 'en';
}
