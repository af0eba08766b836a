import type { Comprehension, Expression } from '../syntax.ts';
import type { Parser } from './parser.ts';
import { starred } from './starred.ts';
import { requireTarget } from './targets.ts';

export function startsComprehension(parser: Parser): boolean {
  if (parser.is('for')) return true;
  const next = parser.peek(1);
  return parser.is('async') && next.kind === 'keyword' && next.text === 'for';
}

/** ('for' star_targets 'in' disjunction ('if' disjunction)*)+ */
export function comprehensionClauses(parser: Parser): readonly Comprehension[] {
  const clauses: Comprehension[] = [];
  while (startsComprehension(parser)) {
    if (parser.is('async')) {
      parser.problems.unsupported(parser.next(), "'async for' in a comprehension is not supported: use a plain 'for'.");
    }
    parser.next();
    const target = starTargets(parser);
    parser.expect('in', "after the names of 'for'");
    const iter = parser.rules.disjunction(parser);
    const ifs: Expression[] = [];
    while (parser.accept('if')) ifs.push(parser.rules.disjunction(parser));
    clauses.push({ target, iter, ifs });
  }
  return clauses;
}

/** The targets of `for`: what stands before `in`, a tuple when there is a comma. */
export function starTargets(parser: Parser): Expression {
  const { from } = parser.token;
  const one = (): Expression => (parser.is('*') ? starred(parser) : parser.rules.bitwiseOr(parser));
  const first = one();
  let target = first;
  if (parser.is(',')) {
    const elts = [first];
    while (parser.accept(',') && !parser.is('in')) elts.push(one());
    target = { type: 'Tuple', elts, ...parser.spanFrom(from) };
  }
  requireTarget(target, 'for');
  return target;
}
