import { z } from 'zod';
import { eventSchema } from '../../lib/schema.ts';
import type { RecordWrite } from './slice.ts';

const recordWrite = z.custom<RecordWrite>(
  (value) => typeof value === 'object' && value !== null && 'table' in value && 'value' in value,
);

export const historyCommands = {
  /** `seq` is the commit to take back; taking back an undo is a redo. */
  'history/undo': z.object({ seq: z.int().min(1) }),
};

export const historyEvents = [
  eventSchema('history/undone', { seq: z.int().min(1), records: z.array(recordWrite) }),
] as const;

export type HistoryEvent = z.infer<(typeof historyEvents)[number]>;
