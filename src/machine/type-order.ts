/** The order of types: which is a subtype of which, and C3 linearisation. Source: CPython Objects/typeobject.c (mro_implementation). */
import type { PythonMachine } from './machine.ts';

export function isSubtypeOf(m: PythonMachine, type: number, base: number): boolean {
  return type === base || m.typeBody(type).mro.includes(base);
}

/** The method resolution order of a new class with these bases, the class itself excluded. Throws TypeError. */
export function linearisedBases(m: PythonMachine, bases: readonly number[]): number[] {
  const twice = bases.find((base, i) => bases.indexOf(base) < i);
  if (twice !== undefined) m.raise('TypeError', `duplicate base class ${m.typeBody(twice).name}`);
  const lists = [...bases.map((base) => [...m.typeBody(base).mro]), [...bases]];
  const order: number[] = [];
  for (;;) {
    const rest = lists.filter((list) => list.length > 0);
    if (rest.length === 0) return order;
    const next = rest.map((list) => list[0]).find((head) => !rest.some((list) => list.indexOf(head) > 0));
    if (next === undefined) {
      const names = [...new Set(rest.map((list) => m.typeBody(list[0]).name))].join(', ');
      m.raise(
        'TypeError',
        `Cannot create a consistent method resolution${m.profile.versionInfo[1] >= 13 ? ' ' : '\n'}order (MRO) for bases ${names}`,
      );
    }
    order.push(next);
    for (const list of lists) if (list[0] === next) list.shift();
  }
}
