import { Problem } from '../problem.ts';
import type { BinaryOperator, Body, Expression, Statement } from '../syntax.ts';
import { compoundStatement } from './compound-statements.ts';
import { startsExpression } from './expressions.ts';
import { importFrom, importNames } from './imports.ts';
import { describe, type Parser } from './parser.ts';
import { expressionName, requireTarget } from './targets.ts';
import { typeAlias } from './type-parameters.ts';
import { yieldExpression } from './yields.ts';

/** Statements up to the end of the block or the program; problems are noted and stepped over. */
export function statements(parser: Parser): Body {
  const body: Statement[] = [];
  while (!parser.at('dedent') && !parser.at('end')) {
    try {
      if (parser.at('indent')) skipIndented(parser);
      else statement(parser, body);
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      parser.problems.add(problem);
      if (parser.problems.isFull) parser.abandon();
      else skipStatement(parser);
    }
  }
  return body;
}

function skipIndented(parser: Parser): void {
  const indent = parser.next();
  const span = { from: indent.from, to: Math.max(indent.to, indent.from + 1) };
  parser.problems.syntax(
    span,
    'This line is indented, but no block starts above it: line it up with the statement before.',
  );
  statements(parser);
  if (parser.at('dedent')) parser.next();
}

const continuations = new Set(['elif', 'else', 'except', 'finally', 'case']);

/** Goes past a statement that could not be read, with its block and the clauses that belong to it. */
function skipStatement(parser: Parser): void {
  do {
    while (!['newline', 'dedent', 'end'].includes(parser.token.kind)) parser.next();
    if (parser.at('newline')) parser.next();
    if (parser.at('indent')) {
      let depth = 0;
      do {
        if (parser.at('indent')) depth++;
        if (parser.at('dedent')) depth--;
        parser.next();
      } while (depth > 0 && !parser.at('end'));
    }
  } while (continuations.has(parser.token.text) && parser.at('keyword'));
}

function statement(parser: Parser, body: Statement[]): void {
  refuseAssignedKeyword(parser);
  const compound = compoundStatement(parser);
  if (compound !== null) body.push(compound);
  else body.push(...simpleStatements(parser));
}

const keywordsWithValue = new Set(['None', 'True', 'False', 'yield']);

/** `class = 1` */
function refuseAssignedKeyword(parser: Parser): void {
  const { token } = parser;
  const next = parser.peek(1);
  if (token.kind !== 'keyword' || next.kind !== 'op' || next.text !== '=') return;
  if (keywordsWithValue.has(token.text)) return;
  throw new Problem(token, `'${token.text}' is a keyword and cannot be assigned to: choose another name.`);
}

/** simple_stmts: simple_stmt (';' simple_stmt)* [';'] NEWLINE */
function simpleStatements(parser: Parser): readonly Statement[] {
  const read: Statement[] = [];
  do {
    read.push(simpleStatement(parser));
  } while (parser.accept(';') && !parser.at('newline'));
  if (!parser.at('newline')) throw notTheEnd(parser, read.at(-1)!);
  parser.next();
  return read;
}

/** block: NEWLINE INDENT statements DEDENT | simple_stmts */
export function block(parser: Parser, header: { readonly from: number }, what: string): Body {
  if (!parser.at('newline')) {
    const { token } = parser;
    if (compoundWords.has(token.text) && token.kind === 'keyword') {
      throw new Problem(
        token,
        `A '${token.text}' statement cannot follow ':' on the same line: put it on a line of its own, indented.`,
      );
    }
    return simpleStatements(parser);
  }
  parser.next();
  if (!parser.at('indent')) {
    const { token } = parser;
    const span = { from: token.from, to: token.kind === 'dedent' ? token.from : token.to };
    const line = parser.source.slice(0, header.from).split('\n').length;
    const problem = new Problem(span, `Expected an indented block after ${what} on line ${line}.`);
    parser.problems.add(problem);
    return [];
  }
  parser.next();
  const body = statements(parser);
  if (parser.at('dedent')) parser.next();
  return body;
}

