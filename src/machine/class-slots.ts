/** `__slots__` of a class. Source: CPython Objects/typeobject.c (type_new_slots). */
import { Kind } from '../heap/kinds.ts';
import { withHiddenContainer } from './hidden-containers.ts';
import type { PythonMachine } from './machine.ts';
import type { TypeBody } from './type-body.ts';

/** What `__slots__` of a class asks for. */
export interface OwnSlots {
  readonly names: readonly string[];
  /** Those that get a place in the instances, in their order. */
  readonly own: readonly string[];
  /** The tuple of those, owned; 0 for none. */
  readonly tuple: number;
}

/** `__slots__` of the class to be, null when it has none. Source: type_new_slots, which comes before the type is made. */
export function slotsIn(m: PythonMachine, className: string, dict: number): OwnSlots | null {
  const slots = m.dictGetName(dict, '__slots__');
  if (slots === 0) return null;
  const names = slotNamesOf(m, slots);
  const own = names
    .filter((name) => name !== '__dict__' && name !== '__weakref__')
    .map((name) => mangled(className, name))
    .sort();
  for (const name of own) {
    if (m.dictGetName(dict, name) !== 0) m.raise('ValueError', `'${name}' in __slots__ conflicts with class variable`);
  }
  const makeTuple = (): number => (own.length === 0 ? 0 : m.tupleFromArray(own.map((name) => m.intern(name))));
  const throughList = (): number => withHiddenContainer(m, Kind.LIST, null, makeTuple);
  // What is no tuple becomes one first.
  const isTuple = m.heap.kind[slots] === Kind.TUPLE || names.length === 0;
  const filled = isTuple ? [] : new Array<number>(names.length).fill(0);
  return { names, own, tuple: isTuple ? throughList() : withHiddenContainer(m, Kind.TUPLE, filled, throughList) };
}

function slotNamesOf(m: PythonMachine, slots: number): string[] {
  if (m.isStr(slots)) return [m.strValue(slots)];
  const kind = m.heap.kind[slots];
  const items: number[] = [];
  // Without an iterator where CPython makes none.
  if (kind === Kind.TUPLE || kind === Kind.LIST) items.push(...m.items(slots));
  else m.forEach(slots, (item) => void items.push(item));
  return items.map((name) => {
    if (!m.isStr(name)) m.raise('TypeError', `__slots__ items must be strings, not '${m.shownTypeName(name)}'`);
    return m.strValue(name);
  });
}

/** Complains about `__slots__` that there cannot be. */
export function checkSlots(m: PythonMachine, base: TypeBody, names: readonly string[], hasDict: boolean): void {
  const isSized = base.kind === Kind.INT || base.kind === Kind.TUPLE || base.kind === Kind.BYTES;
  if (isSized && names.length > 0) {
    const sort = m.profile.versionInfo[1] >= 15 ? 'arbitrary' : 'nonempty';
    m.raise('TypeError', `${sort} __slots__ not supported for subtype of '${base.name}'`);
  }
  if (!names.every((name) => /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name)))
    m.raise('TypeError', '__slots__ must be identifiers');
  if (names.filter((name) => name === '__dict__').length + Number(hasDict) > 1 && names.includes('__dict__')) {
    m.raise('TypeError', '__dict__ slot disallowed: we already got one');
  }
}

/** `__name` in class C is `_C__name`. */
function mangled(className: string, name: string): string {
  if (!name.startsWith('__') || name.endsWith('__')) return name;
  const bare = className.replace(/^_+/, '');
  return bare === '' ? name : `_${bare}${name}`;
}
