/** The module copy: our own Python, executed by the machine. */
import { Kind } from '../../heap/kinds.ts';
import { dictOfInstance } from '../attributes.ts';
import type { PythonMachine } from '../machine.ts';
import type { Machine, NativeModule } from '../native.ts';
import { dictLength } from '../types/dict-table.ts';

/** `x.__dict__`, None where it is empty, without making it for that. Source: Objects/typeobject.c (object_getstate_default). */
function valuesOf(machine: Machine, [id]: readonly number[]): number {
  const m = machine as PythonMachine;
  const { heap } = m;
  const { hasDict, slotNames } = m.bodyOfType(id);
  const known = heap.dictOf.get(id);
  const hasValues =
    known === undefined
      ? hasDict && heap.kind[id] === Kind.INSTANCE && heap.slotsOf(id).slice(slotNames.length).some(Boolean)
      : dictLength(heap, known) > 0;
  const values = hasValues ? dictOfInstance(m, id) : m.none;
  heap.incref(values);
  return values;
}

export const copyModule: NativeModule = { name: 'copy', functions: { _values_of: valuesOf }, hasLateSource: true };
