import { numberLiteral } from '../literals/number-literal.ts';
import { Problem } from '../problem.ts';
import type { DictItem, Expression, Literal } from '../syntax.ts';
import { comprehensionClauses, startsComprehension } from './comprehensions.ts';
import type { Parser } from './parser.ts';
import { starNamedExpression } from './starred.ts';
import { strings } from './strings.ts';
import { yieldExpression } from './yields.ts';

const constants: ReadonlyMap<string, Literal> = new Map([
  ['None', { kind: 'none' }],
  ['True', { kind: 'true' }],
  ['False', { kind: 'false' }],
  ['...', { kind: 'ellipsis' }],
]);

/** atom: a name, a literal, or something in brackets */
export function atom(parser: Parser): Expression {
  const { token } = parser;
  const { from, to, text } = token;
  switch (token.kind) {
    case 'name':
      parser.next();
      return { type: 'Name', id: text, from, to };
    case 'number':
      parser.next();
      return { type: 'Constant', value: numberLiteral(token, text), from, to };
    case 'string':
    case 'fstring-start':
      return strings(parser);
    default:
  }
  const value = constants.get(text);
  if (value !== undefined) {
    parser.next();
    return { type: 'Constant', value, from, to };
  }
  if (parser.is('(')) return parenthesized(parser);
  if (parser.is('[')) return listDisplay(parser);
  if (parser.is('{')) return braces(parser);
  throw expressionExpected(parser);
}

/** Reads `element (',' element)* [',']` between brackets. Returns whether a comma ended it. */
export function bracketed(parser: Parser, closing: string, what: string, element: () => void): boolean {
  const open = parser.next();
  return elements(parser, open.text, closing, what, element);
}

function elements(parser: Parser, open: string, closing: string, what: string, element: () => void): boolean {
  let comma = false;
  while (!parser.is(closing)) {
    element();
    comma = parser.accept(',');
    if (!comma && !parser.is(closing)) {
      const hint = parser.is('=') ? "write '==' to compare" : `expected ',' or '${closing}' in ${what}`;
      throw parser.unexpected(`${hint} (opened with '${open}')`);
    }
  }
  parser.next();
  return comma;
}

function refuseStarred(node: Expression, what: string): void {
  if (node.type === 'Starred') {
    throw new Problem(node, `A starred expression cannot stand in ${what}.`);
  }
}

function parenthesized(parser: Parser): Expression {
  const { from } = parser.next();
  if (parser.accept(')')) return { type: 'Tuple', elts: [], ...parser.spanFrom(from) };
  if (parser.is('yield')) {
    const value = yieldExpression(parser);
    parser.expect(')', "after the 'yield' expression");
    return value;
  }
  const first = starNamedExpression(parser);
  if (startsComprehension(parser)) {
    refuseStarred(first, 'a generator expression');
    const generators = comprehensionClauses(parser);
    parser.expect(')', 'after the generator expression');
    const span = parser.spanFrom(from);
    return { type: 'GeneratorExp', elt: first, value: null, generators, ...span };
  }
  if (parser.accept(')')) {
    refuseStarred(first, 'parentheses alone: write (*a,) for a tuple');
    return first;
  }
  const elts = [first];
  if (parser.accept(',')) {
    elements(parser, '(', ')', 'the tuple', () => elts.push(starNamedExpression(parser)));
  } else {
    const hint = parser.is('=') ? "write '==' to compare, or ':=' to assign" : "expected ',' or ')'";
    throw parser.unexpected(`${hint} (opened with '(')`);
  }
  return { type: 'Tuple', elts, ...parser.spanFrom(from) };
}

function listDisplay(parser: Parser): Expression {
  const { from } = parser.token;
  if (parser.peek(1).text === ']' && parser.peek(1).kind === 'op') {
    parser.next();
    parser.next();
    return { type: 'List', elts: [], ...parser.spanFrom(from) };
  }
  parser.next();
  const first = starNamedExpression(parser);
  if (startsComprehension(parser)) {
    refuseStarred(first, 'a comprehension');
    const generators = comprehensionClauses(parser);
    parser.expect(']', 'after the comprehension');
    return { type: 'ListComp', elt: first, value: null, generators, ...parser.spanFrom(from) };
  }
  const elts = [first];
  rest(parser, '[', ']', 'the list', () => elts.push(starNamedExpression(parser)));
  return { type: 'List', elts, ...parser.spanFrom(from) };
}

