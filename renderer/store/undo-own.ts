import { must } from '../../shared/lib/assert.ts';
import { lastOwnSeq } from './deeds.ts';
import type { Session } from './session.ts';

/** While the newest of ours is still on its way it has no number; taking back an older one would be a surprise. */
export function undoOwnLast(session: Session): void {
  const { me, at, state } = session.store.getState();
  const seq = lastOwnSeq(must(state, 'state'), me.personId);
  if (seq !== null && seq <= (at?.seq ?? 0)) session.submit({ name: 'history/undo', args: { seq } });
}
