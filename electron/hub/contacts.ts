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
import { reject } from '../../shared/domain/context.ts';
import type { State } from '../../shared/state.ts';
import { type SessionLog, StoreError } from '../store/event-store.ts';
import type { Answer } from './done.ts';

/** A contact with what the log knows of it. */
export type KeptContact = Contact & Omit<ContactRecord, 'seq'>;

export class Contacts {
  readonly #log: SessionLog;
  readonly #recordsNow: () => readonly ContactRecord[];
  /** One at a time: of two with the same id the later must find the earlier in the log. */
  #turn: Promise<unknown>;

  /**
   * `stateNow` is the confirmed state. Rows whose commit was never written, or said that they went, are erased, unless
   * another hub may be about to write it.
   */
  constructor(log: SessionLog, stateNow: () => State, isAlone: boolean) {
    this.#log = log;
    this.#recordsNow = () => stateNow().contacts ?? [];
    this.#turn = isAlone ? this.#eraseUnknown().catch(() => undefined) : Promise.resolve();
  }

  /** Submits a command, and keeps or erases the contact that it brings or takes. */
  submit(name: string, args: unknown, submit: () => Promise<Answer>): Promise<Answer> {
    if (!name.startsWith('contacts/')) return submit();
    const answer = this.#turn.then(() =>
      name === 'contacts/join' ? this.#join(args, submit) : this.#erase(args, submit),
    );
    this.#turn = answer.catch(() => undefined);
    return answer;
  }

  /** Resolves when nothing is being kept or erased. */
  async idle(): Promise<void> {
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
      if (!this.#isKnown(contactId)) await this.#log.eraseContact(contactId);
      return answer;
    } catch (error) {
      if (error instanceof StoreError) return reject('hub/cannot-write');
      throw error;
    }
  }

  async #erase(args: unknown, submit: () => Promise<Answer>): Promise<Answer> {
    const answer = await submit();
    const read = contactsCommands['contacts/erase'].safeParse(args);
    if (!read.success || 'code' in answer) return answer;
    try {
      await this.#log.eraseContact(read.data.contactId);
      return answer;
    } catch (error) {
      // The log says that it went; the row goes when the session is opened next.
      if (error instanceof StoreError) return reject('hub/cannot-write');
      throw error;
    }
  }

  async #eraseUnknown(): Promise<void> {
    for (const { contactId } of await this.#log.contacts()) {
      if (!this.#isKnown(contactId)) await this.#log.eraseContact(contactId);
    }
  }

  #isKnown(contactId: string): boolean {
    return this.#recordsNow().some((record) => record.contactId === contactId);
  }
}
