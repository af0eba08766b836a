/**
 * collections.defaultdict: a dict whose slots begin with the default factory, laid out like an entry with the key
 * 'default_factory' that no lookup finds. So it is visited and released before the entries, as in CPython
 * Modules/_collectionsmodule.c (defdict_traverse, defdict_dealloc).
 */
import { Kind } from '../../heap/kinds.ts';
import { BinaryOp } from '../../program/instructions.ts';
import type { Machine, TypeDeclaration } from '../native.ts';
import { newContainer } from './allocation.ts';
import { noArguments, oneArgument } from './call-arguments.ts';
import { dictUpdate, storeKeywords } from './dict-merge.ts';
import { dictStore, newDictTable } from './dict-table.ts';
import { updateFromCall } from './dict.ts';
import { raiseKeyError } from './key-error.ts';
import { reduced } from './reduced.ts';
import { guardedRepr, reprOf } from './repr-guard.ts';

const DEFAULT_DICT_BYTES = 72;
const FACTORY = 1;
const RESERVED = 2;

function newDefaultDict(m: Machine, type: number): number {
  const table = newDictTable();
  table.reserved = RESERVED;
  const slots = [m.intern('default_factory'), m.none];
  return newContainer(m, Kind.DICT, type, slots, table, DEFAULT_DICT_BYTES);
}

/** The factory, borrowed; 0 when there is none. */
function factoryOf(m: Machine, dict: number): number {
  // A collector that cleared the dict took it away.
  const factory = m.heap.slots[dict]![FACTORY] ?? m.none;
  return factory === m.none ? 0 : factory;
}

function setFactory(m: Machine, dict: number, factory: number): void {
  const value = factory === 0 ? m.none : factory;
  m.heap.incref(value);
  m.heap.replaceSlot(dict, FACTORY, value);
}

function copy(m: Machine, dict: number): number {
  const result = newDefaultDict(m, m.heap.typeOf[dict]);
  setFactory(m, result, factoryOf(m, dict));
  dictUpdate(m, result, dict);
  return result;
}

export const defaultDictType: TypeDeclaration = {
  name: 'defaultdict',
  module: 'collections',
  kind: Kind.DICT,
  base: 'dict',
  canBeBase: true,
  slots: {
    create: (m, type) => newDefaultDict(m, type),
    initialize(m, self, args, names) {
      const given = args.length - (names?.length ?? 0);
      const factory = given > 0 ? args[0] : m.none;
      if (factory !== m.none && m.special(factory, '__call__') === 0) {
        m.raise('TypeError', 'first argument must be callable or None');
      }
      setFactory(m, self, factory);
      if (given > 0) updateFromCall(m, 'dict', self, args.slice(1), names);
      else storeKeywords(m, self, args, names);
    },
    repr(m, self) {
      const dictRepr = plainRepr(m, self);
      const factory = factoryOf(m, self);
      const shown = guardedRepr(m.heap, self, '...', () => (factory === 0 ? 'None' : reprOf(m, factory)));
      return `${m.typeName(self)}(${shown}, ${dictRepr})`;
    },
    binary(m, op, left, right) {
      const kinds = m.heap.kind;
      if (op !== BinaryOp.OR || kinds[left] !== Kind.DICT || kinds[right] !== Kind.DICT) {
        return m.notImplemented;
      }
      const isDefault = m.isInstance(left, m.type('collections.defaultdict'));
      const result = newDefaultDict(m, m.heap.typeOf[isDefault ? left : right]);
      setFactory(m, result, factoryOf(m, isDefault ? left : right));
      dictUpdate(m, result, left);
      dictUpdate(m, result, right);
      return result;
    },
  },
  methods: {
    __missing__(m, args, names) {
      oneArgument(m, '__missing__', args, names);
      const [self, key] = args;
      const factory = factoryOf(m, self);
      if (factory === 0) raiseKeyError(m, key);
      const value = m.call(factory, []);
      try {
        dictStore(m, self, key, value);
      } catch (error) {
        m.heap.decref(value);
        throw error;
      }
      return value;
    },
    copy(m, args, names) {
      noArguments(m, 'defaultdict.copy', args, names);
      return copy(m, args[0]);
    },
    __copy__: (m, args) => copy(m, args[0]),
    __reduce__(m, [self]) {
      const factory = factoryOf(m, self);
      if (factory !== 0) m.heap.incref(factory);
      const items = m.callMethod(self, 'items', []);
      const pairs = m.iterate(items);
      m.heap.decref(items);
      return reduced(m, self, factory === 0 ? [] : [factory], [m.none, m.none, pairs]);
    },
  },
  properties: {
    default_factory: {
      get(m, self) {
        const factory = factoryOf(m, self) || m.none;
        m.heap.incref(factory);
        return factory;
      },
      set: (m, self, value) => setFactory(m, self, value),
    },
  },
};

/** What dict.__repr__ makes of it. */
function plainRepr(m: Machine, self: number): string {
  return guardedRepr(m.heap, -self, '{...}', () => {
    const entries = m.dictEntries(self);
    const parts: string[] = [];
    for (let i = 0; i < entries.length; i += 2) {
      parts.push(`${reprOf(m, entries[i])}: ${reprOf(m, entries[i + 1])}`);
    }
    return `{${parts.join(', ')}}`;
  });
}
