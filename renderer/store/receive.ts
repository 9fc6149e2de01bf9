/** (view, message of the hub) → view. The same `apply` as on the hub; everything else here is book-keeping. */
import { apply } from '../../shared/apply.ts';
import type { SentCommit } from '../../shared/commit.ts';
import { type CompactState, expandedState } from '../../shared/compact.ts';
import { isStaff } from '../../shared/domain/context.ts';
import { fingerprint } from '../../shared/lib/fingerprint.ts';
import type { HubMessage, StateCheck, Welcome } from '../../shared/protocol.ts';
import type { State } from '../../shared/state.ts';
import { withFold } from './fold.ts';
import { isLasting, isMissed } from './outbox.ts';
import type { Pending, View } from './view.ts';
import { withNotice } from './view.ts';

/** Live control that was stuck longer than this is asked about, not sent: the room has moved on. */
export const STALE_COMMAND_MS = 10_000;

export type Received = { view: View; isGap: boolean };

export function receive(view: View, message: HubMessage): Received {
  switch (message.type) {
    case 'welcome':
      return welcomed(view, message);
    case 'commits':
      return committed(view, message.commits);
    case 'ack':
      return { view: acked(view, message), isGap: false };
    case 'rejected':
      return settled(refused(view, message));
    case 'own': {
      const { type: _, ...own } = message;
      return settled({ ...view, own });
    }
    case 'presence': {
      const { type: _, check, ...presence } = message;
      return checked({ ...view, presence }, check);
    }
    case 'pong':
      return { view: answered(view), isGap: false };
  }
}

function refused(view: View, message: Extract<HubMessage, { type: 'rejected' }>): View {
  const { commandId, code, params } = message;
  const mine = view.pending.find((pending) => pending.commandId === commandId);
  const pending = view.pending.filter((other) => other.commandId !== commandId);
  // An earlier page of this device has sent it, and went away before it heard so.
  if (code === 'invalid' && params.problem === 'used-by-other') return { ...view, pending };
  if (mine && isMissed(mine)) {
    const { command } = mine;
    return { ...view, pending, returned: [...view.returned, { commandId, command, code, params }] };
  }
  return {
    ...view,
    pending,
    notices: withNotice(view.notices, { code, params }, mine?.command.name ?? null),
  };
}

function welcomed(view: View, welcome: Welcome): Received {
  const { seq, logId, hubTimeMs, personId, roles, mode, commits = [] } = welcome;
  const me = { personId, roles };
  // A participant acts on nobody else, and has been told that it is sent.
  const isAsked = isStaff(me) ? (pending: Pending) => isStale(pending, hubTimeMs) : () => false;
  const live = view.pending.filter((pending) => !isAsked(pending));
  const aside = view.pending.filter(isAsked);
  const base: View = { ...view, me, diverged: null, pending: live, aside: [...view.aside, ...aside] };
  if (mode === 'snapshot') {
    const confirmed = welcome.state ? expandedState(welcome.state as State | CompactState) : null;
    const at = { seq, logId, atMs: view.at?.logId === logId ? view.at.atMs : 0 };
    // `own` comes anew after every welcome; the old one may be another person's.
    return settled({ ...base, confirmed, at, own: personId === view.me.personId ? view.own : null });
  }
  const caughtUp = committed(base, commits);
  // A tail with a hole would come with the same hole again: without a place in the log the hub sends everything.
  if (caughtUp.isGap || !caughtUp.view.at) return { view: { ...caughtUp.view, at: null }, isGap: true };
  return { ...caughtUp, view: { ...caughtUp.view, at: { ...caughtUp.view.at, seq } } };
}

/**
 * `prev` is what the hub last sent to our audience: at most our own place, or a frame was lost. It may lie before
 * it, since a welcome also counts what we were not shown.
 */
function committed(view: View, commits: readonly SentCommit[]): Received {
  if (!view.at || !view.confirmed) return { view, isGap: true };
  let { at, confirmed } = view;
  let isGap = false;
  for (const commit of commits) {
    if (commit.seq <= at.seq) continue;
    isGap = commit.prev > at.seq;
    if (isGap) break;
    confirmed = apply(confirmed, commit);
    at = { ...at, seq: commit.seq, atMs: commit.atMs };
  }
  const came = new Set(commits.map((commit) => commit.commandId));
  const isOpen = (pending: Pending) => !came.has(pending.commandId) && !isBehind(pending, at.seq);
  const pending = view.pending.filter(isOpen);
  const aside = view.aside.filter(isOpen);
  // Refused by a hub that did not know what another one had done, or had on its way.
  const returned = view.returned.filter(({ commandId }) => !came.has(commandId));
  return { ...settled({ ...view, at, confirmed, pending, aside, returned }), isGap };
}

/**
 * The hub's word on what we must have by now. Less is a lost frame, made good as any gap. Something else is a bug of ours:
 * what is shown stays until the hub has sent it anew, since without a place in the log it sends everything.
 */
function checked(view: View, check: StateCheck | undefined): Received {
  const { at, confirmed } = view;
  if (!check || !at || !confirmed) return { view, isGap: false };
  if (at.seq < check.seq) return { view, isGap: true };
  if (fingerprint(confirmed) === check.hash) return { view, isGap: false };
  const notices = withNotice(view.notices, { code: 'hub/diverged', params: {} }, null);
  return { view: { ...view, at: null, diverged: check.seq, notices }, isGap: true };
}

function acked(view: View, { commandId, seq }: { commandId: string; seq: number }): View {
  const pending = view.pending
    .map((other) => (other.commandId === commandId ? { ...other, ackedSeq: seq } : other))
    .filter((other) => !isBehind(other, view.at?.seq ?? 0));
  return withFold({ ...view, pending });
}

/** An answer to a later question: a commit that is acknowledged and has not come by now is not shown to us. */
function answered(view: View): View {
  const pending = view.pending.filter((other) => other.ackedSeq === null);
  return pending.length === view.pending.length ? view : withFold({ ...view, pending });
}

function isBehind(pending: Pending, seq: number): boolean {
  return pending.ackedSeq !== null && pending.ackedSeq <= seq;
}

function isStale({ command, atMs, ackedSeq }: Pending, nowMs: number): boolean {
  return ackedSeq === null && !isLasting(command) && nowMs - atMs > STALE_COMMAND_MS;
}

function settled(view: View): Received {
  return { view: withFold(view), isGap: false };
}
