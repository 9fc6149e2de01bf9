/** A session that is over is a record: it can be read, put right and reported on, and nothing happens in it any more. */

/** What needs a meeting that goes on. Undo is none of these: a session that was ended by mistake goes on. */
const LIVE = [
  'session/start',
  'session/end',
  'session/pause',
  'session/resume',
  'agenda/',
  'queue/',
  'floor/give',
  'floor/end',
  'floor/pause',
  'floor/resume',
  'floor/adjust',
  'floor/skip-hold',
  'floor/ready',
  'questions/ask',
  'questions/vote',
  'questions/queue',
  'questions/open',
  'questions/close',
  'questions/slow',
  'questions/links',
  'notes/ask',
] as const;

/** By name or, with a slash at the end, a whole area. */
export function isLive(commandName: string): boolean {
  return LIVE.some((live) => commandName === live || (live.endsWith('/') && commandName.startsWith(live)));
}
