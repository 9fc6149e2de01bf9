/** The arguments of a command line, read strictly; what cannot be is said in the terminal's language, not in Node's. */
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import type { TerminalWords } from './words/en.ts';

/** Something that the user can mend; its message is one line. */
export class OptionError extends Error {
  override readonly name = 'OptionError';
}

/** Throws {@link OptionError} for an option that is not among `options`, and for a value too many or too few. */
export function readArguments<Options extends ParseArgsOptionsConfig>(
  args: readonly string[],
  options: Options,
  { options: words }: TerminalWords,
) {
  const loose = { args: [...args], options, strict: false, allowPositionals: true, tokens: true } as const;
  for (const token of parseArgs(loose).tokens) {
    if (token.kind === 'positional') throw new OptionError(words.extra(token.value));
    if (token.kind !== 'option') continue;
    const { name, rawName, value, inlineValue } = token;
    const type = Object.hasOwn(options, name) ? options[name]?.type : undefined;
    if (type === undefined) throw new OptionError(words.unknown(rawName));
    if (type === 'boolean' && value !== undefined) throw new OptionError(words.takesNoValue(rawName));
    // Node would take the next option for the value.
    const isLost = value === undefined || (!inlineValue && value.startsWith('-'));
    if (type === 'string' && isLost) throw new OptionError(words.needsValue(rawName));
  }
  return parseArgs({ args: [...args], options }).values;
}
