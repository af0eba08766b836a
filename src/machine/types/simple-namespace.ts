/** types.SimpleNamespace: nothing but a `__dict__`. Source: CPython Objects/namespaceobject.c. */
import { Kind } from '../../heap/kinds.ts';
import { CompareOp } from '../../program/instructions.ts';
import type { Machine, TypeDeclaration } from '../native.ts';
import { isExactly, newContainer } from './allocation.ts';
import { dictUpdate, storeKeywords } from './dict-merge.ts';
import { dictEntries } from './dict-table.ts';
import { reduced } from './reduced.ts';
import { guardedRepr, reprOf } from './repr-guard.ts';
import { isAtLeast } from './versions.ts';
import { unhashable } from './unhashable.ts';

const NAMESPACE_BYTES = 40;

function dictOf(m: Machine, self: number): number {
  return m.heap.dictOf.get(self)!;
}

function replaceIn(m: Machine, args: readonly number[], names: readonly string[] | null): number {
  const [self] = args;
  if (args.length - (names?.length ?? 0) > 1) m.raise('TypeError', '__replace__() takes no positional arguments');
  const copy = m.call(m.heap.typeOf[self], []);
  dictUpdate(m, dictOf(m, copy), dictOf(m, self));
  storeKeywords(m, dictOf(m, copy), args, names);
  return copy;
}

export const simpleNamespaceType: TypeDeclaration = {
  name: 'SimpleNamespace',
  module: 'types',
  // A kind whose instances have a dict of their own from the start.
  kind: Kind.PARTIAL,
  canBeBase: true,
  methods: {
    __reduce__(m, [self]) {
      m.heap.incref(dictOf(m, self));
      return reduced(m, self, [], [dictOf(m, self)]);
    },
  },
  methodsSince: { 13: { __replace__: replaceIn } },
  slots: {
    create(m, type) {
      const self = newContainer(m, Kind.PARTIAL, type, [], null, NAMESPACE_BYTES);
      m.heap.setDict(self, m.dict());
      return self;
    },
    initialize(m, self, args, names) {
      const given = args.length - (names?.length ?? 0);
      const most = isAtLeast(m, 13) ? 1 : 0;
      if (given > most) {
        m.raise(
          'TypeError',
          most === 0 ? 'no positional arguments expected' : `SimpleNamespace expected at most 1 argument, got ${given}`,
        );
      }
      if (given === 1) dictUpdate(m, dictOf(m, self), args[0]);
      storeKeywords(m, dictOf(m, self), args, names);
    },
    repr(m, self) {
      const name = isExactly(m, self, 'types.SimpleNamespace') ? 'namespace' : m.typeName(self);
      return guardedRepr(m.heap, self, `${name}(...)`, () => {
        const entries = dictEntries(m.heap, dictOf(m, self));
        const parts: string[] = [];
        for (let i = 0; i < entries.length; i += 2) {
          parts.push(`${m.toStr(entries[i])}=${reprOf(m, entries[i + 1])}`);
        }
        return `${name}(${parts.join(', ')})`;
      });
    },
    hash: unhashable,
    compare(m, op, left, right) {
      const type = m.type('types.SimpleNamespace');
      if (!m.isInstance(left, type) || !m.isInstance(right, type)) return m.notImplemented;
      if (op !== CompareOp.EQ && op !== CompareOp.NE) return m.notImplemented;
      return m.compare(op, dictOf(m, left), dictOf(m, right));
    },
  },
};
