import { shellOf } from './shell.ts';

const FILE_NAME_CHARS_MAX = 60;

/** A text as a file: by the system's dialog in the app, as a download in a browser. False when somebody cancelled. */
export async function saveText(name: string, text: string, type: string): Promise<boolean> {
  const shell = shellOf();
  if (shell) return shell.plans.save(name, text);
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Some browsers read the blob only after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
  return true;
}

/** Letters and digits of any script; the rest is forbidden on one system or another. */
export function fileNameOf(text: string): string {
  const name = text.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '');
  return name.slice(0, FILE_NAME_CHARS_MAX) || 'evenfloor';
}
