import { Op } from '../instructions.ts';
import type { Span, Yield, YieldFrom } from '../syntax.ts';
import type { Unit } from './unit.ts';

export function emitYield(unit: Unit, node: Yield): void {
  if (node.value === null) unit.none(node);
  else unit.expression(node.value);
  emitYieldValue(unit, node);
}

/** Yields the top of the stack; what is sent back takes its place. */
export function emitYieldValue(unit: Unit, span: Span): void {
  unit.emit(Op.YIELD_VALUE, 0, span);
  unit.emit(Op.RESUME, 1, span);
}

/** CPython's `compiler_add_yield_from`. */
export function emitYieldFrom(unit: Unit, node: YieldFrom): void {
  unit.expression(node.value);
  unit.emit(Op.GET_YIELD_FROM_ITER, 0, node);
  unit.none(node);
  const send = unit.newLabel();
  const exit = unit.newLabel();
  unit.bind(send);
  unit.jump(Op.SEND, exit, node);
  // An exception thrown into the generator while it waits goes to the inner one (CLEANUP_THROW sees to it).
  const outer = unit.handler;
  const fail = unit.protect(false, node);
  unit.emit(Op.YIELD_VALUE, 1, node);
  unit.handler = outer;
  unit.emit(Op.RESUME, 2, node);
  // Back, but without looking at the eval breaker: CPython's JUMP_BACKWARD_NO_INTERRUPT.
  unit.jump(Op.JUMP, send, node);
  unit.bind(fail.label);
  unit.emit(Op.CLEANUP_THROW, 0, node);
  unit.bind(exit);
  unit.emit(Op.END_SEND, 0, node);
}
