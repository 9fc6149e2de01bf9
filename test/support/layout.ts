/** Runs in the page, so that all it needs is in it: texts that are cut off, outside the window, or over another. */
export function layoutFindings(): string[] {
  const findings = new Set<string>();
  const texts: { words: string; owner: Element; box: DOMRect }[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const isWanted = (owner: Element) =>
    owner.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
    !owner.closest('option, [class*="hidden"]');
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const owner = node.parentElement;
    const words = node.textContent?.trim().slice(0, 40) ?? '';
    if (!owner || words === '' || !isWanted(owner)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) texts.push({ words, owner, box });
  }
  const shortened = (element: Element) => {
    const style = getComputedStyle(element);
    return style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none';
  };
  const isShortened = (element: Element | null): boolean =>
    element !== null && (shortened(element) || isShortened(element.parentElement));
  for (const { words, owner, box } of texts) {
    if (!isShortened(owner) && (box.right > innerWidth + 1 || box.left < -1))
      findings.add(`outside the window: ${words}`);
    for (let at: Element | null = owner; at && at !== document.body; at = at.parentElement) {
      if (shortened(at)) break;
      const frame = at.getBoundingClientRect();
      const isCut = getComputedStyle(at).overflowX !== 'visible';
      if (isCut && (box.right > frame.right + 1 || box.left < frame.left - 1))
        findings.add(`cut off: ${words}`);
      // What has an edge of its own holds what is in it.
      const hasEdge = Number.parseFloat(getComputedStyle(at).borderInlineEndWidth) > 0;
      if (hasEdge && box.right > frame.right + 1) findings.add(`out of its frame: ${words}`);
    }
  }
  const area = (owner: Element) => owner.closest('header, footer, section');
  const read = texts.filter(
    ({ owner }) => area(owner) && !isShortened(owner) && !owner.closest('[aria-hidden]'),
  );
  for (const [index, one] of read.entries()) {
    for (const other of read.slice(index + 1)) {
      if (one.owner === other.owner || area(one.owner) !== area(other.owner)) continue;
      const width = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
      const height = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
      if (width > 2 && height > 4) findings.add(`${one.words} lies over ${other.words}`);
    }
  }
  const title = document.querySelector('h1')?.getBoundingClientRect();
  if (title && title.width < 120) findings.add(`the title is ${Math.round(title.width)} px wide`);
  for (const control of document.querySelectorAll('button, select, input, textarea')) {
    const { right, left, width } = control.getBoundingClientRect();
    if (width > 1 && isWanted(control) && (right > innerWidth + 1 || left < -1))
      findings.add(`outside the window: ${control.textContent?.slice(0, 40)}`);
  }
  return [...findings];
}
