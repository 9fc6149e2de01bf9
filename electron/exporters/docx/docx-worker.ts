/** The thread in which a Word document is written: a long session takes seconds that nobody who speaks should feel. */
import { parentPort, workerData } from 'node:worker_threads';
import { must } from '../../../shared/lib/assert.ts';
import type { Language } from '../../../shared/words/languages.ts';
import type { ReportText } from '../document.ts';
import { reportDocx } from './report-docx.ts';

export type DocxOrder = { text: ReportText; language: Language };

const { text, language } = workerData as DocxOrder;
const bytes = await reportDocx(text, language);
must(parentPort, 'the main thread').postMessage(bytes, [bytes.buffer as ArrayBuffer]);
