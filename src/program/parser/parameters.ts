import { Problem } from '../problem.ts';
import type { Expression, Parameter, Parameters } from '../syntax.ts';
import { keywords } from '../tokens/token.ts';
import type { Parser } from './parser.ts';

/** '(' [parameters] ')' of a `def`. */
export function functionParameters(parser: Parser): Parameters {
  parser.expect('(', "after the function's name");
  const parameters = readParameters(parser, ')', true);
  parser.expect(')', 'after the parameters');
  return parameters;
}

/** The parameters of a lambda, up to its colon. */
export function lambdaParameters(parser: Parser): Parameters {
  return readParameters(parser, ':', false);
}

/** What has been read so far, and where a parameter may stand next. */
class ParameterList {
  positionalOnly: Parameter[] = [];
  readonly positional: Parameter[] = [];
  varArgs: Parameter | null = null;
  readonly keywordOnly: Parameter[] = [];
  varKeywords: Parameter | null = null;
  readonly defaults: Expression[] = [];
  readonly keywordDefaults: (Expression | null)[] = [];
  /** The bare `*`, when there is one. */
  star: { readonly from: number; readonly to: number } | null = null;
  afterStar = false;
  sawSlash = false;
}

function readParameters(parser: Parser, closing: string, annotated: boolean): Parameters {
  const list = new ParameterList();
  while (!parser.is(closing)) {
    if (list.varKeywords !== null) {
      throw new Problem(parser.token, `No parameter can follow '**${list.varKeywords.name}': put it before.`);
    }
    if (parser.is('/')) slash(parser, list);
    else if (parser.is('*')) star(parser, list, annotated);
    else if (parser.accept('**')) {
      list.varKeywords = parameter(parser, annotated);
      if (parser.is('=')) throw new Problem(parser.token, "A '**' parameter cannot have a default: remove it.");
    } else {
      plain(parser, list, annotated);
    }
    if (!parser.accept(',')) break;
  }
  if (list.star !== null && list.keywordOnly.length === 0) {
    throw new Problem(list.star, "Named parameters must follow a bare '*': add one, or remove the '*'.");
  }
  if (!parser.is(closing)) {
    throw parser.unexpected(`expected ',' or '${closing}' after a parameter`);
  }
  return {
    positionalOnly: list.positionalOnly,
    positional: list.positional,
    varArgs: list.varArgs,
    keywordOnly: list.keywordOnly,
    varKeywords: list.varKeywords,
    defaults: list.defaults,
    keywordDefaults: list.keywordDefaults,
  };
}

function slash(parser: Parser, list: ParameterList): void {
  const token = parser.next();
  if (list.sawSlash) throw new Problem(token, "'/' may appear only once among the parameters.");
  if (list.afterStar) throw new Problem(token, "'/' must stand before '*' among the parameters.");
  if (list.positional.length === 0) throw new Problem(token, "At least one parameter must precede '/'.");
  list.positionalOnly = list.positional.splice(0);
  list.sawSlash = true;
}

function star(parser: Parser, list: ParameterList, annotated: boolean): void {
  const token = parser.next();
  if (list.afterStar) throw new Problem(token, "'*' may appear only once among the parameters.");
  list.afterStar = true;
  if (parser.token.kind === 'name') {
    list.varArgs = parameter(parser, annotated);
    if (parser.is('=')) throw new Problem(parser.token, "A '*' parameter cannot have a default: remove it.");
  } else {
    list.star = token;
  }
}

function plain(parser: Parser, list: ParameterList, annotated: boolean): void {
  const read = parameter(parser, annotated);
  const value = parser.accept('=') ? defaultValue(parser) : null;
  if (list.afterStar) {
    list.keywordOnly.push(read);
    list.keywordDefaults.push(value);
    return;
  }
  if (value !== null) list.defaults.push(value);
  else if (list.defaults.length > 0) {
    throw new Problem(read, `The parameter '${read.name}' has no default but follows one that has: give it one too.`);
  }
  list.positional.push(read);
}

function defaultValue(parser: Parser): Expression {
  if (parser.is(',') || parser.is(')') || parser.is(':')) {
    throw parser.unexpected("expected a default value after '='");
  }
  return parser.rules.expression(parser);
}

function parameter(parser: Parser, annotated: boolean): Parameter {
  const { token } = parser;
  if (token.kind !== 'name') {
    if (keywords.has(token.text)) {
      throw new Problem(token, `'${token.text}' is a keyword and cannot name a parameter: choose another name.`);
    }
    throw parser.unexpected(
      token.text === '(' ? 'a parameter is a name: unpack it in the body' : "expected a parameter's name",
    );
  }
  parser.next();
  let annotation: Expression | null = null;
  if (annotated && parser.accept(':')) {
    if (parser.is('*')) {
      parser.problems.unsupported(parser.next(), "A starred annotation is not supported: remove the '*'.");
    }
    annotation = parser.rules.expression(parser);
  }
  return { name: token.text, annotation, ...parser.spanFrom(token.from) };
}
