import { Op } from '../instructions.ts';
import { REMOVED, SETUP, type Instruction, type Label } from './instruction.ts';
import { jumpTargets } from './jump-targets.ts';
import { endsFlow } from './stack-heights.ts';

/** CPython's MAX_COPY_SIZE. */
const mostCopied = 4;

/**
 * A jump to a few instructions that end the function becomes a copy of them (CPython:
 * `inline_small_or_no_lineno_blocks`): so each way to a `return x` is judged for itself when it is asked whether `x` is
 * bound. Returns the new instructions, or null when there is nothing to copy.
 */
export function copySmallExits(instructions: readonly Instruction[]): Instruction[] | null {
  const starts = jumpTargets(instructions);
  const copied: Instruction[] = [];
  const moved = new Int32Array(instructions.length + 1);
  let changed = false;
  for (let index = 0; index < instructions.length; index++) {
    moved[index] = copied.length;
    const { op, target } = instructions[index];
    const end = op === Op.JUMP && target !== null ? exitEnd(instructions, target.index, starts) : -1;
    if (end < 0 || target === null) {
      copied.push(instructions[index]);
      continue;
    }
    changed = true;
    for (let source = target.index; source <= end; source++) {
      if (instructions[source].op !== REMOVED) copied.push({ ...instructions[source] });
    }
  }
  if (!changed) return null;
  moved[instructions.length] = copied.length;
  for (const label of labelsOf(instructions)) label.index = moved[label.index];
  return copied;
}

function labelsOf(instructions: readonly Instruction[]): ReadonlySet<Label> {
  const labels = new Set<Label>();
  for (const { op, target, handler } of instructions) {
    if (op === REMOVED) continue;
    if (target !== null) labels.add(target);
    if (handler !== null) labels.add(handler.label);
  }
  return labels;
}

/** Index of the last of the few instructions at `start` that end the function; -1 if they do not, or are many. */
function exitEnd(instructions: readonly Instruction[], start: number, starts: Uint8Array): number {
  let count = 0;
  for (let index = start; index < instructions.length; index++) {
    const { op, target } = instructions[index];
    if (index > start && starts[index]) return -1;
    if (op === REMOVED || op === Op.LINE) continue;
    if (op === SETUP || target !== null || ++count > mostCopied) return -1;
    if (endsFlow(op)) return index;
  }
  return -1;
}
