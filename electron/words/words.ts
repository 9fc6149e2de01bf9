/** The language of the terminal, chosen from the environment as POSIX does. */
import { type Language, pickLanguage } from '../../shared/words/languages.ts';
import { type TerminalWords, terminalEn } from './en.ts';
import { terminalZhCn } from './zh-cn.ts';

export type Env = Readonly<Record<string, string | undefined>>;

const CATALOGUES: Record<Language, TerminalWords> = { en: terminalEn, 'zh-CN': terminalZhCn };

/**
 * The first of LC_ALL, LC_MESSAGES and LANG that is set decides, also for a language that we do not have. We
 * write UTF-8: where the terminal reads another encoding, such as `zh_CN.GBK`, only ASCII would arrive whole.
 */
export function terminalLanguage(env: Env): Language {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  const [, tag = '', encoding = 'UTF-8'] = /^([^.@]*)(?:\.([^@]*))?/.exec(locale) ?? [];
  return /^utf-?8$/i.test(encoding) ? pickLanguage([tag.replaceAll('_', '-')]) : 'en';
}

export function terminalWords(env: Env = process.env): TerminalWords {
  return CATALOGUES[terminalLanguage(env)];
}

/** Why a file or an address cannot be used; what we have no words for is quoted as the system says it. */
export function causeOf(words: TerminalWords, error: unknown): string {
  const code = (error as NodeJS.ErrnoException | null)?.code;
  return (code !== undefined && words.causes[code]) || firstLine(error);
}

/** What a hub means by closing a connection. */
export function closedBecause(words: TerminalWords, code: number): string {
  return words.closed[code] ?? words.closedOther(code);
}

export function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
}
