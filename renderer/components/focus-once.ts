/** As the `ref` of a field that opens by a key or a press that asked for it: the focus is where it is expected. */
export function focusOnce(element: HTMLElement | null): void {
  element?.focus();
}
