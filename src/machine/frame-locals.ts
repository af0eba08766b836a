/** The local variables of a frame as a dict: f_locals, locals(). */
import { Kind } from '../heap/kinds.ts';
import type { FrameBody } from './frames.ts';
import type { PythonMachine } from './machine.ts';
import { entryId } from './value-stack.ts';

/** f_locals of a FRAME object, owned: the namespace itself for modules and classes, a copy for functions. */
export function localsOf(m: PythonMachine, object: number): number {
  const body = m.heap.body[object] as FrameBody;
  if (body.depth !== 0) return localsOfLive(m, body.depth);
  const dict = m.dict();
  const slots = m.heap.slots[body.generator || object]!;
  // The object's own slots begin with the function.
  const first = body.generator === 0 ? 1 : 0;
  body.code.code.slotNames.forEach((name, slot) => store(m, dict, name, slots[slot + first] ?? 0));
  return dict;
}

/** The same for a live frame. */
export function localsOfLive(m: PythonMachine, depth: number): number {
  const frame = m.frames[depth];
  if (frame.namespace !== 0) {
    m.heap.incref(frame.namespace);
    return frame.namespace;
  }
  const dict = m.dict();
  frame.code.code.slotNames.forEach((name, slot) => store(m, dict, name, entryId(m.stack[frame.base + slot])));
  return dict;
}

function store(m: PythonMachine, dict: number, name: string, value: number): void {
  const content = value !== 0 && m.heap.kind[value] === Kind.CELL ? m.heap.slots[value]![0] : value;
  if (content !== 0 && !name.startsWith('.')) m.dictSetName(dict, name, content);
}
