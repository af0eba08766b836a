import { describe, expect, it } from 'vitest';
import { compileProgram } from './compile-program.ts';
import { codeFor, codeNamed } from './compiled.fixture.ts';

describe('compileProgram', () => {
  it('gives the code object of a module', () => {
    const code = codeFor('"""About."""\nx = 1\n');
    expect(code).toMatchObject({
      name: '<module>',
      qualifiedName: '<module>',
      filename: 'main.py',
      kind: 'module',
      docstring: 'About.',
      firstLine: 1,
      isGenerator: false,
    });
  });

  it('describes the parameters of a function', () => {
    const code = codeNamed('def f(a, b, /, c=1, *args, d, e=2, **kw):\n    """Doc."""\n    x = 1\n', 'f');
    expect(code).toMatchObject({
      kind: 'function',
      argCount: 3,
      positionalOnlyCount: 2,
      keywordOnlyCount: 2,
      hasVarArgs: true,
      hasVarKeywords: true,
      docstring: 'Doc.',
      localNames: ['a', 'b', 'c', 'd', 'e', 'args', 'kw', 'x'],
    });
    expect(code.constants[0]).toEqual({ kind: 'str', value: 'Doc.' });
  });

  it('takes the common indentation out of docstrings', () => {
    const code = codeNamed('def f():\n    """One.\n\n      Two.\n        Three.\n    """\n', 'f');
    expect(code.docstring).toBe('One.\n\nTwo.\n  Three.\n');
  });

  it('names nested code objects by where they are', () => {
    const source = [
      'class A:',
      '    def m(self):',
      '        def inner(): return lambda: 1',
      '        class B: pass',
      '        global g',
      '        def g(): pass',
    ].join('\n');
    for (const name of [
      'A',
      'A.m',
      'A.m.<locals>.inner',
      'A.m.<locals>.inner.<locals>.<lambda>',
      'A.m.<locals>.B',
      'g',
    ]) {
      expect(codeNamed(source, name).qualifiedName).toBe(name);
    }
  });

  it('makes equal constants of a program one object, and unequal types different ones', () => {
    const source = 'def f(): return 1000.5, "text"\ndef g(): return 1000.5, "text"\nx = 1, 1.0, True, -0.0, 0.0';
    const module = codeFor(source);
    const [f, g] = module.constants.flatMap((constant) => (constant.kind === 'code' ? [constant.code] : []));
    expect(f.constants.find(({ kind }) => kind === 'tuple')).toBe(g.constants.find(({ kind }) => kind === 'tuple'));
    const mixed = module.constants.findLast(({ kind }) => kind === 'tuple');
    expect(new Set(mixed?.kind === 'tuple' ? mixed.items : []).size).toBe(5);
  });

  it('reads Windows and old Macintosh line ends', () => {
    for (const newline of ['\n', '\r\n', '\r']) {
      const source = ['x = """a', 'b"""', 'if x:', '    y = \\', '  1', ''].join(newline);
      expect(codeFor(source).constants).toContainEqual({ kind: 'str', value: 'a\nb' });
    }
  });

  it('points into the source as it was given', () => {
    const result = compileProgram('x = 1\r\ny = 2\r\nz = )\r\n', 'main.py');
    expect(result).toMatchObject({ ok: false, diagnostics: [{ from: 18, to: 19, line: 3 }] });
  });

  it('normalises names, and mangles private ones', () => {
    expect(codeFor('ﬁ = 1').names).toEqual(['fi']);
    const code = codeNamed('class _C:\n    def m(self): self.__x = __y', '_C.m');
    expect(code.names).toEqual(['_C__y', '_C__x']);
  });

  it('compiles annotations into a function of their own where they are deferred', () => {
    const source = 'class C:\n    x: C\n    def m(self, other: C) -> y: pass\n';
    const namesOf = (defersAnnotations: boolean): string[] => {
      const result = compileProgram(source, 'main.py', { defersAnnotations });
      if (!result.ok) return [];
      const [body] = result.code.constants.flatMap((each) => (each.kind === 'code' ? [each.code] : []));
      return body.constants.flatMap((each) => (each.kind === 'code' ? [each.code.qualifiedName] : []));
    };
    expect(namesOf(false)).toEqual(['C.m']);
    expect(namesOf(true)).toEqual(['C.__annotate__', 'C.m', 'C.__annotate__']);
  });
});
