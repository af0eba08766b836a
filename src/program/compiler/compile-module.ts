import type { CodeObject } from '../code.ts';
import { Op } from '../instructions.ts';
import type { ProblemList } from '../problem.ts';
import type { ScopeMap } from '../scopes/collect.ts';
import type { SourceText } from '../source-text.ts';
import type { Body, Module } from '../syntax.ts';
import { assert } from '../../base/assert.ts';
import { emitStore } from './assignments.ts';
import { emitNamespaceBody } from './classes.ts';
import { codeOf } from './code-of.ts';
import { ConstantPool } from './constant-pool.ts';
import { emitExpression } from './expressions.ts';
import { openFunction } from './function-units.ts';
import { emitJumpIf } from './operators.ts';
import { emitBody } from './statements.ts';
import { Unit, type Emitters } from './unit.ts';

const emitters: Emitters = {
  expression: emitExpression,
  store: emitStore,
  jumpIf: emitJumpIf,
  body: emitBody,
};

/** The code of a module whose names are resolved. It means something only when `problems` stays empty. */
export function compileModule(
  module: Module,
  source: SourceText,
  filename: string,
  scopes: ScopeMap,
  problems: ProblemList,
  options: { iterateInGenerator: boolean; defersAnnotations: boolean; isExpression: boolean },
): CodeObject {
  const scope = scopes.get(module);
  assert(scope !== undefined, 'the module has a scope');
  const { iterateInGenerator, isExpression } = options;
  const textAnnotations = hasTextAnnotations(module.body);
  const laterClasses = options.defersAnnotations ? classEnds(module.body) : null;
  const pool = new ConstantPool();
  const size = { instructions: 0 };
  const shared = { filename, source, scopes, problems, pool, emitters, size };
  const program = { ...shared, textAnnotations, laterClasses, iterateInGenerator };
  const unit = new Unit(program, scope, 'module', null, module);
  openFunction(unit);
  const [first] = module.body;
  if (isExpression && first.type === 'Expr') {
    unit.line(first);
    unit.expression(first.value);
    unit.emit(Op.RETURN_VALUE, 0, first);
    return codeOf(unit);
  }
  emitNamespaceBody(unit, module.body);
  const last = module.body.at(-1) ?? unit.span;
  unit.none(last);
  unit.emit(Op.RETURN_VALUE, 0, last);
  return codeOf(unit);
}

/** Where the classes of a module have been made, by name: a name that is used before says nothing yet. */
function classEnds(body: Body): ReadonlyMap<string, number> {
  const ends = new Map<string, number>();
  for (const node of body) if (node.type === 'ClassDef' && !ends.has(node.name)) ends.set(node.name, node.to);
  return ends;
}

function hasTextAnnotations(body: Body): boolean {
  return body.some(
    (node) =>
      node.type === 'ImportFrom' &&
      node.module === '__future__' &&
      node.level === 0 &&
      node.names.some((alias) => alias.name === 'annotations'),
  );
}
