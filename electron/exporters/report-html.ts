import type { Language } from '../../shared/words/languages.ts';
import type { Block, ReportText } from './report-text.ts';

/** A whole `<svg>` with the words above it, and the same in figures for whoever does not see it. */
export type Drawn = { title: string; svg: string; table: Table };
type Table = { head: string[]; rows: string[][]; numeric: number[] };
/** They stand behind the section that says so. */
export type Figures = { title: string; asTable: string; drawn: Drawn[] };

/** The report as one page that needs nothing else; it prints on A4. */
export function reportHtml(
  { title, about, sections, foot }: ReportText,
  figures: Figures,
  language: Language,
): string {
  const body = sections.flatMap(({ title: heading, blocks, isDrawn }) => {
    const section = sectionOf(heading, blocks.map(blockOf));
    return isDrawn && figures.drawn.length > 0 ? [section, figuresOf(figures)] : [section];
  });
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
<p class="about">${escaped(about)}</p>
${body.join('\n')}
<footer>${escaped(foot)}</footer>
</main>
</body>
</html>
`;
}

function figuresOf({ title, asTable, drawn }: Figures): string {
  const figures = drawn.map(({ title: above, svg, table }) => {
    const inFigures = `<summary>${escaped(asTable)}</summary>${blockOf({ kind: 'table', ...table })}`;
    return `<figure><figcaption>${escaped(above)}</figcaption>${svg}<details>${inFigures}</details></figure>`;
  });
  return sectionOf(title, figures);
}

function sectionOf(title: string, parts: readonly string[]): string {
  return `<section>\n<h2>${escaped(title)}</h2>\n${parts.join('\n')}\n</section>`;
}

const STYLE = `
:root { font: 15px/1.5 system-ui, "Noto Sans", "Noto Sans CJK SC", sans-serif; color: #11151c; background: #fff; }
main { max-width: 900px; margin: 0 auto; padding: 24px; }
h1 { font-size: 24px; line-height: 1.25; margin: 0 0 4px; }
h2 { font-size: 17px; margin: 28px 0 8px; break-after: avoid; }
.about, footer { color: #4b5563; }
footer { margin-top: 32px; border-top: 1px solid #d5dae1; padding-top: 8px; font-size: 13px; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; font-size: 14px; }
th, td { text-align: start; padding: 4px 8px; border-bottom: 1px solid #d5dae1; vertical-align: top; overflow-wrap: anywhere; }
th { font-weight: 600; white-space: nowrap; }
.number { text-align: end; white-space: nowrap; }
figure { margin: 0 0 16px; break-inside: avoid; }
figcaption { font-weight: 600; margin-bottom: 4px; }
summary { color: #4b5563; font-size: 13px; }
figure svg { width: 100%; height: auto; }
tr { break-inside: avoid; }
@page { size: A4; margin: 15mm; }
@media print { main { padding: 0; } }
`;

function blockOf(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p>${escaped(block.text)}</p>`;
    case 'list':
      return `<ul>${items(block.items)}</ul>`;
    case 'numbered':
      return `<ol>${items(block.items)}</ol>`;
    case 'table': {
      const cell = (tag: 'td' | 'th', text: string, column: number) =>
        `<${tag}${block.numeric.includes(column) ? ' class="number"' : ''} dir="auto">${escaped(text)}</${tag}>`;
      const head = block.head.map((text, column) => cell('th', text, column)).join('');
      const rows = block.rows.map((row) => `<tr>${row.map((text, i) => cell('td', text, i)).join('')}</tr>`);
      return `<table><thead><tr>${head}</tr></thead><tbody>${rows.join('\n')}</tbody></table>`;
    }
  }
}

function items(texts: readonly string[]): string {
  return texts.map((text) => `<li dir="auto">${escaped(text)}</li>`).join('');
}

function escaped(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
}
