/**
 * The callable that functools.lru_cache makes. Slots: [cache dict, function, mark, CacheInfo]: the cache owns every argument and
 * every result, which is how memory leaks through it. Source: CPython Modules/_functoolsmodule.c.
 *
 * Not CPython: the order of use is the order of the dict's entries, not a linked list beside it.
 */
import { Flag } from '../../heap/heap.ts';
import { Kind } from '../../heap/kinds.ts';
import { throughArgumentTuple } from '../argument-tuples.ts';
import type { PythonMachine } from '../machine.ts';
import { isOfLibrary, keepOutOfPicture } from '../modules/library-object.ts';
import type { Machine, TypeDeclaration } from '../native.ts';
import { isExactly, newContainer } from './allocation.ts';
import {
  dictClear,
  dictDetachAt,
  dictLength,
  dictMoveToEnd,
  dictNextPlace,
  dictStore,
  findPlace,
} from './dict-table.ts';
import { mayBeTracked } from './may-be-tracked.ts';
import { noArguments } from './call-arguments.ts';
import { owned } from './sequence-operators.ts';

interface CacheBody {
  /** null: unbounded. */
  readonly maxSize: number | null;
  readonly typed: boolean;
  hits: number;
  misses: number;
}

const CACHE = 0;
const FUNCTION = 1;
/** An object that no caller has: in a key it comes before keywords. */
const MARK = 2;
const CACHE_INFO = 3;
const WRAPPER_BYTES = 168;

function bodyOf(m: Machine, self: number): CacheBody {
  return m.heap.body[self] as CacheBody;
}

/** What stands for the arguments of a call: a single int or str itself, otherwise a tuple. Owned. */
function makeKey(
  m: Machine,
  self: number,
  typed: boolean,
  args: readonly number[],
  names: readonly string[] | null,
): number {
  const isSimple = names === null || names.length === 0;
  if (isSimple && !typed) {
    if (args.length === 1 && (isExactly(m, args[0], 'int') || isExactly(m, args[0], 'str'))) {
      m.heap.incref(args[0]);
      return args[0];
    }
    return m.tupleFromArray(owned(m, args));
  }
  const given = args.length - (names?.length ?? 0);
  const items = owned(m, args.slice(0, given));
  if (!isSimple) {
    const mark = m.heap.slots[self]![MARK];
    m.heap.incref(mark);
    items.push(mark);
    names!.forEach((name, i) => {
      m.heap.incref(args[given + i]);
      items.push(m.intern(name), args[given + i]);
    });
  }
  if (typed)
    items.push(
      ...owned(
        m,
        args.map((id) => m.heap.typeOf[id]),
      ),
    );
  return m.tuple(items);
}

function call(m: Machine, self: number, args: readonly number[], names: readonly string[] | null): number {
  const heap = m.heap;
  const body = bodyOf(m, self);
  const callable = heap.slots[self]![FUNCTION];
  if (body.maxSize === 0) {
    body.misses++;
    return m.call(callable, args, names);
  }
  const key = makeKey(m, self, body.typed, args, names);
  // Without keywords the tuple of arguments is the key.
  if (names === null && !body.typed && m.heap.kind[key] === Kind.TUPLE) return callWithKey(m, self, key, args, names);
  return throughArgumentTuple(m, args, () => callWithKey(m, self, key, args, names));
}

/** `key` is stolen. */
function callWithKey(
  m: Machine,
  self: number,
  key: number,
  args: readonly number[],
  names: readonly string[] | null,
): number {
  const heap = m.heap;
  const body = bodyOf(m, self);
  const callable = heap.slots[self]![FUNCTION];
  const cache = heap.slots[self]![CACHE];
  try {
    const place = findPlace(m, cache, key, m.hash(key));
    if (place >= 0) {
      body.hits++;
      const result = heap.slots[cache]![place + 1];
      heap.incref(result);
      if (body.maxSize !== null) dictMoveToEnd(heap, cache, place);
      return result;
    }
    body.misses++;
    const result = m.call(callable, args, names);
    try {
      remember(m, cache, body.maxSize, key, result);
    } catch (error) {
      heap.decref(result);
      throw error;
    }
    return result;
  } finally {
    heap.decref(key);
  }
}

