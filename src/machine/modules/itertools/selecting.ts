/** islice, takewhile, dropwhile, filterfalse, compress. Source: CPython Modules/itertoolsmodule.c. */
import type { Machine, TypeDeclaration } from '../../native.ts';
import { functionPositional } from '../../types/call-arguments.ts';
import { nextPassing, passes } from '../../types/filter.ts';
import { drop, lazyType, newLazy, own } from './lazy-type.ts';

interface SliceBody {
  /** Items taken from the iterator. */
  taken: number;
  /** Number of the next item wanted. */
  next: number;
  readonly stop: number;
  readonly step: number;
}

function sliceBound(m: Machine, id: number, otherwise: number, what: string): number {
  if (id === m.none) return otherwise;
  const value = m.isInt(id) || m.special(id, '__index__') !== 0 ? m.indexNumber(id) : -1;
  if (value < 0) {
    m.raise('ValueError', `${what} for islice() must be None or an integer: 0 <= x <= sys.maxsize.`);
  }
  return value;
}

const isliceType = lazyType({
  name: 'islice',
  create(m, type, args, names) {
    functionPositional(m, 'islice', args, names, 2, 4);
    const [first, last] = args.length === 2 ? [m.none, args[1]] : [args[1], args[2]];
    const what = args.length === 2 ? 'Stop argument' : 'Indices';
    const start = sliceBound(m, first, 0, what);
    // What is no integer at all is complained of first, under another name.
    const isNumber = m.isInt(last) || m.special(last, '__index__') !== 0;
    const stop = sliceBound(m, last, Infinity, isNumber ? what : 'Stop argument');
    const step = args.length < 4 ? 1 : stepOf(m, args[3]);
    const body: SliceBody = { taken: 0, next: start, stop, step };
    return newLazy(m, type, [m.iterate(args[0])], body);
  },
  next(m, self) {
    const iterator = m.heap.slots[self]![0];
    if (iterator === 0) return 0;
    const body = m.heap.body[self] as SliceBody;
    const end = (): 0 => {
      drop(m, self, 0);
      return 0;
    };
    while (body.taken < body.next) {
      if (body.taken >= body.stop) return end();
      const skipped = m.next(iterator);
      if (skipped === 0) return end();
      body.taken++;
      m.heap.decref(skipped);
    }
    if (body.taken >= body.stop) return end();
    const item = m.next(iterator);
    if (item === 0) return end();
    body.taken++;
    body.next = Math.min(body.next + body.step, body.stop);
    return item;
  },
});

function stepOf(m: Machine, id: number): number {
  if (id === m.none) return 1;
  const step = m.isInt(id) ? m.indexNumber(id) : 0;
  if (step < 1) m.raise('ValueError', 'Step for islice() must be a positive integer or None.');
  return step;
}

const PREDICATE = 0;
const ITERATOR = 1;

/** Slots [predicate, iterator]; body: whether the predicate has decided for good. */
function predicated(name: string, next: (m: Machine, self: number) => number): TypeDeclaration {
  return lazyType({
    name,
    create(m, type, args, names) {
      functionPositional(m, name, args, names, 2, 2);
      const iterator = m.iterate(args[1]);
      return newLazy(m, type, [own(m, args[0]), iterator], { decided: false });
    },
    next,
  });
}

const takewhileType = predicated('takewhile', (m, self) => {
  const body = m.heap.body[self] as { decided: boolean };
  if (body.decided) return 0;
  const [predicate, iterator] = m.heap.slots[self]!;
  const item = m.next(iterator);
  if (item === 0) return 0;
  if (passesOrReleases(m, predicate, item)) return item;
  body.decided = true;
  m.heap.decref(item);
  return 0;
});

const dropwhileType = predicated('dropwhile', (m, self) => {
  const body = m.heap.body[self] as { decided: boolean };
  const [predicate, iterator] = m.heap.slots[self]!;
  for (;;) {
    const item = m.next(iterator);
    if (item === 0 || body.decided) return item;
    if (!passesOrReleases(m, predicate, item)) {
      body.decided = true;
      return item;
    }
    m.heap.decref(item);
  }
});

function passesOrReleases(m: Machine, predicate: number, item: number): boolean {
  try {
    const answer = m.call(predicate, [item]);
    try {
      return m.truth(answer);
    } finally {
      m.heap.decref(answer);
    }
  } catch (error) {
    m.heap.decref(item);
    throw error;
  }
}

const filterfalseType = predicated('filterfalse', (m, self) => {
  const slots = m.heap.slots[self]!;
  return nextPassing(m, slots[ITERATOR], slots[PREDICATE], false);
});

const compressType = lazyType({
  name: 'compress',
  create(m, type, args, names) {
    const [data, selectors] = m.bindArguments('compress', args, names, ['data', 'selectors']);
    const items = m.iterate(data);
    return newLazy(m, type, [items, m.iterate(selectors)]);
  },
  next(m, self) {
    const [items, selectors] = m.heap.slots[self]!;
    for (;;) {
      const item = m.next(items);
      if (item === 0) return 0;
      const selector = m.next(selectors);
      if (selector === 0) {
        m.heap.decref(item);
        return 0;
      }
      const chosen = passes(m, m.none, selector);
      m.heap.decref(selector);
      if (chosen) return item;
      m.heap.decref(item);
    }
  },
});

export const selectingTypes: readonly TypeDeclaration[] = [
  isliceType,
  takewhileType,
  dropwhileType,
  filterfalseType,
  compressType,
];
