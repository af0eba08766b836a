import { describe, expect, it } from 'vitest';
import { codeFor, codeNamed } from '../compiled.fixture.ts';

/** Locals, cells and free variables of a code object, as `a b | c | d`. */
function variables(source: string, name: string, inlineComprehensions = true): string {
  const code = codeNamed(source, name, { inlineComprehensions });
  return [code.localNames, code.cellNames, code.freeNames].map((names) => names.join(' ')).join(' | ');
}

/** The same, as CPython 3.13 has them in co_varnames, co_cellvars and co_freevars. */
const table: readonly (readonly [title: string, source: string, name: string, expected: string])[] = [
  ['locals in order of first use', 'def f():\n c = 1\n a = b = c', 'f', 'c a b |  | '],
  ['an assignment that is never reached', 'def f():\n if 0: x = 1\n y = 2', 'f', 'x y |  | '],
  ['parameters first: *args and **kw last', 'def f(a, *r, k, **w):\n x = 1', 'f', 'a k r w x |  | '],
  ['captured variables by name', 'def f():\n z = a = 1\n def g(): return z, a', 'f', 'g | a z | '],
  ['a captured parameter stays one', 'def f(p):\n def g(): return p', 'f', 'p g | p | '],
  ['a free variable', 'def f(p):\n def g(): return p', 'f.<locals>.g', ' |  | p'],
  ['through a function between', 'def f(p):\n def g():\n  def h(): return p', 'f.<locals>.g', 'h |  | p'],
  ['nonlocal', 'def f():\n x = 1\n def g():\n  nonlocal x\n  x = 2', 'f.<locals>.g', ' |  | x'],
  ['global', 'def f():\n global x\n x = 1\n def g(): return x', 'f', 'g |  | '],
  ['a class does not show its names to methods', 'def f():\n x = 1\n class A:\n  x = 2\n  def m(self): return x', 'f.<locals>.A', ' |  | x'],
  ['super() takes __class__', 'class A:\n def m(self): super().m()', 'A.m', 'self |  | __class__'],
  ['the class owns __class__', 'class A:\n def m(self): super().m()', 'A', ' | __class__ | '],
  ['__class__ by name', 'class A:\n def m(self): return __class__', 'A.m', 'self |  | __class__'],
  ['a comprehension variable before the name of the result', 'def f(a):\n r = [x for x in a]', 'f', 'a x r |  | '],
  ['a captured comprehension variable', 'def f(a):\n return [lambda: x for x in a]', 'f', 'a x | x | '],
  ['walrus in a comprehension', 'def f(a):\n return [y := x for x in a]', 'f', 'a x y |  | '],
  ['a generator expression', 'def f(a, b):\n return (b for x in a)', 'f.<locals>.<genexpr>', '.0 x |  | b'],
  ['walrus in a generator expression', 'def f(a):\n return (y := x for x in a)', 'f', 'a | y | '],
  ['match captures', 'def f(a):\n match a:\n  case [x, *y] | {"k": y, **x}: pass', 'f', 'a x y |  | '],
  ['except, with, import, for', 'def f():\n for a in b: pass\n with c as d: pass\n import e.g as h, i.j\n try: pass\n except K as k: pass', 'f', 'a d h i k |  | '],
]; // prettier-ignore

describe('names', () => {
  it.each(table)('%s', (_, source, name, expected) => {
    expect(variables(source, name)).toBe(expected);
  });

  it('gives each comprehension a function of its own in 3.11', () => {
    const source = 'def f(a, b):\n r = [x + b for x in a]';
    expect(variables(source, 'f', false)).toBe('a b r | b | ');
    expect(variables(source, 'f.<locals>.<listcomp>', false)).toBe('.0 x |  | b');
  });

  it('keeps names of modules and classes out of slots', () => {
    const code = codeFor('x = 1\nclass A:\n    y = x\n');
    expect(code.slotNames).toEqual([]);
    expect(code.names).toEqual(['x', 'A']);
  });

  it('lays slots out as parameters and locals, cells, free variables', () => {
    const source = 'def f():\n b = 1\n def g(p, q):\n  x = y = 1\n  return lambda: (b, p, y)';
    expect(codeNamed(source, 'f.<locals>.g')).toMatchObject({
      localNames: ['p', 'q', 'x'],
      cellNames: ['p', 'y'],
      freeNames: ['b'],
      slotNames: ['p', 'q', 'x', 'y', 'b'],
    });
  });
});
