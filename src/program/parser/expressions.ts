import { Problem } from '../problem.ts';
import type { BinaryOperator, CompareOperator, Expression, Lambda, UnaryOperator } from '../syntax.ts';
import { lambdaParameters } from './parameters.ts';
import type { Parser } from './parser.ts';
import { primary } from './primaries.ts';
import { starred } from './starred.ts';
import { expressionName } from './targets.ts';

/** expression: disjunction ['if' disjunction 'else' expression] | lambda */
export function expression(parser: Parser): Expression {
  return parser.nested(() => {
    if (parser.is('lambda')) return lambda(parser);
    const { from } = parser.token;
    const body = disjunction(parser);
    if (!parser.accept('if')) return body;
    const test = disjunction(parser);
    if (!parser.is('else')) {
      throw parser.unexpected("expected 'else' and a value after the condition (a if test else b)");
    }
    parser.next();
    const orelse = expression(parser);
    return { type: 'IfExp', test, body, orelse, ...parser.spanFrom(from) };
  });
}

function lambda(parser: Parser): Lambda {
  const { from } = parser.next();
  const args = lambdaParameters(parser);
  parser.expect(':', 'after the parameters of the lambda');
  const body = expression(parser);
  return { type: 'Lambda', args, body, ...parser.spanFrom(from) };
}

/** named_expression: NAME ':=' expression | expression */
export function namedExpression(parser: Parser): Expression {
  const { from } = parser.token;
  const value = expression(parser);
  if (!parser.is(':=')) return value;
  if (value.type !== 'Name' || value.from !== from) {
    throw new Problem(value, `':=' can only assign to a name, not to ${expressionName(value)}.`);
  }
  parser.next();
  const assigned = expression(parser);
  return { type: 'NamedExpr', target: value, value: assigned, ...parser.spanFrom(from) };
}

/** star_expressions: (expression | '*' bitwise_or) separated by commas */
export function starExpressions(parser: Parser): Expression {
  const { from } = parser.token;
  const first = starExpression(parser);
  if (!parser.is(',')) return first;
  const elts = [first];
  while (parser.accept(',') && startsExpression(parser)) elts.push(starExpression(parser));
  return { type: 'Tuple', elts, ...parser.spanFrom(from) };
}

function starExpression(parser: Parser): Expression {
  return parser.is('*') ? starred(parser) : expression(parser);
}

const expressionKeywords = new Set(['None', 'True', 'False', 'lambda', 'not', 'await', 'yield']);
const expressionOperators = new Set(['(', '[', '{', '-', '+', '~', '...', '*']);

/** Whether the current token can start an expression (or `*expression`, or a `yield`). */
export function startsExpression(parser: Parser): boolean {
  const { kind, text } = parser.token;
  switch (kind) {
    case 'name':
    case 'number':
    case 'string':
    case 'fstring-start':
      return true;
    case 'keyword':
      return expressionKeywords.has(text);
    case 'op':
      return expressionOperators.has(text);
    default:
      return false;
  }
}

/** disjunction: conjunction ('or' conjunction)* */
export function disjunction(parser: Parser): Expression {
  return boolean(parser, 'or', conjunction);
}

function conjunction(parser: Parser): Expression {
  return boolean(parser, 'and', inversion);
}

function boolean(parser: Parser, op: 'and' | 'or', operand: (parser: Parser) => Expression): Expression {
  const { from } = parser.token;
  const first = operand(parser);
  if (!parser.is(op)) return first;
  const values = [first];
  while (parser.accept(op)) values.push(operand(parser));
  return { type: 'BoolOp', op, values, ...parser.spanFrom(from) };
}

function inversion(parser: Parser): Expression {
  if (!parser.is('not')) return comparison(parser);
  return parser.nested(() => {
    const { from } = parser.next();
    const operand = inversion(parser);
    return { type: 'UnaryOp', op: 'NOT', operand, ...parser.spanFrom(from) };
  });
}

