/** What the hub's schemas will take, for a field to say so before it is sent. The words come from the caller. */

/** Reads "2.5" and "2,5" alike; null when it is no number. */
export function numberIn(text: string): number | null {
  const value = Number(text.trim().replace(',', '.'));
  return text.trim() === '' || !Number.isFinite(value) ? null : value;
}

export function isBetween(text: string, min: number, max: number): boolean {
  const value = numberIn(text);
  return value !== null && value >= min && value <= max;
}

export function isWholeBetween(text: string, min: number, max: number): boolean {
  return isBetween(text, min, max) && Number.isInteger(numberIn(text));
}
