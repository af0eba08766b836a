/** What the value of an atom looks like in Python: `repr`, shortened where it would be long. */
import type { AtomEntry } from '../heap/atom-table.ts';

/** Text of a table entry. Strings are cut after `longest` characters. */
export function atomText(entry: AtomEntry, longest: number): string {
  switch (typeof entry) {
    case 'string':
      return stringText(entry, longest);
    case 'number':
      return floatText(entry);
    case 'bigint':
      return entry.toString();
    default:
      return entry.text;
  }
}

/** repr of a str. CPython: Objects/unicodeobject.c, unicode_repr; here without its table of printable characters. */
export function stringText(value: string, longest: number): string {
  const shown = value.length <= longest ? value : value.slice(0, longest - 1) + '…';
  const quote = shown.includes("'") && !shown.includes('"') ? '"' : "'";
  let text = quote;
  for (const character of shown) text += escaped(character, quote);
  return text + quote;
}

function escaped(character: string, quote: string): string {
  if (character === quote || character === '\\') return '\\' + character;
  if (character === '\n') return '\\n';
  if (character === '\r') return '\\r';
  if (character === '\t') return '\\t';
  const code = character.codePointAt(0)!;
  if (code < 32 || (code >= 127 && code < 161)) return '\\x' + code.toString(16).padStart(2, '0');
  return character;
}

/** repr of a float. CPython: Python/pystrtod.c, format 'r': exponents from 1e16 on and below 1e-4, two digits at least. */
export function floatText(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  if (Object.is(value, -0)) return '-0.0';
  const size = Math.abs(value);
  if (size !== 0 && (size >= 1e16 || size < 1e-4)) {
    const [digits, exponent] = value.toExponential().split('e');
    const sign = exponent[0];
    return `${digits}e${sign}${exponent.slice(1).padStart(2, '0')}`;
  }
  return Number.isInteger(value) ? value.toFixed(1) : String(value);
}
