/** Which slots a type has in the end: its own, those of its methods, and what it inherits along its MRO. */
import { Flag } from '../heap/heap.ts';
import { Kind } from '../heap/kinds.ts';
import type { PythonMachine } from './machine.ts';
import { slotsOfMethods } from './slot-methods.ts';
import { ResolvedSlots, TypeSlot } from './type-body.ts';

export function resolveSlots(m: PythonMachine, mro: readonly number[]): ResolvedSlots {
  const slots = new ResolvedSlots();
  for (let i = mro.length - 1; i >= 0; i--) {
    const body = m.typeBody(mro[i]);
    if (body.declared !== null) {
      Object.assign(slots, body.declared);
      continue;
    }
    const dict = m.heap.slots[mro[i]]![TypeSlot.DICT];
    if (dict === 0) continue;
    const entries = m.heap.slots[dict]!;
    for (let place = 0; place < entries.length; place += 2) {
      const key = entries[place];
      if (key === 0 || m.heap.kind[key] !== Kind.STR) continue;
      const name = m.strValue(key);
      if (name.startsWith('__') && Object.hasOwn(slotsOfMethods, name)) Object.assign(slots, slotsOfMethods[name]);
    }
  }
  return slots;
}

/** A type's dict has changed: it and all below it get a new version and new slots. */
export function typeChanged(m: PythonMachine, type: number, name: string): void {
  const body = m.typeBody(type);
  body.version = ++m.lastTypeVersion;
  body.lookups.clear();
  if (name.startsWith('__')) {
    body.slots = resolveSlots(m, body.mro);
    setFinalizerFlag(m, type);
  }
  for (const subclass of body.subclasses) typeChanged(m, subclass, name);
}

/** Tells the heap whether instances have a `__del__`. */
export function setFinalizerFlag(m: PythonMachine, type: number): void {
  const body = m.typeBody(type);
  body.hasFinalizer = body.mro.some((base) => {
    if (m.typeBody(base).declared !== null) return false;
    const dict = m.heap.slots[base]![TypeSlot.DICT];
    return dict !== 0 && m.dictGetName(dict, '__del__') !== 0;
  });
  if (body.hasFinalizer) m.heap.flags[type] |= Flag.HAS_FINALIZER;
  else m.heap.flags[type] &= ~Flag.HAS_FINALIZER;
}
