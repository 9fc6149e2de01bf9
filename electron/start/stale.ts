/**
 * Whether the last build still stands for the sources. Sizes and times stand in for contents: reading them all
 * would cost more than the commands that ask.
 */
import { readdir, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { z } from 'zod';
import { terminalWords } from '../words/words.ts';

export type SourceFact = { path: string; bytes: number; changedAtMs: number };

/** Left in `dist/` by a build that went through. */
export type Stamp = z.infer<typeof stampSchema>;

export const stampSchema = z.object({
  files: z.record(z.string(), z.object({ bytes: z.number(), changedAtMs: z.number() })),
});

/** What a build reads. Tests and documents are not in it, so that editing them builds nothing. */
const BUILD_INPUTS = [
  'electron',
  'renderer',
  'shared',
  'assets',
  'vite.config.ts',
  'vite.electron.config.ts',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
];

/**
 * Why a build is due, as a sentence, or null when the last one still stands. Any change counts, not only newer
 * times: a checkout of an older commit or a deleted file must be noticed too.
 */
export function staleReason(stamp: Stamp | null, sources: SourceFact[]): string | null {
  const { start: words } = terminalWords();
  if (!stamp) return words.nothingBuilt;
  const before = new Map(Object.entries(stamp.files));
  for (const source of sources) {
    const known = before.get(source.path);
    if (!known) return words.isNew(source.path);
    if (known.bytes !== source.bytes || known.changedAtMs !== source.changedAtMs) {
      return words.hasChanged(source.path);
    }
    before.delete(source.path);
  }
  const [gone] = before.keys();
  return gone ? words.isGone(gone) : null;
}

/** The stamp that a build of these sources leaves. Taken before it begins: what changes meanwhile is built next time. */
export function stampOf(sources: SourceFact[]): Stamp {
  const files: Stamp['files'] = {};
  for (const { path, bytes, changedAtMs } of sources) files[path] = { bytes, changedAtMs };
  return { files };
}

/** Size and time of every build input below `root`; paths are relative and use `/`. */
export async function readSources(root: string): Promise<SourceFact[]> {
  const found: SourceFact[] = [];
  for (const input of BUILD_INPUTS) await collect(root, join(root, input), found);
  return found;
}

async function collect(root: string, path: string, found: SourceFact[]): Promise<void> {
  // Editors replace files while we look: what is gone by now is simply no source.
  const info = await stat(path).catch(() => null);
  if (!info) return;
  if (!info.isDirectory()) {
    const name = relative(root, path).replaceAll('\\', '/');
    found.push({ path: name, bytes: info.size, changedAtMs: Math.floor(info.mtimeMs) });
    return;
  }
  for (const child of await readdir(path).catch(() => [])) await collect(root, join(path, child), found);
}
