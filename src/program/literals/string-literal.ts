import { Problem } from '../problem.ts';
import type { Literal } from '../syntax.ts';
import type { Token } from '../tokens/token.ts';

const simpleEscapes: Readonly<Record<string, string>> = {
  '\n': '',
  '\\': '\\',
  "'": "'",
  '"': '"',
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

/** The value of a string or bytes literal (not an f-string): prefix, quotes and escapes are resolved. */
export function stringLiteral(token: Token): Literal {
  const start = /^[a-zA-Z]*/.exec(token.text)![0].length;
  const prefix = token.text.slice(0, start).toLowerCase();
  const quote = token.text.startsWith(token.text[start].repeat(3), start) ? 3 : 1;
  const bodyFrom = token.from + start + quote;
  const body = token.text.slice(start + quote, -quote);
  const raw = prefix.includes('r');
  if (!prefix.includes('b')) {
    return { kind: 'str', value: raw ? body : unescape(body, bodyFrom) };
  }
  const strange = /[^\0-\x7f]/u.exec(body);
  if (strange) {
    const from = bodyFrom + strange.index;
    throw new Problem(
      { from, to: from + strange[0].length },
      `A bytes literal can only hold ASCII characters: write '${strange[0]}' as \\x escapes, or use a str.`,
    );
  }
  const text = raw ? body : unescape(body, bodyFrom, true);
  return { kind: 'bytes', value: Uint8Array.from(text, (char) => char.charCodeAt(0) & 0xff) };
}

/**
 * Resolves the escapes of a literal's text; `from` is its offset in the source. Unknown escapes stay as they are, as
 * in CPython (which warns). In bytes only `\x` and octal escapes give a character by number.
 */
export function unescape(body: string, from: number, bytes = false): string {
  let at = body.indexOf('\\');
  if (at < 0) return body;
  let result = body.slice(0, at);
  while (at < body.length) {
    if (body[at] !== '\\' || at + 1 >= body.length) {
      const next = body.indexOf('\\', at + 1);
      const end = next < 0 ? body.length : next;
      result += body.slice(at, end);
      at = end;
      continue;
    }
    const escape = readEscape(body, at, from, bytes);
    result += escape.text;
    at += escape.length;
  }
  return result;
}

function readEscape(
  body: string,
  at: number,
  from: number,
  bytes: boolean,
): { readonly text: string; readonly length: number } {
  const letter = body[at + 1];
  const simple = simpleEscapes[letter];
  if (simple !== undefined) return { text: simple, length: 2 };
  if (letter >= '0' && letter <= '7') {
    const digits = /^[0-7]{1,3}/.exec(body.slice(at + 1, at + 4))![0];
    return { text: String.fromCharCode(parseInt(digits, 8)), length: 1 + digits.length };
  }
  const wanted = letter === 'x' ? 2 : bytes ? 0 : letter === 'u' ? 4 : letter === 'U' ? 8 : 0;
  if (wanted > 0) {
    const digits = /^[0-9a-fA-F]*/.exec(body.slice(at + 2, at + 2 + wanted))![0];
    const span = { from: from + at, to: from + at + 2 + digits.length };
    if (digits.length < wanted) {
      throw new Problem(span, `The escape \\${letter} needs ${wanted} hexadecimal digits: found ${digits.length}.`);
    }
    const code = parseInt(digits, 16);
    if (code > 0x10ffff) throw new Problem(span, `There is no character U+${digits}: the last is U+10FFFF.`);
    return { text: String.fromCodePoint(code), length: 2 + wanted };
  }
  if (letter === 'N' && !bytes) {
    const name = /^\{[^}]*\}?/.exec(body.slice(at + 2))?.[0] ?? '';
    throw new Problem(
      { from: from + at, to: from + at + 2 + name.length },
      'Characters by name, \\N{…}, are not supported: write the character itself or a \\u escape.',
      'unsupported',
    );
  }
  return { text: `\\${letter}`, length: 2 };
}
