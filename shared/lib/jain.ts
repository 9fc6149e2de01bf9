/** Jain's index (Σx)² / (n·Σx²), Jain, Chiu and Hawe 1984: 1 = all alike, also where all are 0. */
export function jain(values: readonly number[]): number {
  const [sum, squares] = values.reduce(([s, q], value) => [s + value, q + value * value] as const, [0, 0]);
  return squares === 0 ? 1 : (sum * sum) / (values.length * squares);
}
