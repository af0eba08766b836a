import { Problem } from '../problem.ts';
import type { Body, Branch, ClassDef, ExceptHandler, Expression, FunctionDef, Statement, WithItem } from '../syntax.ts';
import type { Token } from '../tokens/token.ts';
import { starTargets } from './comprehensions.ts';
import { functionParameters } from './parameters.ts';
import type { Parser } from './parser.ts';
import { matchStatement, startsMatch } from './patterns.ts';
import { callArguments } from './primaries.ts';
import { requireTarget } from './targets.ts';
import { typeParameters } from './type-parameters.ts';

/** A compound statement, or null when the current token starts none. */
export function compoundStatement(parser: Parser): Statement | null {
  const { token } = parser;
  if (token.kind === 'keyword') {
    switch (token.text) {
      case 'if':
        return parser.nested(() => ifStatement(parser));
      case 'while':
        return parser.nested(() => whileStatement(parser));
      case 'for':
        return parser.nested(() => forStatement(parser));
      case 'try':
        return parser.nested(() => tryStatement(parser));
      case 'with':
        return parser.nested(() => withStatement(parser));
      case 'def':
        return parser.nested(() => functionDef(parser, []));
      case 'class':
        return parser.nested(() => classDef(parser, []));
      case 'async':
        return asyncStatement(parser);
      default:
        return null;
    }
  }
  if (parser.is('@')) return parser.nested(() => decorated(parser));
  return startsMatch(parser) ? parser.nested(() => matchStatement(parser)) : null;
}

/** ':' block. A '=' where the colon should be is the classic slip. */
function suite(parser: Parser, header: Token, what: string): Body {
  if (!parser.is(':')) {
    if (parser.is('=')) {
      throw new Problem(
        parser.token,
        `Cannot assign inside the line of ${what}: write '==' to compare, or ':=' to assign.`,
      );
    }
    throw parser.unexpected(
      header.text === 'else' && parser.is('if')
        ? "write 'elif' instead of 'else if'"
        : `expected ':' at the end of the line of ${what}`,
    );
  }
  parser.next();
  return parser.rules.block(parser, header, what);
}

function ifStatement(parser: Parser): Statement {
  const header = parser.token;
  const branches: Branch[] = [];
  while (parser.is('if') || parser.is('elif')) {
    if (parser.is('if') && branches.length > 0) break;
    const word = parser.next();
    const test = parser.rules.namedExpression(parser);
    const body = suite(parser, word, `'${word.text}'`);
    branches.push({ test, body, ...parser.spanFrom(word.from) });
  }
  const orelse = optionalElse(parser);
  return { type: 'If', branches, orelse, ...parser.spanFrom(header.from) };
}

function optionalElse(parser: Parser): Body {
  if (!parser.is('else')) return [];
  return suite(parser, parser.next(), "'else'");
}

function whileStatement(parser: Parser): Statement {
  const header = parser.next();
  const test = parser.rules.namedExpression(parser);
  const body = suite(parser, header, "'while'");
  const orelse = optionalElse(parser);
  return { type: 'While', test, body, orelse, ...parser.spanFrom(header.from) };
}

function forStatement(parser: Parser): Statement {
  const header = parser.next();
  const target = starTargets(parser);
  parser.expect('in', "after the names of 'for'");
  const iter = parser.rules.starExpressions(parser);
  if (iter.type === 'Starred') throw new Problem(iter, 'A starred expression cannot stand alone: add a comma.');
  const body = suite(parser, header, "'for'");
  const orelse = optionalElse(parser);
  return { type: 'For', target, iter, body, orelse, ...parser.spanFrom(header.from) };
}

function tryStatement(parser: Parser): Statement {
  const header = parser.next();
  const body = suite(parser, header, "'try'");
  const handlers: ExceptHandler[] = [];
  let isStar = false;
  while (parser.is('except')) {
    const word = parser.next();
    const star = parser.accept('*');
    if (handlers.length > 0 && star !== isStar) {
      throw new Problem(word, "'except' and 'except*' cannot stand on the same 'try': use one of them.");
    }
    isStar = star;
    handlers.push(exceptHandler(parser, word, star));
  }
  const bare = handlers.findIndex((handler) => handler.exception === null);
  if (bare >= 0 && bare < handlers.length - 1) {
    const { from } = handlers[bare];
    throw new Problem({ from, to: from + 6 }, "A bare 'except:' must be the last: put it after the others.");
  }
  if (handlers.length === 0 && !parser.is('finally')) {
    throw parser.unexpected("expected 'except' or 'finally' after the block of 'try'");
  }
  const orelse = handlers.length > 0 ? optionalElse(parser) : [];
  const finalbody = parser.is('finally') ? suite(parser, parser.next(), "'finally'") : [];
  const span = parser.spanFrom(header.from);
  return { type: 'Try', body, handlers, isStar, orelse, finalbody, ...span };
}

/** The types behind the first, `except A, B:`. */
function exceptionTypes(parser: Parser, first: Expression): Expression {
  const comma = parser.token;
  const types = [first];
  if (parser.options.bareExceptTypes === true) {
    while (parser.accept(',') && !parser.is(':')) types.push(parser.rules.expression(parser));
    if (!parser.is('as')) return { type: 'Tuple', elts: types, ...parser.spanFrom(first.from) };
    throw new Problem(comma, "Several exception types need parentheses around them where 'as' follows.");
  }
  throw new Problem(comma, 'Several exception types need parentheses around them: except (A, B).');
}