function remember(m: Machine, cache: number, maxSize: number | null, key: number, result: number): void {
  const heap = m.heap;
  // The call may have stored the same key meanwhile (recursion): that entry stays.
  if (maxSize !== null && findPlace(m, cache, key) >= 0) return;
  const isFull = maxSize !== null && dictLength(heap, cache) >= maxSize;
  const oldest = isFull ? dictDetachAt(heap, cache, dictNextPlace(heap, cache, 0)) : [];
  const isTracked = (heap.flags[cache] & Flag.TRACKED) !== 0;
  dictStore(m, cache, key, result);
  // A bounded cache holds list entries in place of results, which the collector does not know. Those of the library stay out.
  const staysOut = isOfLibrary(m, cache) || (maxSize !== null && !mayBeTracked(heap, key));
  if (!isTracked && staysOut) heap.untrack(cache);
  for (const id of oldest) heap.decref(id);
}

/** Not CPython: each wrapper has its own. The picture leaves it out. */
function newMark(m: Machine): number {
  const mark = m.heap.alloc(Kind.OBJECT, m.type('object'), null, null, 0);
  keepOutOfPicture(m as PythonMachine, mark);
  return mark;
}

/** Is there a list of the entries in the order of their use? */
export function hasEntryList(m: Machine, self: number): boolean {
  const { maxSize } = bodyOf(m, self);
  return maxSize !== null && maxSize > 0;
}

/** The entries of that list: their type alone is seen, by those who ask what a cache refers to. */
export const lruEntryType: TypeDeclaration = { name: '_lru_list_elem', module: 'functools', kind: Kind.RECORD };

export const lruCacheType: TypeDeclaration = {
  name: '_lru_cache_wrapper',
  module: 'functools',
  kind: Kind.PARTIAL,
  weaklyReferenceable: true,
  slots: {
    create(m, type, args, names) {
      const spec = ['user_function', 'maxsize', 'typed', 'cache_info_type'];
      const [callable, maxsize, typed, info] = m.bindArguments('lru_cache', args, names, spec);
      const body: CacheBody = {
        maxSize: maxsize === m.none ? null : m.indexNumber(maxsize),
        typed: m.truth(typed),
        hits: 0,
        misses: 0,
      };
      m.heap.incref(callable);
      m.heap.incref(info);
      const slots = [m.dict(), callable, newMark(m), info];
      return newContainer(m, Kind.PARTIAL, type, slots, body, WRAPPER_BYTES);
    },
    call,
    descriptorGet(m, self, instance) {
      m.heap.incref(self);
      if (instance === 0 || instance === m.none) return self;
      m.heap.incref(instance);
      return m.object(Kind.METHOD, 'method', [self, instance], null);
    },
  },
  methods: {
    cache_info(m, args, names) {
      noArguments(m, 'cache_info', args, names);
      const body = bodyOf(m, args[0]);
      const slots = m.heap.slots[args[0]]!;
      const values = [
        m.int(body.hits),
        m.int(body.misses),
        body.maxSize === null ? m.none : m.int(body.maxSize),
        m.int(dictLength(m.heap, slots[CACHE])),
      ];
      const result = m.call(slots[CACHE_INFO], values);
      for (const value of values) m.heap.decref(value);
      return result;
    },
    cache_clear(m, args, names) {
      noArguments(m, 'cache_clear', args, names);
      const body = bodyOf(m, args[0]);
      body.hits = 0;
      body.misses = 0;
      dictClear(m.heap, m.heap.slots[args[0]]![CACHE]);
      return m.none;
    },
    __copy__(m, args) {
      m.heap.incref(args[0]);
      return args[0];
    },
    __deepcopy__(m, args) {
      m.heap.incref(args[0]);
      return args[0];
    },
  },
};
