// @vitest-environment jsdom
import { marked } from 'marked';
import { describe, expect, test } from 'vitest';
import { reportHtml } from '../../../electron/exporters/report-html.ts';
import { reportJson } from '../../../electron/exporters/report-json.ts';
import { reportMarkdown } from '../../../electron/exporters/report-markdown.ts';
import {
  answerTo,
  askedFor,
  HOSTILE,
  LONG,
  NASTY,
  reportedMeeting,
  sourceOf,
  textOf,
} from '../../support/reported-meeting.ts';

const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html');
/** The text with a line for each `<br>`. */
function textOfNode(node: Node): string {
  if (node.nodeName === 'BR') return '\n';
  if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? '';
  return [...node.childNodes].map(textOfNode).join('');
}
/** The points of a list without what is set smaller below them. */
function pointsIn(page: Document, detail: 'small' | 'em'): string[] {
  return [...page.querySelectorAll('li')].map((item) => {
    item.querySelector(detail)?.remove();
    return textOfNode(item);
  });
}
/** Markdown knows no empty line inside a point, no indent, and one space. */
const flat = (text: string) =>
  text
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim();
const hostile = [...Object.values(HOSTILE), LONG, ...Object.values(HOSTILE).map(askedFor)];
const answers = Object.values(HOSTILE).map(answerTo);
/** What is set smaller below the texts of a list. */
const detailsIn = (page: Document, detail: 'small' | 'em') =>
  [...page.querySelectorAll(`li ${detail}`)].map((one) => textOfNode(one)).join('\n');

describe('what people have typed', () => {
  test('[X2] given any script and any markup, when the report is read as a page, then it is there as typed, and no element of theirs', () => {
    const page = parse(reportHtml(textOf(reportedMeeting()), 'en'));
    expect([...page.querySelectorAll('li, p, td, dd')].every((one) => one.matches('[dir=auto]'))).toBe(true);
    for (const text of answers) expect(detailsIn(page, 'small')).toContain(text);
    const points = pointsIn(page, 'small');
    for (const text of hostile) expect(points, text.slice(0, 30)).toContain(text);
    expect(page.querySelectorAll('script, b, img, iframe, link, [onload], [src]')).toHaveLength(0);
    expect(page.querySelector('h1')?.textContent).toBe(`WS #377 · ${NASTY}`);
    expect(page.title).toBe(`WS #377 · ${NASTY}`);
    const links = [...page.querySelectorAll('a')].map((link) => link.getAttribute('href'));
    expect(links).toEqual(['https://example.org/?a=1&b="2"']);
  });

  test('[X2] given a page by itself, when it is opened, then it says its language, needs nothing and runs nothing', () => {
    const page = parse(reportHtml(textOf(reportedMeeting(), 'zh-CN'), 'zh-CN'));
    expect(page.documentElement.lang).toBe('zh-CN');
    const policy = page.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content');
    expect(policy).toBe("default-src 'none'; style-src 'unsafe-inline'");
    expect(page.querySelectorAll('figure svg[role="img"][aria-label]')).toHaveLength(3);
    expect(page.querySelectorAll('figure details table')).toHaveLength(3);
  });

  test('[X2] given any script and any markup, when the Markdown is read as GitHub does, then it is there as typed', () => {
    const markdown = reportMarkdown(textOf(reportedMeeting()));
    const page = parse(marked.parse(markdown, { gfm: true, async: false }));
    for (const text of answers) expect(flat(detailsIn(page, 'em'))).toContain(flat(text));
    const points = pointsIn(page, 'em').map(flat);
    for (const text of hostile) expect(points, text.slice(0, 30)).toContain(flat(text));
    expect(page.querySelectorAll('script, b, img, a, code, del, blockquote, li li, h4')).toHaveLength(0);
    expect(page.querySelector('h1')?.textContent).toBe(`WS #377 · ${NASTY}`);
    expect(page.querySelectorAll('hr')).toHaveLength(1);
    for (const row of page.querySelectorAll('tr')) {
      expect(row.children.length).toBe(row.closest('table')?.querySelector('tr')?.children.length);
    }
    const names = [...page.querySelectorAll('td')].map((cell) => cell.textContent);
    expect(names).toContain(NASTY);
  });

  test('[X2] given any script and any markup, when the JSON is read, then it is there to the letter', () => {
    const { points, questions, title } = JSON.parse(reportJson(sourceOf(reportedMeeting())));
    const texts = [...points, ...questions.all].map((one: { text: string }) => one.text);
    expect(questions.all.map((one: { answer: string }) => one.answer)).toEqual(answers);
    for (const text of hostile) expect(texts).toContain(text);
    expect(title).toBe(NASTY);
  });
});
