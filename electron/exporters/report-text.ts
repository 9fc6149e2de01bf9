/** The report in words: the chosen form, section by section, in one language. */

import { isProse, type ProseContent } from '../../shared/projections/report/contents.ts';
import { proseOf } from '../../shared/projections/report/prose.ts';
import type { ReportSection } from '../../shared/projections/report/template.ts';
import type { Language } from '../../shared/words/languages.ts';
import type { Block, ReportText } from './document.ts';
import { aboutOf } from './sections/about.ts';
import { absencesOf, overridesOf, turnsOf } from './sections/floor.ts';
import { casesOf, consensusOf, networkOf } from './sections/outcomes.ts';
import { agendaOf, balanceOf, participationOf } from './sections/participation.ts';
import { peopleOf } from './sections/people.ts';
import { pointsByQuestion, pointsBySpeaker } from './sections/points.ts';
import { audienceQuestionsOf } from './sections/questions.ts';
import { timesIn } from './times.ts';
import { REPORT_WORDS } from './words/words.ts';
import type { ReportSource, Writing } from './writing.ts';

export function reportText(source: ReportSource, language: Language): ReportText {
  const { facts, template } = source;
  const words = REPORT_WORDS[language];
  const writing: Writing = { ...source, words, times: timesIn(language) };
  return {
    title: [facts.code, facts.title].filter(Boolean).join(' · '),
    sections: template.sections.flatMap((section) => {
      const blocks = blocksOf(section, writing);
      return blocks.length === 0 ? [] : [{ title: section.title[language], blocks }];
    }),
    foot: words.madeBy(facts.turns.length),
  };
}

/** None for a section that has nothing to say in this session. */
function blocksOf(section: ReportSection, writing: Writing): Block[] {
  const { content } = section;
  return isProse(content) ? prose({ ...section, content }, writing) : FACTS[content](writing);
}

const FACTS: Record<Exclude<ReportSection['content'], ProseContent>, (writing: Writing) => Block[]> = {
  about: aboutOf,
  people: peopleOf,
  'questions-asked': ({ facts }) =>
    facts.policyQuestions.length === 0
      ? []
      : [{ kind: 'numbered', items: facts.policyQuestions.map(({ text }) => ({ text })) }],
  agenda: agendaOf,
  'points-by-question': pointsByQuestion,
  'points-by-speaker': pointsBySpeaker,
  consensus: consensusOf,
  cases: casesOf,
  network: networkOf,
  'audience-questions': audienceQuestionsOf,
  participation: participationOf,
  balance: balanceOf,
  overrides: overridesOf,
  turns: turnsOf,
  absences: absencesOf,
};

/** A form asks for its prose: a part of it that is empty says so. */
function prose(section: ReportSection & { content: ProseContent }, { state, words }: Writing): Block[] {
  const paragraphs = proseOf(state, section)
    .text.split(/\n[^\S\n]*\n/)
    .map((text) => text.trim())
    .filter(Boolean);
  const texts = paragraphs.length > 0 ? paragraphs : [words.nothingNoted];
  return texts.map((text) => ({ kind: 'paragraph', text }));
}