const comparisons: ReadonlyMap<string, CompareOperator> = new Map([
  ['<', 'LT'],
  ['<=', 'LE'],
  ['==', 'EQ'],
  ['!=', 'NE'],
  ['>', 'GT'],
  ['>=', 'GE'],
]);

function comparison(parser: Parser): Expression {
  const { from } = parser.token;
  const left = bitwiseOr(parser);
  let op = comparisonOperator(parser);
  if (op === null) return left;
  const ops: CompareOperator[] = [];
  const comparators: Expression[] = [];
  while (op !== null) {
    ops.push(op);
    comparators.push(bitwiseOr(parser));
    op = comparisonOperator(parser);
  }
  return { type: 'Compare', left, ops, comparators, ...parser.spanFrom(from) };
}

function comparisonOperator(parser: Parser): CompareOperator | null {
  const { token } = parser;
  if (token.kind === 'op') {
    const op = comparisons.get(token.text) ?? null;
    if (op === null) return null;
    parser.next();
    if (op === 'LT' && parser.is('>') && parser.token.from === token.to) {
      throw new Problem({ from: token.from, to: token.to + 1 }, "Python has no '<>': write '!='.");
    }
    return op;
  }
  if (token.kind !== 'keyword') return null;
  if (parser.accept('in')) return 'IN';
  if (parser.accept('is')) return parser.accept('not') ? 'IS_NOT' : 'IS';
  if (token.text === 'not' && parser.peek(1).text === 'in' && parser.peek(1).kind === 'keyword') {
    parser.next();
    parser.next();
    return 'NOT_IN';
  }
  return null;
}

/** Binary operators, weakest first: all of one row bind alike, from the left. */
const binaryOperators: ReadonlyMap<string, readonly [strength: number, op: BinaryOperator]> = new Map([
  ['|', [1, 'OR']],
  ['^', [2, 'XOR']],
  ['&', [3, 'AND']],
  ['<<', [4, 'LSHIFT']],
  ['>>', [4, 'RSHIFT']],
  ['+', [5, 'ADD']],
  ['-', [5, 'SUBTRACT']],
  ['*', [6, 'MULTIPLY']],
  ['/', [6, 'TRUE_DIVIDE']],
  ['//', [6, 'FLOOR_DIVIDE']],
  ['%', [6, 'REMAINDER']],
  ['@', [6, 'MATRIX_MULTIPLY']],
]);

/** bitwise_or and everything that binds stronger. */
export function bitwiseOr(parser: Parser): Expression {
  return binary(parser, 1);
}

function binary(parser: Parser, weakest: number): Expression {
  const { from } = parser.token;
  let left = factor(parser);
  for (;;) {
    const { token } = parser;
    const entry = token.kind === 'op' ? binaryOperators.get(token.text) : undefined;
    if (entry === undefined || entry[0] < weakest) return left;
    parser.next();
    const right = binary(parser, entry[0] + 1);
    left = { type: 'BinOp', left, op: entry[1], right, ...parser.spanFrom(from) };
  }
}

const unaryOperators: ReadonlyMap<string, UnaryOperator> = new Map([
  ['-', 'NEGATIVE'],
  ['+', 'POSITIVE'],
  ['~', 'INVERT'],
]);

/** factor: ('+' | '-' | '~') factor | power */
function factor(parser: Parser): Expression {
  const { token } = parser;
  const op = token.kind === 'op' ? unaryOperators.get(token.text) : undefined;
  if (op === undefined) return power(parser);
  return parser.nested(() => {
    parser.next();
    const operand = factor(parser);
    return { type: 'UnaryOp', op, operand, ...parser.spanFrom(token.from) };
  });
}

function power(parser: Parser): Expression {
  const { from } = parser.token;
  const left = awaited(parser);
  if (!parser.accept('**')) return left;
  const right = parser.nested(() => factor(parser));
  return { type: 'BinOp', left, op: 'POWER', right, ...parser.spanFrom(from) };
}

function awaited(parser: Parser): Expression {
  if (!parser.is('await')) return primary(parser);
  parser.problems.unsupported(
    parser.next(),
    "'await' is not supported: call the function directly, or use a generator.",
  );
  return primary(parser);
}
