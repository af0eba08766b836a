import { describe, expect, it } from 'vitest';
import { codeNamed } from '../compiled.fixture.ts';
import { opName } from '../instructions.ts';

/** The source text that an instruction of `def f(a, b, c): …` points at, for each time it is there. */
function pointsAt(body: string, op: string): readonly string[] {
  const source = `def f(a, b, c):\n${body.replace(/^/gm, '    ')}\n`;
  const lines = source.split('\n');
  const offset = (line: number, column: number): number =>
    lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0) + column;
  const { instructions, positions } = codeNamed(source, 'f');
  const found: string[] = [];
  for (let index = 0; index < instructions.length / 2; index++) {
    if (opName[instructions[2 * index]] !== op) continue;
    const [line, endLine, column, endColumn] = positions.subarray(4 * index, 4 * index + 4);
    found.push(source.slice(offset(line, column), offset(endLine, endColumn)));
  }
  return found;
}

/** What CPython 3.13 underlines in a traceback. */
const table: readonly (readonly [body: string, op: string, expected: readonly string[]])[] = [
  ['x = a + b * c', 'BINARY_OP', ['b * c', 'a + b * c']],
  ['x = (a + b) * c', 'BINARY_OP', ['a + b', '(a + b) * c']],
  ['x = a.b.c', 'LOAD_ATTR', ['a.b', 'a.b.c']],
  ['x = a(b)(c)', 'CALL', ['a(b)', 'a(b)(c)']],
  ['x = a.m(b)', 'CALL', ['a.m(b)']],
  ['x = a[b][c]', 'BINARY_SUBSCR', ['a[b]', 'a[b][c]']],
  ['x = a[b:c]', 'BINARY_SLICE', ['a[b:c]']],
  ['a[b] = c', 'STORE_SUBSCR', ['a[b]']],
  ['a.b += c', 'BINARY_OP', ['a.b += c']],
  ['x = (a\n  .m(b)\n  .n(c))', 'CALL', ['m(b)', 'n(c)']],
  ['x = a < b < c', 'COMPARE_OP', ['a < b < c', 'a < b < c']],
  ['x = not a in b', 'CONTAINS_OP', ['not a in b']],
  ['g(a)', 'LOAD_GLOBAL', ['g']],
  ['a, b = c', 'UNPACK_SEQUENCE', ['a, b']],
  ['for x in a.b: pass', 'FOR_ITER', ['a.b']],
  ['raise a(b)', 'RAISE_VARARGS', ['raise a(b)']],
  ['assert a == b, c', 'RAISE_VARARGS', ['a == b']],
  ['import m.n as x', 'IMPORT_NAME', ['import m.n as x']],
  ['with a.b() as x: pass', 'BEFORE_WITH', ['a.b()']],
  ['try: a()\nexcept a.E: b()', 'CHECK_EXC_MATCH', ['except a.E: b()']],
  ['x = f"{a!r} {b:>{c}}"', 'FORMAT_WITH_SPEC', ['{b:>{c}}']],
  ['@a.b\n@c\ndef g(): pass', 'CALL', ['c', 'a.b']],
  ['@a\nclass g(b): pass', 'LOAD_BUILD_CLASS', ['class g(b): pass']],
  ['x = "𝒳é", a.b', 'LOAD_ATTR', ['a.b']],
]; // prettier-ignore

describe('positions', () => {
  it.each(table)('%j, %s', (body, op, expected) => {
    expect(pointsAt(body, op)).toEqual(expected);
  });

  it('takes a definition to begin with its first decorator', () => {
    const source = '\n@a\n@b\ndef f():\n    pass\n\nclass C:\n    pass\n';
    expect(codeNamed(source, 'f')).toMatchObject({ firstLine: 2, lastLine: 5 });
    expect(codeNamed(source, 'C')).toMatchObject({ firstLine: 7, lastLine: 8 });
  });
});
