/** Real meetings and queue logs, where the project is worked on; a stranger's clone has the few in test/cases. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, '../../../shared/cases');

/** Name and content of each case of a kind; none in a stranger's clone. */
export function sharedCases<T>(kind: 'meetings' | 'queues' | 'requests'): [name: string, content: T][] {
  const folder = join(FOLDER, kind);
  if (!existsSync(folder)) return [];
  return readdirSync(folder).map((name) => [name, JSON.parse(readFileSync(join(folder, name), 'utf8')) as T]);
}
