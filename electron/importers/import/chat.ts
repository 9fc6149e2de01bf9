/**
 * A saved chat of Zoom, in each of its layouts, also mixed: with the wall clock (`18:40:12 From Ada to Everyone:` and
 * the text in lines of their own), in one line (`18:40:12 From Ada : text`), and of a cloud recording (`00:21:14⇥Ada:⇥text`).
 */
import type { ImportedMessage, ImportedPerson, ImportedQuestion } from '../../../shared/imported.ts';
import { QUESTION_CHARS_MAX } from '../../../shared/lib/limits.ts';
import { askedIn } from './asked.ts';
import { chatLine } from './chat-line.ts';
import { readName, type ShownName, sayDoubt } from './names.ts';
import type { Problems } from './problems.ts';

/** `shown` is null where no sender is named. */
type Line = { row: number; shown: ShownName | null; text: string; atSeconds: number; isPrivate: boolean };

const UNNAMED = '?';

const PRIVATE =
  /[(（](?:direct message|privately|私聊|私信|direktnachricht|privat|message direct|en privé|mensaje directo)[)）]/i;

const REACTION =
  /^(?:reacted to|removed a .{1,12} reaction from|heeft gereageerd op|hat auf .* reagiert|a réagi à|reaccionó a|对.*作出|回应了|已对)/i;
const REPLY =
  /^(?:replying to|antwoord verzenden naar|antwort auf|in antwort auf|répond(?:re)? à|en réponse à|respondiendo a|回复)\s*["“«]/i;

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
    if (own === '' || REACTION.test(own)) return [];
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
    const key = email ?? name;
    if (people.has(key)) continue;
    sayDoubt(shown, row, problems);
    people.set(key, { name, ...(email && { email }), row });
  }
  return [...people.values()];
}

function linesOf(lines: readonly string[], problems: Problems): Line[] {
  const read: Line[] = [];
  let daySeconds = 0;
  lines.forEach((line, index) => {
    const begun = beginning(line, index + 1);
    if (!begun) {
      const last = read.at(-1);
      if (last) last.text += `\n${line.replace(/^\t/, '')}`;
      else if (line.trim() !== '') problems.add('no-line', index + 1);
      return;
    }
    const before = read.at(-1)?.atSeconds ?? 0;
    // Past midnight; a few lines that stand a little out of order are not.
    if (begun.atSeconds + daySeconds < before - 12 * 3_600) daySeconds += 86_400;
    read.push({ ...begun, atSeconds: begun.atSeconds + daySeconds });
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
    isPrivate:
      PRIVATE.test(recipient) || PRIVATE.test(sender) || /^(?:me|mich|mir|moi|mí|mim|我)$/i.test(recipient),
  };
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
