/** count, cycle, repeat. Source: CPython Modules/itertoolsmodule.c. */
import { BinaryOp } from '../../../program/instructions.ts';
import type { TypeDeclaration } from '../../native.ts';
import { functionPositional } from '../../types/call-arguments.ts';
import { listAppend } from '../../types/list-items.ts';
import { drop, lazyType, newLazy, own } from './lazy-type.ts';

const VALUE = 0;

const countType = lazyType({
  name: 'count',
  create(m, type, args, names) {
    const [start, step] = m.bindArguments('count', args, names, ['start=', 'step=']);
    for (const id of [start, step]) {
      if (id !== 0 && !m.isInt(id) && !m.isFloat(id) && (m.special(id, '__add__') === 0 || m.isStr(id))) {
        m.raise('TypeError', 'a number is required');
      }
    }
    return newLazy(m, type, [start === 0 ? m.int(0) : own(m, start), step === 0 ? m.int(1) : own(m, step)]);
  },
  next(m, self) {
    const [value, step] = m.heap.slots[self]!;
    const following = m.binary(BinaryOp.ADD, value, step);
    return m.heap.setSlot(self, VALUE, following);
  },
  repr(m, self) {
    const [value, step] = m.heap.slots[self]!;
    const isOne = m.isInt(step) && m.intValue(step) === 1;
    return isOne ? `count(${m.repr(value)})` : `count(${m.repr(value)}, ${m.repr(step)})`;
  },
});

const ITERATOR = 0;
const SAVED = 1;

const cycleType = lazyType({
  name: 'cycle',
  create(m, type, args, names) {
    functionPositional(m, 'cycle', args, names, 1, 1);
    return newLazy(m, type, [m.iterate(args[0]), m.list([])], { at: 0 });
  },
  next(m, self) {
    const [iterator, saved] = m.heap.slots[self]!;
    if (iterator !== 0) {
      const item = m.next(iterator);
      if (item !== 0) {
        m.heap.incref(item);
        listAppend(m, saved, item);
        return item;
      }
      drop(m, self, ITERATOR);
    }
    const items = m.heap.slots[m.heap.slots[self]![SAVED]]!;
    if (items.length === 0) return 0;
    const body = m.heap.body[self] as { at: number };
    const item = items[body.at];
    body.at = (body.at + 1) % items.length;
    m.heap.incref(item);
    return item;
  },
});

const repeatType = lazyType({
  name: 'repeat',
  create(m, type, args, names) {
    const [value, times] = m.bindArguments('repeat', args, names, ['object', 'times=']);
    const left = times === 0 ? Infinity : Math.max(0, m.indexNumber(times));
    m.heap.incref(value);
    return newLazy(m, type, [value], { left });
  },
  next(m, self) {
    const body = m.heap.body[self] as { left: number };
    if (body.left === 0) return 0;
    body.left--;
    return own(m, m.heap.slots[self]![VALUE]);
  },
  repr(m, self) {
    const { left } = m.heap.body[self] as { left: number };
    const value = m.repr(m.heap.slots[self]![VALUE]);
    return left === Infinity ? `repeat(${value})` : `repeat(${value}, ${left})`;
  },
  methods: {
    __length_hint__(m, args) {
      const { left } = m.heap.body[args[0]] as { left: number };
      if (left === Infinity) m.raise('TypeError', 'len() of unsized object');
      return m.int(left);
    },
  },
});

export const endlessTypes: readonly TypeDeclaration[] = [countType, cycleType, repeatType];
