import type { CodeObject, ExceptionEntry } from '../code.ts';
import { Op } from '../instructions.ts';
import type { SourceText } from '../source-text.ts';
import type { Span } from '../syntax.ts';
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

type Assembled = Pick<
  CodeObject,
  'instructions' | 'positions' | 'exceptionTable' | 'stackSize' | 'bodyStackSize' | 'gaps'
>;

function isDeref(op: number): boolean {
  return (
    op === Op.LOAD_DEREF ||
    op === Op.STORE_DEREF ||
    op === Op.DELETE_DEREF ||
    op === Op.LOAD_CLASS_DEREF ||
    op === Op.LOAD_FROM_DICT_OR_DEREF ||
    op === Op.LOAD_CLOSURE ||
    op === Op.MAKE_CELL
  );
}

/**
 * From the compiler's instructions to a code object's: unreachable code goes, labels become indexes, handlers the
 * exception table. Changes the instructions it is given.
 */
export function assemble(emitted: Instruction[], layout: Layout, source: SourceText): Assembled {
  let instructions = emitted;
  let measured = measureStack(instructions);
  for (let copied = copySmallExits(instructions); copied !== null; copied = copySmallExits(copied)) {
    instructions = copied;
    measured = measureStack(instructions);
  }
  const isUnreachable = Uint8Array.from(instructions, ({ op }) => (op === REMOVED ? 1 : 0));
  improve(instructions, layout.isNone, source);
  removeIdleJumps(instructions);
  checkUnboundLocals(instructions, layout.localCount, layout.parameterCount);

  const indexes = new Int32Array(instructions.length + 1);
  const gaps: number[] = [];
  let count = 0;
  for (let index = 0; index < instructions.length; index++) {
    indexes[index] = count;
    if (isUnreachable[index] && gaps.at(-1) !== count) gaps.push(count);
    const { op } = instructions[index];
    if (op !== REMOVED && op !== SETUP) count++;
  }
  indexes[instructions.length] = count;

  const code = new Int32Array(2 * count);
  const exceptionTable: ExceptionEntry[] = [];
  let at = 0;
  for (const { op, arg, target, handler } of instructions) {
    if (op === REMOVED || op === SETUP) continue;
    code[2 * at] = op === STORE_FAST_MAYBE_NULL ? Op.STORE_FAST : op;
    if (target !== null) code[2 * at + 1] = indexes[target.index];
    else code[2 * at + 1] = isDeref(op) ? layout.derefSlots[arg] : arg;
    if (handler !== null) protect(exceptionTable, at, handler, indexes[handler.label.index]);
    at++;
  }
  const positions = positionsOf(instructions, count, source);
  return { instructions: code, positions, exceptionTable, ...measured, gaps };
}

function positionsOf(instructions: readonly Instruction[], count: number, source: SourceText): Int32Array {
  const positions = new Int32Array(4 * count);
  let at = 0;
  let previous: Span | null = null;
  for (const { op, span } of instructions) {
    if (op === REMOVED || op === SETUP) continue;
    if (span === previous) {
      // Most nodes make several instructions.
      positions.copyWithin(at, at - 4, at);
    } else {
      positions[at] = source.lineAt(span.from);
      positions[at + 2] = source.columnAt(span.from);
      positions[at + 1] = source.lineAt(span.to);
      positions[at + 3] = source.columnAt(span.to);
      previous = span;
    }
    at += 4;
  }
  return positions;
}

/** Adds instruction `index` to the row of its handler, if that is the last one. */
function protect(table: ExceptionEntry[], index: number, handler: Handler, target: number): void {
  const { depth, lasti } = handler;
  const last = table[table.length - 1];
  const start = last?.end === index && last.target === target ? last.start : index;
  const entry = { start, end: index + 1, target, depth, lasti };
  if (start === index) table.push(entry);
  else table[table.length - 1] = entry;
}
