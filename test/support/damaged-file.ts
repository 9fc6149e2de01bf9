/** A session file with one byte changed, opened: what must come of it, wherever the byte is. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { STATE_VERSION, StoreError } from '../../electron/store/event-store.ts';
import { createSqliteFile, openSqliteFile, type SqliteFile } from '../../electron/store/sqlite/file.ts';
import { loadSqlite } from '../../electron/store/sqlite/module.ts';

export type Outcome = 'whole' | 'recovered' | 'bridged' | 'refused';

/** No disk is waited for, where the system has such a place: tried is what opening makes of the bytes. */
const MEMORY = '/dev/shm';

const sqlite = await loadSqlite();

/** A closed file of `commits` commits with a snapshot at `snapshotSeq`, and what opening a changed copy of it gives. */
export function damagedFiles(commits: number, snapshotSeq: number) {
  const folder = mkdtempSync(join(existsSync(MEMORY) ? MEMORY : tmpdir(), 'evenfloor-damage-'));
  const path = join(folder, 's1.evenfloor');
  const bodies = Array.from({ length: commits }, (_, index) => bodyOf(index + 1));
  const file = createSqliteFile(
    sqlite,
    path,
    bodies.map((body, index) => ({ seq: index + 1, commandId: `c${index + 1}`, body })),
  );
  file.saveSnapshot(snapshotOf(snapshotSeq));
  file.savePulse('{"atMs":1,"absences":[]}');
  file.close();
  const whole = readFileSync(path);

  return {
    bytes: whole.length,
    /** Throws when it opened wrong, or failed in another way than by naming the damage. */
    open(changed: Buffer): Outcome {
      for (const name of readdirSync(folder)) rmSync(join(folder, name));
      writeFileSync(path, changed);
      let opened: SqliteFile;
      try {
        opened = openSqliteFile(sqlite, path, false);
      } catch (error) {
        if (!(error instanceof StoreError) || error.code !== 'damaged' || !error.message.includes(path))
          throw error;
        if (!readFileSync(path).equals(changed)) throw new Error('a refused file was changed');
        return 'refused';
      }
      try {
        return check(opened);
      } finally {
        opened.close();
      }
    },
    flipped(position: number): Buffer {
      const changed = Buffer.from(whole);
      changed[position] = (changed[position] ?? 0) ^ 0xff;
      return changed;
    },
    cut: (length: number) => Buffer.from(whole.subarray(0, length)),
    remove: () => rmSync(folder, { recursive: true }),
  };

  function check(opened: SqliteFile): Outcome {
    const { damage } = opened;
    const lastSeq = damage?.lastSeq ?? commits;
    if (damage && !readdirSync(folder).includes(damage.keptAs))
      throw new Error('the damaged file is not kept');
    const snapshot = opened.loadSnapshot();
    if (snapshot !== null && snapshot !== snapshotOf(snapshotSeq)) throw new Error('another snapshot');
    const isBridged = damage !== null && damage.lastSeq >= damage.seq;
    if (isBridged && snapshot === null) throw new Error('a hole with nothing over it');
    const from = isBridged ? snapshotSeq : 0;
    if (opened.read(from, commits + 1).join() !== bodies.slice(from, lastSeq).join())
      throw new Error('other commits');
    if (damage && !isBridged && damage.seq !== lastSeq + 1)
      throw new Error('commits are lost before the damage');
    const next = opened.append([
      { seq: lastSeq + 1, commandId: `c${lastSeq + 1}`, body: bodyOf(lastSeq + 1) },
    ]);
    if (next.kind !== 'appended') throw new Error(`the next commit is refused: ${next.kind}`);
    if (isBridged) return 'bridged';
    return damage ? 'recovered' : 'whole';
  }
}

function bodyOf(seq: number): string {
  return JSON.stringify({
    seq,
    atMs: 1_000 + seq,
    commandId: `c${seq}`,
    events: [{ type: 'session/configured', v: 1, title: `标题 ${seq} “ü”` }],
  });
}

function snapshotOf(seq: number): string {
  return JSON.stringify({ v: STATE_VERSION, seq, state: { title: `标题 ${seq} “ü”` } });
}
