import type { Expression } from '../syntax.ts';
import type { Parser } from './parser.ts';

/** 'yield' 'from' expression | 'yield' [star_expressions] */
export function yieldExpression(parser: Parser): Expression {
  const { from } = parser.next();
  if (parser.accept('from')) {
    const value = parser.rules.expression(parser);
    return { type: 'YieldFrom', value, ...parser.spanFrom(from) };
  }
  const { kind, text } = parser.token;
  const ends = kind === 'newline' || kind === 'end' || (kind === 'op' && /^(?:[)\]};=:!]|,)$/.test(text));
  const value = ends ? null : parser.rules.starExpressions(parser);
  return { type: 'Yield', value, ...parser.spanFrom(from) };
}
