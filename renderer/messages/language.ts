/** Which language the page speaks: what somebody chose here, else what the browser asks for. */
import { useSyncExternalStore } from 'react';
import type { Rejection } from '../../shared/domain/context.ts';
import type { Language } from '../../shared/words/languages.ts';
import { HUB_WORDS, pickLanguage, word } from '../../shared/words/languages.ts';
import type { Messages } from './en.ts';
import { en } from './en.ts';
import { zhCn } from './zh-cn.ts';

const KEY = 'evenfloor.language';
const CATALOGUES: Record<Language, Messages> = { en, 'zh-CN': zhCn };
/** Each named in itself, for whoever cannot read the present one. */
export const LANGUAGE_NAMES: Record<Language, string> = { en: 'English', 'zh-CN': '中文' };

const listeners = new Set<() => void>();
let chosen: Language | null = null;

export function setLanguage(language: Language): void {
  chosen = language;
  localStorage.setItem(KEY, language);
  document.documentElement.lang = language;
  for (const listener of listeners) listener();
}

export function useLanguage(): Language {
  return useSyncExternalStore(subscribe, currentLanguage);
}

export function useMessages(): Messages {
  return CATALOGUES[useLanguage()];
}

/** Words codes of the hub, in the page's language. */
export function useHubWords(): { rejection(of: Rejection): string; reason(of: Rejection): string } {
  const words = HUB_WORDS[useLanguage()];
  return {
    rejection: (of) => word(words.rejections, of),
    reason: (of) => word(words.reasons, of),
  };
}

function currentLanguage(): Language {
  chosen ??= pickLanguage([localStorage.getItem(KEY) ?? '', ...navigator.languages]);
  return chosen;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
