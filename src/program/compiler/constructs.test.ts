import { describe, expect, it } from 'vitest';
import { codeFor, codeNamed, listing } from '../compiled.fixture.ts';

describe('classes', () => {
  it('read names of functions around them in their own namespace first', () => {
    const source = 'def f(x):\n    class A:\n        y = x\n';
    expect(listing(codeNamed(source, 'f.<locals>.A'))).toContain('LOAD_CLASS_DEREF x');
  });

  it('do not show their names to comprehensions', () => {
    const source = 'class A:\n    x = 1\n    y = [x for i in x]\n';
    const found = listing(codeNamed(source, 'A')).filter((line) => / x$/.test(line));
    expect(found).toEqual([
      'STORE_NAME x',
      'LOAD_NAME x',
      // CPython takes all names of the comprehension for bound in it, here.
      'LOAD_FAST_AND_CLEAR x',
      'LOAD_GLOBAL x',
      'STORE_FAST x',
      'STORE_FAST x',
    ]);
  });

  it('look super() up without making a super object only when nothing shadows it', () => {
    const method = 'class A:\n    def m(self): return super().m\n';
    expect(listing(codeNamed(method, 'A.m'))).toContain('LOAD_SUPER_ATTR m');
    const shadowed = `super = 1\n${method}`;
    expect(listing(codeNamed(shadowed, 'A.m'))).toContain('LOAD_ATTR m');
    const explicit = 'class A:\n    def m(self): return super(A, self).m()\n';
    expect(listing(codeNamed(explicit, 'A.m'))).toContain('LOAD_SUPER_METHOD m');
  });
});

describe('method calls', () => {
  it('are attribute reads on modules imported at the top level', () => {
    const source = 'import gc\ndef f(a):\n    gc.collect()\n    a.collect()\n';
    expect(listing(codeNamed(source, 'f')).filter((line) => line.endsWith(' collect'))).toEqual([
      'LOAD_ATTR collect',
      'LOAD_METHOD collect',
    ]);
  });
});

describe('from __future__ import annotations', () => {
  it('keeps annotations as text', () => {
    const source = 'from __future__ import annotations\nx: a.b [ c ] = 1\ndef f(p: q): pass\n';
    const { constants } = codeFor(source);
    expect(constants).toContainEqual({ kind: 'str', value: 'a.b [ c ]' });
    expect(constants).toContainEqual({
      kind: 'tuple',
      items: [
        { kind: 'str', value: 'p' },
        { kind: 'str', value: 'q' },
      ],
    });
  });
});

describe('unbound locals', () => {
  /** Names that are read with a check. */
  function checked(body: string): readonly string[] {
    const source = `def f(a):\n${body.replace(/^/gm, '    ')}\n`;
    return listing(codeNamed(source, 'f'))
      .filter((line) => line.startsWith('LOAD_FAST_CHECK'))
      .map((line) => line.replace('LOAD_FAST_CHECK ', ''));
  }

  const table: readonly (readonly [body: string, names: readonly string[]])[] = [
    ['x = 1\nreturn x', []],
    ['if a: x = 1\nreturn x', ['x']],
    ['if a: x = 1\nelse: x = 2\nreturn x', []],
    ['if a: x = 1\nprint(x)\nprint(x)', ['x']],
    ['for x in a: pass\nreturn x', ['x']],
    ['while True:\n    x = 1\n    if a: break\nreturn x', []],
    ['try: x = 1\nexcept E: pass\nreturn x', ['x']],
    ['try: x = 1\nexcept E: raise\nreturn x', []],
    ['try: pass\nfinally: x = 1\nreturn x', []],
    ['x = 1\ndel x\nreturn x', ['x']],
    ['x = [x for x in a]\nreturn x', []],
    ['return [x for x in a], x', []],
    ['del a\nreturn a', ['a']],
  ];

  it.each(table)('%j', (body, names) => {
    expect(checked(body)).toEqual(names);
  });
});

describe('large displays and calls', () => {
  it('are built piece by piece, so that the stack stays small', () => {
    const names = Array.from({ length: 40 }, (_, index) => `a${index}`);
    for (const source of [
      `x = [${names.join(', ')}]`,
      `x = {${names.join(', ')}}`,
      `x = {${names.map((name) => `${name}: ${name}`).join(', ')}}`,
      `f(${names.join(', ')})`,
      `f(${names.map((name) => `${name}=1`).join(', ')})`,
      `x = f"${names.map((name) => `{${name}} `).join('')}"`,
    ]) {
      expect(codeFor(source).stackSize).toBeLessThan(40);
    }
  });
});
