/** What exactly a commit changed, where its type alone does not say: a time, or which of the settings. */
import type { RecordWrite } from '../../shared/domain/history/slice.ts';
import type { Entry } from '../../shared/domain/queue/schema.ts';
import type { Channel } from '../../shared/lib/vocabulary.ts';

/** A setting by its name in the plan, or by its name among the fairness settings. */
export const SETTINGS = [
  'title',
  'code',
  'series',
  'notes',
  'weights',
  'turnLimitSeconds',
  'creditSeconds',
  'agingSeconds',
  'policy',
  'balancedGroup',
  'windowSeconds',
  'holdSlotSeconds',
  'policyQuestions',
  'network',
  'joinLinks',
  'clockShows',
  'lobby',
] as const;
export type Setting = (typeof SETTINGS)[number];

/**
 * `name`: the agenda item whose time was changed, where that is not the current one; `hands`: how many of the queue
 * were touched, `questions` likewise; `readiness`: what somebody on deck answered.
 */
export type Change = {
  seconds: number | null;
  name: string;
  settings: Setting[];
  hands: number;
  questions: number;
  readiness: Entry['readiness'];
  /** Where somebody has gone who was on the other side. */
  side: Channel | null;
  /** What somebody was called before, and is called since. */
  renamed: { from: string; to: string } | null;
};

export const NO_CHANGE: Change = {
  seconds: null,
  name: '',
  settings: [],
  hands: 0,
  questions: 0,
  readiness: undefined,
  side: null,
  renamed: null,
};

/** Of one record, from before and after the commit. */
export function changeBetween(before: RecordWrite, after: RecordWrite | null): Change {
  if (before.table === 'agenda' && after?.table === 'agenda') {
    for (const item of after.value.items) {
      const old = before.value.items.find((other) => other.itemId === item.itemId);
      const seconds = item.extraSeconds - (old?.extraSeconds ?? item.extraSeconds);
      if (seconds !== 0) return { ...NO_CHANGE, seconds, name: item.title };
    }
  }
  if (before.table === 'floor' && after?.table === 'floor') {
    const [old, now] = [before.value.turn, after.value.turn];
    if (old && now && old.turnId === now.turnId && old.limitMs !== now.limitMs) {
      return { ...NO_CHANGE, seconds: (now.limitMs - old.limitMs) / 1_000 };
    }
  }
  if (before.table === 'session' && after?.table === 'session') {
    const [old, now] = [flat(before.value), flat(after.value)];
    return { ...NO_CHANGE, settings: SETTINGS.filter((key) => differ(old[key], now[key])) };
  }
  if (before.table === 'entries' && after?.table === 'entries') {
    return { ...NO_CHANGE, readiness: after.value?.readiness };
  }
  if (before.table === 'people' && after?.table === 'people' && before.value && after.value) {
    const [old, now] = [before.value, after.value];
    const side = old.channel === now.channel ? null : now.channel;
    return { ...NO_CHANGE, side, renamed: old.name === now.name ? null : { from: old.name, to: now.name } };
  }
  if (before.table === 'policyQuestions') return { ...NO_CHANGE, settings: ['policyQuestions'] };
  return NO_CHANGE;
}

function flat(session: Extract<RecordWrite, { table: 'session' }>['value']): Record<string, unknown> {
  return { ...session, ...session.fairness };
}

function differ(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) !== JSON.stringify(b);
}
