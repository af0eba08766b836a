/**
 * Instructions that make slice objects. From 3.14 on a slice of constants is a constant itself: it is made once for its
 * place in the program, and is no allocation that the collector counts. In 3.15 BINARY_SLICE of a list, tuple or str makes none.
 */
import { Kind } from '../heap/kinds.ts';
import { Op } from '../program/instructions.ts';
import type { Frame } from './frame.ts';
import type { PythonMachine } from './machine.ts';
import { dropEntries, entryId, putEntry } from './value-stack.ts';

/** The slice of the `count` topmost values, owned; they stay where they are. */
function sliceOf(m: PythonMachine, frame: Frame, count: number): number {
  const { heap } = m;
  const { code, pc } = frame;
  const isConstant = m.profile.slicesAreConstants && isOfConstants(m, frame, count);
  if (isConstant && code.cacheValue[pc] !== 0) {
    heap.incref(code.cacheValue[pc]);
    return code.cacheValue[pc];
  }
  const parts = Array.from({ length: count }, (_, i) => entryId(m.stack[frame.sp - count + i]));
  for (const part of parts) heap.incref(part);
  if (count === 2) parts.push(m.none);
  if (!isConstant) return m.object(Kind.SLICE, 'slice', parts, null);

  const wasFrozen = heap.frozen;
  heap.frozen = true;
  const slice = m.object(Kind.SLICE, 'slice', parts, null);
  heap.frozen = wasFrozen;
  m.libraryRanges.push([slice, slice + 1]);
  // The code owns it for ever, as it does its other constants.
  heap.incref(slice);
  code.cacheValue[pc] = slice;
  return slice;
}

/** Whether the instructions just before pushed the parts, all of them numbers without sign, strings or None. */
function isOfConstants(m: PythonMachine, { code, pc }: Frame, count: number): boolean {
  for (let i = 1; i <= count; i++) {
    if (pc < i || code.instructions[2 * (pc - i)] !== Op.LOAD_CONST) return false;
    const constant = code.constants[code.instructions[2 * (pc - i) + 1]];
    const value = m.heap.body[constant];
    // -1 is an operation that is folded later than slices are.
    if (m.heap.kind[constant] >= Kind.LIST || (typeof value === 'number' && value < 0)) return false;
  }
  return true;
}

function dropTop(m: PythonMachine, frame: Frame, count: number): void {
  dropEntries(m, frame.sp - count, frame.sp);
  frame.sp -= count;
}

/** start stop [step] -- slice */
export function buildSlice(m: PythonMachine, frame: Frame, count: number): void {
  const slice = sliceOf(m, frame, count);
  dropTop(m, frame, count);
  putEntry(m, frame.sp++, slice);
}

/** container start stop -- value */
export function loadSlice(m: PythonMachine, frame: Frame): void {
  const type = m.heap.typeOf[entryId(m.stack[frame.sp - 3])];
  const isSliceless = m.profile.slicesSequencesDirectly && [m.listType, m.tupleType, m.strType].includes(type);
  if (isSliceless) m.heap.counter.unnoticed(Kind.SLICE, () => loadThroughSlice(m, frame));
  else loadThroughSlice(m, frame);
}

function loadThroughSlice(m: PythonMachine, frame: Frame): void {
  const slice = sliceOf(m, frame, 2);
  let value: number;
  try {
    value = m.getItem(entryId(m.stack[frame.sp - 3]), slice);
  } finally {
    m.heap.decref(slice);
  }
  dropTop(m, frame, 3);
  putEntry(m, frame.sp++, value);
}

/** value container start stop -- */
export function storeSlice(m: PythonMachine, frame: Frame): void {
  const slice = sliceOf(m, frame, 2);
  try {
    m.setItem(entryId(m.stack[frame.sp - 3]), slice, entryId(m.stack[frame.sp - 4]));
  } finally {
    m.heap.decref(slice);
  }
  dropTop(m, frame, 4);
}
