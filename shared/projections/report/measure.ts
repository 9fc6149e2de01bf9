/** How long a text is, in what the forms of reports count. */
import type { ReportSection } from './template.ts';

export type Length = {
  sentences: number;
  paragraphs: number;
  characters: number;
  longestParagraphSentences: number;
};

/** Sentences as Unicode breaks them (UAX #29), in any script; characters as a reader counts them, spaces included. */
export function lengthOf(text: string): Length {
  const paragraphs = text.split(/\n\s*\n/).filter((paragraph) => paragraph.trim() !== '');
  const sentences = paragraphs.map(
    (paragraph) => [...SENTENCES.segment(paragraph)].filter(({ segment }) => LETTER.test(segment)).length,
  );
  return {
    sentences: sentences.reduce((sum, count) => sum + count, 0),
    paragraphs: paragraphs.length,
    characters: [...GRAPHEMES.segment(text)].length,
    longestParagraphSentences: Math.max(0, ...sentences),
  };
}

/** How much of each bound is used, in its own unit; `over` those that are passed. */
export function usedOf(text: string, limits: NonNullable<ReportSection['limits']>): Used[] {
  const { sentences, paragraphs, characters, longestParagraphSentences } = lengthOf(text);
  const used = { sentences, paragraphs, characters, sentencesEach: longestParagraphSentences };
  return (Object.keys(used) as Used['unit'][]).flatMap((unit) => {
    const limit = limits[unit];
    return limit === undefined ? [] : [{ unit, used: used[unit], limit, isOver: used[unit] > limit }];
  });
}

export type Used = {
  unit: keyof NonNullable<ReportSection['limits']>;
  used: number;
  limit: number;
  isOver: boolean;
};

// The language changes next to nothing in these rules, and a report may mix several.
const SENTENCES = new Intl.Segmenter('en', { granularity: 'sentence' });
const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' });
const LETTER = /[\p{L}\p{N}]/u;
