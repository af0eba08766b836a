/** Where `from __future__ import …` may stand, and what it may name. Source: CPython Python/future.c. */
import { Problem, type ProblemList } from './problem.ts';
import type { ImportFrom, Module } from './syntax.ts';

const FEATURES: readonly string[] = [
  'nested_scopes', 'generators', 'division', 'absolute_import', 'with_statement', 'print_function', 'unicode_literals',
  'barry_as_FLUFL', 'generator_stop', 'annotations',
]; // prettier-ignore

/** Notes those of the module's own statements that come too late, or ask for a feature that there is not. */
export function checkFutureImports(module: Module, problems: ProblemList): void {
  let isBeginning = true;
  module.body.forEach((node, i) => {
    if (node.type === 'ImportFrom' && isFutureImport(node)) {
      if (!isBeginning) problems.add(new Problem(node, LATE_FUTURE));
      for (const { name } of node.names) {
        if (name === 'braces') problems.add(new Problem(node, 'not a chance'));
        else if (!FEATURES.includes(name)) problems.add(new Problem(node, `future feature ${name} is not defined`));
      }
    } else if (i > 0 || node.type !== 'Expr' || node.value.type !== 'Constant') isBeginning = false;
  });
}

export const LATE_FUTURE = 'from __future__ imports must occur at the beginning of the file';

export const isFutureImport = ({ module, level }: ImportFrom): boolean => module === '__future__' && level === 0;

/** Whether annotations are not evaluated but kept as text: `from __future__ import annotations`. */
export function hasTextAnnotations({ body }: Module): boolean {
  return body.some(
    (node) =>
      node.type === 'ImportFrom' && isFutureImport(node) && node.names.some((alias) => alias.name === 'annotations'),
  );
}
