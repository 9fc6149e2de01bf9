/** How our own pages join our own hub: the public's in the short form (docs/protocol.md). */
import { SUBPROTOCOL } from '../../../shared/wire.ts';
import type { Manners } from './crowd.ts';

/** A commit begins with its number: in the short form behind another one, or as the first; the staff's has a name. */
const TAGS = [Buffer.from(']],['), Buffer.from('"short":[['), Buffer.from('"seq":')];

/** `token` of an invitation. */
export function hubManners(token: string, clientIdOf: (member: number) => string): Manners {
  return {
    path: () => '/ws',
    protocol: SUBPROTOCOL,
    isJoined: () => true,
    tags: TAGS,
    greet: (line, member) =>
      line.send(
        JSON.stringify({
          type: 'hello',
          token,
          clientId: clientIdOf(member),
          afterSeq: null,
          accept: ['short', 'columns', 'deflate'],
        }),
      ),
  };
}
