/**
 * Iterators over the keys, values and items of a dict, forwards and backwards. Slots: the dict (0 when exhausted) and, for items, the
 * tuple handed out last. Source: CPython Objects/dictobject.c (dictiterobject).
 */
import { Kind } from '../../heap/kinds.ts';
import type { Machine, TypeDeclaration } from '../native.ts';
import { newContainer } from './allocation.ts';
import { dictLength, dictNextPlace, dictPreviousPlace } from './dict-table.ts';
import { resultTuple } from './result-tuple.ts';
import { itself } from './sequence-iterator.ts';

export type DictPart = 'key' | 'value' | 'item';

interface DictIteratorBody {
  readonly part: DictPart;
  readonly backwards: boolean;
  /** Where to look for the next entry. */
  place: number;
  /** Length of the dict when iteration began; -1 after it changed. */
  expected: number;
  /** Entries still to come. */
  left: number;
}

const ITERATOR_BYTES = 72;
const DICT = 0;
const RESULT = 1;

/** An iterator over a DICT object (borrowed). */
export function newDictIterator(m: Machine, dict: number, part: DictPart, backwards = false): number {
  const length = dictLength(m.heap, dict);
  const place = backwards ? m.heap.slots[dict]!.length - 2 : 0;
  const body: DictIteratorBody = { part, backwards, place, expected: length, left: length };
  m.heap.incref(dict);
  const slots = part === 'item' ? [dict, m.tupleFromArray([m.none, m.none])] : [dict];
  const type = m.type(`dict_${backwards ? 'reverse' : ''}${part}iterator`);
  // Not kind ITERATOR: that one has a free-list from 3.14 on, and dict iterators have none.
  return newContainer(m, Kind.LAZY_ITERATOR, type, slots, body, ITERATOR_BYTES);
}

function next(m: Machine, self: number): number {
  const heap = m.heap;
  const dict = heap.slots[self]![DICT];
  if (dict === 0) return 0;
  const body = heap.body[self] as DictIteratorBody;
  if (dictLength(heap, dict) !== body.expected) {
    body.expected = -1;
    m.raise('RuntimeError', 'dictionary changed size during iteration');
  }
  const place = body.backwards ? dictPreviousPlace(heap, dict, body.place) : dictNextPlace(heap, dict, body.place);
  if (place < 0) {
    heap.replaceSlot(self, DICT, 0);
    return 0;
  }
  if (body.left === 0) {
    heap.replaceSlot(self, DICT, 0);
    m.raise('RuntimeError', 'dictionary keys changed during iteration');
  }
  body.place = body.backwards ? place - 2 : place + 2;
  body.left--;
  const [key, value] = [heap.slots[dict]![place], heap.slots[dict]![place + 1]];
  if (body.part !== 'value') heap.incref(key);
  if (body.part === 'key') return key;
  heap.incref(value);
  return body.part === 'value' ? value : resultTuple(m, self, RESULT, [key, value], 'by-content');
}

function iteratorType(name: string): TypeDeclaration {
  return {
    name,
    kind: Kind.LAZY_ITERATOR,
    slots: { iterate: itself, next },
    methods: {
      __length_hint__(m, args) {
        const dict = m.heap.slots[args[0]]![DICT];
        const body = m.heap.body[args[0]] as DictIteratorBody;
        const stands = dict !== 0 && dictLength(m.heap, dict) === body.expected;
        return m.int(stands ? body.left : 0);
      },
    },
  };
}

export const dictIteratorTypes: readonly TypeDeclaration[] = [
  iteratorType('dict_keyiterator'),
  iteratorType('dict_valueiterator'),
  iteratorType('dict_itemiterator'),
  iteratorType('dict_reversekeyiterator'),
  iteratorType('dict_reversevalueiterator'),
  iteratorType('dict_reverseitemiterator'),
];
