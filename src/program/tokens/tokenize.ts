import { Problem } from '../problem.ts';
import { Indentation } from './indentation.ts';
import { endOfNumber } from './numbers.ts';
import { Scanner } from './scanner.ts';
import { scanFormattedText, scanString, stringPrefixLength } from './strings.ts';
import { keywords, type Token } from './token.ts';

export interface Tokens {
  /** Ends with one `end` token. */
  readonly tokens: readonly Token[];
  /** The first text that is no token. The tokens then end before the logical line it stands in. */
  readonly problem: Problem | null;
}

const operators: ReadonlySet<string> = new Set(
  (
    '**= //= >>= <<= ... != %= &= ** *= += -= -> // /= := << <= == >= >> @= ^= |= ' +
    '% & ( ) * + , - . / : ; < = > @ [ ] ^ { | } ~'
  ).split(' '),
);

/**
 * Splits Python source into tokens (the lexical analysis of CPython 3.13: Parser/tokenizer, Parser/lexer).
 *
 * In: source with `\n` newlines. Out: the tokens, and the first problem if there is one. Never throws.
 */
export function tokenize(source: string): Tokens {
  const scanner = new Scanner(source);
  const indentation = new Indentation();
  const state = { lineFirstToken: 0, atLineStart: true };
  if (source.charCodeAt(0) === 0xfeff) scanner.at = 1;
  try {
    while (scanner.at < source.length) step(scanner, indentation, state);
    requireClosed(scanner);
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    scanner.tokens.length = scanner.brackets.length > 0 ? lineOf(scanner) : state.lineFirstToken;
    const at = scanner.tokens.at(-1)?.to ?? 0;
    indentation.closeAll(scanner, at);
    scanner.push('end', at, at);
    return { tokens: scanner.tokens, problem };
  }
  const { length } = source;
  if (!state.atLineStart) scanner.push('newline', length, length, '\n');
  indentation.closeAll(scanner, length);
  scanner.push('end', length, length);
  return { tokens: scanner.tokens, problem: null };

  /** Index of the first token of the logical line that holds the outermost open bracket. */
  function lineOf(stopped: Scanner): number {
    const { from } = stopped.brackets[0];
    let index = stopped.tokens.length;
    while (index > 0 && stopped.tokens[index - 1].from >= from) index--;
    while (index > 0 && stopped.tokens[index - 1].kind !== 'newline') index--;
    return index;
  }
}

interface LineState {
  lineFirstToken: number;
  atLineStart: boolean;
}

function requireClosed(scanner: Scanner): void {
  const mode = scanner.modes.at(-1);
  const open = scanner.brackets.at(-1);
  if (open !== undefined) {
    const closing = open.text === '(' ? ')' : open.text === '[' ? ']' : '}';
    throw new Problem(
      { from: open.from, to: open.from + 1 },
      `This '${open.text}' is never closed: expected '${closing}' before the end of the program.`,
    );
  }
  if (mode?.kind === 'text') scanFormattedText(scanner, mode);
}

/** Reads one token, or skips white space. */
function step(scanner: Scanner, indentation: Indentation, line: LineState): void {
  const { source } = scanner;
  const mode = scanner.modes.at(-1);
  if (mode?.kind === 'text') {
    scanFormattedText(scanner, mode);
    return;
  }
  if (line.atLineStart) {
    startLine(scanner, indentation, line);
    return;
  }
  const from = scanner.at;
  const code = source.charCodeAt(from);
  if (code === 32 || code === 9 || code === 12) {
    scanner.at++;
  } else if (code === 10) {
    if (scanner.brackets.length > 0) {
      scanner.at++;
    } else {
      scanner.push('newline', from, from + 1);
      line.atLineStart = true;
    }
  } else if (code === 35) {
    const end = source.indexOf('\n', from);
    scanner.at = end < 0 ? source.length : end;
  } else if (code === 92) {
    continueLine(scanner);
  } else {
    scanToken(scanner, from, code);
  }
}

/** Skips blank lines and comments up to the first token of a logical line, and reads its indentation. */
function startLine(scanner: Scanner, indentation: Indentation, line: LineState): void {
  const { source } = scanner;
  for (;;) {
    const from = scanner.at;
    let to = from;
    for (;;) {
      const char = source[to];
      if (char === ' ' || char === '\t' || char === '\f') to++;
      else if (char === '\\' && source[to + 1] === '\n' && to + 2 < source.length) to += 2;
      else break;
    }
    if (source[to] === '#') {
      const end = source.indexOf('\n', to);
      to = end < 0 ? source.length : end;
    }
    scanner.at = to;
    if (to >= source.length) return;
    if (source[to] !== '\n') {
      line.lineFirstToken = scanner.tokens.length;
      indentation.open(scanner, from, to);
      scanner.at = to;
      line.atLineStart = false;
      return;
    }
    scanner.at = to + 1;
  }
}

