/**
 * The line with which a message of a chat begins. Cut by plain searches, since a pattern that may try every space again
 * takes a minute for one long line.
 */

/** `text` is null where it stands in the lines below. */
export type ChatLine = { seconds: number; sender: string; recipient: string; text: string | null };

const DATE = String.raw`(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}),?[ T]`;
const TIME = new RegExp(String.raw`^(?:${DATE})?(\d{1,2}):(\d{2}):(\d{2})(?:\s?([ap])\.?m\.?)?(?=\s)`, 'i');
/** Two names and what is around them. */
const HEAD_CHARS = 400;
/** Zoom's words before the sender, and before the recipient. */
const LANGUAGES: readonly [from: RegExp, to: RegExp][] = [
  [/^from\s/i, /(?<=\s)to(?=\s)/gi],
  [/^von\s/i, /(?<=\s)an(?=\s)/gi],
  // A capital A is the end of a name.
  [/^de\s/i, /(?<=\s)(?:[àÀ]|a|[pP]ara)(?=\s)/g],
  [/^da\s/i, /(?<=\s)(?:a|per)(?=\s)/g],
  [/^van\s/i, /(?<=\s)(?:aan|naar)(?=\s)/gi],
  [/^od\s/i, /(?<=\s)do(?=\s)/gi],
  [/^от\s/i, /(?<=\s)(?:кому|до|для)(?=\s)/gi],
  [/^開始\s/, /(?<=\s)(?:に|宛先)(?=\s)/g],
  // Some versions write no spaces behind their words.
  [/^(?:(?:来自|來自)\s*|[从從]\s)/, /(?<=\s)(?:发送至|發送至|发送给|发给|至|到)/g],
];

/** Whether a line begins with a time, as every message does, in a language that is known or not. */
export function isStamped(line: string): boolean {
  return TIME.test(line);
}

/** Null for any other line. */
export function chatLine(line: string): ChatLine | null {
  const [time, hours, minutes, second, half] = TIME.exec(line) ?? [];
  if (time === undefined) return null;
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (/p/i.test(half) ? 12 : 0);
  const seconds = (hour * 60 + Number(minutes)) * 60 + Number(second);
  const rest = line.slice(time.length);
  const language = LANGUAGES.find(([from]) => from.test(rest.trimStart()));
  const said = language && sent(rest.trim().replace(language[0], ''), language[1]);
  if (said && (said.text === null || said.recipient !== '')) return { seconds, ...said };
  const recorded = /^\t([^\t]*)\t/.exec(rest);
  if (recorded) {
    const sender = (recorded[1] ?? '').trim().replace(/:$/, '');
    return { seconds, sender, recipient: '', text: rest.slice(recorded[0].length) };
  }
  return said ? { seconds, ...said } : null;
}

/**
 * `Ada : text`, `Ada to Everyone:` with the text below, or `Ada to Everyone: text`, as somebody has joined two lines. The
 * first colon behind a recipient ends the head: what comes after it is the message, which may itself name everybody. A
 * colon before any recipient is one of a name, unless there is a space before it, as in the oldest layout.
 */
function sent(who: string, to: RegExp): Omit<ChatLine, 'seconds'> | null {
  const told = who.search(to);
  for (const { index } of who.slice(0, HEAD_CHARS).matchAll(/[:：]/g)) {
    const isSpaced = /\s/.test(who[index - 1] ?? '');
    if (!isSpaced && (told < 0 || index < told)) continue;
    const head = between(who.slice(0, index), to);
    if (!isSpaced && head.recipient === '') continue;
    const text = who.slice(index + 1).trim();
    return { ...head, text: text === '' && head.recipient !== '' ? null : text };
  }
  return null;
}

/** A name may hold the word itself; the last one tells to whom. */
function between(who: string, to: RegExp): { sender: string; recipient: string } {
  const last = [...who.matchAll(to)].at(-1);
  if (!last) return { sender: who.trim(), recipient: '' };
  return {
    sender: who.slice(0, last.index).trim(),
    recipient: who.slice(last.index + last[0].length).trim(),
  };
}
