/** What exceptions are made of: their arguments, and the further slots of those that have more to say. Source: CPython Objects/exceptions.c. */
import type { PythonMachine } from './machine.ts';
import type { Machine, NativeProperty, TypeSlots } from './native.ts';
import { ExceptionSlot } from './raising.ts';

/** `id`, owned. */
export function shared(m: Machine, id: number): number {
  m.heap.incref(id);
  return id;
}

/** The items of `args`, borrowed. */
export const argsOf = (m: Machine, self: number): readonly number[] => m.items(m.heap.slots[self]![ExceptionSlot.ARGS]);

/** BaseException.__init__ */
export const setArguments: NonNullable<TypeSlots['initialize']> = (machine, self, args, names) => {
  const m = machine as PythonMachine;
  if (names !== null && names.length > 0) m.raise('TypeError', `${m.typeName(self)}() takes no keyword arguments`);
  const held = argsOf(m, self);
  if (held.length === args.length && held.every((id, i) => id === args[i])) return;
  for (const id of args) m.heap.incref(id);
  m.heap.replaceSlot(self, ExceptionSlot.ARGS, m.tupleFromArray([...args]));
};

/** Attribute that lies in a further slot, if the exception has got it. */
export function extra(index: number): NativeProperty {
  const slot = ExceptionSlot.EXTRA + index;
  return {
    get: (m, self) => shared(m, m.heap.slots[self]![slot] || m.none),
    set(m, self, value) {
      const slots = m.heap.slots[self]!;
      while (slots.length <= slot) m.heap.appendSlot(self, 0);
      if (value !== 0) m.heap.incref(value);
      m.heap.replaceSlot(self, slot, value);
    },
  };
}

/** Fills the further slots with `values` (borrowed), 0 for none. */
export function fillExtra(m: Machine, self: number, values: readonly number[]): void {
  const slots = m.heap.slots[self]!;
  values.forEach((value, i) => {
    const slot = ExceptionSlot.EXTRA + i;
    while (slots.length <= slot) m.heap.appendSlot(self, 0);
    if (value !== 0) m.heap.incref(value);
    m.heap.replaceSlot(self, slot, value);
  });
}
