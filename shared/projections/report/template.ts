/** The form of a report as data: what it holds, in which order, and how long each part may be. */
import { z } from 'zod';
import { ID_CHARS_MAX } from '../../lib/limits.ts';
import { idSchema } from '../../lib/schema.ts';
import { FACTS, PROSE } from './contents.ts';

const words = z.object({ en: z.string().min(1), 'zh-CN': z.string().min(1) });

const sectionSchema = z.object({
  sectionId: idSchema.max(ID_CHARS_MAX),
  title: words,
  content: z.enum([...PROSE, ...FACTS]),
  /** What the form allows; of prose alone. */
  limits: z
    .object({
      sentences: z.int().min(1),
      paragraphs: z.int().min(1),
      characters: z.int().min(1),
      /** The bound holds for each paragraph. */
      sentencesEach: z.int().min(1),
    })
    .partial()
    .optional(),
});

export const reportTemplateSchema = z.object({
  templateId: idSchema,
  name: words,
  /** Where the form comes from, and whether its limits were verified. */
  source: z.string(),
  /** Days after the session by which the report is due; null = nobody says. */
  deadlineDays: z.number().min(0).nullable(),
  sections: z.array(sectionSchema).min(1),
});

export type ReportTemplate = z.infer<typeof reportTemplateSchema>;
export type ReportSection = ReportTemplate['sections'][number];
