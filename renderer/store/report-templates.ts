/** The forms of a report that come with the app. */
import type { ReportTemplate } from '../../shared/projections/report/template.ts';

const FILES = import.meta.glob<ReportTemplate>('../../assets/report-templates/*.json', {
  eager: true,
  import: 'default',
});

export const REPORT_TEMPLATES: readonly ReportTemplate[] = Object.values(FILES);

const FIRST = 'generic';

/** The one that was chosen, or the general one where none was or it is not ours. */
export function templateOf(templateId: string | null | undefined): ReportTemplate {
  const found = (id: string) => REPORT_TEMPLATES.find((template) => template.templateId === id);
  const template = found(templateId ?? FIRST) ?? found(FIRST);
  if (!template) throw new Error('The app brings no form of a report.');
  return template;
}
