/**
 * Type parameters of functions, classes and aliases (PEP 695). They are made by a hidden function, which is called at once.
 * Source: CPython Python/codegen.c (codegen_type_params, codegen_typealias).
 */
import { assert } from '../../base/assert.ts';
import { Op } from '../instructions.ts';
import type { ClassDef, FunctionDef, Lazy, Span, TypeAlias, TypeParameter } from '../syntax.ts';
import { emitClosure, openFunction } from './function-units.ts';
import { emitName } from './names.ts';
import { Unit, type Signature } from './unit.ts';

const positionalOnly = (positional: number): Signature => ({
  positional,
  positionalOnly: positional,
  keywordOnly: 0,
  hasVarArgs: false,
  hasVarKeywords: false,
});

/** A function of the module `_typing`, called with the `count` values on top of the stack. */
export function callTyping(unit: Unit, name: string, count: number, span: Span): void {
  unit.emit(Op.CALL_TYPING, (unit.nameIndex(name) << 2) | count, span);
}

/** Leaves the hidden function, ready to be called with `parameters` arguments. `emitResult` leaves what it returns. */
export function emitTypeScope(
  unit: Unit,
  node: FunctionDef | ClassDef | TypeAlias,
  parameters: number,
  emitResult: (inner: Unit) => void,
): void {
  const scope = unit.program.scopes.get(node.typeParams);
  assert(scope !== undefined, 'type parameters have a scope');
  const inner = new Unit(unit.program, scope, 'function', unit, node, positionalOnly(parameters));
  openFunction(inner);
  emitResult(inner);
  inner.emit(Op.RETURN_VALUE, 0, node);
  emitClosure(unit, inner, 0, node);
  unit.emit(Op.PUSH_NULL, 0, node);
}

/** Leaves a tuple of the parameters, each of which is a variable from here on. */
export function emitTypeParameters(unit: Unit, parameters: readonly TypeParameter[]): void {
  for (const parameter of parameters) {
    unit.constant({ kind: 'str', value: parameter.name }, parameter);
    if (parameter.bound === null) {
      callTyping(unit, `_${parameter.kind}`, 1, parameter);
    } else {
      emitLazy(unit, parameter.bound);
      const isTuple = parameter.bound.value.type === 'Tuple';
      callTyping(unit, isTuple ? '_constrained' : '_bounded', 2, parameter);
    }
    if (parameter.default !== null) {
      emitLazy(unit, parameter.default);
      callTyping(unit, '_with_default', 2, parameter);
    }
    unit.emit(Op.COPY, 1, parameter);
    emitName(unit, 'store', parameter.name, parameter);
  }
  unit.emit(Op.BUILD_TUPLE, parameters.length, parameters[0]);
}

/** Leaves the function that evaluates the expression. */
function emitLazy(unit: Unit, node: Lazy): void {
  const scope = unit.program.scopes.get(node);
  assert(scope !== undefined, 'what is evaluated later has a scope');
  const inner = new Unit(unit.program, scope, 'function', unit, node, positionalOnly(0));
  openFunction(inner);
  if (node.value.type === 'Starred') {
    inner.expression(node.value.value);
    inner.emit(Op.UNPACK_SEQUENCE, 1, node);
  } else {
    inner.expression(node.value);
  }
  inner.emit(Op.RETURN_VALUE, 0, node);
  emitClosure(unit, inner, 0, node);
}

/** `type X[T] = …` */
export function emitTypeAlias(unit: Unit, node: TypeAlias): void {
  const name = { kind: 'str', value: node.name } as const;
  if (node.typeParams.length === 0) {
    unit.constant(name, node);
    unit.none(node);
    emitLazy(unit, node.value);
    callTyping(unit, '_alias', 3, node);
  } else {
    emitTypeScope(unit, node, 0, (inner) => {
      inner.constant(name, node);
      emitTypeParameters(inner, node.typeParams);
      emitLazy(inner, node.value);
      callTyping(inner, '_alias', 3, node);
    });
    unit.emit(Op.CALL, 0, node);
  }
  emitName(unit, 'store', node.name, node);
}
