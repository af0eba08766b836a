/** collections.OrderedDict: a dict whose entries can be moved. Source: CPython Objects/odictobject.c. */
import { Kind } from '../../heap/kinds.ts';
import { BinaryOp, CompareOp } from '../../program/instructions.ts';
import type { Machine, TypeDeclaration } from '../native.ts';
import { newContainer } from './allocation.ts';
import { noArguments } from './call-arguments.ts';
import { dictUpdate } from './dict-merge.ts';
import {
  dictDetachAt,
  dictEntries,
  dictLength,
  dictMoveToEnd,
  dictMoveToStart,
  dictNextPlace,
  dictPopLast,
  findPlace,
  newDictTable,
} from './dict-table.ts';
import { dictType, updateFromCall } from './dict.ts';
import { equalItems } from './item-equality.ts';
import { raiseKeyError } from './key-error.ts';
import { newOrderedIterator, orderedViewMethods } from './ordered-dict-views.ts';
import { reduced } from './reduced.ts';
import { guardedRepr, reprOf } from './repr-guard.ts';
import { isAtLeast } from './versions.ts';

const ORDERED_DICT_BYTES = 128;

function newOrderedDict(m: Machine, type: number): number {
  return newContainer(m, Kind.DICT, type, [], { ...newDictTable(), isOrdered: true }, ORDERED_DICT_BYTES);
}

function isOrdered(m: Machine, id: number): boolean {
  return m.isInstance(id, m.type('collections.OrderedDict'));
}

function sameOrder(m: Machine, left: number, right: number): boolean {
  const [a, b] = [dictEntries(m.heap, left), dictEntries(m.heap, right)];
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i += 2) if (!equalItems(m, a[i], b[i])) return false;
  return true;
}

function repr(m: Machine, self: number): string {
  const name = m.typeName(self);
  if (dictLength(m.heap, self) === 0) return `${name}()`;
  return guardedRepr(m.heap, self, '...', () => {
    const entries = dictEntries(m.heap, self);
    const isModern = isAtLeast(m, 12);
    const parts: string[] = [];
    for (let i = 0; i < entries.length; i += 2) {
      const [key, value] = [reprOf(m, entries[i]), reprOf(m, entries[i + 1])];
      parts.push(isModern ? `${key}: ${value}` : `(${key}, ${value})`);
    }
    return isModern ? `${name}({${parts.join(', ')}})` : `${name}([${parts.join(', ')}])`;
  });
}

export const orderedDictType: TypeDeclaration = {
  name: 'OrderedDict',
  module: 'collections',
  kind: Kind.DICT,
  base: 'dict',
  canBeBase: true,
  weaklyReferenceable: true,
  hasDict: true,
  slots: {
    create: (m, type) => newOrderedDict(m, type),
    initialize: (m, self, args, names) => updateFromCall(m, 'OrderedDict', self, args, names),
    repr,
    iterate: (m, self) => newOrderedIterator(m, self, 'key'),
    compare(m, op, left, right) {
      const plain = dictType.slots!.compare!(m, op, left, right);
      if (plain === m.notImplemented || !isOrdered(m, left) || !isOrdered(m, right)) return plain;
      const equal = (plain === m.true_) === (op === CompareOp.EQ) && sameOrder(m, left, right);
      return m.bool(equal === (op === CompareOp.EQ));
    },
    binary(m, op, left, right) {
      const kinds = m.heap.kind;
      if (op !== BinaryOp.OR || kinds[left] !== Kind.DICT || kinds[right] !== Kind.DICT) {
        return m.notImplemented;
      }
      const result = newOrderedDict(m, m.heap.typeOf[isOrdered(m, left) ? left : right]);
      dictUpdate(m, result, left);
      dictUpdate(m, result, right);
      return result;
    },
  },
  methods: {
    ...orderedViewMethods,
    // (class, (), state, None, iterator over the items)
    __reduce__(m, [self]) {
      const own = m.heap.dictOf.get(self);
      const state = own === undefined || dictLength(m.heap, own) === 0 ? m.none : own;
      m.heap.incref(state);
      return reduced(m, self, [], [state, m.none, newOrderedIterator(m, self, 'item')]);
    },
    move_to_end(m, args, names) {
      const [key, last] = m.bindArguments('move_to_end', args.slice(1), names, ['key', 'last=']);
      const place = findPlace(m, args[0], key);
      if (place < 0) raiseKeyError(m, key);
      if (last === 0 || m.truth(last)) dictMoveToEnd(m.heap, args[0], place);
      else dictMoveToStart(m.heap, args[0], place);
      return m.none;
    },
    setdefault(m, args, names) {
      const [key, value] = m.bindArguments('setdefault', args.slice(1), names, ['key', 'default=']);
      return dictType.methods!.setdefault(m, value === 0 ? [args[0], key] : [args[0], key, value], null);
    },
    pop(m, args, names) {
      const [key, value] = m.bindArguments('pop', args.slice(1), names, ['key', 'default=']);
      return dictType.methods!.pop(m, value === 0 ? [args[0], key] : [args[0], key, value], null);
    },
    popitem(m, args, names) {
      const [last] = m.bindArguments('popitem', args.slice(1), names, ['last=']);
      if (dictLength(m.heap, args[0]) === 0) m.raise('KeyError', 'dictionary is empty');
      if (last === 0 || m.truth(last)) return m.tupleFromArray(dictPopLast(m.heap, args[0]));
      return m.tupleFromArray(dictDetachAt(m.heap, args[0], dictNextPlace(m.heap, args[0], 0)));
    },
    copy(m, args, names) {
      noArguments(m, 'OrderedDict.copy', args, names);
      const result = newOrderedDict(m, m.heap.typeOf[args[0]]);
      // Entry by entry, so that the table grows as it does there.
      const entries = dictEntries(m.heap, args[0]);
      for (let i = 0; i < entries.length; i += 2) m.dictSet(result, entries[i], entries[i + 1]);
      return result;
    },
  },
  classMethods: {
    fromkeys(m, args, names) {
      const [keys, value] = m.bindArguments('fromkeys', args.slice(1), names, ['iterable', 'value=']);
      return dictType.classMethods!.fromkeys(m, [args[0], keys, value || m.none], null);
    },
  },
};
