/**
 * The same session on the other hubs: who is there, how fast they were, and which absences were noted. Told when it
 * changes and again now and then, since what hubs tell each other may be lost.
 */
import type { Absence } from '../../shared/domain/session/schema.ts';
import { PRESENT_TOLD_EVERY_MS, PRESENT_TOLD_MAX } from '../../shared/lib/limits.ts';
import type { Present } from '../../shared/protocol.ts';
import type { Peers } from '../store/peers.ts';
import type { Taken } from './pacing/haste.ts';

type Told =
  | { kind: 'present'; people: Present[]; count: number }
  | { kind: 'taken'; taken: Taken }
  | { kind: 'absence'; absence: Absence }
  | { kind: 'closed' };

type Others = { people: Present[]; count: number };

export type ElsewhereOptions = {
  peers: Peers;
  sessionId: string;
  /** Somebody has come or gone there, or a hub has. */
  onChange(): void;
  /** It is time to tell who is here again. */
  onDue(): void;
  /** With the hub that they were on. */
  onLost(people: readonly Present[]): void;
  onTaken(taken: Taken): void;
  onAbsence(absence: Absence): void;
};

export class Elsewhere {
  readonly #options: ElsewhereOptions;
  readonly #topic: string;
  readonly #others = new Map<string, Others>();
  readonly #stops: (() => void)[];
  #toldAtMs = 0;

  constructor(options: ElsewhereOptions) {
    this.#options = options;
    this.#topic = `session.${options.sessionId}`;
    this.#stops = [
      options.peers.hear(this.#topic, (told, from) => this.#heard(told as Told, from)),
      options.peers.onChange(() => this.#forgetTheDead()),
    ];
  }

  get isAlone(): boolean {
    return this.#options.peers.others().size === 0;
  }

  /** Another hub that lives has the session open too. */
  get isServed(): boolean {
    return this.#others.size > 0;
  }

  /** Where the session is to be had; null when here alone. */
  hubs(): string[] | null {
    return this.isAlone ? null : [...this.#options.peers.urls()];
  }

  people(): Present[] {
    return [...this.#others.values()].flatMap(({ people }) => people);
  }

  count(): number {
    return [...this.#others.values()].reduce((sum, { count }) => sum + count, 0);
  }

  /** Who is here; of more than some thousands the others know only how many. */
  tellPresent(people: readonly Present[]): void {
    this.#tell({ kind: 'present', people: people.slice(0, PRESENT_TOLD_MAX), count: people.length });
  }

  /** Once a second. `taken`: what senders here have taken since. */
  pulse(nowMs: number, taken: Taken | null): void {
    if (taken) this.#tell({ kind: 'taken', taken });
    if (nowMs - this.#toldAtMs < PRESENT_TOLD_EVERY_MS) return;
    this.#toldAtMs = nowMs;
    this.#options.onDue();
  }

  tellAbsence(absence: Absence): void {
    this.#tell({ kind: 'absence', absence });
  }

  close(): void {
    this.#tell({ kind: 'closed' });
    for (const stop of this.#stops) stop();
  }

  #tell(told: Told): void {
    if (!this.isAlone) this.#options.peers.tell(this.#topic, told);
  }

  #heard(told: Told, from: string): void {
    if (told.kind === 'taken') return this.#options.onTaken(told.taken);
    if (told.kind === 'absence') return this.#options.onAbsence(told.absence);
    if (told.kind === 'closed') return this.#forget([from]);
    const { people, count } = told;
    const isSame = JSON.stringify(this.#others.get(from)) === JSON.stringify({ people, count });
    this.#others.set(from, { people, count });
    if (!isSame) this.#options.onChange();
  }

  #forgetTheDead(): void {
    const living = this.#options.peers.others();
    this.#forget([...this.#others.keys()].filter((hubId) => !living.has(hubId)));
  }

  #forget(hubIds: readonly string[]): void {
    const people = hubIds.flatMap((hubId) => this.#others.get(hubId)?.people ?? []);
    for (const hubId of hubIds) this.#others.delete(hubId);
    this.#options.onLost(people);
    this.#options.onChange();
  }
}
