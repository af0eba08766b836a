import type { ProblemList } from '../problem.ts';
import type { Module } from '../syntax.ts';
import type { Token } from '../tokens/token.ts';
import { bitwiseOr, disjunction, expression, namedExpression, starExpressions } from './expressions.ts';
import { Parser, type ParserOptions, type Rules } from './parser.ts';
import { block, statements } from './statements.ts';

const rules: Rules = {
  expression,
  disjunction,
  bitwiseOr,
  namedExpression,
  starExpressions,
  block,
};

/**
 * The syntax tree of a program. What could not be read is left out of the tree and noted in `problems`; so the tree
 * means something only when that list stays empty. Never throws.
 */
export function parseModule(
  source: string,
  tokens: readonly Token[],
  problems: ProblemList,
  options: ParserOptions = {},
): Module {
  const parser = new Parser(source, tokens, problems, rules, options);
  const body = statements(parser);
  return { type: 'Module', body, from: 0, to: source.length };
}
