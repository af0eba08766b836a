/**
 * Annotations of functions, classes and modules. Up to 3.13 they are evaluated where they stand; from 3.14 on a function
 * `__annotate__` does so when somebody asks (PEP 649). Source: CPython Python/codegen.c (codegen_function_annotations,
 * codegen_setup_annotations_scope, codegen_deferred_annotations_body).
 *
 * Not CPython: in a class, an annotation in an `if` is there whether the statement was reached or not.
 */
import { CompareOp, MakeFunction, Op } from '../instructions.ts';
import { annotatedOrder } from '../scopes/collect.ts';
import type { Scope } from '../scopes/scope.ts';
import type { AnnAssign, Expression, FunctionDef, Literal, Span } from '../syntax.ts';
import { emitClosure, openFunction } from './function-units.ts';
import { foldAll } from './fold.ts';
import { emitName } from './names.ts';
import { Unit, type Signature } from './unit.ts';

/** Which annotations of its module have been passed: the set that `__annotate__` of the module looks into. */
const PASSED = '__conditional_annotations__';

const oneParameter: Signature = {
  positional: 1,
  positionalOnly: 1,
  keywordOnly: 0,
  hasVarArgs: false,
  hasVarKeywords: false,
};

/** Leaves the annotations of a function on the stack, or the function that makes them; returns what to say of it. */
export function emitAnnotations(unit: Unit, node: FunctionDef): number {
  const parts: Expression[] = [];
  const add = (name: string, annotation: Expression | null): void => {
    if (annotation === null) return;
    const { from, to } = annotation;
    const value = { kind: 'str', value: unit.scope.mangle(name) } as const;
    parts.push({ type: 'Constant', value, from, to }, annotationValue(unit, annotation));
  };
  for (const parameter of annotatedOrder(node.args)) add(parameter.name, parameter.annotation);
  add('return', node.returns);
  if (parts.length === 0) return 0;
  const scope = unit.program.scopes.get(node.args);
  if (scope !== undefined) {
    emitAnnotate(unit, scope, node, (inner) => {
      for (const part of parts) inner.expression(part);
      inner.emit(Op.BUILD_MAP, parts.length / 2, node);
    });
    return MakeFunction.ANNOTATIONS;
  }
  const constants = foldAll(parts);
  if (constants !== null) {
    unit.constant({ kind: 'tuple', items: constants }, node);
  } else {
    for (const part of parts) unit.expression(part);
    unit.emit(Op.BUILD_TUPLE, parts.length, node);
  }
  return MakeFunction.ANNOTATIONS;
}

/** What an annotation evaluates to: itself, or its text after `from __future__ import annotations`. */
export function annotationValue(unit: Unit, annotation: Expression): Expression {
  if (!unit.program.textAnnotations) return annotation;
  const { from, to } = annotation;
  const text = unit.program.source.text.slice(from, to).replace(/\s+/g, ' ');
  return { type: 'Constant', value: { kind: 'str', value: text }, from, to };
}

/** At the end of a class: the function that makes its annotations. */
export function emitClassAnnotations(unit: Unit, span: Span): void {
  const { annotations } = unit.scope;
  if (annotations === null) return;
  emitAnnotate(unit, annotations, span, (inner) => emitVariables(unit, inner, span));
  emitName(unit, 'store', '__annotate_func__', span);
}

/** At the beginning of a module, whose annotations are found by then: see `moduleAnnotations`. */
export function emitModuleAnnotations(unit: Unit, found: readonly AnnAssign[], span: Span): void {
  const { annotations } = unit.scope;
  if (annotations === null) return;
  unit.deferredAnnotations.push(...found);
  emitAnnotate(unit, annotations, span, (inner) => emitVariables(unit, inner, span));
  emitName(unit, 'store', '__annotate__', span);
  unit.emit(Op.BUILD_SET, 0, span);
  emitName(unit, 'store', PASSED, span);
}

/** Where an annotated variable of a module or class stands. */
export function emitDeferred(unit: Unit, node: AnnAssign): void {
  if (unit.kind === 'class') {
    unit.deferredAnnotations.push(node);
    return;
  }
  emitName(unit, 'load', PASSED, node);
  unit.constant(integer(unit.deferredAnnotations.indexOf(node)), node);
  unit.emit(Op.SET_ADD, 1, node);
  unit.emit(Op.POP_TOP, 0, node);
}

function emitVariables(unit: Unit, inner: Unit, span: Span): void {
  inner.emit(Op.BUILD_MAP, 0, span);
  unit.deferredAnnotations.forEach((node, index) => {
    const next = inner.newLabel();
    if (unit.kind === 'module') {
      inner.constant(integer(index), node);
      inner.emit(Op.LOAD_GLOBAL, inner.nameIndex(PASSED), node);
      inner.emit(Op.CONTAINS_OP, 0, node);
      inner.jump(Op.POP_JUMP_IF_FALSE, next, node);
    }
    inner.expression(node.annotation);
    inner.emit(Op.COPY, 2, node);
    if (node.target.type === 'Name') {
      inner.constant({ kind: 'str', value: unit.scope.mangle(node.target.id) }, node);
    }
    inner.emit(Op.STORE_SUBSCR, 0, node);
    inner.bind(next);
  });
}

const integer = (value: number): Literal => ({ kind: 'int', value });

/** Makes a function `__annotate__(format, /)` whose `emitResult` leaves a dict, and leaves it on the stack. */
function emitAnnotate(unit: Unit, scope: Scope, span: Span, emitResult: (inner: Unit) => void): void {
  const inner = new Unit(unit.program, scope, 'function', unit, span, oneParameter);
  openFunction(inner);
  // Of the ways to write annotations it knows values alone; others run it with names that stand for something else.
  const known = inner.newLabel();
  inner.emit(Op.LOAD_FAST, 0, span);
  inner.constant(integer(2), span);
  inner.emit(Op.COMPARE_OP, CompareOp.GT, span);
  inner.jump(Op.POP_JUMP_IF_FALSE, known, span);
  inner.emit(Op.LOAD_BUILTIN, inner.nameIndex('NotImplementedError'), span);
  inner.emit(Op.RAISE_VARARGS, 1, span);
  inner.bind(known);
  emitResult(inner);
  inner.emit(Op.RETURN_VALUE, 0, span);
  emitClosure(unit, inner, 0, span);
}
