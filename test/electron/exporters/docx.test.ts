import JSZip from 'jszip';
import mammoth from 'mammoth';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ReportText } from '../../../electron/exporters/document.ts';
import { runsRightToLeft, stretchesOf } from '../../../electron/exporters/docx/script.ts';
import { writeDocx } from '../../../electron/exporters/docx/write-docx.ts';
import { must } from '../../../shared/lib/assert.ts';
import {
  answerTo,
  askedFor,
  HOSTILE,
  LONG,
  NASTY,
  reportedMeeting,
  textOf,
} from '../../support/reported-meeting.ts';

let text: ReportText;
let bytes: Buffer;
/** As an independent reader sees it. */
let html: string;
let xml: string;
beforeAll(async () => {
  text = textOf(reportedMeeting());
  bytes = Buffer.from(await writeDocx(text, 'en'));
  html = (await mammoth.convertToHtml({ buffer: bytes })).value;
  xml = await must((await JSZip.loadAsync(bytes)).file('word/document.xml'), 'document').async('string');
});

const plain = (markup: string) =>
  markup
    .replace(/<br ?\/?>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(
      /&(lt|gt|quot|amp);/g,
      (_, name) => ({ lt: '<', gt: '>', quot: '"', amp: '&' })[name as 'lt'] ?? '',
    );
const all = (pattern: RegExp, of = html) => [...of.matchAll(pattern)].map(([, inner = '']) => plain(inner));
const blocks = () => text.sections.flatMap((section) => section.blocks);

describe('the report as a Word document', () => {
  test('[X3] given a report, when another library reads it, then title, headings and their order are those of the report', () => {
    expect(all(/<h1>(.*?)<\/h1>/g)).toEqual([text.title]);
    expect(all(/<h2>(.*?)<\/h2>/g)).toEqual(text.sections.map(({ title }) => title));
    const inner = blocks().flatMap((block) =>
      block.kind === 'heading' ? [block.text] : block.kind === 'figure' ? [block.title] : [],
    );
    expect(all(/<h3>(.*?)<\/h3>/g)).toEqual(inner);
  });

  test('[X3] given a report, when another library reads it, then its tables are tables, cell by cell, with a header row', () => {
    const tables = [...html.matchAll(/<table>(.*?)<\/table>/gs)].map(([, table = '']) => {
      expect(table.startsWith('<thead><tr><th>')).toBe(true);
      return [...table.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row]) => all(/<t[hd]>(.*?)<\/t[hd]>/gs, row));
    });
    const expected = blocks().flatMap((block) =>
      block.kind === 'table' ? [[block.head, ...block.rows]] : [],
    );
    expect(tables).toEqual(expected);
    expect(tables.flat(2)).toContain(NASTY);
  });

  test('[X3] given a report, when another library reads it, then its lists are lists with every point in them', () => {
    const items = all(/<li>(.*?)<\/li>/gs);
    const expected = blocks().flatMap((block) =>
      block.kind === 'list' || block.kind === 'numbered' ? block.items : [],
    );
    expect(items).toEqual(expected.map(({ text: said, detail }) => (detail ? `${said}\n${detail}` : said)));
    expect(html.match(/<ol>/g)).toHaveLength(2);
  });

  test('[X3] given a report, when another library reads it, then paragraphs, fields and links are there', () => {
    const paragraphs = all(/<p>(.*?)<\/p>/gs);
    for (const block of blocks()) {
      if (block.kind === 'paragraph') expect(paragraphs).toContain(block.text);
      if (block.kind === 'fields')
        for (const { label, text: value } of block.rows) expect(paragraphs).toContain(`${label}: ${value}`);
    }
    expect(html).toContain('href="https://example.org/?a=1&amp;b=&quot;2&quot;"');
    expect(paragraphs).toContain(text.foot);
  });

  test('[X3] given charts, when the document is opened, then each is a drawing with a title and a sentence for whoever does not see it', () => {
    const figures = blocks().flatMap((block) => (block.kind === 'figure' ? [block] : []));
    expect(figures).toHaveLength(3);
    for (const { title, summary } of figures) {
      expect(xml).toContain(`descr="${summary}"`);
      expect(xml).toContain(`title="${title}"`);
    }
    expect(xml.match(/<wpg:wgp>/g)).toHaveLength(3);
  });

  test('[X2] given any script and any markup, when the document is read, then it is there to the letter', () => {
    const items = all(/<li>(.*?)<\/li>/gs);
    for (const said of [...Object.values(HOSTILE), LONG])
      expect(
        items.some((item) => item.startsWith(`${said}\n`)),
        said.slice(0, 30),
      ).toBe(true);
    for (const said of Object.values(HOSTILE)) {
      const question = items.find((item) => item.startsWith(`${askedFor(said)}\n`));
      expect(question, said).toContain(answerTo(said));
    }
    expect(html.match(/<(?:script|b|img)\b/g)).toBeNull();
    expect(html.match(/<a /g)).toHaveLength(1);
  });

  test('[X2] given Arabic beside Latin, when the document is opened, then paragraph and runs are said to run from right to left', () => {
    const paragraph = xml.match(/<w:p>(?:(?!<\/w:p>).)*حوكمة.*?<\/w:p>/s)?.[0] ?? '';
    expect(paragraph).toContain('<w:bidi/>');
    expect(paragraph).toMatch(/<w:rtl\/>(?:(?!<\/w:r>).)*حوكمة الإنترنت/s);
    expect(paragraph).not.toMatch(/<w:rtl\/>(?:(?!<\/w:r>).)*IGF/s);
    expect(xml).toMatch(/w:hint="eastAsia"(?:(?!<\/w:r>).)*互联网/s);
  });

  test('[X2] given texts, when they are parted by direction, then joined they are the text, and the first letter decides', () => {
    for (const said of [...Object.values(HOSTILE), '', '123', 'a שלום, b']) {
      expect(
        stretchesOf(said)
          .map((stretch) => stretch.text)
          .join(''),
      ).toBe(said);
    }
    expect(stretchesOf('a שלום עולם, b').filter((one) => one.isRtl)).toEqual([
      { text: 'שלום עולם', isRtl: true },
    ]);
    expect([HOSTILE.arabic, '1. שלום', 'a שלום', '123', ''].map(runsRightToLeft)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  test('[X3] given a reader of Chinese, when the document is written, then it says its language', async () => {
    const zh = await JSZip.loadAsync(await writeDocx(textOf(reportedMeeting(), 'zh-CN'), 'zh-CN'));
    expect(await zh.file('word/styles.xml')?.async('string')).toContain('w:lang w:val="zh-CN"');
  });
});
