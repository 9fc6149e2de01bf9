/** The forms of a report that come with the app (assets/report-templates), in the order of choice. */
import generic from '../../../assets/report-templates/generic.json' with { type: 'json' };
import igfWorkshop2016 from '../../../assets/report-templates/igf-workshop-2016.json' with { type: 'json' };
import type { ReportTemplate } from './template.ts';

// Not parsed: a page carries no schemas, and a test holds each file to them.
const GENERIC = generic as ReportTemplate;

export const REPORT_TEMPLATES: readonly ReportTemplate[] = [GENERIC, igfWorkshop2016 as ReportTemplate];

/** The general one where none was chosen, or one that this version does not have. */
export function templateOf(templateId: string | null | undefined): ReportTemplate {
  return REPORT_TEMPLATES.find((template) => template.templateId === templateId) ?? GENERIC;
}
