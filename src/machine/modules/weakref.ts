/** The module weakref. Source: CPython Modules/_weakref.c, Lib/weakref.py. */
import { Flag } from '../../heap/heap.ts';
import { Kind } from '../../heap/kinds.ts';
import type { Machine, NativeModule } from '../native.ts';
import { callableProxyType, newProxy, proxyType } from './weakref-proxy.ts';
import { keyedRefType, referenceType, referentOf } from './weakref-types.ts';

/** References and proxies to `target`: those without callback first, then newest first, as in CPython's list. */
function referencesTo(m: Machine, target: number): number[] {
  const all = [...(m.heap.weakReferences.get(target) ?? [])].reverse();
  const isBasic = (reference: number): boolean =>
    m.heap.slots[reference]![0] === 0 && !(m.heap.flags[m.heap.typeOf[reference]] & Flag.HEAP_TYPE);
  const basic = all.filter(isBasic).sort((a, b) => m.heap.kind[a] - m.heap.kind[b]);
  return [...basic, ...all.filter((reference) => !isBasic(reference))];
}

/** Deletes data[key] when the reference there is dead. Borrowed; what a WeakValueDictionary does when a value dies. */
function removeDead(m: Machine, data: number, key: number): void {
  const reference = m.dictGet(data, key);
  if (reference !== 0 && m.heap.kind[reference] === Kind.WEAKREF && referentOf(m, reference) === 0) {
    m.dictDelete(data, key);
  }
}

function borrowedType(m: Machine, name: string): number {
  const type = m.type(name);
  m.heap.incref(type);
  return type;
}

export const weakrefModule: NativeModule = {
  name: 'weakref',
  types: [referenceType, keyedRefType, proxyType, callableProxyType],
  functions: {
    proxy(m, args, names) {
      m.expectArguments('proxy', args, names, 1, 2);
      return newProxy(m, args[0], args.length > 1 ? args[1] : 0);
    },
    getweakrefcount(m, args, names) {
      m.expectArguments('_weakref.getweakrefcount', args, names, 1);
      return m.int(m.heap.weakReferences.get(args[0])?.length ?? 0);
    },
    getweakrefs(m, args, names) {
      m.expectArguments('_weakref.getweakrefs', args, names, 1);
      const found = referencesTo(m, args[0]);
      for (const reference of found) m.heap.incref(reference);
      return m.list(found);
    },
    _remove_dead_weakref(m, args) {
      removeDead(m, args[0], args[1]);
      return m.none;
    },
  },
  attributes: (m) => ({
    ref: borrowedType(m, 'weakref.ReferenceType'),
    ReferenceType: borrowedType(m, 'weakref.ReferenceType'),
    KeyedRef: borrowedType(m, 'weakref.KeyedRef'),
    ProxyType: borrowedType(m, 'weakref.ProxyType'),
    CallableProxyType: borrowedType(m, 'weakref.CallableProxyType'),
    ProxyTypes: m.tuple([borrowedType(m, 'weakref.ProxyType'), borrowedType(m, 'weakref.CallableProxyType')]),
    _minor: m.int(m.profile.versionInfo[1]),
  }),
  deferred: {
    source: 'weakref',
    names: ['WeakMethod', 'WeakSet', 'WeakValueDictionary', 'WeakKeyDictionary', 'finalize', '__all__'],
  },
};
