/** Type parameters in aliases and unions: `list[T]`, `T | None`. Source: CPython Objects/genericaliasobject.c (_Py_make_parameters, _Py_subs_parameters). */
import { importModule } from '../imports.ts';
import type { PythonMachine } from '../machine.ts';
import type { Machine, NativeProperty } from '../native.ts';

/** Calls a function of the module `_typing`; arguments borrowed, result owned. */
export function callTypingFunction(m: Machine, name: string, args: readonly number[]): number {
  const module = importModule(m as PythonMachine, '_typing', true);
  const callable = m.getAttribute(module, name);
  m.heap.decref(module);
  try {
    return m.call(callable, args);
  } finally {
    m.heap.decref(callable);
  }
}

/** `__parameters__`: the type parameters among the arguments, each once. */
export function parametersProperty(argumentsSlot: number): NativeProperty {
  return { get: (m, self) => m.tuple(parametersOf(m, m.items(m.heap.slots[self]![argumentsSlot]))) };
}

function parametersOf(m: Machine, args: readonly number[]): number[] {
  const found: number[] = [];
  const add = (id: number): void => {
    if (found.includes(id)) return;
    m.heap.incref(id);
    found.push(id);
  };
  for (const arg of args) {
    if (m.isType(arg)) continue;
    const substitute = m.findAttribute(arg, '__typing_subst__');
    if (substitute !== 0) {
      m.heap.decref(substitute);
      add(arg);
      continue;
    }
    const own = m.findAttribute(arg, '__parameters__');
    if (own === 0) continue;
    if (m.heap.typeOf[own] === m.type('tuple')) m.items(own).forEach(add);
    m.heap.decref(own);
  }
  return found;
}
