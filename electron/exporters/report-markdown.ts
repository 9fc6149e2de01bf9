import type { Block, Item, ReportText } from './document.ts';

/** The report as Markdown with GitHub's tables; what people have typed stays text. Pictures are in the other forms. */
export function reportMarkdown({ title, sections, foot }: ReportText): string {
  const parts = [`# ${inline(title)}`];
  for (const section of sections)
    parts.push(`## ${inline(section.title)}`, ...section.blocks.flatMap(blockOf));
  return `${[...parts, '---', inline(foot)].join('\n\n')}\n`;
}

function blockOf(block: Block): string[] {
  switch (block.kind) {
    case 'heading':
      return [`### ${inline(block.text)}`];
    case 'paragraph':
      return [lines(block.text)];
    case 'list':
      return [block.items.map((item) => `- ${itemOf(item, '  ')}`).join('\n')];
    case 'numbered':
      return [block.items.map((item, index) => `${index + 1}. ${itemOf(item, '   ')}`).join('\n')];
    case 'fields':
      return [block.rows.map(({ label, text }) => `- **${inline(label)}:** ${lines(text, '  ')}`).join('\n')];
    case 'table': {
      const rule = block.head.map((_, column) => (block.numeric.includes(column) ? '--:' : '---'));
      const rows = [block.head.map(inline), rule, ...block.rows.map((row) => row.map(inline))];
      return [rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n')];
    }
    case 'figure':
      return [];
  }
}

function itemOf({ text, detail }: Item, indent: string): string {
  const said = lines(text, indent);
  return detail ? `${said}\\\n${indent}*${lines(detail, indent)}*` : said;
}

/** Keeps the line breaks of the text; an empty line between two would end the paragraph. */
function lines(text: string, indent = ''): string {
  const kept = text.split('\n').map(inline).filter(Boolean);
  return kept.join(`\\\n${indent}`);
}

/** One line. CommonMark lets any ASCII punctuation be escaped. */
function inline(text: string): string {
  return (
    text
      .replace(/\s+/g, ' ')
      .trim()
      .replace(/[\\`*_[\]<>|~#&$@!]/g, '\\$&')
      // GitHub makes links of bare addresses.
      .replace(/:(?=\/\/)|(?<=\bwww)\./gi, '\\$&')
      // At the beginning of a line these would make a list, a rule or a heading of the line above.
      .replace(/^(?:[-+=]|\d+(?=[.)]))/, (start) => (/\d/.test(start) ? `${start}\\` : `\\${start}`))
  );
}
