/** The smallest workbook that a spreadsheet opens: sheets of texts, numbers, and times as parts of days. */
import JSZip from 'jszip';

/** `{ days }` is shown as a time of day, as a length, or with its date (Excel's number formats 20, 46, 22). */
export type Cell = string | number | { days: number; as: 'time' | 'length' | 'date' };

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const STYLES = ['plain', 'time', 'date', 'length'];

export async function workbookOf(sheets: Record<string, Cell[][]>): Promise<Buffer> {
  const names = Object.keys(sheets);
  const zip = new JSZip();
  const part = (path: string, xml: string) => zip.file(path, `<?xml version="1.0" encoding="UTF-8"?>${xml}`);
  part('[Content_Types].xml', `<Types xmlns="${PACKAGE}/content-types"/>`);
  part('_rels/.rels', relations([['officeDocument', 'xl/workbook.xml']]));
  const listed = names.map((name, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="r${at + 1}"/>`);
  part(
    'xl/workbook.xml',
    `<workbook xmlns="${MAIN}" xmlns:r="${DOCUMENT}"><sheets>${listed.join('')}</sheets></workbook>`,
  );
  part(
    'xl/_rels/workbook.xml.rels',
    relations([
      ...names.map((_, at): [string, string] => ['worksheet', `worksheets/sheet${at + 1}.xml`]),
      ['styles', 'styles.xml'],
    ]),
  );
  const formats = [0, 20, 22, 46].map((id) => `<xf numFmtId="${id}" applyNumberFormat="1"/>`).join('');
  part('xl/styles.xml', `<styleSheet xmlns="${MAIN}"><cellXfs count="4">${formats}</cellXfs></styleSheet>`);
  Object.values(sheets).forEach((rows, at) => {
    const xml = rows.map(
      (cells, row) =>
        `<row r="${row + 1}">${cells.map((cell, column) => cellOf(cell, row, column)).join('')}</row>`,
    );
    part(
      `xl/worksheets/sheet${at + 1}.xml`,
      `<worksheet xmlns="${MAIN}"><sheetData>${xml.join('')}</sheetData></worksheet>`,
    );
  });
  return zip.generateAsync({ type: 'nodebuffer' });
}

function relations(targets: [type: string, target: string][]): string {
  const all = targets.map(
    ([type, target], at) => `<Relationship Id="r${at + 1}" Type="${DOCUMENT}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`;
}

function cellOf(cell: Cell, row: number, column: number): string {
  const place = `${String.fromCharCode(65 + column)}${row + 1}`;
  if (typeof cell === 'string') return `<c r="${place}" t="inlineStr"><is><t>${cell}</t></is></c>`;
  if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`;
  return `<c r="${place}" s="${STYLES.indexOf(cell.as)}"><v>${cell.days}</v></c>`;
}
