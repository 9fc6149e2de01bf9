/** Sentences for what goes wrong in the desktop app, in the page's language. */
import type { ShellFailure } from '../../electron/shell-api.ts';
import { FILE_WORDS } from '../../shared/words/file-errors.ts';
import type { Params } from '../../shared/words/words.ts';
import { wordsOf } from './catalogue.ts';

type Catalogue = Record<string, (params: Params) => string>;

const useWords = wordsOf<{ plan: Catalogue; store: Catalogue }>(FILE_WORDS);

/** Words whatever a call of the app was refused with; a code that is newer than this page keeps its own sentence. */
export function useProblemWords(): (error: unknown) => string {
  const catalogues = useWords();
  return (error) => {
    const { about, code = '', params = {}, message } = failureIn(error);
    const words = about && catalogues[about];
    const sentence = words && Object.hasOwn(words, code) ? words[code] : undefined;
    return sentence ? sentence(params) : message;
  };
}

type Failure = { about?: ShellFailure['about']; code?: string; params?: Params; message: string };

/** The app rejects with plain objects, everything else with errors. */
function failureIn(error: unknown): Failure {
  if (typeof error !== 'object' || error === null || !('message' in error)) return { message: String(error) };
  return error as Failure;
}
