import { numberLiteral } from '../literals/number-literal.ts';
import { Problem } from '../problem.ts';
import type { Expression, MatchCase, Pattern, Statement } from '../syntax.ts';
import { atom } from './atoms.ts';
import type { Parser } from './parser.ts';
import { starNamedExpression } from './starred.ts';
import { strings } from './strings.ts';

/**
 * Whether a `match` statement starts here. `match` may be a name: it is the keyword when something follows it and the
 * logical line ends with a colon, which no other line that starts with a name does.
 */
export function startsMatch(parser: Parser): boolean {
  const { kind, text } = parser.token;
  if (kind !== 'name' || text !== 'match') return false;
  if (parser.peek(1).text === ':' || parser.peek(1).kind === 'newline') return false;
  for (let ahead = 1; ; ahead++) {
    const token = parser.peek(ahead);
    if (token.kind === 'newline' || token.kind === 'end') return parser.peek(ahead - 1).text === ':';
    if (token.kind === 'op' && token.text === '=' && ahead === 1) return false;
  }
}

export function matchStatement(parser: Parser): Statement {
  const header = parser.next();
  const subject = subjectExpression(parser);
  parser.expect(':', "after the subject of 'match'");
  const cases: MatchCase[] = [];
  if (!parser.at('newline')) throw parser.unexpected("expected 'case' on a line of its own");
  parser.next();
  if (!parser.at('indent')) {
    throw parser.unexpected("expected an indented 'case' after the line of 'match'");
  }
  parser.next();
  while (parser.at('name') && parser.token.text === 'case') cases.push(matchCase(parser));
  if (cases.length === 0 || !parser.at('dedent')) {
    if (!parser.at('end')) throw parser.unexpected("expected 'case' in the block of 'match'");
  } else {
    parser.next();
  }
  cases.slice(0, -1).forEach(refuseIrrefutable);
  return { type: 'Match', subject, cases, ...parser.spanFrom(header.from) };
}

/** subject_expr: star_named_expression ',' star_named_expressions? | named_expression */
function subjectExpression(parser: Parser): Expression {
  const { from } = parser.token;
  const first = starNamedExpression(parser);
  if (!parser.is(',')) {
    if (first.type === 'Starred') {
      throw new Problem(first, 'A starred expression cannot stand alone: add a comma.');
    }
    return first;
  }
  const elts = [first];
  while (parser.accept(',') && !parser.is(':')) elts.push(starNamedExpression(parser));
  return { type: 'Tuple', elts, ...parser.spanFrom(from) };
}

function refuseIrrefutable({ pattern, guard }: MatchCase): void {
  if (guard !== null) return;
  const found = irrefutable(pattern);
  if (found !== null) {
    throw new Problem(found, `${capital(found)} makes the patterns after it unreachable: put it last.`);
  }
}

function capital(pattern: Pattern): string {
  const name = pattern.type === 'MatchAs' ? pattern.name : null;
  return name === null ? "The wildcard '_'" : `The capture of the name '${name}'`;
}

/** The part of a pattern that matches everything, if there is one. */
function irrefutable(pattern: Pattern): Pattern | null {
  if (pattern.type === 'MatchAs') {
    return pattern.pattern === null ? pattern : irrefutable(pattern.pattern) && pattern;
  }
  if (pattern.type === 'MatchOr') return pattern.patterns.map(irrefutable).find(Boolean) ?? null;
  return null;
}

function matchCase(parser: Parser): MatchCase {
  const header = parser.next();
  const pattern = openPattern(parser);
  const guard = parser.accept('if') ? parser.rules.namedExpression(parser) : null;
  if (!parser.is(':')) throw parser.unexpected("expected ':' at the end of the line of 'case'");
  parser.next();
  const body = parser.rules.block(parser, header, "'case'");
  return { pattern, guard, body, ...parser.spanFrom(header.from) };
}

