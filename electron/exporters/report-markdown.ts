import type { Block, ReportText } from './report-text.ts';

/** The report as Markdown with GitHub's tables; what people have typed stays text. */
export function reportMarkdown({ title, about, sections, foot }: ReportText): string {
  const parts = [`# ${escaped(title)}`, escaped(about)];
  for (const section of sections) parts.push(`## ${escaped(section.title)}`, ...section.blocks.map(blockOf));
  return `${[...parts, '---', escaped(foot)].join('\n\n')}\n`;
}

function blockOf(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return escaped(block.text);
    case 'list':
      return block.items.map((item) => `- ${escaped(item)}`).join('\n');
    case 'numbered':
      return block.items.map((item, index) => `${index + 1}. ${escaped(item)}`).join('\n');
    case 'table': {
      const rule = block.head.map((_, column) => (block.numeric.includes(column) ? '--:' : '---'));
      return [block.head.map(escaped), rule, ...block.rows.map((row) => row.map(escaped))]
        .map((cells) => `| ${cells.join(' | ')} |`)
        .join('\n');
    }
  }
}

/** CommonMark lets any ASCII punctuation be escaped; a line break would end a cell or an item. */
function escaped(text: string): string {
  return (
    text
      .replace(/\s+/g, ' ')
      .replace(/[\\`*_[\]<>|~#&]/g, '\\$&')
      // At its beginning these would make a list.
      .replace(/^([-+])(?= )|^(\d+)([.)])(?= )/, (_, bullet, number, mark) =>
        bullet ? `\\${bullet}` : `${number}\\${mark}`,
      )
  );
}
