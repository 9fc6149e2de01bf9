/** The words with which a question begins. */
export const QUESTION_WORDS = 'q(?:uestion)?|frage|pregunta|pergunta|问题?|提问|質問';
const ASKED = new RegExp(`^(?:${QUESTION_WORDS})\\s*[:：]\\s*([\\s\\S]+)$`, 'i');

/**
 * The questions in a message: between `<QUESTION>` and `</QUESTION>` (or a second `<QUESTION>`), as at ICANN, or after
 * “Q:” at the beginning.
 */
export function askedIn(text: string): string[] {
  const marked = [...text.matchAll(/<question>([\s\S]*?)(?:<\/?question>|$)/gi)].map(
    ([, asked]) => asked ?? '',
  );
  const said = ASKED.exec(text)?.[1];
  const asked = marked.length > 0 ? marked : said === undefined ? [] : [said];
  return asked.map((one) => one.trim()).filter((one) => one !== '');
}