/** The elements behind the first one, and the closing bracket. */
function rest(parser: Parser, open: string, closing: string, what: string, next: () => void): void {
  if (!parser.accept(',') && !parser.is(closing)) {
    const hint = parser.is('=') ? "write '==' to compare" : `expected ',' or '${closing}' in ${what}`;
    throw parser.unexpected(`${hint} (opened with '${open}')`);
  }
  elements(parser, open, closing, what, next);
}

/** A dict, a set, or a comprehension of either. */
function braces(parser: Parser): Expression {
  const { from } = parser.next();
  if (parser.accept('}')) return { type: 'Dict', items: [], ...parser.spanFrom(from) };
  if (parser.is('**')) return dictDisplay(parser, from, dictItem(parser));
  const first = starNamedExpression(parser);
  if (parser.is(':') && first.type !== 'Starred') {
    parser.next();
    const value = dictValue(parser);
    if (!startsComprehension(parser)) return dictDisplay(parser, from, { key: first, value });
    const generators = comprehensionClauses(parser);
    parser.expect('}', 'after the comprehension');
    return { type: 'DictComp', elt: first, value, generators, ...parser.spanFrom(from) };
  }
  if (startsComprehension(parser)) {
    refuseStarred(first, 'a comprehension');
    const generators = comprehensionClauses(parser);
    parser.expect('}', 'after the comprehension');
    return { type: 'SetComp', elt: first, value: null, generators, ...parser.spanFrom(from) };
  }
  const elts = [first];
  rest(parser, '{', '}', 'the set', () => elts.push(starNamedExpression(parser)));
  return { type: 'Set', elts, ...parser.spanFrom(from) };
}

function dictDisplay(parser: Parser, from: number, first: DictItem): Expression {
  if (first.key === null && startsComprehension(parser)) {
    throw new Problem(parser.token, "'**' cannot be used in a dict comprehension.");
  }
  const items = [first];
  rest(parser, '{', '}', 'the dict', () => items.push(dictItem(parser)));
  return { type: 'Dict', items, ...parser.spanFrom(from) };
}

function dictItem(parser: Parser): DictItem {
  if (parser.accept('**')) return { key: null, value: parser.rules.bitwiseOr(parser) };
  const key = parser.rules.expression(parser);
  parser.expect(':', 'and a value after the key of the dict');
  return { key, value: dictValue(parser) };
}

function dictValue(parser: Parser): Expression {
  if (parser.is(',') || parser.is('}')) throw parser.unexpected("expected a value after ':'");
  return parser.rules.expression(parser);
}

/** The problem when the current token starts no expression: says what to write instead where that is known. */
function expressionExpected(parser: Parser): Problem {
  const { token, previous } = parser;
  const touches = previous !== undefined && previous.to === token.from;
  if (previous !== undefined) {
    if (touches && previous.text === token.text && (token.text === '&' || token.text === '|')) {
      const word = token.text === '&' ? 'and' : 'or';
      const span = { from: previous.from, to: token.to };
      return new Problem(span, `Python has no '${token.text}${token.text}': write '${word}'.`);
    }
    if (touches && previous.text === '=' && previous.kind === 'op' && token.text === '>') {
      return new Problem({ from: previous.from, to: token.to }, "Python has no '=>': write '>='.");
    }
    const before = token.kind === 'newline' || token.kind === 'op' ? previous : null;
    if (before?.kind === 'op' && /^[+-]$/.test(before.text) && token.kind === 'newline') {
      return new Problem(before, `Expected a value after '${before.text}' (to count, write 'x ${before.text}= 1').`);
    }
  }
  if (token.kind === 'keyword' && token.text === 'yield') {
    return new Problem(token, "A 'yield' inside an expression needs parentheses around it.");
  }
  if (token.kind === 'keyword') {
    return new Problem(
      token,
      `'${token.text}' is a keyword and cannot be used as a value here: expected an expression.`,
    );
  }
  if (token.text === '=' && previous?.text === '=') {
    return new Problem(token, "Unexpected '=': write '==' without a space to compare.");
  }
  return parser.unexpected('expected an expression');
}
