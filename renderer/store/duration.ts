/** Reads "1:35", "95" (seconds) or "1:02:03"; null when it is no time. Milliseconds. */
export function durationIn(text: string): number | null {
  const parts = text.trim().split(/[:：]/);
  if (parts.length > 3 || parts.some((part) => !/^\d{1,5}$/.test(part))) return null;
  const [seconds = 0, ...larger] = parts.map(Number).toReversed();
  if (larger.length > 0 && (seconds > 59 || (larger.length > 1 && Number(larger[0]) > 59))) return null;
  return (seconds + 60 * (larger[0] ?? 0) + 3_600 * (larger[1] ?? 0)) * 1_000;
}