function continueLine(scanner: Scanner): void {
  const { source, at } = scanner;
  if (source[at + 1] !== '\n') {
    throw new Problem(
      { from: at, to: at + 1 },
      "A '\\' outside a string continues the line: expected the end of the line right after it.",
    );
  }
  if (at + 2 >= source.length) {
    throw new Problem({ from: at, to: at + 1 }, "The program ends after a '\\': expected another line.");
  }
  scanner.at = at + 2;
}

function scanToken(scanner: Scanner, from: number, code: number): void {
  const { source } = scanner;
  const isDigit = code >= 48 && code <= 57;
  if (isDigit || (code === 46 && /[0-9]/.test(source[from + 1] ?? ''))) {
    scanner.push('number', from, endOfNumber(source, from));
    return;
  }
  const prefixLength = stringPrefixLength(source, from);
  if (prefixLength >= 0) {
    scanString(scanner, prefixLength);
    return;
  }
  if (isNameStart(code)) {
    scanName(scanner, from);
    return;
  }
  scanOperator(scanner, from);
}

function isNameStart(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || code > 127;
}

function scanName(scanner: Scanner, from: number): void {
  const { source } = scanner;
  let to = from;
  let code = source.charCodeAt(to);
  while (code < 128 && (isNameStart(code) || (code >= 48 && code <= 57))) code = source.charCodeAt(++to);
  if (code > 127) {
    const rest = /^[\p{XIDC}_]*/u.exec(source.slice(from, from + 1000))![0];
    if (rest.length <= to - from || !/^[\p{XIDS}_]/u.test(rest)) throw strangeCharacter(source, to);
    const name = rest.normalize('NFKC');
    scanner.push(keywords.has(name) ? 'keyword' : 'name', from, from + rest.length, name);
    return;
  }
  const text = source.slice(from, to);
  scanner.push(keywords.has(text) ? 'keyword' : 'name', from, to, text);
}

function scanOperator(scanner: Scanner, from: number): void {
  const { source } = scanner;
  const mode = scanner.modes.at(-1);
  const inField = mode?.kind === 'field' && scanner.brackets.length === mode.depth;
  if (inField && source[from] === ':') {
    scanner.push('op', from, from + 1);
    const { quote, raw } = mode;
    scanner.modes.push({ kind: 'text', quote, from, raw, specification: true });
    return;
  }
  if (inField && source[from] === '!' && source[from + 1] !== '=') {
    scanner.push('op', from, from + 1);
    return;
  }
  let length = 3;
  while (length > 0 && !operators.has(source.slice(from, from + length))) length--;
  if (length === 0) throw strangeCharacter(source, from);
  const text = source.slice(from, from + length);
  if (text === '(' || text === '[' || text === '{') scanner.openBracket(from);
  if (text === ')' || text === ']' || text === '}') {
    if (inField && text !== '}') {
      throw new Problem({ from, to: from + 1 }, `This '${text}' closes nothing: expected '}' to end the field.`);
    }
    scanner.closeBracket(from);
    if (inField) scanner.modes.pop();
  }
  scanner.push('op', from, from + text.length, text);
}

const advice: Readonly<Record<string, string>> = {
  '!': "write 'not' for negation or '!=' for inequality",
  '?': 'remove it',
  $: 'remove it',
  '`': 'write a string with \' or "',
  '\0': 'remove it',
};

function strangeCharacter(source: string, at: number): Problem {
  const char = String.fromCodePoint(source.codePointAt(at)!);
  const shown = /[\p{L}\p{N}\p{P}\p{S}]/u.test(char) ? `'${char}' (U+${hex(char)})` : `U+${hex(char)}`;
  const suggestion = advice[char] ?? (/[“”„‘’]/.test(char) ? 'write a straight quote, \' or "' : 'remove it');
  return new Problem(
    { from: at, to: at + char.length },
    `The character ${shown} cannot stand here in a program: ${suggestion}.`,
  );
}

function hex(char: string): string {
  return char.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
}
