import type { CodeObject } from '../code.ts';
import { hasTextAnnotations } from '../future-imports.ts';
import { Op } from '../instructions.ts';
import type { ProblemList } from '../problem.ts';
import type { ScopeMap } from '../scopes/collect.ts';
import type { SourceText } from '../source-text.ts';
import type { Module } from '../syntax.ts';
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
  const { iterateInGenerator, isExpression, defersAnnotations } = options;
  const textAnnotations = hasTextAnnotations(module);
  const pool = new ConstantPool();
  const size = { instructions: 0 };
  const shared = { filename, source, scopes, problems, pool, emitters, size };
  const program = { ...shared, textAnnotations, defersAnnotations, iterateInGenerator };
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
