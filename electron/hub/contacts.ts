/**
 * The contacts that people leave: kept beside the log, since they must be erasable. Written before the commit that says
 * so and erased after it, so that whatever the process dies of, no contact stays that the log does not know of.
 */
import {
  type Contact,
  type ContactRecord,
  contactSchema,
  contactsCommands,
} from '../../shared/domain/contacts/schema.ts';
import { type Rejection, reject } from '../../shared/domain/context.ts';
import { CONTACT_COMMIT_WAIT_MS, CONTACT_ERASE_RETRY_MS } from '../../shared/lib/limits.ts';
import type { State } from '../../shared/state.ts';
import { type SessionLog, StoreError } from '../store/event-store.ts';
import type { Clock } from './clock.ts';
import type { Answer } from './sender.ts';

/** A contact with what the log knows of it. */
export type KeptContact = Contact & Omit<ContactRecord, 'seq'>;

export class Contacts {
  readonly #log: SessionLog;
  readonly #recordsNow: () => readonly ContactRecord[];
  readonly #clock: Pick<Clock, 'after'>;
  /** One at a time: of two with the same id the later must find the earlier in the log. */
  #turn: Promise<unknown>;
  #cancel: () => void = () => undefined;
  #isClosed = false;

  /**
   * `stateNow` is the confirmed state. Rows whose commit was never written, or said that they went, are erased: at once
   * where no other hub can be about to write it, else those of now that are unknown still when a while has gone by.
   */
  constructor(log: SessionLog, stateNow: () => State, clock: Pick<Clock, 'after'>) {
    this.#log = log;
    this.#recordsNow = () => stateNow().contacts ?? [];
    this.#clock = clock;
    this.#turn = this.#unknown()
      .then((ids) => (log.line ? this.#eraseLater(ids) : this.#eraseUnknown(ids)))
      .catch(() => undefined);
  }

  /** Submits a command about contacts, and keeps or erases the contact that it brings or takes. Rejects when the room is closing. */
  submit(name: string, args: unknown, submit: () => Promise<Answer>): Promise<Answer> {
    return name === 'contacts/join'
      ? this.#inTurn(() => this.#join(args, submit))
      : this.#erase(args, () => this.#inTurn(submit));
  }

  /** Resolves when nothing is being kept or erased any more. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#turn;
    this.#cancel();
    // It may have fallen due meanwhile.
    await this.#turn;
  }

  /** In the order in which they were left. */
  async list(): Promise<KeptContact[]> {
    const rows = new Map((await this.#log.contacts()).map(({ contactId, body }) => [contactId, body]));
    return this.#recordsNow().flatMap(({ seq: _, ...record }) => {
      const body = rows.get(record.contactId);
      return body === undefined ? [] : [{ ...contactSchema.parse(JSON.parse(body)), ...record }];
    });
  }

  async #join(args: unknown, submit: () => Promise<Answer>): Promise<Answer> {
    const read = contactsCommands['contacts/join'].safeParse(args);
    // What cannot be read is refused with its reason; what is known is a command sent again, or an id taken.
    if (!read.success || this.#isKnown(read.data.contactId)) return submit();
    const { contactId, purpose: _, consent: __, ...contact } = read.data;
    try {
      await this.#log.putContact(contactId, JSON.stringify(contact));
      const answer = await submit();
      // Where this hub cannot know what became of the command, another one may have done it.
      const isUnsure = this.#log.line && 'code' in answer && isHubTrouble(answer);
      if (isUnsure) this.#eraseLater([contactId]);
      else if (!this.#isKnown(contactId)) await this.#log.eraseContact(contactId);
      return answer;
    } catch (error) {
      if (error instanceof StoreError) return reject('hub/cannot-write');
      throw error;
    }
  }

  /** Acknowledged when it is gone from the store too; one that does not take it is asked again. */
  async #erase(args: unknown, submit: () => Promise<Answer>): Promise<Answer> {
    const answer = await submit();
    const read = contactsCommands['contacts/erase'].safeParse(args);
    if (!read.success || 'code' in answer) return answer;
    while (!(await this.#isGone(read.data.contactId))) {
      await new Promise<void>((resolve) => void this.#clock.after(CONTACT_ERASE_RETRY_MS, resolve));
      // What is left the log does not know of: it goes when the session is opened next.
      if (this.#isClosed) throw new Error('the room is closing');
    }
    return answer;
  }

  async #isGone(contactId: string): Promise<boolean> {
    try {
      await this.#inTurn(() => this.#eraseUnknown([contactId]));
      return true;
    } catch (error) {
      if (error instanceof StoreError) return false;
      throw error;
    }
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(work);
    this.#turn = done.catch(() => undefined);
    return done;
  }

  async #unknown(): Promise<string[]> {
    const rows = await this.#log.contacts();
    return rows.map(({ contactId }) => contactId).filter((contactId) => !this.#isKnown(contactId));
  }

  #eraseLater(contactIds: readonly string[]): void {
    if (contactIds.length === 0) return;
    const cancelEarlier = this.#cancel;
    const cancel = this.#clock.after(CONTACT_COMMIT_WAIT_MS, () => {
      this.#inTurn(() => this.#eraseUnknown(contactIds)).catch(() => undefined);
    });
    this.#cancel = () => {
      cancelEarlier();
      cancel();
    };
  }

  async #eraseUnknown(contactIds: readonly string[]): Promise<void> {
    for (const contactId of contactIds) {
      if (!this.#isKnown(contactId)) await this.#log.eraseContact(contactId);
    }
  }

  #isKnown(contactId: string): boolean {
    return this.#recordsNow().some((record) => record.contactId === contactId);
  }
}

/** It is no word on the command itself. */
function isHubTrouble({ code }: Rejection): boolean {
  return code === 'hub/cannot-write' || code === 'hub/restarting';
}
