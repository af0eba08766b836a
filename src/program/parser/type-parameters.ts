/** Generic functions and classes and the statement `type` (PEP 695 and 696). Source: CPython Grammar/python.gram (type_params, type_alias). */
import { Problem } from '../problem.ts';
import type { Lazy, TypeAlias, TypeParameter } from '../syntax.ts';
import type { Parser } from './parser.ts';

/** `[T: int, *Ts, **P]`, where the version has it; none where there is no bracket. */
export function typeParameters(parser: Parser): readonly TypeParameter[] {
  if (!hasTypeParameters(parser) || !parser.is('[')) return [];
  const open = parser.next();
  if (parser.is(']')) throw new Problem(open, 'The list of type parameters is empty: remove the brackets.');
  const parameters: TypeParameter[] = [];
  do {
    if (parser.is(']')) break;
    parameters.push(typeParameter(parser, parameters));
  } while (parser.accept(','));
  parser.expect(']', 'after the type parameters');
  return parameters;
}

function hasTypeParameters(parser: Parser): boolean {
  return parser.options.typeParameters !== 'none';
}

function typeParameter(parser: Parser, before: readonly TypeParameter[]): TypeParameter {
  const { from } = parser.token;
  const isTuple = parser.accept('*');
  const kind = isTuple ? 'TypeVarTuple' : parser.accept('**') ? 'ParamSpec' : 'TypeVar';
  const name = parser.expectName('a type parameter').text;
  const bound = kind === 'TypeVar' && parser.accept(':') ? lazy(parser) : null;
  if (parser.is(':')) {
    const { length } = parser.token.text;
    const span = { from: parser.token.from, to: parser.token.from + length };
    throw new Problem(span, `A ${kind} has no bound: remove it.`);
  }
  const mayHaveDefault = (parser.options.typeParameters ?? 'with-defaults') === 'with-defaults';
  const given = mayHaveDefault && parser.accept('=') ? lazy(parser, isTuple) : null;
  const span = parser.spanFrom(from);
  if (before.some((other) => other.name === name)) {
    throw new Problem(span, `The type parameter '${name}' is there twice: rename one.`);
  }
  if (given === null && before.some((other) => other.default !== null)) {
    throw new Problem(span, `The type parameter '${name}' has no default but follows one that has: give it one too.`);
  }
  return { kind, name, bound, default: given, ...span };
}

function lazy(parser: Parser, mayBeStarred = false): Lazy {
  const { from } = parser.token;
  if (!mayBeStarred || !parser.accept('*')) {
    return { value: parser.rules.expression(parser), ...parser.spanFrom(from) };
  }
  const value = parser.rules.bitwiseOr(parser);
  const span = parser.spanFrom(from);
  return { value: { type: 'Starred', value, ...span }, ...span };
}

/** The statement `type X = …`, or null where the word `type` begins something else. */
export function typeAlias(parser: Parser): TypeAlias | null {
  const { token } = parser;
  if (token.kind !== 'name' || token.text !== 'type' || !hasTypeParameters(parser)) return null;
  if (parser.peek(1).kind !== 'name') return null;
  parser.next();
  const name = parser.next().text;
  const typeParams = typeParameters(parser);
  parser.expect('=', "after the name of the 'type' statement");
  const value = lazy(parser);
  return { type: 'TypeAlias', name, typeParams, value, ...parser.spanFrom(token.from) };
}
