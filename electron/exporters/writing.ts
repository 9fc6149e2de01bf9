/** What the report's sections are written from. */
import type { Report } from '../../shared/projections/report/report.ts';
import type { ReportTemplate } from '../../shared/projections/report/template.ts';
import type { State } from '../../shared/state.ts';
import type { Figure } from './document.ts';
import type { Times } from './times.ts';
import type { ReportWords } from './words/en.ts';

/** Everything that a report is made from. */
export type ReportSource = {
  /** As its reader may see it. */
  state: State;
  facts: Report;
  template: ReportTemplate;
  /** The balance in pictures. */
  figures: Figure[];
  /** Null: they stay out. */
  contacts: ReportContact[] | null;
};

export type ReportContact = { name: string; organisation?: string; email: string };

/** What a section needs to say itself. */
export type Writing = ReportSource & { words: ReportWords; times: Times };
