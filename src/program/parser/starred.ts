import type { Expression } from '../syntax.ts';
import type { Parser } from './parser.ts';

/** '*' bitwise_or; the current token is the star. */
export function starred(parser: Parser): Expression {
  const { from } = parser.next();
  const value = parser.rules.bitwiseOr(parser);
  return { type: 'Starred', value, ...parser.spanFrom(from) };
}

/** star_named_expression: '*' bitwise_or | named_expression */
export function starNamedExpression(parser: Parser): Expression {
  return parser.is('*') ? starred(parser) : parser.rules.namedExpression(parser);
}
