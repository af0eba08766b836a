import { assert } from '../../base/assert.ts';
import { Op, opName } from '../instructions.ts';
import { REMOVED, SETUP, STORE_FAST_MAYBE_NULL, type Instruction } from './instruction.ts';
import { stackEffect } from './stack-effect.ts';

/** Instructions after which the next one is not reached. */
export function endsFlow(op: number): boolean {
  return (
    op === Op.RETURN_VALUE || op === Op.RAISE_VARARGS || op === Op.RERAISE || op === Op.JUMP || op === Op.JUMP_BACKWARD
  );
}

/**
 * Follows every path through the code. Returns the greatest height of the value stack, and that
 * of what comes before a generator's own handler; marks what is never reached as
 * removed, and notes in each handler the height it starts from (CPython: `calculate_stackdepth`).
 */
export function measureStack(instructions: readonly Instruction[]): { stackSize: number; bodyStackSize: number } {
  const heights = new Int32Array(instructions.length + 1).fill(-1);
  const pending: number[] = [];
  let greatest = 0;
  const reach = (index: number, height: number): boolean => {
    greatest = Math.max(greatest, height);
    assert(height >= 0, `the stack does not underflow at instruction ${index}`);
    if (heights[index] >= 0) {
      assert(
        heights[index] === height,
        `every way to instruction ${index} has one stack height: ${heights[index]} and ${height}`,
      );
      return false;
    }
    heights[index] = height;
    return true;
  };
  const reachLater = (index: number, height: number): void => {
    if (reach(index, height)) pending.push(index);
  };
  reachLater(0, 0);
  for (let start = pending.pop(); start !== undefined; start = pending.pop()) {
    for (let index = start; ;) {
      const { op, arg, target, handler } = instructions[index];
      const height = heights[index];
      let after = height;
      if (op === SETUP && handler !== null) {
        handler.depth = height - handler.discard;
        reachLater(handler.label.index, handler.depth + (handler.lasti ? 2 : 1));
      } else {
        if (target !== null) reachLater(target.index, height + effectOf(op, arg, true));
        after = height + effectOf(op, arg, false);
        if (endsFlow(op)) break;
      }
      index++;
      assert(index < instructions.length, `the code does not end with ${opName[op]}`);
      if (!reach(index, after)) break;
    }
  }
  for (let index = 0; index < instructions.length; index++) {
    if (heights[index] < 0) instructions[index].op = REMOVED;
  }
  const end = instructions.findIndex(({ op }) => op === Op.STOP_ITERATION_ERROR);
  return { stackSize: greatest, bodyStackSize: end < 0 ? greatest : heights.subarray(0, end).reduce(higher, 0) };
}

const higher = (a: number, b: number): number => Math.max(a, b);

function effectOf(op: number, arg: number, jumps: boolean): number {
  return op === STORE_FAST_MAYBE_NULL ? -1 : stackEffect(op, arg, jumps);
}
