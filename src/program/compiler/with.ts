import { Op } from '../instructions.ts';
import type { With } from '../syntax.ts';
import { emitExitWithoutException } from './frame-blocks.ts';
import { emitPopExceptAndReraise } from './try.ts';
import type { Unit } from './unit.ts';

export function emitWith(unit: Unit, node: With): void {
  emitItem(unit, node, 0);
}

/** CPython's `compiler_with`; each further item is a `with` in the body of the one before. */
function emitItem(unit: Unit, node: With, index: number): void {
  const { context, target } = node.items[index];
  const exit = unit.newLabel();
  const outer = unit.handler;
  unit.expression(context);
  unit.emit(Op.BEFORE_WITH, 0, context);
  // What __enter__ returned is on top now, and gone when an exception is handled.
  const handler = unit.protect(true, context, 1);
  unit.enter({ kind: 'with', span: context, outer }, context);
  if (target !== null) unit.store(target);
  else unit.emit(Op.POP_TOP, 0, context);
  if (index + 1 < node.items.length) emitItem(unit, node, index + 1);
  else unit.body(node.body);
  unit.blocks.pop();
  unit.handler = outer;
  emitExitWithoutException(unit, context);
  unit.jump(Op.JUMP, exit, context);

  unit.bind(handler.label);
  const cleanup = unit.protect(true, context);
  const suppress = unit.newLabel();
  unit.emit(Op.PUSH_EXC_INFO, 0, context);
  unit.emit(Op.WITH_EXCEPT_START, 0, context);
  unit.jump(Op.POP_JUMP_IF_TRUE, suppress, context);
  unit.emit(Op.RERAISE, 2, context);
  unit.bind(suppress);
  unit.emit(Op.POP_TOP, 0, context);
  unit.handler = outer;
  unit.emit(Op.POP_EXCEPT, 0, context);
  for (let index = 0; index < 3; index++) unit.emit(Op.POP_TOP, 0, context);
  unit.jump(Op.JUMP, exit, context);
  unit.bind(cleanup.label);
  emitPopExceptAndReraise(unit, context);
  unit.bind(exit);
}