/** patterns: open_sequence_pattern | pattern */
function openPattern(parser: Parser): Pattern {
  const { from } = parser.token;
  const first = maybeStarPattern(parser);
  if (!parser.is(',')) {
    if (first.type === 'MatchStar') throw new Problem(first, 'A starred pattern must be in a sequence: add a comma.');
    return first;
  }
  const patterns = [first];
  while (parser.accept(',') && !parser.is(':') && !parser.is('if')) {
    patterns.push(maybeStarPattern(parser));
  }
  return sequence(patterns, parser, from);
}

function sequence(patterns: readonly Pattern[], parser: Parser, from: number): Pattern {
  const stars = patterns.filter((pattern) => pattern.type === 'MatchStar');
  if (stars.length > 1) throw new Problem(stars[1], 'Only one starred pattern is allowed in a sequence.');
  return { type: 'MatchSequence', patterns, ...parser.spanFrom(from) };
}

function maybeStarPattern(parser: Parser): Pattern {
  const { from } = parser.token;
  if (!parser.accept('*')) return asPattern(parser);
  const name = parser.expectName("a name after '*'").text;
  return { type: 'MatchStar', name: name === '_' ? null : name, ...parser.spanFrom(from) };
}

/** as_pattern: or_pattern 'as' NAME | or_pattern */
function asPattern(parser: Parser): Pattern {
  return parser.nested(() => {
    const { from } = parser.token;
    const pattern = orPattern(parser);
    if (!parser.accept('as')) return pattern;
    const { token } = parser;
    const name = parser.expectName("a name after 'as'").text;
    if (name === '_') throw new Problem(token, "'_' cannot be the name after 'as': choose another.");
    return { type: 'MatchAs', pattern, name, ...parser.spanFrom(from) };
  });
}

function orPattern(parser: Parser): Pattern {
  const { from } = parser.token;
  const patterns = [closedPattern(parser)];
  while (parser.accept('|')) patterns.push(closedPattern(parser));
  if (patterns.length === 1) return patterns[0];
  for (const pattern of patterns.slice(0, -1)) {
    const found = irrefutable(pattern);
    if (found !== null) {
      throw new Problem(found, `${capital(found)} makes the patterns after it unreachable: put it last.`);
    }
  }
  return { type: 'MatchOr', patterns, ...parser.spanFrom(from) };
}

function closedPattern(parser: Parser): Pattern {
  const { token } = parser;
  if (parser.is('[') || parser.is('(')) return groupOrSequence(parser);
  if (parser.is('{')) return mappingPattern(parser);
  if (token.kind === 'name') return namePattern(parser);
  if (parser.is('None') || parser.is('True') || parser.is('False')) {
    const value = atom(parser);
    if (value.type === 'Constant') return { type: 'MatchSingleton', value, from: value.from, to: value.to };
  }
  const value = literal(parser);
  return { type: 'MatchValue', value, from: value.from, to: value.to };
}

/** A number with an optional sign and imaginary part, or strings. */
function literal(parser: Parser): Expression {
  const { token } = parser;
  if (token.kind === 'string') return strings(parser);
  if (token.kind === 'fstring-start') {
    throw new Problem(token, 'An f-string cannot be a pattern: compare in a guard (case x if …).');
  }
  const real = signedNumber(parser);
  if (!parser.is('+') && !parser.is('-')) return real;
  const op = parser.next().text === '+' ? 'ADD' : 'SUBTRACT';
  const right = signedNumber(parser);
  if (right.type !== 'Constant' || right.value.kind !== 'complex') {
    throw new Problem(right, 'Only an imaginary number can be added in a pattern.');
  }
  return { type: 'BinOp', left: real, op, right, ...parser.spanFrom(token.from) };
}

function signedNumber(parser: Parser): Expression {
  const { from } = parser.token;
  const negative = parser.accept('-');
  const { token } = parser;
  if (token.kind !== 'number') {
    throw parser.unexpected('expected a pattern: a literal, a name, a class, or something in brackets');
  }
  parser.next();
  const { to } = token;
  const operand = {
    type: 'Constant',
    value: numberLiteral(token, token.text),
    from: token.from,
    to,
  } as const;
  return negative ? { type: 'UnaryOp', op: 'NEGATIVE', operand, from, to } : operand;
}