function exceptHandler(parser: Parser, header: Token, isStar: boolean): ExceptHandler {
  if (isStar && parser.is(':')) throw new Problem(parser.token, 'expected one or more exception types');
  let exception: Expression | null = null;
  let name: string | null = null;
  if (!parser.is(':')) {
    exception = parser.rules.expression(parser);
    if (parser.is(',')) exception = exceptionTypes(parser, exception);
    else if (parser.accept('as')) name = parser.expectName("the exception's name").text;
  }
  const body = suite(parser, header, "'except'");
  return { exception, name, body, ...parser.spanFrom(header.from) };
}

function withStatement(parser: Parser): Statement {
  const header = parser.next();
  const items: WithItem[] = [];
  if (parenthesizedItems(parser)) {
    parser.next();
    do {
      if (parser.is(')')) break;
      items.push(withItem(parser));
    } while (parser.accept(','));
    parser.expect(')', "after the items of 'with'");
  } else {
    do {
      items.push(withItem(parser));
    } while (parser.accept(','));
  }
  const body = suite(parser, header, "'with'");
  return { type: 'With', items, body, ...parser.spanFrom(header.from) };
}

/**
 * Whether the parenthesis after `with` holds the items: it does when it closes right before the colon and what is
 * inside is no single expression such as `(yield)` or a generator expression.
 */
function parenthesizedItems(parser: Parser): boolean {
  if (!parser.is('(')) return false;
  let depth = 0;
  let separated = false;
  let generator = false;
  for (let ahead = 0; ; ahead++) {
    const { kind, text } = parser.peek(ahead);
    if (kind === 'newline' || kind === 'end') return false;
    if (kind === 'op' && (text === '(' || text === '[' || text === '{')) depth++;
    if (kind === 'op' && (text === ')' || text === ']' || text === '}')) depth--;
    if (depth === 1 && kind === 'keyword') {
      if (text === 'as') separated = true;
      if (text === 'for' || text === 'yield') generator = true;
    }
    if (depth === 1 && kind === 'op') {
      if (text === ',') separated = true;
      if (text === ':=' || text === '*') generator ||= !separated;
    }
    if (depth === 0) {
      const next = parser.peek(ahead + 1);
      return separated && !generator && next.kind === 'op' && next.text === ':';
    }
  }
}

function withItem(parser: Parser): WithItem {
  const context = parser.rules.expression(parser);
  if (!parser.accept('as')) return { context, target: null };
  const target = parser.rules.bitwiseOr(parser);
  requireTarget(target, 'with');
  return { context, target };
}

/** ('@' named_expression NEWLINE)+ (class_def | function_def) */
function decorated(parser: Parser): Statement {
  const decorators: Expression[] = [];
  while (parser.accept('@')) {
    decorators.push(parser.rules.namedExpression(parser));
    if (!parser.at('newline')) throw parser.unexpected('expected the end of the line after a decorator');
    parser.next();
  }
  if (parser.is('async')) refuseAsync(parser);
  if (parser.is('def')) return functionDef(parser, decorators);
  if (parser.is('class')) return classDef(parser, decorators);
  throw parser.unexpected("expected 'def' or 'class' after the decorators");
}

function refuseAsync(parser: Parser): void {
  const token = parser.next();
  const { text } = parser.token;
  parser.problems.unsupported(
    { from: token.from, to: parser.token.to },
    `'async ${text}' is not supported: write a plain '${text}'.`,
  );
}

function asyncStatement(parser: Parser): Statement | null {
  const next = parser.peek(1);
  if (next.kind !== 'keyword' || !['def', 'for', 'with'].includes(next.text)) {
    throw new Problem(parser.token, "'async' is a keyword: expected 'def', 'for' or 'with' after it.");
  }
  refuseAsync(parser);
  return compoundStatement(parser);
}

function functionDef(parser: Parser, decorators: readonly Expression[]): FunctionDef {
  const header = parser.next();
  const name = parser.expectName("the function's name").text;
  const typeParams = typeParameters(parser);
  const args = functionParameters(parser);
  const returns = parser.accept('->') ? parser.rules.expression(parser) : null;
  const body = suite(parser, header, `the function '${name}'`);
  const span = parser.spanFrom(header.from);
  return { type: 'FunctionDef', name, typeParams, args, body, decorators, returns, ...span };
}

function classDef(parser: Parser, decorators: readonly Expression[]): ClassDef {
  const header = parser.next();
  const name = parser.expectName("the class's name").text;
  const typeParams = typeParameters(parser);
  const open = parser.token;
  const { args: bases, keywords } = parser.is('(') ? callArguments(parser) : { args: [], keywords: [] };
  for (const base of bases) {
    if (base.type === 'GeneratorExp' && base.from === open.from) {
      throw new Problem(base, 'A base class cannot be a bare generator expression.');
    }
  }
  const body = suite(parser, header, `the class '${name}'`);
  const span = parser.spanFrom(header.from);
  return { type: 'ClassDef', name, typeParams, bases, keywords, body, decorators, ...span };
}
