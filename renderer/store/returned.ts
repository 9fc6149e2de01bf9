/** What can become of something typed that the hub has refused. */
import type { Command } from '../../shared/command.ts';
import type { Returned } from './view.ts';

/** The same over what stands there now; null where that is no answer to the refusal. */
export function instead({ code, params, command }: Returned): Command | null {
  if (code !== 'notes/stale') return null;
  const baseRevision = Number(params.revision);
  switch (command.name) {
    case 'notes/write':
      return { ...command, args: { ...command.args, baseRevision } };
    case 'notes/draft':
      return { ...command, args: { ...command.args, baseRevision } };
    default:
      return null;
  }
}

/** As a point of its own, beside the one that it was to change. */
export function asOwnPoint({ command }: Returned, noteId: string): Command | null {
  if (command.name === 'notes/write') {
    return { ...command, args: { ...command.args, noteId, baseRevision: 0 } };
  }
  if (command.name !== 'notes/merge') return null;
  return { name: 'notes/write', args: { noteId, baseRevision: 0, kind: 'point', text: command.args.text } };
}

/** What was typed, to be edited: the text, or whose hand it is; empty where there is neither. */
export function textOf({ command }: Pick<Returned, 'command'>): string {
  if (command.name === 'queue/join') return command.args.name ?? '';
  return 'text' in command.args ? (command.args.text ?? '') : '';
}

export function withText<T extends { command: Command }>(returned: T, text: string): T {
  const { name, args } = returned.command;
  const edited = name === 'queue/join' ? { ...args, name: text } : { ...args, text };
  return { ...returned, command: { name, args: edited } as Command };
}
