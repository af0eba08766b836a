import { Op } from '../instructions.ts';
import { REMOVED, SETUP, STORE_FAST_MAYBE_NULL, type Instruction } from './instruction.ts';
import { jumpTargets } from './jump-targets.ts';
import { endsFlow } from './stack-heights.ts';

/**
 * Turns LOAD_FAST into LOAD_FAST_CHECK where the variable may be unbound: on some path it was not assigned, or deleted
 * (CPython: `add_checks_for_loads_of_uninitialized_variables`). Bit i of a state is set when local i may be unbound.
 */
export function checkUnboundLocals(
  instructions: readonly Instruction[],
  localCount: number,
  parameterCount: number,
): void {
  if (localCount === 0) return;
  const words = (localCount + 31) >> 5;
  const starts = jumpTargets(instructions);
  const states = new Map<number, Int32Array>();
  const pending: number[] = [];
  const merge = (index: number, state: Int32Array): void => {
    const known = states.get(index);
    if (known === undefined) {
      states.set(index, state.slice());
      pending.push(index);
      return;
    }
    let changed = false;
    for (let word = 0; word < words; word++) {
      const both = known[word] | state[word];
      if (both !== known[word]) changed = true;
      known[word] = both;
    }
    if (changed) pending.push(index);
  };
  const entry = new Int32Array(words);
  for (let local = parameterCount; local < localCount; local++) entry[local >> 5] |= 1 << (local & 31);
  merge(0, entry);
  for (let start = pending.pop(); start !== undefined; start = pending.pop()) {
    const state = states.get(start)!.slice();
    for (let index = start; ; index++) {
      if (index > start && starts[index]) {
        merge(index, state);
        break;
      }
      const instruction = instructions[index];
      if (instruction.op === REMOVED || instruction.op === SETUP) continue;
      if (instruction.handler !== null) merge(instruction.handler.label.index, state);
      step(instruction, state);
      if (instruction.target !== null) merge(instruction.target.index, state);
      if (endsFlow(instruction.op)) break;
    }
  }
}

function step(instruction: Instruction, state: Int32Array): void {
  const { op, arg } = instruction;
  const word = arg >> 5;
  const bit = 1 << (arg & 31);
  switch (op) {
    case Op.DELETE_FAST:
    case Op.LOAD_FAST_AND_CLEAR:
    case STORE_FAST_MAYBE_NULL:
      state[word] |= bit;
      break;
    case Op.STORE_FAST:
    case Op.LOAD_FAST_CHECK:
      state[word] &= ~bit;
      break;
    case Op.LOAD_FAST:
      if (state[word] & bit) instruction.op = Op.LOAD_FAST_CHECK;
      // Had it been unbound, we would not be here.
      state[word] &= ~bit;
      break;
    default:
  }
}
