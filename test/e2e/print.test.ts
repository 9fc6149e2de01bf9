import { expect, test } from 'vitest';
import { chromiumPrinter } from '../../electron/exporters/pdf/print-chromium.ts';
import { reportHtml } from '../../electron/exporters/report-html.ts';
import { reportedMeeting, textOf } from '../support/reported-meeting.ts';

test('[X4] given a Chromium of the machine, when the report is printed without a window, then the PDF is tagged and has an outline', async () => {
  const pdf = Buffer.from(await chromiumPrinter()(reportHtml(textOf(reportedMeeting()), 'en'))).toString(
    'latin1',
  );
  expect(pdf.startsWith('%PDF-')).toBe(true);
  expect(pdf).toMatch(/\/StructTreeRoot \d+ 0 R/);
  expect(pdf).toMatch(/\/MarkInfo\s*<<\/Type\s*\/MarkInfo\s*\/Marked true/);
  expect(pdf).toContain('/Outlines');
  for (const tag of ['/H1', '/H2', '/Table', '/TH', '/L', '/Figure']) expect(pdf).toContain(tag);
});