const compoundWords = new Set(['if', 'while', 'for', 'try', 'with', 'def', 'class', 'async']);

const augmented: ReadonlyMap<string, BinaryOperator> = new Map([
  ['+=', 'ADD'],
  ['-=', 'SUBTRACT'],
  ['*=', 'MULTIPLY'],
  ['@=', 'MATRIX_MULTIPLY'],
  ['/=', 'TRUE_DIVIDE'],
  ['%=', 'REMAINDER'],
  ['&=', 'AND'],
  ['|=', 'OR'],
  ['^=', 'XOR'],
  ['<<=', 'LSHIFT'],
  ['>>=', 'RSHIFT'],
  ['**=', 'POWER'],
  ['//=', 'FLOOR_DIVIDE'],
]);

function simpleStatement(parser: Parser): Statement {
  const { token } = parser;
  if (token.kind !== 'keyword') {
    return typeAlias(parser) ?? expressionStatement(parser);
  }
  switch (token.text) {
    case 'pass':
      return bareStatement(parser, 'Pass');
    case 'break':
      return bareStatement(parser, 'Break');
    case 'continue':
      return bareStatement(parser, 'Continue');
    case 'return': {
      parser.next();
      const value = optionalExpressions(parser);
      return { type: 'Return', value, ...parser.spanFrom(token.from) };
    }
    case 'raise': {
      parser.next();
      const exc = startsExpression(parser) ? parser.rules.expression(parser) : null;
      const cause = exc !== null && parser.accept('from') ? parser.rules.expression(parser) : null;
      return { type: 'Raise', exc, cause, ...parser.spanFrom(token.from) };
    }
    case 'assert': {
      parser.next();
      const test = parser.rules.expression(parser);
      const msg = parser.accept(',') ? parser.rules.expression(parser) : null;
      return { type: 'Assert', test, msg, ...parser.spanFrom(token.from) };
    }
    case 'del':
      return deleteStatement(parser);
    case 'global':
    case 'nonlocal':
      return scopeDeclaration(parser);
    case 'import':
      return importNames(parser);
    case 'from':
      return importFrom(parser);
    case 'elif':
    case 'else':
    case 'except':
    case 'finally':
      throw new Problem(token, `This '${token.text}' belongs to nothing: check its indentation and what stands above.`);
    default:
      return expressionStatement(parser);
  }
}

function bareStatement(parser: Parser, type: 'Pass' | 'Break' | 'Continue'): Statement {
  const { from, to } = parser.next();
  return { type, from, to };
}

function optionalExpressions(parser: Parser): Expression | null {
  if (!startsExpression(parser)) return null;
  const value = parser.rules.starExpressions(parser);
  if (value.type === 'Starred') throw aloneStarred(value);
  return value;
}

function aloneStarred(value: Expression): Problem {
  return new Problem(value, 'A starred expression cannot stand alone: write *value, with a comma for a tuple.');
}

function deleteStatement(parser: Parser): Statement {
  const { from } = parser.next();
  const targets: Expression[] = [];
  do {
    if (!startsExpression(parser)) break;
    const target = parser.rules.bitwiseOr(parser);
    requireTarget(target, 'delete');
    targets.push(target);
  } while (parser.accept(','));
  if (targets.length === 0) throw parser.unexpected("expected what to delete after 'del'");
  return { type: 'Delete', targets, ...parser.spanFrom(from) };
}

function scopeDeclaration(parser: Parser): Statement {
  const { text, from } = parser.next();
  const names: string[] = [];
  do {
    names.push(parser.expectName(`a name after '${text}'`).text);
  } while (parser.accept(','));
  const type = text === 'global' ? 'Global' : 'Nonlocal';
  return { type, names, ...parser.spanFrom(from) };
}

/** The value of an assignment: (yield_expr | star_expressions) */
function assignedValue(parser: Parser): Expression {
  return parser.is('yield') ? yieldExpression(parser) : parser.rules.starExpressions(parser);
}

