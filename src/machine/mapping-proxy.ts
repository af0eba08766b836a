/** mappingproxy: a read-only view of a dict; `C.__dict__`. Source: CPython Objects/descrobject.c (mappingproxyobject). */
import { Kind } from '../heap/kinds.ts';
import type { Machine, NativeCall, TypeDeclaration } from './native.ts';

/** A view of `mapping` (borrowed), owned. */
export function newMappingProxy(m: Machine, mapping: number): number {
  m.heap.incref(mapping);
  return m.object(Kind.MAPPING_PROXY, 'mappingproxy', [mapping], null);
}

const mapping = (m: Machine, self: number): number => m.heap.slots[self]![0];

/** What an operand stands for. */
const inner = (m: Machine, id: number): number => (m.heap.kind[id] === Kind.MAPPING_PROXY ? mapping(m, id) : id);

function forwarded(name: string): NativeCall {
  return (m, [self, ...args]) => m.callMethod(mapping(m, self), name, args);
}

export const mappingProxyType: TypeDeclaration = {
  name: 'mappingproxy',
  kind: Kind.MAPPING_PROXY,
  slots: {
    create(m, _type, args, names) {
      const [given] = m.bindArguments('mappingproxy', args, names, ['mapping']);
      const isSequence = m.heap.kind[given] === Kind.LIST || m.heap.kind[given] === Kind.TUPLE;
      if (isSequence || m.special(given, '__getitem__') === 0) {
        m.raise('TypeError', `mappingproxy() argument must be a mapping, not ${m.typeName(given)}`);
      }
      return newMappingProxy(m, given);
    },
    str: (m, self) => m.toStr(mapping(m, self)),
    repr: (m, self) => `mappingproxy(${m.repr(mapping(m, self))})`,
    length: (m, self) => m.length(mapping(m, self)),
    getItem: (m, self, key) => m.getItem(mapping(m, self), key),
    contains: (m, self, key) => m.contains(mapping(m, self), key),
    iterate: (m, self) => m.iterate(mapping(m, self)),
    binary: (m, op, left, right) => m.binary(op, inner(m, left), inner(m, right)),
    compare(m, op, left, right) {
      return m.compare(op, inner(m, left), inner(m, right));
    },
    hash: (_m, self) => self,
  },
  methods: {
    get: forwarded('get'),
    keys: forwarded('keys'),
    values: forwarded('values'),
    items: forwarded('items'),
    copy: forwarded('copy'),
    __reversed__: forwarded('__reversed__'),
  },
};
