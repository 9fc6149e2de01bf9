import type { Table } from '../../shared/projections/charts/tables.ts';
import styles from './FiguresTable.module.css';
import form from './form.module.css';

/** The figures of a chart; out of sight while the chart itself is shown, yet there for screen readers. */
export function FiguresTable({
  caption,
  table,
  isHidden,
}: {
  caption: string;
  table: Table;
  isHidden: boolean;
}) {
  const look = (column: number) => styles[table.columns[column]?.kind ?? 'free'];
  return (
    <div className={isHidden ? form.hidden : undefined}>
      <table className={styles.table}>
        <caption className={form.hidden}>{caption}</caption>
        <thead>
          <tr>
            {table.columns.map(({ title }, column) => (
              <th key={title} scope="col" className={look(column)}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows are only ever added at the end, or all worked out anew.
            <tr key={index}>
              {row.map((cell, column) =>
                column === 0 ? (
                  <th key={table.columns[column]?.title} scope="row" className={look(column)}>
                    <bdi>{cell}</bdi>
                  </th>
                ) : (
                  <td key={table.columns[column]?.title} className={look(column)}>
                    <bdi>{cell}</bdi>
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
