import { BinaryOp, INPLACE, Op } from '../instructions.ts';
import type { AnnAssign, Assign, AugAssign, Expression, Span } from '../syntax.ts';
import { annotationValue, emitDeferred } from './annotations.ts';
import { fold } from './fold.ts';
import { emitName, refuseDebug } from './names.ts';
import { emitSlicePart, twoPartSlice } from './subscripts.ts';
import type { Unit } from './unit.ts';

/** Stores the top of the stack in a target. */
export function emitStore(unit: Unit, target: Expression): void {
  switch (target.type) {
    case 'Name':
      emitName(unit, 'store', target.id, target);
      break;
    case 'Attribute':
      refuseDebug(unit, target.attr, target);
      if (target.value.type === 'Name' && target.value.id === 'self') unit.noteStaticAttribute(target.attr);
      unit.expression(target.value);
      unit.emit(Op.STORE_ATTR, unit.nameIndex(unit.scope.mangle(target.attr)), target);
      break;
    case 'Subscript': {
      unit.expression(target.value);
      const slice = twoPartSlice(target);
      if (slice !== null) {
        emitSlicePart(unit, slice);
        unit.emit(Op.STORE_SLICE, 0, target);
      } else {
        unit.expression(target.slice);
        unit.emit(Op.STORE_SUBSCR, 0, target);
      }
      break;
    }
    case 'List':
    case 'Tuple':
      emitUnpack(unit, target.elts, target);
      for (const element of target.elts) {
        unit.store(element.type === 'Starred' ? element.value : element);
      }
      break;
    default:
      unit.program.problems.syntax(target, 'Cannot assign to this: expected a name, an attribute or an item.');
  }
}

function emitUnpack(unit: Unit, elts: readonly Expression[], span: Span): void {
  const star = elts.findIndex((element) => element.type === 'Starred');
  if (star < 0) {
    unit.emit(Op.UNPACK_SEQUENCE, elts.length, span);
    return;
  }
  const after = elts.length - star - 1;
  if (star >= 256 || after >= 1 << 23) {
    unit.program.problems.syntax(span, 'Too many names before the starred one: at most 255.');
  }
  unit.emit(Op.UNPACK_EX, star | (after << 8), span);
}

export function emitAssign(unit: Unit, node: Assign): void {
  const { targets, value } = node;
  if (targets.length === 1 && emitParallelAssign(unit, targets[0], value)) return;
  unit.expression(value);
  targets.forEach((target, index) => {
    if (index < targets.length - 1) unit.emit(Op.COPY, 1, node);
    unit.store(target);
  });
}

/** `a, b = b, a` and the like with up to three values need no tuple (CPython: BUILD_TUPLE, UNPACK_SEQUENCE). */
function emitParallelAssign(unit: Unit, target: Expression, value: Expression): boolean {
  if (value.type !== 'Tuple' || (target.type !== 'Tuple' && target.type !== 'List')) return false;
  const count = value.elts.length;
  if (count !== target.elts.length || count < 1 || count > 3) return false;
  const isStarred = (node: Expression): boolean => node.type === 'Starred';
  if (value.elts.some(isStarred) || target.elts.some(isStarred) || fold(value) !== null) return false;
  for (const element of value.elts) unit.expression(element);
  if (count > 1) unit.emit(Op.SWAP, count, target);
  for (const element of target.elts) unit.store(element);
  return true;
}

export function emitAugAssign(unit: Unit, node: AugAssign): void {
  const { target } = node;
  const operate = (): void => {
    unit.expression(node.value);
    unit.emit(Op.BINARY_OP, BinaryOp[node.op] + INPLACE, node);
  };
  const copies = (count: number): void => {
    for (let index = 0; index < count; index++) unit.emit(Op.COPY, count, target);
  };
  const swaps = (count: number): void => {
    for (let index = count; index > 1; index--) unit.emit(Op.SWAP, index, target);
  };
  switch (target.type) {
    case 'Name':
      emitName(unit, 'load', target.id, target);
      operate();
      emitName(unit, 'store', target.id, target);
      break;
    case 'Attribute': {
      const name = unit.nameIndex(unit.scope.mangle(target.attr));
      unit.expression(target.value);
      copies(1);
      unit.emit(Op.LOAD_ATTR, name, target);
      operate();
      swaps(2);
      unit.emit(Op.STORE_ATTR, name, target);
      break;
    }
    case 'Subscript': {
      unit.expression(target.value);
      const slice = twoPartSlice(target);
      if (slice !== null) emitSlicePart(unit, slice);
      else unit.expression(target.slice);
      copies(slice === null ? 2 : 3);
      unit.emit(slice === null ? Op.BINARY_SUBSCR : Op.BINARY_SLICE, 0, target);
      operate();
      swaps(slice === null ? 3 : 4);
      unit.emit(slice === null ? Op.STORE_SUBSCR : Op.STORE_SLICE, 0, target);
      break;
    }
  }
}

/** `target: annotation [= value]`: only modules and classes evaluate the annotation, and keep that of simple names. */
export function emitAnnAssign(unit: Unit, node: AnnAssign): void {
  const { target, value } = node;
  if (value !== null) {
    unit.expression(value);
    unit.store(target);
  }
  const isNamespace = !unit.scope.isFunctionLike;
  if (target.type === 'Name' && node.simple) {
    if (!isNamespace) return;
    if (unit.scope.annotations !== null) {
      emitDeferred(unit, node);
      return;
    }
    unit.expression(annotationValue(unit, node.annotation));
    unit.emit(Op.LOAD_NAME, unit.nameIndex('__annotations__'), node);
    unit.constant({ kind: 'str', value: unit.scope.mangle(target.id) }, node);
    unit.emit(Op.STORE_SUBSCR, 0, node);
    return;
  }
  if (value === null && target.type !== 'Name') emitTargetParts(unit, target);
  if (isNamespace && !unit.program.textAnnotations && !unit.program.defersAnnotations)
    emitAndDrop(unit, node.annotation);
}

/** `o[k].x: int` evaluates the parts of the target, though it assigns nothing. */
function emitTargetParts(unit: Unit, target: Expression): void {
  if (target.type === 'Attribute') emitAndDrop(unit, target.value);
  if (target.type !== 'Subscript') return;
  emitAndDrop(unit, target.value);
  const parts = target.slice.type === 'Tuple' ? target.slice.elts : [target.slice];
  for (const part of parts) {
    if (part.type !== 'Slice') emitAndDrop(unit, part);
    else {
      for (const bound of [part.lower, part.upper, part.step]) {
        if (bound !== null) emitAndDrop(unit, bound);
      }
    }
  }
}

function emitAndDrop(unit: Unit, node: Expression): void {
  unit.expression(node);
  unit.emit(Op.POP_TOP, 0, node);
}

export function emitDelete(unit: Unit, target: Expression): void {
  switch (target.type) {
    case 'Name':
      emitName(unit, 'delete', target.id, target);
      break;
    case 'Attribute':
      unit.expression(target.value);
      unit.emit(Op.DELETE_ATTR, unit.nameIndex(unit.scope.mangle(target.attr)), target);
      break;
    case 'Subscript':
      unit.expression(target.value);
      unit.expression(target.slice);
      unit.emit(Op.DELETE_SUBSCR, 0, target);
      break;
    case 'List':
    case 'Tuple':
      for (const element of target.elts) emitDelete(unit, element);
      break;
    default:
      unit.program.problems.syntax(target, 'Cannot delete this: expected a name, an attribute or an item.');
  }
}
