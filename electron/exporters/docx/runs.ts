/** Text for Word: runs of one script and direction, in paragraphs that run the way their text does. */
import { ExternalHyperlink, type IParagraphOptions, type IRunOptions, Paragraph, TextRun } from 'docx';
import { isEastAsian, runsRightToLeft, stretchesOf } from './script.ts';

/** The text as it is, its line breaks included. */
export function runsOf(text: string, style: Partial<IRunOptions> = {}): TextRun[] {
  const font = isEastAsian(text) ? { font: { hint: 'eastAsia' } } : {};
  return text.split('\n').flatMap((line, index) => {
    const stretches = stretchesOf(line);
    const broken = index > 0 ? [new TextRun({ break: 1 })] : [];
    return [
      ...broken,
      ...stretches.map(
        (stretch) =>
          new TextRun({
            ...style,
            ...font,
            text: stretch.text,
            ...(stretch.isRtl && { rightToLeft: true }),
          }),
      ),
    ];
  });
}

export function paragraph(text: string, options: Omit<IParagraphOptions, 'text'> = {}): Paragraph {
  return new Paragraph({ children: runsOf(text), ...directionOf(text), ...options });
}

/** In a paragraph that runs from right to left, left is where it ends. */
export function directionOf(text: string): { bidirectional?: true } {
  return runsRightToLeft(text) ? { bidirectional: true } : {};
}

export function linkTo(href: string, text: string): ExternalHyperlink {
  return new ExternalHyperlink({ link: href, children: runsOf(text, { style: 'Hyperlink' }) });
}
