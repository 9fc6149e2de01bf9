/** The report as a Word document. Large and slow to write: a thread of its own does it (docx-thread.ts). */
import {
  AlignmentType,
  Document,
  type FileChild,
  Footer,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx';
import type { Language } from '../../../shared/words/languages.ts';
import type { Block, Field, Item, ReportText } from '../document.ts';
import { chartOf } from './chart.ts';
import { directionOf, linkTo, paragraph, runsOf } from './runs.ts';
import { tableOf } from './table.ts';

export async function reportDocx(text: ReportText, language: Language): Promise<Uint8Array> {
  const lists = listCounter();
  const children = [
    paragraph(text.title, { heading: HeadingLevel.HEADING_1 }),
    ...text.sections.flatMap((section) => [
      paragraph(section.title, { heading: HeadingLevel.HEADING_2 }),
      ...section.blocks.flatMap((block) => blockOf(block, lists)),
    ]),
    paragraph(text.foot, { style: 'Detail', spacing: { before: 480 } }),
  ];
  const document = new Document({
    title: text.title,
    creator: 'Evenfloor',
    styles: stylesOf(language),
    numbering: NUMBERING,
    sections: [{ properties: PAGE, footers: { default: PAGE_NUMBERS }, children }],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

/** Each numbered list begins at 1. */
function listCounter(): () => number {
  let lists = 0;
  return () => {
    lists += 1;
    return lists;
  };
}

function blockOf(block: Block, nextList: () => number): FileChild[] {
  switch (block.kind) {
    case 'heading':
      return [paragraph(block.text, { heading: HeadingLevel.HEADING_3 })];
    case 'paragraph':
      return [paragraph(block.text)];
    case 'list':
      return block.items.map((item) => itemOf(item, { reference: 'bullets', level: 0 }));
    case 'numbered': {
      const instance = nextList();
      return block.items.map((item) => itemOf(item, { reference: 'numbers', level: 0, instance }));
    }
    case 'fields':
      return block.rows.map(fieldOf);
    case 'table':
      // Word joins two tables that nothing parts.
      return [tableOf(block), new Paragraph({ style: 'TableText' })];
    case 'figure':
      return [paragraph(block.title, { heading: HeadingLevel.HEADING_3 }), chartOf(block)];
  }
}

function itemOf(
  { text, detail }: Item,
  numbering: { reference: string; level: number; instance?: number },
): Paragraph {
  const small = detail ? [new TextRun({ break: 1 }), ...runsOf(detail, SMALL)] : [];
  return new Paragraph({ children: [...runsOf(text), ...small], ...directionOf(text), numbering });
}

function fieldOf({ label, text, href }: Field): Paragraph {
  const value = href ? [linkTo(href, text)] : runsOf(text);
  return new Paragraph({
    children: [...runsOf(`${label}: `, { bold: true }), ...value],
    ...directionOf(label),
    spacing: { after: 40 },
  });
}

const SMALL = { size: 18, color: '4B5563' };
/** A4 with margins of 20 mm. */
const PAGE = {
  page: {
    size: { width: 11906, height: 16838 },
    margin: { top: 1134, right: 1134, bottom: 1134, left: 1134 },
  },
};

const PAGE_NUMBERS = new Footer({
  children: [
    new Paragraph({
      alignment: AlignmentType.END,
      children: [new TextRun({ ...SMALL, children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] })],
    }),
  ],
});

const HANGING = { paragraph: { indent: { left: 454, hanging: 284 } } };
const NUMBERING = {
  config: [
    {
      reference: 'bullets',
      levels: [
        { level: 0, format: LevelFormat.BULLET, text: '•', alignment: AlignmentType.START, style: HANGING },
      ],
    },
    {
      reference: 'numbers',
      levels: [
        {
          level: 0,
          format: LevelFormat.DECIMAL,
          text: '%1.',
          alignment: AlignmentType.START,
          style: HANGING,
        },
      ],
    },
  ],
};

/** Fonts that are on most computers, by script; a word processor takes its own where one is missing. */
const FONT = { ascii: 'Calibri', hAnsi: 'Calibri', eastAsia: 'Microsoft YaHei', cs: 'Arial' };

function stylesOf(language: Language) {
  const heading = (size: number, before: number) => ({
    run: { font: FONT, size, sizeComplexScript: size, bold: true, boldComplexScript: true, color: '11151C' },
    paragraph: { spacing: { before, after: 80 }, keepNext: true },
  });
  const latin = language === 'en' ? 'en-GB' : language;
  return {
    default: {
      document: {
        run: {
          font: FONT,
          size: 21,
          sizeComplexScript: 21,
          language: { value: latin, eastAsia: 'zh-CN', bidirectional: 'ar-SA' },
        },
        paragraph: { spacing: { after: 100 } },
      },
      heading1: heading(36, 0),
      heading2: heading(28, 320),
      heading3: heading(23, 200),
    },
    paragraphStyles: [
      {
        id: 'TableText',
        name: 'Table Text',
        basedOn: 'Normal',
        run: { size: 19 },
        paragraph: { spacing: { after: 0 } },
      },
      { id: 'Detail', name: 'Detail', basedOn: 'Normal', run: SMALL },
    ],
  };
}
