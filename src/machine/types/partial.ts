/** functools.partial. Slots: [function, arguments tuple, keywords dict]. Source: CPython Modules/_functoolsmodule.c. */
import { Kind } from '../../heap/kinds.ts';
import type { Machine, TypeDeclaration } from '../native.ts';
import { isExactly, newContainer } from './allocation.ts';
import { dictCopy, storeKeywords } from './dict-merge.ts';
import { dictEntries } from './dict-table.ts';
import { genericAlias } from './generic-alias.ts';
import { reduced } from './reduced.ts';
import { guardedRepr, reprOf } from './repr-guard.ts';
import { owned } from './sequence-operators.ts';
import { isAtLeast } from './versions.ts';

const FUNCTION = 0;
const ARGUMENTS = 1;
const KEYWORDS = 2;

function part(slot: number) {
  return {
    get(m: Machine, self: number): number {
      const id = m.heap.slots[self]![slot];
      m.heap.incref(id);
      return id;
    },
  };
}

/** A call of the function with the stored arguments before, the stored keywords overridden by the new ones. */
function call(m: Machine, self: number, args: readonly number[], names: readonly string[] | null): number {
  const heap = m.heap;
  const [callable, stored, keywords] = heap.slots[self]!;
  const given = args.length - (names?.length ?? 0);
  const positional = [...heap.slots[stored]!, ...args.slice(0, given)];
  const entries = dictEntries(heap, keywords);
  if (entries.length === 0) {
    return m.call(callable, [...positional, ...args.slice(given)], names);
  }
  const merged = new Map<string, number>();
  for (let i = 0; i < entries.length; i += 2) merged.set(m.strValue(entries[i]), entries[i + 1]);
  names?.forEach((name, i) => merged.set(name, args[given + i]));
  return m.call(callable, [...positional, ...merged.values()], [...merged.keys()]);
}

export const partialType: TypeDeclaration = {
  name: 'partial',
  module: 'functools',
  kind: Kind.PARTIAL,
  canBeBase: true,
  weaklyReferenceable: true,
  slots: {
    create(m, type, args, names) {
      const heap = m.heap;
      const given = args.length - (names?.length ?? 0);
      if (given === 0) m.raise('TypeError', "type 'partial' takes at least one argument");
      let callable = args[0];
      if (m.special(callable, '__call__') === 0) {
        m.raise('TypeError', 'the first argument must be callable');
      }
      let before: readonly number[] = [];
      let inner = 0;
      // A partial of a partial is made flat.
      if (isExactly(m, callable, 'functools.partial') && !heap.dictOf.has(callable)) {
        inner = callable;
        before = heap.slots[inner]![ARGUMENTS] === 0 ? [] : heap.slots[heap.slots[inner]![ARGUMENTS]]!;
        callable = heap.slots[inner]![FUNCTION];
      }
      heap.incref(callable);
      let stored: number;
      if (before.length > 0 && given === 1) heap.incref((stored = heap.slots[inner]![ARGUMENTS]));
      else stored = m.tupleFromArray(owned(m, [...before, ...args.slice(1, given)]));
      const keywords = inner === 0 ? m.dict() : dictCopy(m, heap.slots[inner]![KEYWORDS]);
      storeKeywords(m, keywords, args, names);
      const slots = [callable, stored, keywords];
      return newContainer(m, Kind.PARTIAL, type, slots, null, isAtLeast(m, 14) ? 96 : 80);
    },
    call,
    repr(m, self) {
      return guardedRepr(m.heap, self, '...', () => {
        const [callable, stored, keywords] = m.heap.slots[self]!;
        const parts = [reprOf(m, callable), ...m.heap.slots[stored]!.map((id) => reprOf(m, id))];
        const entries = dictEntries(m.heap, keywords);
        for (let i = 0; i < entries.length; i += 2) {
          parts.push(`${m.toStr(entries[i])}=${reprOf(m, entries[i + 1])}`);
        }
        return `functools.partial(${parts.join(', ')})`;
      });
    },
  },
  methods: {
    // (type, (func,), (func, args, keywords or None, __dict__ or None))
    __reduce__(m, [self]) {
      const parts = [...m.heap.slots[self]!, m.heap.dictOf.get(self) ?? m.none];
      return reduced(m, self, owned(m, [parts[FUNCTION]]), [m.tupleFromArray(owned(m, parts))]);
    },
    __setstate__(m, [self, state]) {
      const parts = m.heap.kind[state] === Kind.TUPLE ? m.items(state) : [];
      if (parts.length !== 4 || m.heap.kind[parts[ARGUMENTS]] !== Kind.TUPLE) {
        m.raise('TypeError', 'invalid partial state');
      }
      const given = owned(m, parts);
      if (given[KEYWORDS] === m.none) given[KEYWORDS] = m.dict();
      [FUNCTION, ARGUMENTS, KEYWORDS].forEach((slot) => m.heap.replaceSlot(self, slot, given[slot]));
      const old = m.heap.setDict(self, given[3] === m.none ? 0 : given[3]);
      if (old !== 0) m.heap.decref(old);
      return m.none;
    },
  },
  properties: { func: part(FUNCTION), args: part(ARGUMENTS), keywords: part(KEYWORDS) },
  classMethods: { __class_getitem__: genericAlias },
};
