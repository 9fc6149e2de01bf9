/** The line of one side as text for a chat or another program; `namesIn` reads the names back. */
import type { Entry } from '../../shared/domain/queue/schema.ts';

export type ListWords = { unnamed: string; held: string; kind(kind: Entry['kind']): string };

/** One hand a line, numbered: the name, and behind a tab what kind of hand it is and what about. */
export function listText(line: readonly Entry[], words: ListWords): string {
  return line
    .map(({ name, kind, topic, held }, index) => {
      const about = [words.kind(kind), topic, held ? words.held : ''].filter(Boolean).join(' · ');
      return `${index + 1}. ${name ?? words.unnamed}\t${about}`;
    })
    .join('\n');
}