/** A capture, the wildcard, a dotted value, or a class pattern. */
function namePattern(parser: Parser): Pattern {
  const { from, to, text } = parser.next();
  let name: Expression = { type: 'Name', id: text, from, to };
  while (parser.accept('.')) {
    const attr = parser.expectName("an attribute's name").text;
    name = { type: 'Attribute', value: name, attr, ...parser.spanFrom(from) };
  }
  if (parser.is('(')) return classPattern(parser, name);
  if (name.type === 'Attribute') return { type: 'MatchValue', value: name, ...parser.spanFrom(from) };
  return { type: 'MatchAs', pattern: null, name: text === '_' ? null : text, from, to };
}

function groupOrSequence(parser: Parser): Pattern {
  const { from, text } = parser.next();
  const closing = text === '(' ? ')' : ']';
  const patterns: Pattern[] = [];
  let comma = false;
  while (!parser.is(closing)) {
    patterns.push(maybeStarPattern(parser));
    comma = parser.accept(',');
    if (!comma && !parser.is(closing)) throw parser.unexpected(`expected ',' or '${closing}' in the pattern`);
  }
  parser.next();
  const group = text === '(' && patterns.length === 1 && !comma;
  if (group && patterns[0].type !== 'MatchStar') return patterns[0];
  return sequence(patterns, parser, from);
}

function mappingPattern(parser: Parser): Pattern {
  const { from } = parser.next();
  const keys: Expression[] = [];
  const patterns: Pattern[] = [];
  let rest: string | null = null;
  while (!parser.is('}')) {
    if (rest !== null) throw new Problem(parser.token, `Nothing can follow '**${rest}' in a mapping pattern.`);
    if (parser.accept('**')) {
      const { token } = parser;
      rest = parser.expectName("a name after '**'").text;
      if (rest === '_') throw new Problem(token, "'**_' is not needed: a mapping pattern ignores other keys.");
    } else {
      keys.push(mappingKey(parser));
      parser.expect(':', 'after the key of a mapping pattern');
      patterns.push(asPattern(parser));
    }
    if (!parser.accept(',') && !parser.is('}')) throw parser.unexpected("expected ',' or '}' in the pattern");
  }
  parser.next();
  return { type: 'MatchMapping', keys, patterns, rest, ...parser.spanFrom(from) };
}

function mappingKey(parser: Parser): Expression {
  const pattern = closedPattern(parser);
  if (pattern.type === 'MatchValue' || pattern.type === 'MatchSingleton') return pattern.value;
  throw new Problem(pattern, 'The key of a mapping pattern is a literal or a dotted name.');
}

function classPattern(parser: Parser, cls: Expression): Pattern {
  parser.next();
  const patterns: Pattern[] = [];
  const keywordNames: string[] = [];
  const keywordPatterns: Pattern[] = [];
  while (!parser.is(')')) {
    const { token } = parser;
    if (token.kind === 'name' && parser.peek(1).text === '=') {
      if (keywordNames.includes(token.text)) {
        throw new Problem(token, `The attribute '${token.text}' is given twice in the class pattern.`);
      }
      keywordNames.push(parser.next().text);
      parser.next();
      keywordPatterns.push(asPattern(parser));
    } else {
      const pattern = asPattern(parser);
      if (keywordNames.length > 0) {
        throw new Problem(pattern, 'A positional pattern cannot follow a keyword pattern: put it before.');
      }
      patterns.push(pattern);
    }
    if (!parser.accept(',') && !parser.is(')')) throw parser.unexpected("expected ',' or ')' in the pattern");
  }
  parser.next();
  const span = parser.spanFrom(cls.from);
  return { type: 'MatchClass', cls, patterns, keywordNames, keywordPatterns, ...span };
}
