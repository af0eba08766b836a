import { Problem } from '../problem.ts';
import type { FormattedMode, Scanner } from './scanner.ts';

const quotes = new Set(["'", '"']);

/**
 * The length of the string prefix at `from` (`''`, `r`, `Rb`, `f` …) when a quote follows it, else -1.
 */
export function stringPrefixLength(source: string, from: number): number {
  for (let length = 0; length <= 2; length++) {
    const char = source[from + length];
    if (quotes.has(char)) {
      return length === 0 || /^(?:[rbuf]|br|rb|fr|rf)$/i.test(source.slice(from, from + length)) ? length : -1;
    }
    if (char === undefined || !/[rbuf]/i.test(char)) return -1;
  }
  return -1;
}

/** Reads the string literal at `scanner.at`, or the start of an f-string. */
export function scanString(scanner: Scanner, prefixLength: number): void {
  const { source, at: from } = scanner;
  const prefix = source.slice(from, from + prefixLength).toLowerCase();
  const quoteAt = from + prefixLength;
  const single = source[quoteAt];
  const quote = source.startsWith(single.repeat(3), quoteAt) ? single.repeat(3) : single;
  if (prefix.includes('f')) {
    scanner.push('fstring-start', from, quoteAt + quote.length);
    scanner.modes.push({
      kind: 'text',
      quote,
      from,
      raw: prefix.includes('r'),
      specification: false,
    });
    return;
  }
  scanner.push('string', from, endOfString(scanner, from, quoteAt + quote.length, quote));
}

function endOfString(scanner: Scanner, from: number, start: number, quote: string): number {
  const { source } = scanner;
  for (let at = start; at < source.length; at++) {
    const char = source[at];
    if (char === '\\') at++;
    else if (char === quote[0] && source.startsWith(quote, at)) return at + quote.length;
    else if (char === '\n' && quote.length === 1) throw unterminated(scanner, from, at, quote);
  }
  throw unterminated(scanner, from, source.length, quote);
}

function unterminated(scanner: Scanner, from: number, to: number, quote: string): Problem {
  const mode = scanner.modes.at(-1);
  if (mode?.kind === 'field' && mode.quote === quote) {
    return new Problem({ from, to: from + 1 }, `The f-string ends inside a field: expected '}' before ${quote}.`);
  }
  const end = Math.min(to, from + 40);
  return quote.length === 3
    ? new Problem({ from, to: end }, `This string is never closed: expected ${quote} before the end of the program.`)
    : new Problem({ from, to }, `This string is never closed: expected ${quote} before the end of the line.`);
}

/** Reads f-string text up to a field, the end of the specification, or the closing quote. */
export function scanFormattedText(scanner: Scanner, mode: FormattedMode & { kind: 'text' }): void {
  const { source, at: from } = scanner;
  const { quote, raw, specification } = mode;
  let at = from;
  const flush = (): void => {
    if (at > from) scanner.push('fstring-text', from, at);
  };
  while (at < source.length) {
    const char = source[at];
    if (char === '\\' && at + 1 < source.length) {
      const next = source[at + 1];
      // A backslash does not hide a brace; and \N{…} is one escape.
      if (next === 'N' && !raw && source[at + 2] === '{') {
        const close = source.indexOf('}', at);
        at = close < 0 ? at + 3 : close + 1;
      } else {
        at += next === '{' || next === '}' ? 1 : 2;
      }
    } else if (char === '{') {
      if (source[at + 1] === '{' && !specification) {
        at += 2;
        continue;
      }
      flush();
      openField(scanner, at, mode);
      return;
    } else if (char === '}') {
      if (specification) {
        flush();
        scanner.modes.pop();
        return;
      }
      if (source[at + 1] !== '}') {
        throw new Problem(
          { from: at, to: at + 1 },
          "A single '}' is not allowed in an f-string: write '}}' for the character.",
        );
      }
      at += 2;
    } else if (char === quote[0] && source.startsWith(quote, at)) {
      if (specification) {
        throw new Problem({ from: at, to: at + 1 }, `The f-string ends inside a field: expected '}' before ${quote}.`);
      }
      flush();
      scanner.push('fstring-end', at, at + quote.length);
      scanner.modes.pop();
      return;
    } else if (char === '\n' && quote.length === 1) {
      throw unterminated(scanner, mode.from, at, quote);
    } else {
      at++;
    }
  }
  throw unterminated(scanner, mode.from, source.length, quote);
}

function openField(scanner: Scanner, at: number, mode: FormattedMode & { kind: 'text' }): void {
  let level = 1;
  if (mode.specification) {
    const outer = scanner.modes.at(-2);
    level = outer?.kind === 'field' ? outer.level + 1 : 1;
  }
  if (level > 3) {
    throw new Problem({ from: at, to: at + 1 }, 'Fields of an f-string are nested too deeply: at most three levels.');
  }
  if (scanner.modes.length > 150) {
    throw new Problem({ from: at, to: at + 1 }, 'Too many nested f-strings: split the expression.', 'limit');
  }
  scanner.openBracket(at);
  scanner.push('op', at, at + 1);
  const { quote, raw } = mode;
  scanner.modes.push({ kind: 'field', quote, raw, depth: scanner.brackets.length, level });
}
