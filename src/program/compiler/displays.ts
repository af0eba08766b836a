import { Op } from '../instructions.ts';
import type { Dict, DictItem, Display, Expression, Span } from '../syntax.ts';
import { foldAll } from './fold.ts';
import type { Unit } from './unit.ts';

/** More elements than this are added one by one instead of waiting on the stack (CPython's STACK_USE_GUIDELINE). */
export const mostOnStack = 30;

const builders = {
  List: { build: Op.BUILD_LIST, add: Op.LIST_APPEND, extend: Op.LIST_EXTEND },
  Set: { build: Op.BUILD_SET, add: Op.SET_ADD, extend: Op.SET_UPDATE },
  // A tuple cannot grow: it is a list until it is complete.
  Tuple: { build: Op.BUILD_LIST, add: Op.LIST_APPEND, extend: Op.LIST_EXTEND },
} as const;

export function emitDisplay(unit: Unit, node: Display): void {
  emitElements(unit, node.type, node.elts, 0, node);
}

/**
 * Builds a list, set or tuple of `elts` behind `pushed` values already on the stack (CPython's
 * `starunpack_helper`).
 */
export function emitElements(
  unit: Unit,
  type: Display['type'],
  elts: readonly Expression[],
  pushed: number,
  span: Span,
): void {
  const { build, add, extend } = builders[type];
  const constants = elts.length > 2 || (type === 'Tuple' && pushed === 0) ? foldAll(elts) : null;
  if (constants !== null) {
    const kind = type === 'Set' ? 'frozenset' : 'tuple';
    if (type === 'Tuple' && pushed === 0) {
      unit.constant({ kind, items: constants }, span);
      return;
    }
    unit.emit(build, pushed, span);
    unit.constant({ kind, items: constants }, span);
    unit.emit(extend, 1, span);
    if (type === 'Tuple') unit.emit(Op.LIST_TO_TUPLE, 0, span);
    return;
  }
  const isBig = elts.length + pushed > mostOnStack;
  if (!isBig && !elts.some((element) => element.type === 'Starred')) {
    for (const element of elts) unit.expression(element);
    unit.emit(type === 'Tuple' ? Op.BUILD_TUPLE : build, elts.length + pushed, span);
    return;
  }
  let isBuilt = isBig;
  if (isBig) unit.emit(build, pushed, span);
  elts.forEach((element, index) => {
    if (element.type === 'Starred') {
      if (!isBuilt) unit.emit(build, index + pushed, span);
      isBuilt = true;
      unit.expression(element.value);
      unit.emit(extend, 1, span);
    } else {
      unit.expression(element);
      if (isBuilt) unit.emit(add, 1, span);
    }
  });
  if (type === 'Tuple') unit.emit(Op.LIST_TO_TUPLE, 0, span);
}

/**
 * A list or set that is only iterated over or looked into: a list display becomes a tuple, a set of constants a
 * frozenset (CPython's `fold_iter`).
 */
export function asIterated(node: Expression): Expression {
  if (node.type === 'List' && !node.elts.some((element) => element.type === 'Starred')) {
    return { ...node, type: 'Tuple' };
  }
  if (node.type !== 'Set') return node;
  const items = foldAll(node.elts);
  if (items === null) return node;
  return { type: 'Constant', value: { kind: 'frozenset', items }, from: node.from, to: node.to };
}

export function emitDict(unit: Unit, node: Dict): void {
  let isBuilt = false;
  let waiting: DictItem[] = [];
  const flush = (): void => {
    if (waiting.length === 0) return;
    emitItems(unit, waiting, node);
    waiting = [];
    if (isBuilt) unit.emit(Op.DICT_UPDATE, 1, node);
    isBuilt = true;
  };
  for (const item of node.items) {
    if (item.key === null) {
      flush();
      if (!isBuilt) unit.emit(Op.BUILD_MAP, 0, node);
      isBuilt = true;
      unit.expression(item.value);
      unit.emit(Op.DICT_UPDATE, 1, node);
    } else {
      waiting.push(item);
      if (waiting.length * 2 > mostOnStack + 2) flush();
    }
  }
  flush();
  if (!isBuilt) unit.emit(Op.BUILD_MAP, 0, node);
}

function emitItems(unit: Unit, items: readonly DictItem[], span: Span): void {
  const isBig = items.length * 2 > mostOnStack;
  if (isBig) unit.emit(Op.BUILD_MAP, 0, span);
  for (const { key, value } of items) {
    if (key !== null) unit.expression(key);
    unit.expression(value);
    if (isBig) unit.emit(Op.MAP_ADD, 1, span);
  }
  if (!isBig) unit.emit(Op.BUILD_MAP, items.length, span);
}
