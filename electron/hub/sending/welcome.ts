/** The first frame that a newcomer gets, and the largest. */
import type { SentCommit } from '../../../shared/commit.ts';
import type { Audience } from '../../../shared/lib/vocabulary.ts';
import type { Hello, Welcome } from '../../../shared/protocol.ts';
import type { State } from '../../../shared/state.ts';
import { deflatedWith } from './deflated.ts';
import { framed, framedBinary } from './framed.ts';
import { encode, type Outgoing } from './frames.ts';

type Head = Omit<Welcome, 'mode' | 'state' | 'commits'>;

/** What was missed; null = everything, deflated for whoever takes that. `state` is the whole one, that of `head.seq`. */
export function welcome(
  out: Outgoing,
  audience: Audience,
  head: Head,
  missed: SentCommit[] | null,
  state: State,
  accept: Hello['accept'],
): Buffer {
  if (missed) return encode({ ...head, mode: 'tail', commits: missed });
  const takesColumns = accept?.includes('columns') ?? false;
  const { text, deflated } = out.opening(audience, head.seq, state, takesColumns);
  const rest = JSON.stringify({ ...head, mode: 'snapshot' }).slice(1);
  return deflated && accept?.includes('deflate')
    ? framedBinary(deflatedWith(deflated, rest))
    : framed(text() + rest);
}
