import type { ComprehensionExpression, NamedExpr } from '../syntax.ts';
import type { Collector } from './collect.ts';
import { Use, type Scope } from './scope.ts';

const iteration = Use.LOCAL | Use.ITERATION;

const names = {
  ListComp: '<listcomp>',
  SetComp: '<setcomp>',
  DictComp: '<dictcomp>',
  GeneratorExp: '<genexpr>',
} as const;

/** The outermost iterable belongs to the enclosing scope; all else to the comprehension's own. */
export function collectComprehension(collector: Collector, node: ComprehensionExpression): void {
  const [outermost, ...others] = node.generators;
  collectIterable(collector, outermost.iter);
  const collect = (): void => {
    collector.scope.mark('.0', Use.PARAMETER);
    collector.scope.parameters.push('.0');
    collector.target(outermost.target, iteration);
    collector.expressions(outermost.ifs);
    for (const clause of others) {
      collector.target(clause.target, iteration);
      collectIterable(collector, clause.iter);
      collector.expressions(clause.ifs);
    }
    collector.optional(node.value);
    collector.expression(node.elt);
    if (node.type === 'GeneratorExp') collector.scope.isGenerator = true;
  };
  collector.within(node, 'comprehension', names[node.type], collect, node.type);
}

function collectIterable(collector: Collector, iterable: Parameters<Collector['expression']>[0]): void {
  collector.iterables++;
  collector.expression(iterable);
  collector.iterables--;
}

/**
 * `name := value`. In a comprehension the name belongs to the scope around all comprehensions
 * (CPython: `symtable_extend_namedexpr_scope`).
 */
export function collectWalrus(collector: Collector, node: NamedExpr): void {
  const { scope, problems } = collector;
  if (collector.iterables > 0) {
    problems.syntax(node, "':=' cannot be used in the iterable of a comprehension: assign before it.");
  }
  if (scope.comprehension !== null) extendWalrus(collector, scope, node);
  collector.expression(node.value);
  collector.target(node.target);
}

function extendWalrus(collector: Collector, innermost: Scope, node: NamedExpr): void {
  const { problems } = collector;
  const name = innermost.mangle(node.target.id);
  let scope: Scope | null = innermost;
  while (scope !== null && scope.comprehension !== null) {
    if (scope.usesOf(name) & Use.ITERATION) {
      problems.syntax(
        node,
        `':=' cannot rebind '${node.target.id}', which the comprehension iterates over: choose another name.`,
      );
      return;
    }
    scope = scope.parent;
  }
  if (scope === null) return;
  if (scope.kind === 'class') {
    problems.syntax(node, "':=' in a comprehension cannot be used in the body of a class.");
    return;
  }
  const isGlobal = scope.kind === 'module' || (scope.usesOf(name) & Use.GLOBAL) !== 0;
  innermost.mark(name, isGlobal ? Use.GLOBAL : Use.NONLOCAL);
  scope.mark(name, isGlobal ? Use.GLOBAL : Use.LOCAL);
}
