import { describe, expect, it } from 'vitest';
import { codeFor } from '../compiled.fixture.ts';
import { constantText } from '../disassemble.ts';

/** What the literal evaluates to, roughly as Python writes it. */
const table: readonly (readonly [source: string, expected: string])[] = [
  ['0x_FF', '255'],
  ['0b101', '5'],
  ['0o17', '15'],
  ['00', '0'],
  ['1_000_000', '1000000'],
  ['9007199254740991', '9007199254740991'],
  ['123456789012345678901234567890', '123456789012345678901234567890'],
  ['0xffffffffffffffffff', '4722366482869645213695'],
  ['1.', '1.0'],
  ['.5e1', '5.0'],
  ['1e400', 'Infinity'],
  ['2.5j', '2.5j'],
  ["'a' \"b\" '''c'''", '"abc"'],
  [String.raw`'\x41\u00e9\U0001F600\101\n\'\
z'`, JSON.stringify("A\u00e9\u{1F600}A\n'z")],
  [String.raw`'\d\8'`, JSON.stringify('\\d\\8')],
  [String.raw`r'\n\''`, JSON.stringify("\\n\\'")],
  [String.raw`b'\x00a\101' rb'\x'`, JSON.stringify('\0aA\\x').replace(/^/, 'b')],
  ['-7 // 2, -7 % 3, 7 / 2, 2 ** 64, ~5, 1 << 3', '(-4, 2, 3.5, 18446744073709551616, -6, 8)'],
  ['"ab" * 3, (1,) * 2, "a" + "b"', '("ababab", (1, 1), "ab")'],
  ['not 0, -True, +False', '(True, -1, 0)'],
]; // prettier-ignore

describe('literals', () => {
  it.each(table)('%s', (source, expected) => {
    const code = codeFor(`x = ${source}\n`);
    expect(constantText(code.constants[0])).toBe(expected);
  });

  it('tells ints that fit in a number from those that do not', () => {
    const [small, large] = codeFor('x = 9007199254740991, 9007199254740992').constants.flatMap((constant) =>
      constant.kind === 'tuple' ? constant.items : [],
    );
    expect(small).toEqual({ kind: 'int', value: 9007199254740991 });
    expect(large).toEqual({ kind: 'int', value: 9007199254740992n });
  });
});
