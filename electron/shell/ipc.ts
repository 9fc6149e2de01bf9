/** The edge between page and main process: who may call, what may come in, and how a failure goes back. */
import { type IpcMainInvokeEvent, ipcMain } from 'electron';
import type { z } from 'zod';
import { must } from '../../shared/lib/assert.ts';
import { problemOf, REPORTED } from '../../shared/lib/problems.ts';
import { HUB_WORDS, word } from '../../shared/words/languages.ts';
import type { Answer, Channel } from './channels.ts';
import { failureOf } from './failure.ts';
import { isOwn } from './links.ts';
import { shellLanguage, shellWords } from './words/words.ts';

/** Whose calls are answered: the main frame of our own window, as long as it shows our own hub's page. */
export type Caller = { pageUrl: string; isOurWindow: (webContentsId: number) => boolean };

/** Answers one channel. `work` sees only what `schema` let through; what it throws reaches the page as a code or a sentence. */
export function answer<Input>(
  channel: Channel,
  caller: Caller,
  schema: z.ZodType<Input>,
  work: (input: Input) => unknown,
): void {
  ipcMain.handle(channel, async (event, ...args: unknown[]): Promise<Answer> => {
    const { problems } = shellWords();
    if (!isCaller(event, caller)) return { error: { message: problems.notYours } };
    try {
      const input = schema.safeParse(args, REPORTED);
      if (!input.success) return { error: { message: problems.unusable(sentenceOf(input.error)) } };
      return { value: await work(input.data) };
    } catch (error) {
      return { error: failureOf(error) };
    }
  });
}

function sentenceOf({ issues }: z.ZodError): string {
  const issue = must(issues[0], 'issue');
  const params = { field: issue.path.join('.'), ...problemOf(issue) };
  return word(HUB_WORDS[shellLanguage()].rejections, { code: 'invalid', params });
}

function isCaller(event: IpcMainInvokeEvent, caller: Caller): boolean {
  const frame = event.senderFrame;
  return (
    frame !== null &&
    frame === event.sender.mainFrame &&
    caller.isOurWindow(event.sender.id) &&
    isOwn(frame.url, caller.pageUrl)
  );
}
