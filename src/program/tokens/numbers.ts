import { Problem } from '../problem.ts';

// The letters a number may touch: those that begin `and`, `else`, `for`, `if`, `in`, `is`, `not` and `or`, since
// `1if x else 2` is Python (CPython: tokenizer.c, verify_end_of_number).
const keywordAfterNumber = /^(?:and|else|for|if|in|is|not|or)(?![\p{XIDC}_])/u;
const numberHere =
  /0[xX](?:_?[0-9a-fA-F])+|0[oO](?:_?[0-7])+|0[bB](?:_?[01])+|(?:(?:[0-9](?:_?[0-9])*)?\.[0-9](?:_?[0-9])*|[0-9](?:_?[0-9])*\.?)(?:[eE][+-]?[0-9](?:_?[0-9])*)?[jJ]?/;

const baseNames: Readonly<Record<string, string>> = { x: 'hexadecimal', o: 'octal', b: 'binary' };

/**
 * The end of the number that starts at `from`.
 * @throws Problem when what stands there is no number of Python's.
 */
export function endOfNumber(source: string, from: number): number {
  // A slice keeps the regular expression free of state; numbers longer than that are read in a second attempt.
  let window = source.slice(from, from + 64);
  let text = numberHere.exec(window)![0];
  if (text.length > 60) {
    window = source.slice(from, /[^0-9a-zA-Z_.+-]|$/.exec(source.slice(from))!.index + from + 8);
    text = numberHere.exec(window)![0];
  }
  const to = from + text.length;
  const rest = window.slice(text.length);
  const marker = /^0[xXoObB]$/.test(source.slice(from, from + 2)) ? source[from + 1].toLowerCase() : '';
  const bad = (message: string): Problem => {
    const tail = /^[\p{XIDC}_]*/u.exec(rest)![0];
    return new Problem({ from, to: to + tail.length }, message);
  };
  if (/^[\p{XIDC}_]/u.test(rest) && !keywordAfterNumber.test(rest)) {
    if (marker !== '') {
      const base = baseNames[marker];
      throw /^[0-9]/.test(rest)
        ? bad(`Digit '${rest[0]}' is not allowed in a ${base} number.`)
        : bad(`This is no ${base} number: expected digits after '0${marker}', with single '_' between.`);
    }
    throw bad(
      rest[0] === '_'
        ? `A number cannot end in '_' or hold two in a row: expected a digit after '_'.`
        : `A number cannot run into a name: expected a space or an operator after '${text}'.`,
    );
  }
  if (/^0[0-9_]*[1-9]/.test(text) && /^[0-9_]+$/.test(text)) {
    throw bad(`A decimal number cannot start with 0: write '0o${text.replace(/^[0_]+/, '')}' for octal.`);
  }
  return to;
}
