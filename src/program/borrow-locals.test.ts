import { describe, expect, it } from 'vitest';
import { borrowLocals } from './borrow-locals.ts';
import { allCodes, codeFor } from './compiled.fixture.ts';
import { Op } from './instructions.ts';

/** Each read of a local in `def f(a, b): …`: upper case when it borrows. */
function reads(body: string): string {
  const source = `def f(a, b):\n${body.replace(/^/gm, '    ')}\n`;
  const codes = allCodes(borrowLocals(codeFor(source)));
  const code = codes.find(({ qualifiedName }) => qualifiedName === 'f')!;
  const found: string[] = [];
  for (let index = 0; index < code.instructions.length; index += 2) {
    const [op, arg] = code.instructions.subarray(index, index + 2);
    if (op === Op.LOAD_FAST_BORROW) found.push(code.slotNames[arg].toUpperCase());
    if (op === Op.LOAD_FAST) found.push(code.slotNames[arg]);
    if (op === Op.LOAD_FAST_CHECK) found.push(`${code.slotNames[arg]}?`);
  }
  return found.join(' ');
}

// As `dis` of CPython 3.14 and 3.15 shows them.
const table: readonly (readonly [title: string, body: string, expected: string])[] = [
  ['an argument', 'g(a)', 'A'],
  ['a return value', 'return a', 'A'],
  ['stored in a local', 'x = a', 'a'],
  ['a pair stored in locals', 'x, y = a, b', 'a b'],
  ['stored in a tuple', 'x = (a, b)', 'A B'],
  ['deleted while it waits', 'g(a, (b, [b := 1]))', 'a b'],
  ['a method call', 'a.m(b)', 'A B'],
  ['waiting across a branch', 'g(a, b if c else 1)', 'a B'],
  ['the operand of `or` that may be the result', 'return a or b', 'a b'],
  ['a condition', 'if a: g(b)', 'A B'],
  ['before a comprehension', 'g(a, [x for x in b])', 'a b x'],
  ['read right after the store, on the same line', 'x = g(); x.m()', 'x'],
  ['read after the store, on the next line', 'x = g()\nx.m()', 'X'],
  ['neighbours share their fate', 'g(a, b, c if d else 1)', 'a b'],
  ['on two lines they do not', 'g(a)\nh(b)', 'A B'],
  ['in a handler, and the copy of a short way out there', 'try: g(a)\nexcept E: h(b)\nreturn a', 'A A b a'],
  ['bound on some path only', 'if a: x = 1\nreturn x', 'A x?'],
  ['the manager of a with statement', 'with a:\n    if b: g()', 'a B'],
  ['a part of an f-string', 'return f"{a} {b}"', 'A B'],
];

describe('borrowLocals', () => {
  it.each(table)('%s', (_, body, expected) => {
    expect(reads(body)).toBe(expected);
  });

  it('changes nothing but the way locals are read, in all nested code', () => {
    const before = codeFor('def f(a):\n    def g(b): return b\n    return g(a)\n');
    const after = borrowLocals(before);
    const [, f, g] = allCodes(after);
    expect(f).not.toBe(allCodes(before)[1]);
    expect([...g.instructions].filter((_, index) => index % 2 === 0)).toContain(Op.LOAD_FAST_BORROW);
    expect(allCodes(before).flatMap(({ instructions }) => [...instructions])).not.toContain(Op.LOAD_FAST_BORROW);
  });
});
