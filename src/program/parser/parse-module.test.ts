import { describe, expect, it } from 'vitest';
import { ProblemList } from '../problem.ts';
import { tokenize } from '../tokens/tokenize.ts';
import { parseModule } from './parse-module.ts';

/** The tree of the only statement as nested types, with the texts of its leaves: `BinOp(a ADD BinOp(b MULTIPLY c))`. */
function tree(source: string): string {
  const problems = new ProblemList();
  const module = parseModule(source, tokenize(source).tokens, problems);
  expect(problems.sorted()).toEqual([]);
  return show(module.body[0], source);
}

function show(value: unknown, source: string): string {
  if (Array.isArray(value)) return value.map((item) => show(item, source)).join(' ');
  if (typeof value === 'string') return value;
  if (value === null || typeof value !== 'object') return '';
  const { type, from, to, ...fields } = value as { type?: string; from: number; to: number };
  if (type === 'Name' || type === 'Constant') return source.slice(from, to);
  if (type === 'Expr') return show(Object.values(fields)[0], source);
  const inner = Object.values(fields)
    .map((field) => show(field, source))
    .filter((text) => text !== '')
    .join(' ');
  return type === undefined ? inner : `${type}(${inner})`;
}

const table: readonly (readonly [source: string, expected: string])[] = [
  ['a + b * c ** -d', 'BinOp(a ADD BinOp(b MULTIPLY BinOp(c POWER UnaryOp(NEGATIVE d))))'],
  ['-a ** b', 'UnaryOp(NEGATIVE BinOp(a POWER b))'],
  ['a - b - c', 'BinOp(BinOp(a SUBTRACT b) SUBTRACT c)'],
  ['a | b ^ c & d << e', 'BinOp(a OR BinOp(b XOR BinOp(c AND BinOp(d LSHIFT e))))'],
  ['not a and b or c', 'BoolOp(or BoolOp(and UnaryOp(NOT a) b) c)'],
  ['not a == b', 'UnaryOp(NOT Compare(a EQ b))'],
  ['a < b not in c is not d', 'Compare(a LT NOT_IN IS_NOT b c d)'],
  ['a if b else c if d else e', 'IfExp(b a IfExp(d c e))'],
  ['lambda a, /, b=1, *c, d, **e: a', 'Lambda(a b c d e 1 a)'],
  ['a.b[c](d, *e, f=g, **h)', 'Call(Subscript(Attribute(a b) c) d Starred(e) f g h)'],
  ['a[b:c, ::d, *e]', 'Subscript(a Tuple(Slice(b c) Slice(d) Starred(e)))'],
  ['(a,)', 'Tuple(a)'],
  ['*a, b', 'Tuple(Starred(a) b)'],
  ['{**a, b: c}', 'Dict(a b c)'],
  ['{a, *b, c := d}', 'Set(a Starred(b) NamedExpr(c d))'],
  ['[a for b, *c in d if e for f in g]', 'ListComp(a Tuple(b Starred(c)) d e f g)'],
  ['f(a for b in c)', 'Call(f GeneratorExp(a b c))'],
  ['a = b = c, d', 'Assign(a b Tuple(c d))'],
  ['a = yield', 'Assign(a Yield())'],
  ['a: b = c', 'AnnAssign(a b c)'],
  ['a @= b', 'AugAssign(a MATRIX_MULTIPLY b)'],
  ['with (a as b, c): pass', 'With(a b c Pass())'],
  ['with (a, b) as c: pass', 'With(Tuple(a b) c Pass())'],
  ['with (a): pass', 'With(a Pass())'],
  ['for a, in *b, c: pass', 'For(Tuple(a) Tuple(Starred(b) c) Pass())'],
  ['@a.b(c)[d]\ndef f(): pass', 'FunctionDef(f Pass() Subscript(Call(Attribute(a b) c) d))'],
  ['match = 1', 'Assign(match 1)'],
  ['match(a)', 'Call(match a)'],
  ['match[a]: b', 'AnnAssign(Subscript(match a) b)'],
  ['match a, *b:\n case [c, *_] | (c): pass', 'Match(Tuple(a Starred(b)) MatchOr(MatchSequence(MatchAs(c) MatchStar()) MatchAs(c)) Pass())'],
  ['match a:\n case {"k": -1 + 2j, b.c: d, **e} if f: pass', 'Match(a MatchMapping("k" Attribute(b c) MatchValue(BinOp(UnaryOp(NEGATIVE 1) ADD 2j)) MatchAs(d) e) f Pass())'],
  ['match a:\n case b.C(1, d=None) as e: pass', 'Match(a MatchAs(MatchClass(Attribute(b C) MatchValue(1) d MatchSingleton(None)) e) Pass())'],
  ['from ..a.b import (c as d, e,)', 'ImportFrom(a.b c d e)'],
]; // prettier-ignore

describe('parseModule', () => {
  it.each(table)('%j', (source, expected) => {
    expect(tree(source)).toBe(expected);
  });

  it('gives positions as ast does', () => {
    const source = 'x = (a + b) * f(c)[d:e]\n';
    const module = parseModule(source, tokenize(source).tokens, new ProblemList());
    const spans: string[] = [];
    const visit = (value: unknown): void => {
      if (value === null || typeof value !== 'object') return;
      const { from, to } = value as { from?: number; to?: number };
      if (from !== undefined && to !== undefined) spans.push(source.slice(from, to));
      Object.values(value).forEach(visit);
    };
    module.body.forEach(visit);
    expect(spans).toEqual([
      'x = (a + b) * f(c)[d:e]',
      'x',
      '(a + b) * f(c)[d:e]',
      'a + b',
      'a',
      'b',
      'f(c)[d:e]',
      'f(c)',
      'f',
      'c',
      'd:e',
      'd',
      'e',
    ]);
  });
});
