import { Op } from '../instructions.ts';
import type { Span } from '../syntax.ts';
import type { FrameBlock } from './frame-block.ts';
import { emitName } from './names.ts';
import type { Unit } from './unit.ts';

/**
 * Emits what leaving the innermost blocks takes, down to but not including the one at `depth` in `unit.blocks`.
 * With `keepTop` the value on top of the stack stays there. The blocks are as before afterwards; the handler in force is
 * that outside of them, which the caller puts back once it has jumped or returned.
 */
export function emitUnwind(unit: Unit, depth: number, keepTop: boolean, span: Span): void {
  if (unit.blocks.length <= depth) return;
  const block = unit.blocks.pop()!;
  emitUnwindOne(unit, block, keepTop, span);
  emitUnwind(unit, depth, keepTop, span);
  unit.blocks.push(block);
}

/** The same for one block, which is not among `unit.blocks`. */
export function emitUnwindOne(unit: Unit, block: FrameBlock, keepTop: boolean, span: Span): void {
  const keep = (): void => {
    if (keepTop) unit.emit(Op.SWAP, 2, span);
  };
  switch (block.kind) {
    case 'while':
      break;
    case 'for':
    case 'value':
      keep();
      unit.emit(Op.POP_TOP, 0, span);
      break;
    case 'star-handler':
      unit.program.problems.syntax(
        span,
        "'break', 'continue' and 'return' cannot leave an 'except*' block: go on after it.",
      );
      break;
    case 'try':
      unit.handler = block.outer;
      break;
    case 'finally-try':
      unit.handler = block.outer;
      if (keepTop) unit.blocks.push({ kind: 'value', outer: block.outer });
      unit.body(block.body);
      if (keepTop) unit.blocks.pop();
      break;
    case 'finally-end':
      keep();
      unit.emit(Op.POP_TOP, 0, span);
      keep();
      unit.handler = block.outer;
      unit.emit(Op.POP_EXCEPT, 0, span);
      break;
    case 'with':
      unit.handler = block.outer;
      if (keepTop) unit.emit(Op.SWAP, 3, span);
      keep();
      emitExitWithoutException(unit, block.span);
      break;
    case 'handler':
      keep();
      unit.handler = block.outer;
      unit.emit(Op.POP_EXCEPT, 0, span);
      if (block.name !== null) emitForget(unit, block.name, span);
      break;
  }
}

/** Calls the `__exit__` on the stack with three Nones, and drops its result. */
export function emitExitWithoutException(unit: Unit, span: Span): void {
  for (let index = 0; index < 3; index++) unit.none(span);
  unit.emit(Op.CALL_EXIT, 0, span);
  unit.emit(Op.POP_TOP, 0, span);
}

/** The name of `except … as name` goes at the end of the clause, even if it was deleted before. */
export function emitForget(unit: Unit, name: string, span: Span): void {
  unit.none(span);
  emitName(unit, 'store', name, span);
  emitName(unit, 'delete', name, span);
}
