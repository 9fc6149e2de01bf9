import { isProse } from '../../shared/projections/report/contents.ts';
import { proseOf } from '../../shared/projections/report/prose.ts';
import type { ReportContact, ReportSource } from './writing.ts';

/** Everything that the report is made from, for programs: the facts, and the prose of the form as it stands. */
export function reportJson({ state, facts, template, contacts }: ReportSource): string {
  const prose = template.sections.flatMap((section) => {
    const { sectionId, content } = section;
    if (!isProse(content)) return [];
    const { text, isWorded } = proseOf(state, { ...section, content });
    return [{ sectionId, content, text, isWorded }];
  });
  const listed: { contactList?: ReportContact[] } = contacts ? { contactList: contacts } : {};
  return `${JSON.stringify({ ...facts, templateId: template.templateId, prose, ...listed }, null, 2)}\n`;
}
