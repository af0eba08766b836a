/** groupby and tee: iterators that share what they read. Source: CPython Modules/itertoolsmodule.c. */
import { Kind } from '../../../heap/kinds.ts';
import type { Machine, NativeCall, TypeDeclaration } from '../../native.ts';
import { isAtLeast } from '../../types/versions.ts';
import { newContainer } from '../../types/allocation.ts';
import { functionPositional } from '../../types/call-arguments.ts';
import { equalItems } from '../../types/item-equality.ts';
import { itself } from '../../types/sequence-iterator.ts';
import { drop, lazyType, newLazy, own } from './lazy-type.ts';

const ITERATOR = 0;
const KEY_FUNCTION = 1;
const TARGET_KEY = 2;
const CURRENT_KEY = 3;
const CURRENT_VALUE = 4;

/** Reads the next value and its key into the slots; false at the end. */
function step(m: Machine, groupby: number): boolean {
  const heap = m.heap;
  const value = m.next(heap.slots[groupby]![ITERATOR]);
  if (value === 0) return false;
  const keyFunction = heap.slots[groupby]![KEY_FUNCTION];
  let key: number;
  try {
    key = keyFunction === m.none ? own(m, value) : m.call(keyFunction, [value]);
  } catch (error) {
    heap.decref(value);
    throw error;
  }
  const oldValue = heap.setSlot(groupby, CURRENT_VALUE, value);
  const oldKey = heap.setSlot(groupby, CURRENT_KEY, key);
  if (oldKey !== 0) heap.decref(oldKey);
  if (oldValue !== 0) heap.decref(oldValue);
  return true;
}

const groupbyType = lazyType({
  name: 'groupby',
  create(m, type, args, names) {
    const [iterable, key] = m.bindArguments('groupby', args, names, ['iterable', 'key=']);
    const iterator = m.iterate(iterable);
    const slots = [iterator, own(m, key === 0 ? m.none : key), 0, 0, 0];
    return newLazy(m, type, slots, { group: 0 });
  },
  next(m, self) {
    const heap = m.heap;
    // The group handed out before ends here.
    (heap.body[self] as { group: number }).group = 0;
    for (;;) {
      const slots = heap.slots[self]!;
      const [target, current] = [slots[TARGET_KEY], slots[CURRENT_KEY]];
      if (current !== 0 && (target === 0 || !equalItems(m, target, current))) break;
      if (!step(m, self)) return 0;
    }
    const key = heap.slots[self]![CURRENT_KEY];
    const oldTarget = heap.setSlot(self, TARGET_KEY, own(m, key));
    if (oldTarget !== 0) heap.decref(oldTarget);
    const group = newLazy(m, m.type('itertools._grouper'), [own(m, self), own(m, key)]);
    (heap.body[self] as { group: number }).group = group;
    return m.tupleFromArray([own(m, key), group]);
  },
});

const PARENT = 0;
const GROUP_KEY = 1;

const grouperType = lazyType({
  name: '_grouper',
  create: (m) => m.raise('TypeError', "cannot create 'itertools._grouper' instances"),
  next(m, self) {
    const heap = m.heap;
    const parent = heap.slots[self]![PARENT];
    if ((heap.body[parent] as { group: number }).group !== self) return 0;
    if (heap.slots[parent]![CURRENT_VALUE] === 0 && !step(m, parent)) return 0;
    if (!equalItems(m, heap.slots[self]![GROUP_KEY], heap.slots[parent]![CURRENT_KEY])) return 0;
    const value = heap.setSlot(parent, CURRENT_VALUE, 0);
    drop(m, parent, CURRENT_KEY);
    return value;
  },
});

/** Values read from the iterator of a tee lie in blocks of 57, each of which knows the next one. */
const BLOCK_ITEMS = 57;
const SOURCE = 0;
const NEXT_BLOCK = 1;
const FIRST_ITEM = 2;
const BLOCK_BYTES = 32 + 8 * (BLOCK_ITEMS + 3);

function newBlock(m: Machine, iterator: number): number {
  const type = m.type('itertools._tee_dataobject');
  return newContainer(m, Kind.RECORD, type, [iterator, 0], null, BLOCK_BYTES);
}

function newTee(m: Machine, type: number, block: number, at: number): number {
  return newLazy(m, type, [block], { at });
}

const teeBlockType: TypeDeclaration = {
  name: '_tee_dataobject',
  module: 'itertools',
  kind: Kind.RECORD,
};

const teeType: TypeDeclaration = {
  name: '_tee',
  module: 'itertools',
  kind: Kind.LAZY_ITERATOR,
  weaklyReferenceable: true,
  slots: {
    create(m, type, args) {
      return newTee(m, type, newBlock(m, m.iterate(args[0])), 0);
    },
    iterate: itself,
    next(m, self) {
      const heap = m.heap;
      const body = heap.body[self] as { at: number };
      let block = heap.slots[self]![0];
      if (body.at === BLOCK_ITEMS) {
        if (heap.slots[block]![NEXT_BLOCK] === 0) {
          heap.setSlot(block, NEXT_BLOCK, newBlock(m, own(m, heap.slots[block]![SOURCE])));
        }
        const next = heap.slots[block]![NEXT_BLOCK];
        heap.incref(next);
        heap.replaceSlot(self, 0, next);
        block = next;
        body.at = 0;
      }
      if (FIRST_ITEM + body.at === heap.slots[block]!.length) {
        const item = m.next(heap.slots[block]![SOURCE]);
        if (item === 0) return 0;
        heap.appendSlot(block, item);
      }
      const item = heap.slots[block]![FIRST_ITEM + body.at++];
      heap.incref(item);
      return item;
    },
  },
  methods: {
    __copy__(m, args) {
      const { at } = m.heap.body[args[0]] as { at: number };
      return newTee(m, m.heap.typeOf[args[0]], own(m, m.heap.slots[args[0]]![0]), at);
    },
  },
};

export const tee: NativeCall = (m, args, names) => {
  functionPositional(m, 'tee', args, names, 1, 2);
  const count = args.length > 1 ? m.indexNumber(args[1]) : 2;
  if (count < 0) m.raise('ValueError', isAtLeast(m, 15) ? 'n cannot be negative' : 'n must be >= 0');
  if (count === 0) return m.emptyTuple;
  const type = m.type('itertools._tee');
  const iterator = m.iterate(args[0]);
  const first = m.heap.typeOf[iterator] === type ? iterator : newTee(m, type, newBlock(m, iterator), 0);
  const tees = [first];
  const { at } = m.heap.body[first] as { at: number };
  while (tees.length < count) {
    tees.push(newTee(m, type, own(m, m.heap.slots[first]![0]), at));
  }
  return m.tupleFromArray(tees);
};

export const groupingTypes: readonly TypeDeclaration[] = [groupbyType, grouperType, teeType, teeBlockType];
