import { Problem } from '../problem.ts';
import type { Expression, Keyword, Slice } from '../syntax.ts';
import { atom, bracketed } from './atoms.ts';
import { comprehensionClauses, startsComprehension } from './comprehensions.ts';
import type { Parser } from './parser.ts';
import { starred } from './starred.ts';
import { expressionName } from './targets.ts';

/** Most calls, attributes and subscripts in one chain: each nests the ones before it. */
const maxChain = 500;

/** primary: atom followed by `.name`, `(arguments)` and `[slices]` */
export function primary(parser: Parser): Expression {
  const { from } = parser.token;
  let value = atom(parser);
  for (let links = 0; ; links++) {
    if (links > maxChain) {
      throw new Problem(parser.token, `More than ${maxChain} calls in one chain: store a part in a variable.`, 'limit');
    }
    if (parser.accept('.')) {
      const name = parser.expectName("an attribute's name");
      value = { type: 'Attribute', value, attr: name.text, ...parser.spanFrom(from) };
    } else if (parser.is('(')) {
      const { args, keywords } = callArguments(parser);
      value = { type: 'Call', func: value, args, keywords, ...parser.spanFrom(from) };
    } else if (parser.is('[')) {
      const slice = subscript(parser);
      value = { type: 'Subscript', value, slice, ...parser.spanFrom(from) };
    } else {
      return value;
    }
  }
}

interface Arguments {
  readonly args: readonly Expression[];
  readonly keywords: readonly Keyword[];
}

/** '(' [arguments] ')'; the current token is the parenthesis. */
export function callArguments(parser: Parser): Arguments {
  const open = parser.token;
  const args: Expression[] = [];
  const keywords: Keyword[] = [];
  bracketed(parser, ')', 'the arguments', () => {
    const { token } = parser;
    if (parser.accept('*')) {
      if (keywords.some((keyword) => keyword.arg === null)) {
        throw new Problem(token, "'*' cannot follow '**' among the arguments: put it before.");
      }
      const value = parser.rules.expression(parser);
      args.push({ type: 'Starred', value, ...parser.spanFrom(token.from) });
    } else if (parser.accept('**')) {
      const value = parser.rules.expression(parser);
      keywords.push({ arg: null, value, ...parser.spanFrom(token.from) });
    } else if (parser.peek(1).text === '=' && parser.peek(1).kind === 'op') {
      keywords.push(keywordArgument(parser, keywords));
    } else {
      args.push(positionalArgument(parser, keywords, open.from, args.length === 0));
    }
  });
  return { args, keywords };
}

function keywordArgument(parser: Parser, before: readonly Keyword[]): Keyword {
  const { token } = parser;
  if (token.kind !== 'name') {
    const what = token.kind === 'keyword' ? `'${token.text}' is a keyword` : 'this is no name';
    throw new Problem(token, `An argument is named by a name, and ${what}: write '==' to compare.`);
  }
  if (before.some((keyword) => keyword.arg === token.text)) {
    throw new Problem(token, `The keyword argument '${token.text}' is given twice: remove one.`);
  }
  parser.next();
  parser.next();
  const value = parser.rules.expression(parser);
  if (startsComprehension(parser)) throw bareGenerator(parser, token.from);
  return { arg: token.text, value, ...parser.spanFrom(token.from) };
}

function positionalArgument(parser: Parser, keywords: readonly Keyword[], open: number, isFirst: boolean): Expression {
  const { from } = parser.token;
  const value = parser.rules.namedExpression(parser);
  if (startsComprehension(parser)) {
    const generators = comprehensionClauses(parser);
    if (!isFirst || keywords.length > 0 || !parser.is(')')) throw bareGenerator(parser, from);
    // The parentheses of the call are the generator expression's too.
    return {
      type: 'GeneratorExp',
      elt: value,
      value: null,
      generators,
      from: open,
      to: parser.token.to,
    };
  }
  if (parser.is('=')) {
    throw new Problem(
      { from, to: parser.token.to },
      `An argument is named by a name, not by ${expressionName(value)}: write '==' to compare.`,
    );
  }
  if (keywords.length > 0) {
    const unpacked = keywords.some((keyword) => keyword.arg === null);
    throw new Problem(
      parser.spanFrom(from),
      `A positional argument cannot follow ${unpacked ? "an unpacked '**' argument" : 'a keyword argument'}: ` +
        'put it before.',
    );
  }
  return value;
}

function bareGenerator(parser: Parser, from: number): Problem {
  return new Problem(
    parser.spanFrom(from),
    'A generator expression that is not the only argument needs parentheses of its own.',
  );
}

/** '[' slices ']': a tuple when there is a comma. */
function subscript(parser: Parser): Expression {
  const { to } = parser.token;
  if (parser.peek(1).text === ']' && parser.peek(1).kind === 'op') {
    throw new Problem({ from: to - 1, to: to + 1 }, "Expected an index or a slice between '[' and ']'.");
  }
  const { from } = parser.peek(1);
  const elts: Expression[] = [];
  let end = from;
  const trailing = bracketed(parser, ']', 'the index', () => {
    elts.push(sliceOrIndex(parser));
    end = parser.is(',') ? parser.token.to : parser.lastEnd;
  });
  return elts.length > 1 || trailing || elts[0].type === 'Starred' ? { type: 'Tuple', elts, from, to: end } : elts[0];
}

function sliceOrIndex(parser: Parser): Expression {
  if (parser.is('*')) return starred(parser);
  const { from } = parser.token;
  const lower = parser.is(':') ? null : parser.rules.namedExpression(parser);
  if (!parser.is(':')) return lower!;
  parser.next();
  const part = (): Expression | null =>
    parser.is(':') || parser.is(',') || parser.is(']') ? null : parser.rules.expression(parser);
  const upper = part();
  const step = parser.accept(':') ? part() : null;
  const slice: Slice = { type: 'Slice', lower, upper, step, ...parser.spanFrom(from) };
  return slice;
}
