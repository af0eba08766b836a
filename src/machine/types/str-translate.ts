/** str.translate and str.maketrans. Source: CPython Objects/unicodeobject.c. */
import { Kind } from '../../heap/kinds.ts';
import type { Machine } from '../native.ts';
import { codePointLength } from '../text/code-points.ts';
import { oneArgument, positional } from './call-arguments.ts';
import type { Integer } from './int-arithmetic.ts';
import { textArgument } from './str-argument.ts';
import { isAtLeast } from './versions.ts';

type Args = readonly number[];
type Names = readonly string[] | null;

export function translate(m: Machine, args: Args, names: Names): number {
  oneArgument(m, 'str.translate', args, names);
  // Every character is looked up once.
  const known = new Map<string, string>();
  let result = '';
  for (const character of m.strValue(args[0])) {
    let by = known.get(character);
    if (by === undefined) known.set(character, (by = replacement(m, args[1], character)));
    result += by;
  }
  return m.str(result);
}

function replacement(m: Machine, table: number, character: string): string {
  const key = m.int(character.codePointAt(0)!);
  const value = m.catching('LookupError', () => m.getItem(table, key));
  m.heap.decref(key);
  if (value === undefined) return character;
  try {
    if (value === m.none) return '';
    if (m.isStr(value)) return m.strValue(value);
    if (!m.isInt(value)) {
      m.raise('TypeError', 'character mapping must return integer, None or str');
    }
    const code = m.intValue(value);
    if (code < 0 || code > 0x10ffff) {
      m.raise('ValueError', 'character mapping must be in range(0x110000)');
    }
    return String.fromCodePoint(Number(code));
  } finally {
    m.heap.decref(value);
  }
}

/** A static method: the arguments are its own. */
export function maketrans(m: Machine, args: Args, names: Names): number {
  positional(m, 'maketrans', [0, ...args], names, 1, 3);
  return args.length === 1 ? tableFromDict(m, args[0]) : tableFromTexts(m, args);
}

/** Puts code point -> value (stolen) into a table. */
function put(m: Machine, table: number, code: Integer, value: number): void {
  const key = m.int(code);
  m.dictSet(table, key, value);
  m.heap.decref(key);
  m.heap.decref(value);
}

function tableFromTexts(m: Machine, args: Args): number {
  if (!m.isStr(args[0])) {
    m.raise('TypeError', `first maketrans argument must be a string if there is a second argument`);
  }
  const from = Array.from(m.strValue(args[0]));
  const to = Array.from(textArgument(m, 'maketrans', 2, args[1]));
  const dropped = args.length > 2 ? textArgument(m, 'maketrans', 3, args[2]) : '';
  if (from.length !== to.length) {
    m.raise('ValueError', 'the first two maketrans arguments must have equal length');
  }
  const table = m.dict();
  from.forEach((character, i) => {
    put(m, table, character.codePointAt(0)!, m.int(to[i].codePointAt(0)!));
  });
  for (const character of dropped) put(m, table, character.codePointAt(0)!, m.none);
  return table;
}

function tableFromDict(m: Machine, source: number): number {
  if (m.heap.kind[source] !== Kind.DICT) {
    m.raise('TypeError', 'if you give only one argument to maketrans it must be a dict');
  }
  const entries = m.dictEntries(source);
  // 3.15 lost a space in two messages.
  const space = isAtLeast(m, 15) ? '' : ' ';
  // Checked before the table exists, so that no error leaves one behind.
  for (let i = 0; i < entries.length; i += 2) {
    const key = entries[i];
    if (m.isInt(key)) continue;
    if (!m.isStr(key)) {
      m.raise('TypeError', `keys in translate table must${space}be strings or integers`);
    }
    if (codePointLength(m.strValue(key)) !== 1) {
      m.raise('ValueError', `string keys in translate${space}table must be of length 1`);
    }
  }
  const table = m.dict();
  for (let i = 0; i < entries.length; i += 2) {
    const [key, value] = [entries[i], entries[i + 1]];
    m.heap.incref(value);
    const code = m.isInt(key) ? m.intValue(key) : m.strValue(key).codePointAt(0)!;
    put(m, table, code, value);
  }
  return table;
}
