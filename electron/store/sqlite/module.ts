import { getBuiltinModule } from 'node:process';

export type SqliteModule = Pick<typeof import('node:sqlite'), 'DatabaseSync'>;

/** Node's own SQLite where it is built in (Node 24, Electron 45), else the drop-in with the same interface. */
export async function loadSqlite(): Promise<SqliteModule> {
  const builtin: SqliteModule | undefined = getBuiltinModule('node:sqlite');
  if (builtin) return builtin;
  return (await import('@photostructure/sqlite')) as unknown as SqliteModule;
}
