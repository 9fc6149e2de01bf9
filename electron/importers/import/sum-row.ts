/** The row under a list that says how many there are, or how long they were there together. */
import { minutesOf } from './times.ts';

const SUM =
  'grand total|subtotal|totals?|summe|gesamtsumme|gesamtzahl|gesamt|insgesamt|zwischensumme|somme|totale|totaal|razem|итого|всего|toplam|合计|总计|小计|共计|总数|总人数|合計|総計|小計|総数|average|durchschnitt|mittelwert|moyenne|promedio|平均|summary';
const ALONE = new RegExp(`^(?:${SUM})$`, 'i');
const AMONG = new RegExp(`(?<!\\p{L})(?:${SUM})(?!\\p{L})`, 'iu');

/**
 * What it calls itself, where nothing else in the row is in words; null for any other row. Somebody may be called
 * `Total`, and an organisation is.
 *
 * @param place of the column with the name
 */
export function sumOf(cells: readonly string[], place: number): string | null {
  const others = cells.filter((cell, at) => at !== place && !ALONE.test(cell));
  if (others.some((cell) => /\p{L}/u.test(cell) && minutesOf(cell) === null)) return null;
  const name = cells[place] ?? '';
  const words = name.replace(/[^\p{L}\s]/gu, ' ').trim();
  if (ALONE.test(words) || (/\d/.test(name) && AMONG.test(name))) return name;
  // `Total` stands in the column before, and under the names how many they are.
  const before = cells.slice(0, place).find((cell) => ALONE.test(cell));
  return words === '' ? (before ?? null) : null;
}
