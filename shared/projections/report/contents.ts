/** What a section of a report can hold. Apart from the schema of forms, which a page does not carry. */

/** Sections that are prose: drafted from the points, and then the rapporteur's. */
export const PROSE = ['key-issues', 'presentations', 'discussion', 'takeaways', 'actions'] as const;
/** Sections that are what the log says. */
export const FACTS = [
  'about',
  'people',
  'questions-asked',
  'agenda',
  'points-by-question',
  'points-by-speaker',
  'consensus',
  'cases',
  'network',
  'audience-questions',
  'participation',
  'balance',
  'overrides',
  'turns',
  'absences',
] as const;

export type Content = (typeof PROSE)[number] | (typeof FACTS)[number];
export type ProseContent = (typeof PROSE)[number];

export function isProse(content: Content): content is ProseContent {
  return (PROSE as readonly string[]).includes(content);
}
