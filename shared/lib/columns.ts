/**
 * Rows of much the same shape, written by columns: like stands beside like, and a thousand people who come late to a
 * long queue are sent a quarter less of it. For `accept: ["columns"]`.
 */
export type Row = Record<string, unknown>;

export type Columns = {
  rows: number;
  /** What every row has. */
  columns: Record<string, unknown[]>;
  /** The same, where all are whole numbers: each as the difference from the one before, the first from 0. */
  steps: Record<string, number[]>;
  /** What only some rows have, by the row's number. */
  rest: Record<number, Row>;
};

/** Beyond it a difference could not be told exactly. */
const WHOLE_MAX = Number.MAX_SAFE_INTEGER / 2;

/** Fields that are undefined are left out, as JSON does. */
export function inColumns(rows: readonly Row[]): Columns {
  const names = Object.keys(rows[0] ?? {}).filter((name) => rows.every((row) => row[name] !== undefined));
  const columns: Columns['columns'] = {};
  const steps: Columns['steps'] = {};
  for (const name of names) {
    const values = rows.map((row) => row[name]);
    if (values.every(isWhole)) steps[name] = values.map((value, i) => value - (values[i - 1] ?? 0));
    else columns[name] = values;
  }
  const common = new Set(names);
  const rest: Columns['rest'] = {};
  for (const [i, row] of rows.entries()) {
    const more = Object.entries(row).filter(([name, value]) => !common.has(name) && value !== undefined);
    if (more.length > 0) rest[i] = Object.fromEntries(more);
  }
  return { rows: rows.length, columns, steps, rest };
}

export function fromColumns({ rows, columns, steps, rest }: Columns): Row[] {
  const whole: Row[] = Array.from({ length: rows }, () => ({}));
  for (const [name, values] of Object.entries(columns)) {
    for (const [i, row] of whole.entries()) row[name] = values[i];
  }
  for (const [name, differences] of Object.entries(steps)) {
    let value = 0;
    for (const [i, row] of whole.entries()) {
      value += differences[i] ?? 0;
      row[name] = value;
    }
  }
  return whole.map((row, i) => ({ ...row, ...rest[i] }));
}

function isWhole(value: unknown): value is number {
  // JSON has no -0.
  return Number.isSafeInteger(value) && Math.abs(Number(value)) <= WHOLE_MAX && !Object.is(value, -0);
}
