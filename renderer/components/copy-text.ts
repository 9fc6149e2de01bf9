/**
 * Copies what an input holds. On plain http there is no clipboard object, so the text is selected and copied as
 * by a key; when even that fails, it stays selected for the person's own key.
 */
export async function copyText(input: HTMLInputElement | HTMLTextAreaElement): Promise<boolean> {
  if (window.isSecureContext && navigator.clipboard) {
    try {
      await navigator.clipboard.writeText(input.value);
      return true;
    } catch {
      // Refused by permission; the old way asks nobody.
    }
  }
  input.focus();
  input.select();
  return document.execCommand?.('copy') ?? false;
}
