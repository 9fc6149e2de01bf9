const FILE_NAME_CHARS_MAX = 60;

/** Letters and digits of any script; the rest is forbidden on one system or another. */
export function fileNameOf(text: string): string {
  const name = text.replace(/[^\p{L}\p{M}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '');
  const kept = [...name].slice(0, FILE_NAME_CHARS_MAX).join('').replace(/-+$/, '');
  return kept || 'evenfloor';
}
