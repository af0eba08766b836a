import { Op } from '../instructions.ts';
import type { Slice, Subscript } from '../syntax.ts';
import type { Unit } from './unit.ts';

/** A slice without a step needs no slice object to be read or assigned (CPython 3.12 and later). */
export function twoPartSlice(node: Subscript): Slice | null {
  const { slice } = node;
  return slice.type === 'Slice' && slice.step === null ? slice : null;
}

export function emitSlicePart(unit: Unit, slice: Slice): void {
  for (const part of [slice.lower, slice.upper]) {
    if (part === null) unit.none(slice);
    else unit.expression(part);
  }
}

export function emitSubscriptLoad(unit: Unit, node: Subscript): void {
  unit.expression(node.value);
  const slice = twoPartSlice(node);
  if (slice !== null) {
    emitSlicePart(unit, slice);
    unit.emit(Op.BINARY_SLICE, 0, node);
  } else {
    unit.expression(node.slice);
    unit.emit(Op.BINARY_SUBSCR, 0, node);
  }
}
