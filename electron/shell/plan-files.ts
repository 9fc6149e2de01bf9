/** Plans on this computer: native dialogs on this side, so that the page never sees a path or reads a file itself. */
import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { type BrowserWindow, dialog } from 'electron';
import { planFile } from '../importers/plan-file.ts';
import type { ReadPlan } from '../shell-api.ts';
import { shellWords } from './words/words.ts';

/** Asks for a file and reads it; null when cancelled. Throws a PlanError when no importer understands it. */
export async function pickPlan(window: BrowserWindow): Promise<ReadPlan | null> {
  const { plans: words } = shellWords();
  const { filePaths } = await dialog.showOpenDialog(window, {
    title: words.open,
    properties: ['openFile'],
    filters: [
      { name: words.kind, extensions: ['json', 'csv', 'xlsx', 'ics', 'txt', 'md'] },
      { name: words.all, extensions: ['*'] },
    ],
  });
  const [path] = filePaths;
  if (!path) return null;
  const { fileName, bytes } = await planFile(path);
  return readPlanBytes(fileName, bytes);
}

/** For bytes that the page already has. */
export async function readPlanBytes(fileName: string, bytes: Uint8Array): Promise<ReadPlan> {
  // A third of the code, of no use to a start that reads no plan.
  const { readPlan } = await import('../importers/read-plan.ts');
  return { fileName, plan: await readPlan(fileName, bytes) };
}

/** Asks where to and writes; false when cancelled. */
export async function saveFile(
  window: BrowserWindow,
  defaultName: string,
  content: string | Uint8Array,
): Promise<boolean> {
  const { filePath } = await dialog.showSaveDialog(window, {
    title: shellWords().plans.save,
    defaultPath: basename(defaultName),
  });
  if (!filePath) return false;
  await writeFile(filePath, content);
  return true;
}
