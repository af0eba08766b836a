/**
 * odict_keys, odict_values, odict_items and odict_iterator. Slots of the iterator: [OrderedDict (0 when exhausted), the key to come
 * (0 at the end), the tuple handed out last (items)]. Source: CPython Objects/odictobject.c (odictiter_iternext).
 */
import { Kind } from '../../heap/kinds.ts';
import type { Machine, NativeCall, TypeDeclaration } from '../native.ts';
import { newContainer } from './allocation.ts';
import { noArguments } from './call-arguments.ts';
import type { DictPart } from './dict-iterator.ts';
import { dictNextPlace, dictPreviousPlace, dictTable, findPlace } from './dict-table.ts';
import { newDictView } from './dict-view.ts';
import { raiseKeyError } from './key-error.ts';
import { resultTuple } from './result-tuple.ts';
import { itself } from './sequence-iterator.ts';

interface OrderedIteratorBody {
  readonly part: DictPart;
  readonly backwards: boolean;
  /** Of the table, when iteration began. */
  readonly version: number;
}

const ITERATOR_BYTES = 80;
const DICT = 0;
const CURRENT = 1;
const RESULT = 2;

/** An iterator over an OrderedDict (borrowed). */
export function newOrderedIterator(m: Machine, dict: number, part: DictPart, backwards = false): number {
  const { heap } = m;
  const first = backwards ? dictPreviousPlace(heap, dict, heap.slots[dict]!.length - 2) : dictNextPlace(heap, dict, 0);
  const key = first < 0 ? 0 : heap.slots[dict]![first];
  heap.incref(dict);
  if (key !== 0) heap.incref(key);
  const slots = part === 'item' ? [dict, key, m.tupleFromArray([m.none, m.none])] : [dict, key];
  const body: OrderedIteratorBody = { part, backwards, version: dictTable(heap, dict).version };
  return newContainer(m, Kind.LAZY_ITERATOR, m.type('odict_iterator'), slots, body, ITERATOR_BYTES);
}

function next(m: Machine, self: number): number {
  const { heap } = m;
  const [dict, key] = heap.slots[self]!;
  if (dict === 0) return 0;
  const { part, backwards, version } = heap.body[self] as OrderedIteratorBody;
  if (key === 0) {
    heap.replaceSlot(self, DICT, 0);
    return 0;
  }
  if (dictTable(heap, dict).version !== version) {
    heap.replaceSlot(self, DICT, 0);
    m.raise('RuntimeError', 'OrderedDict mutated during iteration');
  }
  const place = findPlace(m, dict, key);
  if (place < 0) raiseKeyError(m, key);
  const following = backwards ? dictPreviousPlace(heap, dict, place - 2) : dictNextPlace(heap, dict, place + 2);
  const coming = following < 0 ? 0 : heap.slots[dict]![following];
  const value = heap.slots[dict]![place + 1];
  if (coming !== 0) heap.incref(coming);
  // The iterator's reference to the key goes to the caller.
  heap.setSlot(self, CURRENT, coming);
  if (part === 'key') return key;
  heap.incref(value);
  if (part === 'item') return resultTuple(m, self, RESULT, [key, value], 'by-content');
  heap.decref(key);
  return value;
}

function viewMethod(name: string): NativeCall {
  return (m, args, names) => {
    noArguments(m, `OrderedDict.${name}`, args, names);
    return newDictView(m, `odict_${name}`, args[0]);
  };
}

/** What OrderedDict has in place of dict's methods. */
export const orderedViewMethods: Readonly<Record<string, NativeCall>> = {
  keys: viewMethod('keys'),
  values: viewMethod('values'),
  items: viewMethod('items'),
  __reversed__(m, args, names) {
    noArguments(m, 'OrderedDict.__reversed__', args, names);
    return newOrderedIterator(m, args[0], 'key', true);
  },
};

function viewType(name: string, part: DictPart): TypeDeclaration {
  return {
    name: `odict_${name}`,
    kind: Kind.DICT_VIEW,
    base: `dict_${name}`,
    slots: { iterate: (m, self) => newOrderedIterator(m, m.heap.slots[self]![0], part) },
    methods: {
      __reversed__(m, args, names) {
        noArguments(m, '__reversed__', args, names);
        return newOrderedIterator(m, m.heap.slots[args[0]]![0], part, true);
      },
    },
  };
}

export const orderedViewTypes: readonly TypeDeclaration[] = [
  viewType('keys', 'key'),
  viewType('values', 'value'),
  viewType('items', 'item'),
  { name: 'odict_iterator', kind: Kind.LAZY_ITERATOR, slots: { iterate: itself, next } },
];
