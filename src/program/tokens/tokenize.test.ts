import { describe, expect, it } from 'vitest';
import { tokenize } from './tokenize.ts';

/** Kinds and texts, as `name:x op:= number:1`. */
function tokens(source: string): string {
  return tokenize(source)
    .tokens.map(({ kind, text }) => (/^(?:newline|indent|dedent|end)$/.test(kind) ? kind : `${kind}:${text}`))
    .join(' ');
}

const table: readonly (readonly [source: string, expected: string])[] = [
  ['', 'end'],
  ['x = 1', 'name:x op:= number:1 newline end'],
  ['\n# comment\n\nx', 'name:x newline end'],
  ['if x:\n  y\n\n  # c\n z\n', 'keyword:if name:x op:: newline indent name:y newline end'],
  ['if x:\n  y\nz', 'keyword:if name:x op:: newline indent name:y newline dedent name:z newline end'],
  ['(a,\n b)', 'op:( name:a op:, name:b op:) newline end'],
  ['a \\\n + b', 'name:a op:+ name:b newline end'],
  ['a**=b//c!=d->e...', 'name:a op:**= name:b op:// name:c op:!= name:d op:-> name:e op:... newline end'],
  ['1.5e-3j 0xFf 1_0 .5 1.', 'number:1.5e-3j number:0xFf number:1_0 number:.5 number:1. newline end'],
  ['1if x else 2', 'number:1 keyword:if name:x keyword:else number:2 newline end'],
  ['1..real', 'number:1. op:. name:real newline end'],
  [`rb'\\'' "a" '''b\n'''`, `string:rb'\\'' string:"a" string:'''b\n''' newline end`],
  ["f'a{x!r:>{w}}{{}}'", "fstring-start:f' fstring-text:a op:{ name:x op:! name:r op:: fstring-text:> op:{ name:w op:} op:} fstring-text:{{}} fstring-end:' newline end"],
  ["f'{f'{x}'}'", "fstring-start:f' op:{ fstring-start:f' op:{ name:x op:} fstring-end:' op:} fstring-end:' newline end"],
  ["f'{ {1: 2}[1] }'", "fstring-start:f' op:{ op:{ number:1 op:: number:2 op:} op:[ number:1 op:] op:} fstring-end:' newline end"],
  ["rf'\\{x}'", "fstring-start:rf' fstring-text:\\ op:{ name:x op:} fstring-end:' newline end"],
  ['ﬁ', 'name:fi newline end'],
]; // prettier-ignore

describe('tokenize', () => {
  it.each(table)('%j', (source, expected) => {
    const found = tokens(source);
    expect(found.slice(0, expected.length)).toBe(expected);
  });

  it('stops before the logical line with the problem', () => {
    const { tokens: found, problem } = tokenize('a\nb = (c,\n$ d)\ne');
    expect(problem?.from).toBe(10);
    expect(found.map(({ kind }) => kind)).toEqual(['name', 'newline', 'end']);
  });
});
