/** The forms of a report that come with the app (assets/report-templates), in the order of choice. */
import generic from '../../assets/report-templates/generic.json' with { type: 'json' };
import igfWorkshop2016 from '../../assets/report-templates/igf-workshop-2016.json' with { type: 'json' };
import { type ReportTemplate, reportTemplateSchema } from '../../shared/projections/report/template.ts';

const GENERIC = reportTemplateSchema.parse(generic);

export const REPORT_TEMPLATES: readonly ReportTemplate[] = [
  GENERIC,
  reportTemplateSchema.parse(igfWorkshop2016),
];

/** The general one where none was chosen, or one that this version does not have. */
export function templateOf(templateId: string | null | undefined): ReportTemplate {
  return REPORT_TEMPLATES.find((template) => template.templateId === templateId) ?? GENERIC;
}
