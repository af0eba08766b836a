import { REMOVED, type Instruction } from './instruction.ts';

/** 1 for each instruction that a jump or an exception can arrive at. */
export function jumpTargets(instructions: readonly Instruction[]): Uint8Array {
  const targets = new Uint8Array(instructions.length + 1);
  for (const { op, target, handler } of instructions) {
    if (op === REMOVED) continue;
    if (target !== null) targets[target.index] = 1;
    if (handler !== null) targets[handler.label.index] = 1;
  }
  return targets;
}
