/**
 * A saved chat of Zoom, in each of its layouts, also mixed: with the wall clock (`18:40:12 From Ada to Everyone:` and
 * the text in lines of their own), in one line (`18:40:12 From Ada : text`), and of a cloud recording (`00:21:14⇥Ada:⇥text`).
 */
import type { ImportedMessage, ImportedPerson, ImportedQuestion } from '../../../shared/imported.ts';
import { QUESTION_CHARS_MAX } from '../../../shared/lib/limits.ts';
import { askedIn } from './asked.ts';
import { chatLine, isStamped } from './chat-line.ts';
import { isEverybody } from './everybody.ts';
import { keyOf, readName, type ShownName, sayDoubt } from './names.ts';
import type { Problems } from './problems.ts';

/** `shown` is null where no sender is named. */
type Line = { row: number; shown: ShownName | null; text: string; atSeconds: number; isPrivate: boolean };

const UNNAMED = '?';

/** Behind a name; older layouts have it at the sender's. */
const PRIVATE =
  /[(（](?:direct message|privately|私聊|私信|direktnachricht|privat|message direct|en privé|mensaje directo|mensagem direta|ダイレクトメッセージ)[)）]/i;

/** Behind such words, either what is reacted to or the reaction is in quotes; without, somebody has written them. */
const REACTION =
  /^(?:reacted to|removed an? .{1,30} reaction from|heeft gereageerd op|hat auf|a réagi à|(?:se ha )?reaccion(?:ó|ado) a|reagiu a|ha reagito a|отреагировал.{0,4} на|(?:已)?对|回应了|已回应)\s*/i;
const QUOTED = /^["“«„「]/;
const SIGN_AT_END = /["“«„「][^\p{L}\p{N}"”»“」]{1,14}["”»“」]$/u;
const REPLY =
  /^(?:replying to|antwoord verzenden naar|(?:in )?antwort(?:en)? auf|répond(?:re)? à|en réponse à|respondiendo a|respondendo a|risposta a|ответ на|回复)\s*["“«„「]/i;

/** Null when no line of the beginning is one of a chat. */
export function readChat(
  text: string,
  problems: Problems,
): { people: ImportedPerson[]; messages: ImportedMessage[]; questions: ImportedQuestion[] } | null {
  const lines = text.split('\n');
  if (!lines.slice(0, 50).some(chatLine)) return null;
  const read = linesOf(lines, problems);
  const messages = read.flatMap((line): ImportedMessage[] => {
    if (line.isPrivate) {
      problems.count('private', line.row);
      return [];
    }
    const own = ownText(line.text);
    if (own === '' || isReaction(own)) return [];
    return [{ name: line.shown?.name ?? UNNAMED, text: own, atSeconds: line.atSeconds, row: line.row }];
  });
  const questions = messages.flatMap((message) => questionsIn(message, problems));
  return { people: peopleIn(read, problems), messages, questions };
}

/** Whoever wrote or reacted was there. */
function peopleIn(lines: readonly Line[], problems: Problems): ImportedPerson[] {
  const people = new Map<string, ImportedPerson>();
  for (const { shown, row, isPrivate } of lines) {
    if (isPrivate || shown === null) continue;
    const { name, email } = shown;
    const key = email ?? keyOf(name);
    if (people.has(key)) continue;
    sayDoubt(shown, row, problems);
    people.set(key, { name, ...(email && { email }), row });
  }
  return [...people.values()];
}

function linesOf(lines: readonly string[], problems: Problems): Line[] {
  const read: Line[] = [];
  let daySeconds = 0;
  // What stands under a line that was not understood may be private: it belongs to no message.
  let isUnknown = true;
  lines.forEach((line, index) => {
    const begun = beginning(line, index + 1);
    if (begun) {
      const before = read.at(-1)?.atSeconds ?? 0;
      // Past midnight; a few lines that stand a little out of order are not.
      if (begun.atSeconds + daySeconds < before - 12 * 3_600) daySeconds += 86_400;
      read.push({ ...begun, atSeconds: begun.atSeconds + daySeconds });
      isUnknown = false;
      return;
    }
    isUnknown ||= isStamped(line);
    const last = read.at(-1);
    if (last && !isUnknown) last.text += `\n${line.replace(/^\t/, '')}`;
    else if (line.trim() !== '') problems.add('no-line', index + 1);
  });
  return read;
}

function beginning(line: string, row: number): Line | null {
  const found = chatLine(line);
  if (!found) return null;
  const { sender, recipient, text, seconds } = found;
  return {
    row,
    shown: readName(sender),
    text: text ?? '',
    atSeconds: seconds,
    isPrivate: !isEverybody(recipient) || PRIVATE.test(recipient) || PRIVATE.test(sender),
  };
}

function isReaction(text: string): boolean {
  const [words] = REACTION.exec(text) ?? [];
  return words !== undefined && (QUOTED.test(text.slice(words.length)) || SIGN_AT_END.test(text.slice(-20)));
}

/** Without the line that says what it answers to. */
function ownText(text: string): string {
  const lines = text.trim().split('\n');
  const isReply = REPLY.test(lines[0] ?? '');
  return (isReply ? lines.slice(1) : lines).join('\n').trim();
}

function questionsIn({ name, text, row }: ImportedMessage, problems: Problems): ImportedQuestion[] {
  return askedIn(text).flatMap((one) => {
    if (one.length <= QUESTION_CHARS_MAX)
      return [{ text: one, ...(name !== UNNAMED && { name }), ...(row !== undefined && { row }) }];
    problems.add('too-long', row, { limit: QUESTION_CHARS_MAX });
    return [];
  });
}
