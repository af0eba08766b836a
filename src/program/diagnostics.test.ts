import { describe, expect, it } from 'vitest';
import { compileProgram } from './compile-program.ts';

/** Source with ⟦ ⟧ around what the first diagnostic points at, its code, and a part of its message. */
const problems: [source: string, message: string, code?: string][] = [
  // -- tokens
  ["x = ⟦'abc⟧\n", 'never closed: expected \' before the end of the line'],
  ['x = ⟦"""abc⟧', 'never closed: expected """ before the end of the program'],
  ['x = ⟦(⟧1,\ny = 2\n', "'(' is never closed: expected ')'"],
  ['x = (1, 2⟦]⟧\n', "']' does not match the '(' opened before it: expected ')'"],
  ['x = 1⟦)⟧\n', 'closes nothing'],
  ['x = ⟦$⟧\n', "The character '$' (U+0024) cannot stand here"],
  ['x = ⟦“⟧a”\n', 'write a straight quote'],
  ['if ⟦!⟧x: pass\n', "write 'not' for negation"],
  ['x = ⟦0777⟧\n', "write '0o777' for octal"],
  ['x = ⟦1_⟧\n', "cannot end in '_'"],
  ['x = ⟦1__0⟧\n', 'hold two in a row'],
  ['x = ⟦5abc⟧\n', 'cannot run into a name'],
  ['x = ⟦0x⟧\n', 'no hexadecimal number'],
  ['x = ⟦0b12⟧\n', "Digit '2' is not allowed in a binary number"],
  ['x = 1 ⟦\\⟧ 2\n', 'continues the line'],
  ["x = b'⟦é⟧'\n", 'only hold ASCII'],
  ["x = '⟦\\x4⟧'\n", 'needs 2 hexadecimal digits'],
  // -- indentation
  ['⟦  ⟧x = 1\n', 'indented, but no block starts above it'],
  ['if x:\n⟦y⟧ = 1\n', "Expected an indented block after 'if' on line 1"],
  ['def f():\n⟦⟧', "Expected an indented block after the function 'f' on line 1"],
  ['if x:\n    y\n⟦  ⟧z\n', 'matches no outer level'],
  ['if x:\n        y\n⟦\t⟧z\n', 'Tabs and spaces are mixed'],
  // -- statements
  ['if x⟦\n⟧    y\n', "expected ':' at the end of the line of 'if'"],
  ['if x ⟦=⟧ 1: pass\n', "write '==' to compare"],
  ['def f⟦:⟧ pass\n', "expected '(' after the function's name"],
  ['if x: pass\nelse ⟦if⟧ y: pass\n', "write 'elif'"],
  ['⟦else⟧: pass\n', 'belongs to nothing'],
  ['try:\n    x\n⟦y⟧\n', "expected 'except' or 'finally'"],
  ['⟦print "x"⟧\n', "Missing parentheses in the call of 'print'"],
  ['⟦class⟧ = 1\n', "'class' is a keyword and cannot be assigned to"],
  ['def ⟦if⟧(): pass\n', "'if' is a keyword and cannot be the function's name"],
  ['x = ⟦for⟧\n', "'for' is a keyword"],
  ['x ⟦y⟧\n', 'after the statement'],
  ['x ⟦&&⟧ y\n', "write 'and'"],
  ['x +⟦+⟧\n', "to count, write 'x += 1'"],
  ['x = 1;⟦;⟧ y\n', 'expected an expression'],
  ['x ⟦<>⟧ y\n', "write '!='"],
  ['raise A⟦,⟧ B\n', 'after the statement'],
  ['try: pass\nexcept A⟦,⟧ B: pass\n', 'need parentheses'],
  ['from a import b⟦,⟧\n', 'trailing'],
  // -- expressions
  ['f(a ⟦b⟧)\n', "expected ',' or ')'"],
  ['f(a=1, ⟦b⟧)\n', 'cannot follow a keyword argument'],
  ['f(**a, ⟦b⟧)\n', "unpacked '**' argument"],
  ['f(a=1, ⟦a⟧=2)\n', 'given twice'],
  ['f(⟦1⟧ = 2)\n', "write '==' to compare"],
  ['f(⟦x for x in y⟧, 1)\n', 'needs parentheses of its own'],
  ['(⟦*a⟧)\n', 'cannot stand in parentheses alone'],
  ['⟦*a⟧\n', 'cannot stand alone'],
  ['{**a ⟦for⟧ a in b}\n', 'cannot be used in a dict comprehension'],
  ['x = a if b⟦\n⟧', "expected 'else'"],
  ['x = a == ⟦not⟧ b\n', 'keyword'],
  ["x = f'{⟦}⟧'\n", 'expected an expression in the field'],
  ["x = f'⟦}⟧'\n", "write '}}'"],
  ["x = f'{a!⟦x⟧}'\n", "Expected 's', 'r' or 'a'"],
  // -- targets
  ['⟦f()⟧ = 1\n', 'Cannot assign to a function call'],
  ['⟦1⟧ = x\n', 'Cannot assign to a literal'],
  ['⟦None⟧ = 1\n', 'Cannot assign to None'],
  ['x = ⟦y + 1⟧ = 2\n', 'Cannot assign to an expression'],
  ['⟦a, b⟧ += 1\n', "'+=' cannot assign to a tuple"],
  ['del ⟦f()⟧\n', 'Cannot delete a function call'],
  ['for ⟦1⟧ in x: pass\n', 'Cannot assign to a literal'],
  ['*a, ⟦*b⟧ = c\n', 'Only one starred name'],
  ['⟦__debug__⟧ = 1\n', '__debug__'],
  // -- parameters
  ['def f(a, ⟦a⟧): pass\n', "'a' is there twice"],
  ['def f(a=1, ⟦b⟧): pass\n', 'has no default'],
  ['def f(**k, ⟦a⟧): pass\n', "follow '**k'"],
  ['def f(⟦*⟧): pass\n', "bare '*'"],
  // -- scopes
  ['⟦return⟧\n', "'return' outside a function"],
  ['⟦yield⟧\n', "'yield' outside a function"],
  ['⟦break⟧\n', "'break' outside a loop"],
  ['def f():\n    ⟦continue⟧\n', "'continue' outside a loop"],
  ['⟦nonlocal x⟧\n', "'nonlocal' is not allowed at the top level"],
  ['def f():\n    ⟦nonlocal x⟧\n', "no variable 'x' in an enclosing function"],
  ['def f():\n    x = 1\n    ⟦global x⟧\n', 'assigned to before its global declaration'],
  ['def f():\n    print(x)\n    ⟦global x⟧\n', 'used prior to its global declaration'],
  ['def f(x):\n    ⟦global x⟧\n', 'is a parameter'],
  ['def f():\n    ⟦from a import *⟧\n', 'only allowed at the top level'],
  ['[⟦x := 1⟧ for x in y]\n', "cannot rebind 'x'"],
  // -- patterns
  ['match x:\n    case ⟦_⟧: pass\n    case 1: pass\n', 'unreachable'],
  ['match x:\n    case ⟦a⟧ | 1: pass\n', 'unreachable'],
  ['match x:\n    case (a, b) | ⟦(c, d)⟧: pass\n', 'bind different names'],
  ['match x:\n    case (a, ⟦a⟧): pass\n', 'captured twice'],
  // -- outside the subset
  ['⟦async def⟧ f(): pass\n', "'async def' is not supported", 'unsupported'],
  ['def f():\n    ⟦await⟧ x\n', "'await' is not supported", 'unsupported'],
  ['try: pass\nexcept* A: pass\n⟦except⟧ B: pass\n', "'except' and 'except*' cannot stand on the same 'try'", 'syntax'],
  ['def f():\n  try: pass\n  except* A: ⟦return⟧\n', "cannot leave an 'except*' block", 'syntax'],
  ['def f⟦[⟧](): pass\n', 'The list of type parameters is empty', 'syntax'],
  ['class C[T, ⟦T⟧]: pass\n', "'T' is there twice", 'syntax'],
  ['type X[T = int, ⟦U⟧] = T\n', "'U' has no default", 'syntax'],
  ['def f[*Ts⟦:⟧ int](): pass\n', 'A TypeVarTuple has no bound', 'syntax'],
  ["x = '⟦\\N{BULLET}⟧'\n", 'Characters by name', 'unsupported'],
  // -- limits
  [`x = ${'('.repeat(200)}⟦(⟧`, 'Too many nested brackets', 'limit'],
]; // prettier-ignore