/** An expression, or an assignment of any kind. */
function expressionStatement(parser: Parser): Statement {
  const { from } = parser.token;
  const first = assignedValue(parser);
  const { token } = parser;
  if (parser.is(':') && annotatable(parser, first)) return annotatedAssignment(parser, first, from);
  if (token.kind === 'op' && augmented.has(token.text)) return augmentedAssignment(parser, first);
  if (!parser.is('=')) {
    if (first.type === 'Starred') throw aloneStarred(first);
    return { type: 'Expr', value: first, ...parser.spanFrom(from) };
  }
  const targets: Expression[] = [];
  let value = first;
  while (parser.accept('=')) {
    requireTarget(value, 'assign');
    targets.push(value);
    value = assignedValue(parser);
  }
  if (value.type === 'Starred') throw aloneStarred(value);
  return { type: 'Assign', targets, value, ...parser.spanFrom(from) };
}

function annotatable(parser: Parser, target: Expression): boolean {
  const next = parser.peek(1);
  if (next.kind === 'newline') return false;
  if (target.type === 'Name' || target.type === 'Attribute' || target.type === 'Subscript') return true;
  if (target.type === 'List' || target.type === 'Tuple') {
    const what = target.type === 'List' ? 'list' : 'tuple';
    throw new Problem(target, `Only a single name, attribute or item can be annotated, not a ${what}.`);
  }
  return false;
}

function annotatedAssignment(parser: Parser, target: Expression, from: number): Statement {
  requireTarget(target, 'assign');
  parser.next();
  const annotation = parser.rules.expression(parser);
  const value = parser.accept('=') ? assignedValue(parser) : null;
  if (value?.type === 'Starred') throw aloneStarred(value);
  // `(x): int` is no simple name: the node does not start where the statement does.
  const simple = target.type === 'Name' && target.from === from;
  return { type: 'AnnAssign', target, annotation, value, simple, ...parser.spanFrom(from) };
}

function augmentedAssignment(parser: Parser, target: Expression): Statement {
  const { token } = parser;
  if (target.type !== 'Name' && target.type !== 'Attribute' && target.type !== 'Subscript') {
    throw new Problem(
      target,
      `'${token.text}' cannot assign to ${expressionName(target)}: expected a name, an attribute or an item.`,
    );
  }
  requireTarget(target, 'assign');
  parser.next();
  const value = assignedValue(parser);
  if (value.type === 'Starred') throw aloneStarred(value);
  const op = augmented.get(token.text)!;
  return { type: 'AugAssign', target, op, value, ...parser.spanFrom(target.from) };
}

/** The problem when something follows a statement on its line. */
function notTheEnd(parser: Parser, read: Statement): Problem {
  const { token } = parser;
  const value = read.type === 'Expr' ? read.value : null;
  if (value?.type === 'Name' && (value.id === 'print' || value.id === 'exec') && startsExpression(parser)) {
    return new Problem(
      { from: value.from, to: token.to },
      `Missing parentheses in the call of '${value.id}': write ${value.id}(…).`,
    );
  }
  const quoted = token.kind === 'string' || token.kind === 'fstring-start';
  if (quoted && parser.previous?.kind === 'name' && parser.previous.to === token.from) {
    return new Problem(
      { from: parser.previous.from, to: token.to },
      `'${parser.previous.text}' is no prefix of a string: expected r, b, u, f or nothing.`,
    );
  }
  if (parser.is('=') || parser.is(':=')) {
    const hint = parser.is(':=') ? "':=' needs parentheses around it here" : "expected '=='";
    return new Problem(token, `Unexpected '${token.text}': ${hint}.`);
  }
  if (parser.is(':')) {
    return new Problem(token, "Unexpected ':': only a line such as 'if …', 'for …' or 'def …' ends with it.");
  }
  if (token.text === '+' || token.text === '-') return parser.unexpected('expected a value');
  return new Problem(
    token,
    `Unexpected ${describe(token)} after the statement: expected an operator, a comma or the end of the line.`,
  );
}
