/** The prose of the report before anybody words it: what the points say, paragraph by paragraph. */
import type { Draft } from '../../domain/notes/slice.ts';
import type { NoteKind } from '../../lib/vocabulary.ts';
import type { State } from '../../state.ts';
import type { ProseContent } from './contents.ts';
import { byQuestion, bySpeaker, pointsOf, type ReportPoint } from './points.ts';
import type { ReportSection } from './template.ts';

export type Prose = {
  text: string;
  /** The rapporteur's own wording, and its revision; 0 and false as long as the points speak. */
  isWorded: boolean;
  revision: number;
};

/** Paragraphs are parted by an empty line. */
export function proseOf(state: State, section: ReportSection & { content: ProseContent }): Prose {
  const draft: Draft | undefined = state.drafts?.find((one) => one.sectionId === section.sectionId);
  const text = draft?.text ?? DRAFTED[section.content](pointsOf(state), state).join('\n\n');
  return { text, isWorded: typeof draft?.text === 'string', revision: draft?.revision ?? 0 };
}

const DRAFTED: Record<ProseContent, (points: readonly ReportPoint[], state: State) => string[]> = {
  'key-issues': (points) => ofKinds(points, 'challenge', 'question').map((point) => point.text),
  // Of the panel alone: whoever else speaks is in the discussion.
  presentations: (points, state) =>
    bySpeaker(points.filter((point) => isPresentation(point, state))).map(
      (group) => `${group.speaker}: ${joined(group.points)}`,
    ),
  discussion: (points, state) =>
    byQuestion(
      points.filter((point) => !isPresentation(point, state)),
      state,
    ).map((group) => joined(group.points)),
  takeaways: (points) => ofKinds(points, 'consensus').map((point) => point.text),
  actions: (points) =>
    ofKinds(points, 'action', 'proposal').map((point) =>
      point.owner === null ? point.text : `${point.owner}: ${point.text}`,
    ),
};

function ofKinds(points: readonly ReportPoint[], ...kinds: NoteKind[]): ReportPoint[] {
  return points.filter((point) => kinds.includes(point.kind));
}

/** Made in a speech of the agenda, not in the discussion. */
function isPresentation(point: ReportPoint, { turns, floor, agenda }: State): boolean {
  const turn = [floor.turn, ...turns].find((one) => one !== null && one.turnId === point.turnId);
  return agenda.items.find((item) => item.itemId === turn?.itemId)?.kind === 'speeches';
}

function joined(points: readonly ReportPoint[]): string {
  return points.map((point) => point.text).join(' ');
}
