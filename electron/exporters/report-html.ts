import type { Language } from '../../shared/words/languages.ts';
import type { Block, Field, Figure, Item, ReportText, Table } from './document.ts';
import { escaped } from './escaped.ts';
import { svgOf } from './svg.ts';
import type { ReportWords } from './words/en.ts';
import { REPORT_WORDS } from './words/words.ts';

/**
 * The report as one page that needs nothing else; it prints on A4. Whatever it may hold by mistake, no script runs and
 * nothing is loaded.
 */
export function reportHtml({ title, sections, foot }: ReportText, language: Language): string {
  const words = REPORT_WORDS[language];
  const body = sections.map(
    (section) =>
      `<section>\n<h2 dir="auto">${escaped(section.title)}</h2>\n${section.blocks.map((block) => blockOf(block, words)).join('\n')}\n</section>`,
  );
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${PAGE_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1 dir="auto">${escaped(title)}</h1>
${body.join('\n')}
<footer>${escaped(foot)}</footer>
</main>
</body>
</html>
`;
}

/** The page brings its own style and nothing else. */
export const PAGE_POLICY = "default-src 'none'; style-src 'unsafe-inline'";

const STYLE = `
:root { font: 15px/1.5 system-ui, "Noto Sans", "Noto Sans CJK SC", sans-serif; color: #11151c; background: #fff; }
main { max-width: 900px; margin: 0 auto; padding: 24px; overflow-wrap: anywhere; }
h1 { font-size: 24px; line-height: 1.25; margin: 0 0 4px; }
h2 { font-size: 18px; margin: 28px 0 8px; }
h3 { font-size: 15px; margin: 16px 0 4px; }
h1, h2, h3 { break-after: avoid; }
footer, small, dt, summary { color: #4b5563; }
footer { margin-top: 32px; border-top: 1px solid #d5dae1; padding-top: 8px; }
footer, small, summary { font-size: 13px; }
small { display: block; }
ul, ol { padding-inline: 28px; }
p, li, dd, td { white-space: pre-wrap; }
li { margin-bottom: 4px; break-inside: avoid; }
dl { display: grid; grid-template-columns: minmax(8em, max-content) 1fr; gap: 4px 16px; margin: 8px 0; }
dd { margin: 0; }
table { border-collapse: collapse; width: 100%; margin: 8px 0 16px; font-variant-numeric: tabular-nums; font-size: 14px; }
th, td { text-align: start; padding: 4px 8px; border-bottom: 1px solid #d5dae1; vertical-align: top; }
th { font-weight: 600; overflow-wrap: normal; }
.number { text-align: end; white-space: nowrap; }
figure { margin: 0 0 16px; break-inside: avoid; }
figcaption { font-weight: 600; margin-bottom: 4px; }
figure svg { width: 100%; height: auto; }
tr { break-inside: avoid; }
@page { size: A4; margin: 15mm; @bottom-right { content: counter(page) " / " counter(pages); font-size: 11px; } }
@media print { main { padding: 0; } details { display: none; } }
`;

function blockOf(block: Block, words: ReportWords): string {
  switch (block.kind) {
    case 'heading':
      return `<h3 dir="auto">${escaped(block.text)}</h3>`;
    case 'paragraph':
      return `<p dir="auto">${lines(block.text)}</p>`;
    case 'list':
      return `<ul>${block.items.map(itemOf).join('\n')}</ul>`;
    case 'numbered':
      return `<ol>${block.items.map(itemOf).join('\n')}</ol>`;
    case 'fields':
      return `<dl>${block.rows.map(fieldOf).join('\n')}</dl>`;
    case 'table':
      return tableOf(block);
    case 'figure':
      return figureOf(block, words);
  }
}

function itemOf({ text, detail }: Item): string {
  const small = detail ? `<small dir="auto">${lines(detail)}</small>` : '';
  return `<li dir="auto">${lines(text)}${small}</li>`;
}

function fieldOf({ label, text, href }: Field): string {
  const value = href ? `<a href="${escaped(href)}" rel="noreferrer">${escaped(text)}</a>` : lines(text);
  return `<dt>${escaped(label)}</dt><dd dir="auto">${value}</dd>`;
}

function tableOf({ head, rows, numeric }: Table): string {
  const attributes = (column: number) => `${numeric.includes(column) ? ' class="number"' : ''} dir="auto"`;
  const heads = head.map((text, column) => `<th scope="col"${attributes(column)}>${escaped(text)}</th>`);
  const body = rows.map(
    (row) => `<tr>${row.map((text, column) => `<td${attributes(column)}>${lines(text)}</td>`).join('')}</tr>`,
  );
  return `<table><thead><tr>${heads.join('')}</tr></thead><tbody>${body.join('\n')}</tbody></table>`;
}

function figureOf({ title, summary, drawing, table }: Figure, { asTable }: ReportWords): string {
  const inFigures = `<details><summary>${escaped(asTable)}</summary>${tableOf(table)}</details>`;
  return `<figure><figcaption dir="auto">${escaped(title)}</figcaption>${svgOf(drawing, summary)}${inFigures}</figure>`;
}

function lines(text: string): string {
  return escaped(text).replaceAll('\n', '<br>');
}
