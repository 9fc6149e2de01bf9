/** Plans on this computer: native dialogs on this side, so that the page never sees a path or reads a file itself. */
import { readFile, stat, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { type BrowserWindow, dialog } from 'electron';
import { PLAN_FILE_BYTES_MAX } from '../../shared/lib/limits.ts';
import { PlanError } from '../importers/plan-error.ts';
import { readPlan } from '../importers/read-plan.ts';
import type { ReadPlan } from '../shell-api.ts';
import { shellWords } from './words/words.ts';

/** Asks for a file and reads it; null when cancelled. Throws a PlanError when no importer understands it. */
export async function pickPlan(window: BrowserWindow): Promise<ReadPlan | null> {
  const { plans: words } = shellWords();
  const { filePaths } = await dialog.showOpenDialog(window, {
    title: words.open,
    properties: ['openFile'],
    filters: [
      { name: words.kind, extensions: ['json', 'csv', 'ics', 'txt', 'md'] },
      { name: words.all, extensions: ['*'] },
    ],
  });
  const [path] = filePaths;
  if (!path) return null;
  // Before it is read: a mistaken pick can be a film of many gigabytes.
  const fileName = basename(path);
  const bytes = (await stat(path)).size;
  if (bytes > PLAN_FILE_BYTES_MAX) {
    throw new PlanError('too-large', { fileName, bytes, bytesMax: PLAN_FILE_BYTES_MAX });
  }
  return readPlanBytes(fileName, await readFile(path));
}

/** For bytes that the page already has. */
export async function readPlanBytes(fileName: string, bytes: Uint8Array): Promise<ReadPlan> {
  return { fileName, plan: await readPlan(fileName, bytes) };
}

/** Asks where to and writes; false when cancelled. */
export async function saveText(window: BrowserWindow, defaultName: string, text: string): Promise<boolean> {
  const { filePath } = await dialog.showSaveDialog(window, {
    title: shellWords().plans.save,
    defaultPath: basename(defaultName),
  });
  if (!filePath) return false;
  await writeFile(filePath, text);
  return true;
}
