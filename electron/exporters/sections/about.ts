import { clock } from '../../../shared/words/words.ts';
import type { Block, Field } from '../document.ts';
import type { Writing } from '../writing.ts';

export function aboutOf({ facts, words, times }: Writing): Block[] {
  const { title, code, series, startedAtMs, endedAtMs, stops } = facts;
  const rows: Field[] = [{ label: words.title, text: title }];
  if (code !== null) rows.push({ label: words.code, text: code });
  if (series !== null) rows.push({ label: words.event, text: series });
  if (startedAtMs === null)
    return [
      { kind: 'fields', rows },
      { kind: 'paragraph', text: words.notStarted },
    ];
  rows.push({ label: words.date, text: times.date(startedAtMs) });
  rows.push({ label: words.begun, text: times.clockAndZone(startedAtMs) });
  const stopped: Field[] = stops?.count
    ? [{ label: words.stops, text: words.stopped(stops.count, clock(stops.seconds)) }]
    : [];
  if (endedAtMs === null)
    return [
      { kind: 'fields', rows: [...rows, ...stopped] },
      { kind: 'paragraph', text: words.running },
    ];
  rows.push({ label: words.ended, text: times.clockAndZone(endedAtMs) });
  rows.push({ label: words.length, text: clock((endedAtMs - startedAtMs) / 1_000) });
  return [{ kind: 'fields', rows: [...rows, ...stopped] }];
}
