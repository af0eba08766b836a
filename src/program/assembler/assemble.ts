import type { CodeObject, ExceptionEntry } from '../code.ts';
import { Op } from '../instructions.ts';
import type { SourceText } from '../source-text.ts';
import { checkUnboundLocals } from './bound-locals.ts';
import { REMOVED, SETUP, STORE_FAST_MAYBE_NULL, type Handler, type Instruction } from './instruction.ts';
import { improve, removeIdleJumps } from './peephole.ts';
import { copySmallExits } from './small-exits.ts';
import { measureStack } from './stack-heights.ts';

export interface Layout {
  /** Slot of each cell and free variable, by the index instructions have for it. */
  readonly derefSlots: readonly number[];
  readonly localCount: number;
  readonly parameterCount: number;
  readonly isNone: (constant: number) => boolean;
}

type Assembled = Pick<CodeObject, 'instructions' | 'positions' | 'exceptionTable' | 'stackSize'>;

const derefOps: ReadonlySet<number> = new Set([
  Op.MAKE_CELL,
  Op.LOAD_CLOSURE,
  Op.LOAD_DEREF,
  Op.STORE_DEREF,
  Op.DELETE_DEREF,
  Op.LOAD_CLASS_DEREF,
]);

/**
 * From the compiler's instructions to a code object's: unreachable code goes, labels become indexes, handlers the
 * exception table. Changes the instructions it is given.
 */
export function assemble(emitted: Instruction[], layout: Layout, source: SourceText): Assembled {
  let instructions = emitted;
  let stackSize = measureStack(instructions);
  for (let copied = copySmallExits(instructions); copied !== null; copied = copySmallExits(copied)) {
    instructions = copied;
    stackSize = measureStack(instructions);
  }
  improve(instructions, layout.isNone, source);
  removeIdleJumps(instructions);
  checkUnboundLocals(instructions, layout.localCount, layout.parameterCount);

  const indexes = new Int32Array(instructions.length + 1);
  let count = 0;
  instructions.forEach(({ op }, index) => {
    indexes[index] = count;
    if (op !== REMOVED && op !== SETUP) count++;
  });
  indexes[instructions.length] = count;

  const code = new Int32Array(2 * count);
  const positions = new Int32Array(4 * count);
  const table: ExceptionEntry[] = [];
  let at = 0;
  for (const { op, arg, span, target, handler } of instructions) {
    if (op === REMOVED || op === SETUP) continue;
    code[2 * at] = op === STORE_FAST_MAYBE_NULL ? Op.STORE_FAST : op;
    code[2 * at + 1] = target !== null ? indexes[target.index] : derefOps.has(op) ? layout.derefSlots[arg] : arg;
    positions[4 * at] = source.lineAt(span.from);
    positions[4 * at + 2] = source.columnAt(span.from);
    positions[4 * at + 1] = source.lineAt(span.to);
    positions[4 * at + 3] = source.columnAt(span.to);
    if (handler !== null) protect(table, at, handler, indexes[handler.label.index]);
    at++;
  }
  return { instructions: code, positions, exceptionTable: table, stackSize };
}

/** Adds instruction `index` to the row of its handler, if that is the last one. */
function protect(table: ExceptionEntry[], index: number, handler: Handler, target: number): void {
  const last = table.at(-1);
  if (last?.end === index && last.target === target) {
    table[table.length - 1] = { ...last, end: index + 1 };
    return;
  }
  const { depth, lasti } = handler;
  table.push({ start: index, end: index + 1, target, depth, lasti });
}
