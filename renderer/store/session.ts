/** One session as this screen sees it: the view, and everything that can be done about it. */
import type { StoreApi } from 'zustand/vanilla';
import { createStore } from 'zustand/vanilla';
import type { Command } from '../../shared/command.ts';
import { decide } from '../../shared/decide.ts';
import type { Rejection } from '../../shared/domain/context.ts';
import { isRejection, isStaff, reject } from '../../shared/domain/context.ts';
import { FRAME_BYTES_MAX, PENDING_COMMANDS_MAX } from '../../shared/lib/limits.ts';
import type { HubMessage } from '../../shared/protocol.ts';
import { Connection } from '../sync/connection.ts';
import type { Environment } from '../sync/environment.ts';
import { type Identity, sessionIdOf } from '../sync/identity.ts';
import { actorOf, withPending } from './fold.ts';
import { newId as randomId } from './ids.ts';
import { noOutbox, type Outbox } from './outbox.ts';
import { receive } from './receive.ts';
import type { Pending, View } from './view.ts';
import { NOTHING_KNOWN, withNotice } from './view.ts';

export type Session = {
  /** Under which this device keeps what belongs to the session. */
  readonly sessionId: string;
  store: StoreApi<View>;
  start(): void;
  stop(): void;
  /** Shown at once and sent; what would be refused is not sent but told, here and as a notice. */
  submit(command: Command): Rejection | null;
  /** Why the hub would refuse this now; null when it would not. For disabled buttons. */
  why(command: Command): Rejection | null;
  /** Hub epoch milliseconds. */
  hubNow(): number;
  newId(): string;
  dismiss(noticeId: number): void;
  /** A command that was kept aside: send it after all, or forget it. */
  sendAside(commandId: string): void;
  discardAside(commandId: string): void;
  /** Something refused that was typed: its author has decided. */
  discardReturned(commandId: string): void;
  /** Somebody does not want to wait for the next try. */
  retryNow(): void;
};

export type SessionOptions = {
  url: string;
  identity: Identity;
  environment: Environment;
  outbox?: Outbox;
  /** With the address of the hub's socket, each time there is one. */
  onHub?(url: string): void;
  /** What {@link Session.newId} gives, for whoever must have the same ones again. */
  newId?(): string;
};

/** Room for the envelope of a command's frame. */
const ENVELOPE_BYTES = 256;

export function createSession(options: SessionOptions): Session {
  const { url, identity, environment, outbox = noOutbox, onHub, newId = randomId } = options;
  const store = createStore<View>(() => ({ ...NOTHING_KNOWN, ...outbox.load() }));
  store.subscribe(({ pending, returned, me }) => outbox.save({ pending, returned }, isStaff(me)));
  const connection = new Connection({
    url,
    identity,
    environment,
    resumePoint: () => {
      const { at, diverged } = store.getState();
      if (at) return { afterSeq: at.seq, logId: at.logId };
      return { afterSeq: null, ...(diverged !== null && { diverged }) };
    },
    onLink: (link) => store.setState({ link }),
    ...(onHub && { onHub }),
    onMessage: (message) => onMessage(store, connection, message),
  });
  const why = (command: Command) => refusal(store.getState(), command, connection.clock.now());
  const notify = (rejection: Rejection, command: Command) =>
    store.setState(({ notices }) => ({ notices: withNotice(notices, rejection, command.name) }));
  const take = (pending: Pending) => {
    store.setState((view) => withPending(view, pending));
    send(connection, pending);
  };
  return {
    sessionId: sessionIdOf(identity.token),
    store,
    start: () => connection.start(),
    stop: () => connection.stop(),
    why,
    submit(command) {
      const rejection = why(command);
      if (rejection) notify(rejection, command);
      else {
        // What was refused before is of no interest once something succeeds.
        store.setState({ notices: [] });
        const { phase } = store.getState().link;
        const offline = phase !== 'live' && { offline: true as const };
        take({ commandId: newId(), command, atMs: connection.clock.now(), ackedSeq: null, ...offline });
      }
      return rejection;
    },
    hubNow: () => connection.clock.now(),
    newId,
    dismiss: (noticeId) =>
      store.setState(({ notices }) => ({ notices: notices.filter((other) => other.noticeId !== noticeId) })),
    sendAside(commandId) {
      const kept = store.getState().aside.find((other) => other.commandId === commandId);
      forget(store, commandId);
      if (kept) take({ ...kept, atMs: connection.clock.now() });
    },
    discardAside: (commandId) => forget(store, commandId),
    discardReturned: (commandId) =>
      store.setState(({ returned }) => ({
        returned: returned.filter((other) => other.commandId !== commandId),
      })),
    retryNow: () => connection.wake(),
  };
}

function onMessage(store: StoreApi<View>, connection: Connection, message: HubMessage): void {
  const { view, isGap } = receive(store.getState(), message);
  store.setState(view, true);
  if (isGap) connection.resync();
  else if (message.type === 'welcome') {
    // The same ids: what the hub already has, it answers with the same ack.
    for (const pending of view.pending) if (pending.ackedSeq === null) send(connection, pending);
  }
}

function send(connection: Connection, { commandId, command }: Pending): void {
  connection.send({ type: 'command', commandId, ...command });
}

function forget(store: StoreApi<View>, commandId: string): void {
  store.setState(({ aside }) => ({ aside: aside.filter((other) => other.commandId !== commandId) }));
}

function refusal(view: View, command: Command, nowMs: number): Rejection | null {
  if (!view.state) return reject('hub/restarting');
  // The hub has shut this door for good, so nothing would ever be sent.
  if (view.link.phase === 'closed') return reject('forbidden', { command: command.name });
  if (view.pending.length >= PENDING_COMMANDS_MAX) return reject('too-many', { limit: PENDING_COMMANDS_MAX });
  const decision = decide(view.state, command, { actor: actorOf(view), nowMs });
  if (isRejection(decision)) return decision;
  return isTooLarge(command) ? reject('too-many', { limit: `${FRAME_BYTES_MAX / 1_024} KiB` }) : null;
}

/** A frame beyond the limit would cost the whole connection, again and again. */
function isTooLarge(command: Command): boolean {
  const text = JSON.stringify(command);
  // At most three bytes a character: short ones need no counting.
  if (text.length * 3 + ENVELOPE_BYTES <= FRAME_BYTES_MAX) return false;
  return new TextEncoder().encode(text).length + ENVELOPE_BYTES > FRAME_BYTES_MAX;
}
