/** Text that was copied as the source of a page or a message: without tags, entities and the head of the message. */
import { agendaKind } from './proposal/agenda-kind.ts';
import { meaningOf } from './proposal/labels.ts';

const TAG =
  /<\/?(?:p|br|li|ul|ol|div|h[1-6]|table|tbody|thead|tr|td|th|b|strong|i|em|u|span|a|font)(?=[\s/>])/i;
const ENDS_LINE = 'br|p|li|div|h[1-6]|tr';
const ENTITIES: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  bull: '•',
  middot: '·',
  hellip: '…',
  rarr: '→',
};

/** The text that a reader of the page would see; one without tags and entities stays as it is. */
export function plainText(text: string): string {
  return decoded(text.search(TAG) < 0 ? text : untagged(text));
}

/** A tag that ends a line ends none where the source does so itself, so that lines keep their numbers. */
function untagged(text: string): string {
  return text
    .replace(new RegExp(`</?(?:${ENDS_LINE})[^<>]{0,300}>[ \\t]*(?=\\n)`, 'gi'), '')
    .replace(new RegExp(`<(?:br|/(?:${ENDS_LINE}))[^<>]{0,300}>`, 'gi'), '\n')
    .replace(/<li(?: [^<>]{0,300})?>/gi, '- ')
    .replace(/<\/t[dh]>\s*<t[dh][^<>]{0,300}>/gi, '\t')
    .replace(/<\/?[a-z][^<>]{0,500}>/gi, '');
}

function decoded(text: string): string {
  return text.replace(/&(?:#(\d{1,6})|#x([\da-f]{1,5})|([a-z]{2,8}));/gi, (whole, decimal, hex, name) => {
    if (name) return ENTITIES[String(name).toLowerCase()] ?? whole;
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
    return code >= 0x20 && code <= 0x10ffff ? String.fromCodePoint(code) : ' ';
  });
}

const MAIL_HEAD =
  /^[>\s*]*(from|to|cc|bcc|reply-to|sent|when|where|date|subject|von|an|gesendet|datum|betreff|de|à|envoyé|objet|asunto|enviado|para|发件人|收件人|抄送|发送时间|日期|主题|寄件者|收件者|主旨)\s*\**\s*[:：]\s*\**\s*(.*)$/iu;
const SUBJECT = /^(?:subject|betreff|objet|asunto|主题|主旨)$/i;
const PLACE = /^(?:when|where)$/i;
const ANSWERED = /^(?:(?:re|fwd?|aw|wg|tr|rv|答复|回复|转发|轉寄)\s*[:：]\s*)+/i;
const HEAD_LINES_MIN = 3;
const HEAD_LOOKED_AT = 60;

const VALEDICTION =
  /^[\s>]*(?:(?:best|kind|warm|with best|with kind)(?: \w+)? (?:regards|wishes)|best|regards|(?:many )?thanks|thank you|yours (?:sincerely|faithfully)|sincerely|cheers|(?:viele|beste|herzliche|liebe|freundliche|mit (?:freundlichen|besten|herzlichen)) grüße?n?|cordialement|bien (?:à vous|cordialement)|saludos(?: cordiales)?|atenciosamente|此致|敬礼|祝好|顺颂商祺)[\s,，.!！。]*$/iu;

const SIGNED = /^[\s>]*(?:\p{Lu}[\p{L}.'’-]*(?:\s+\p{Lu}[\p{L}.'’-]*){0,3}|\p{Script=Han}{2,4})\s*$/u;

/** A message without its end: whoever signs it is nobody of the meeting by that. */
export function withoutSignature(text: string): string {
  const lines = text.split('\n');
  for (const [i, line] of lines.entries()) {
    if (line.length > 60 || !VALEDICTION.test(line)) continue;
    const name = lines.slice(i + 1, i + 3).find((next) => next.trim() !== '') ?? '';
    // “Thank you” before a label or an item ends no message.
    const isName = SIGNED.test(name) && meaningOf(name) === undefined && agendaKind(name) === null;
    if (isName) for (const at of [i, lines.indexOf(name, i)]) lines[at] = '';
  }
  return lines.join('\n');
}

/** Of the head of a message only its subject is left, which is a heading; who wrote to whom is none of the plan's. */
export function withoutMailHead(text: string): string {
  const lines = text.split('\n');
  const looked = lines.slice(0, HEAD_LOOKED_AT).map((line) => MAIL_HEAD.exec(line.slice(0, 1_000)));
  let from = 0;
  while (from < looked.length) {
    const length = looked.slice(from).indexOf(null);
    const to = length < 0 ? looked.length : from + length;
    const heads = looked.slice(from, to);
    const isMail = heads.length >= HEAD_LINES_MIN && heads.some((found) => SUBJECT.test(found?.[1] ?? ''));
    if (isMail)
      heads.forEach((found, i) => {
        const [, key = '', value = ''] = found ?? [];
        if (!PLACE.test(key)) lines[from + i] = SUBJECT.test(key) ? value.replace(ANSWERED, '') : '';
      });
    from = to + 1;
  }
  return lines.join('\n');
}
