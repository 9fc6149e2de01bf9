import { shellOf } from './shell.ts';

/** A file for somebody to keep: by the system's dialog in the app, as a download in a browser. False when cancelled. */
export async function saveFile(
  name: string,
  content: string | Uint8Array<ArrayBuffer>,
  type: string,
): Promise<boolean> {
  const shell = shellOf();
  if (shell) return shell.plans.save(name, content);
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Some browsers read the blob only after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
  return true;
}