describe('diagnostics', () => {
  it.each(problems)('%j', (...[marked, message, code = 'syntax']) => {
    const from = marked.indexOf('⟦');
    const to = marked.indexOf('⟧') - 1;
    const source = marked.replace('⟦', '').replace('⟧', '');
    const result = compileProgram(source, 'main.py');
    if (result.ok) throw new Error('it compiled');
    const [first] = result.diagnostics;
    expect(first.message).toContain(message);
    expect({ code: first.code, from: first.from, to: first.to }).toEqual({ code, from, to });
    expect(first.line).toBe(source.slice(0, from).split('\n').length);
    expect(first.message).toMatch(/^['A-Z].*[.]$/);
  });

  it('goes on behind a problem, and gives the first five', () => {
    const source = 'x = )\n'.repeat(1) + 'def f(:\n    pass\nelse: pass\ny = 1 1\nz = (\n';
    const result = compileProgram(source, 'main.py');
    expect(result.ok).toBe(false);
    const many = compileProgram('x = = 1\n'.repeat(100), 'main.py');
    expect(many.ok ? [] : many.diagnostics.map(({ line }) => line)).toEqual([1, 2, 3, 4, 5]);
  });

  it('reports what stands behind a block that could not be read', () => {
    const result = compileProgram('if x\n    y y y\nelse:\n    z z\na = b c\n', 'main.py');
    expect(result.ok ? [] : result.diagnostics.map(({ line }) => line)).toEqual([1, 5]);
  });
});
