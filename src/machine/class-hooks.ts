/** The methods that a new class calls: `__set_name__` of its descriptors, `__init_subclass__` of its bases. */
import { Kind } from '../heap/kinds.ts';
import { throughArgumentTuple, throughBoundMethod, throughNames } from './argument-tuples.ts';
import { bind, lookUp } from './attributes.ts';
import type { PropertyBody } from './descriptor-types.ts';
import type { PythonMachine } from './machine.ts';
import { PythonError } from './python-error.ts';
import { TypeSlot } from './type-body.ts';
import { dictEntries } from './types/dict-table.ts';

/** Tells the descriptors of a new class their names, `__set_name__`. Source: type_new_set_names. */
export function setNamesOfDescriptors(m: PythonMachine, type: number, dict: number): void {
  const heap = m.heap;
  for (const [i, value] of dictEntries(heap, dict).entries()) {
    if (i % 2 === 0) continue;
    if (heap.kind[value] === Kind.PROPERTY) {
      const name = dictEntries(heap, dict)[i - 1];
      throughBoundMethod(m, value, () =>
        throughArgumentTuple(m, [type, name], () => {
          (heap.body[value] as PropertyBody).name = m.strValue(name);
        }),
      );
    }
    if (heap.kind[value] !== Kind.INSTANCE) continue;
    const method = lookUp(m, heap.typeOf[value], '__set_name__');
    if (method === 0) continue;
    const name = dictEntries(heap, dict)[i - 1];
    const bound = bind(m, method, value, heap.typeOf[value]);
    try {
      heap.decref(m.call(bound, [type, name]));
    } catch (error) {
      if (error instanceof PythonError) nameWasRefused(m, type, value, name, error);
      throw error;
    } finally {
      heap.decref(bound);
    }
  }
}

/** What is said of an exception in `__set_name__`: a note since 3.12, an exception of its own before. */
function nameWasRefused(m: PythonMachine, type: number, value: number, name: number, { exception }: PythonError): void {
  const of = `'${m.typeName(value)}' instance ${m.repr(name)} in '${m.typeBody(type).name}'`;
  const message = m.str(`Error calling __set_name__ on ${of}`);
  try {
    if (m.profile.versionInfo[1] >= 12) {
      m.heap.decref(m.callMethod(exception, 'add_note', [message]));
      return;
    }
    const raised = m.call(m.type('RuntimeError'), [message]);
    m.setAttribute(raised, '__cause__', exception);
    m.setAttribute(raised, '__context__', exception);
    m.heap.decref(exception);
    throw new PythonError(raised);
  } finally {
    m.heap.decref(message);
  }
}

/** Calls `__init_subclass__` of the bases. Source: type_new_init_subclass. */
export function initSubclass(
  m: PythonMachine,
  type: number,
  values: readonly number[],
  names: readonly string[] | null,
): void {
  const heap = m.heap;
  const mro = m.typeBody(type).mro;
  for (let i = 1; i < mro.length; i++) {
    const method = m.dictGetName(heap.slots[mro[i]]![TypeSlot.DICT], '__init_subclass__');
    if (method === 0) continue;
    if (mro[i] === m.objectType && values.length === 0) {
      // object.__init_subclass__, bound to the class.
      throughBoundMethod(m, type, () => undefined);
      return;
    }
    const bound = bind(m, method, 0, type);
    try {
      heap.decref(throughNames(m, names ?? [], () => m.call(bound, values, names)));
    } finally {
      heap.decref(bound);
    }
    return;
  }
}
