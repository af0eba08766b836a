/** The local variables of a frame as a dict: f_locals, locals(). Source: CPython Objects/frameobject.c (PyFrame_FastToLocalsWithError). */
import { Kind } from '../heap/kinds.ts';
import { FrameFlag } from './frame.ts';
import type { FrameBody } from './frames.ts';
import type { GeneratorBody } from './generators.ts';
import type { LoadedCode } from './loaded-code.ts';
import type { PythonMachine } from './machine.ts';
import { dictRemoveName } from './types/dict-table.ts';
import { entryId } from './value-stack.ts';

/**
 * f_locals of a FRAME object, owned: the namespace itself for modules and classes; for functions a copy, or, up to 3.12, the
 * dict that the frame keeps, brought up to date.
 */
export function localsOf(m: PythonMachine, object: number): number {
  const { heap } = m;
  const { depth, generator, code } = heap.body[object] as FrameBody;
  if (depth !== 0) return localsOfLive(m, depth);
  const owner = generator || object;
  const slots = heap.slots[owner]!;
  // The object's own slots begin with the function.
  const first = generator === 0 ? 1 : 0;
  let dict = m.dict();
  if (m.profile.keepsLocals && slots.length > 0) {
    const about = generator === 0 ? null : (heap.body[generator] as GeneratorBody);
    const place = first + code.slotCount + (about?.stackNodes ?? 0);
    const isKept = slots.length - 1 - Number(about?.hasHandled ?? false) > place;
    if (isKept && slots[place] !== 0) heap.decref(dict);
    else if (isKept) heap.replaceSlot(owner, place, dict);
    else heap.insertSlot(owner, place, dict);
    dict = slots[place];
    heap.incref(dict);
  }
  return refresh(m, dict, code, (slot) => slots[slot + first] ?? 0);
}

/** The same for a live frame. */
export function localsOfLive(m: PythonMachine, depth: number): number {
  const frame = m.frames[depth];
  if (frame.namespace !== 0) {
    m.heap.incref(frame.namespace);
    return frame.namespace;
  }
  const dict = frame.flags & FrameFlag.SNAPSHOT ? frame.snapshot : m.dict();
  if (m.profile.keepsLocals) {
    frame.snapshot = dict;
    frame.flags |= FrameFlag.SNAPSHOT;
    m.heap.incref(dict);
  }
  return refresh(m, dict, frame.code, (slot) => entryId(m.stack[frame.base + slot]));
}

/** Stores the variables that have a value, and removes those that have none. */
function refresh(m: PythonMachine, dict: number, { code }: LoadedCode, valueOf: (slot: number) => number): number {
  code.slotNames.forEach((name, slot) => {
    const value = valueOf(slot);
    const content = value !== 0 && m.heap.kind[value] === Kind.CELL ? m.heap.slots[value]![0] : value;
    if (name.startsWith('.') && name !== '.0') return;
    if (content !== 0) m.dictSetName(dict, name, content);
    else dictRemoveName(m.heap, dict, name);
  });
  return dict;
}
