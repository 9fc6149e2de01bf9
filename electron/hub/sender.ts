import type { Actor, Rejection } from '../../shared/domain/context.ts';

/**
 * Who sends a command, and by which invitation. Once they have left they send what was not answered again, to whichever
 * hub they reach.
 */
export type Sender = { readonly actor: Actor; readonly inviteId: string; hasLeft?(): boolean };

/** What a sender hears: where the command stands in the log, or why it was refused. */
export type Answer = { seq: number } | Rejection;
