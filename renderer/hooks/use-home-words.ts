import { useCatalogue } from '../messages/catalogue.ts';
import type { HomeMessages } from '../messages/home-en.ts';
import { homeEn } from '../messages/home-en.ts';
import { homeZhCn } from '../messages/home-zh-cn.ts';

export function useHomeWords(): HomeMessages {
  return useCatalogue<HomeMessages>({ en: homeEn, 'zh-CN': homeZhCn });
}
