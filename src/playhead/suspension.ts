/** Frames that go to sleep in a generator and wake up again: their slots, then their stack entries, lie in its slots. */
import type { HeapState } from './heap-state.ts';

/** The innermost frame leaves the stack; its slots and stack entries become the slots of `generator`. */
export function suspendGenerator(state: HeapState, generator: number): void {
  const { frameStack } = state;
  const frame = frameStack.depth - 1;
  const slotsEnd = frameStack.slotsEnd(frame);
  const stackEnd = frameStack.stackEnd(frame);
  for (let i = frameStack.slotsStart(frame); i < slotsEnd; i++) state.append(generator, frameStack.slots[i]);
  for (let i = frameStack.stackStart(frame); i < stackEnd; i++) state.append(generator, frameStack.stack[i]);
  frameStack.leave();
}

/** The reverse: the last `stackCount` slots of `generator` are stack entries, the ones before are the frame's slots. */
export function resumeGenerator(
  state: HeapState,
  generator: number,
  code: number,
  line: number,
  stackCount: number,
): void {
  const { frameStack } = state;
  const count = state.slotCount[generator];
  const slotCount = count - stackCount;
  frameStack.enter(code, line, slotCount);
  for (let i = 0; i < slotCount; i++) frameStack.setLocal(i, state.slot(generator, i));
  for (let i = slotCount; i < count; i++) frameStack.push(state.slot(generator, i));
  for (let i = 0; i < count; i++) state.dropLast(generator);
}
