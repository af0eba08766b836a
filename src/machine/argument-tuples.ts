/**
 * Which calls make a tuple of their arguments. Programs never see it, but it counts as an allocation the first time, and
 * lies in the free-list afterwards.
 *
 * CPython's types and functions with a vectorcall read their arguments where they lie; the others, and classes written
 * in Python, get a tuple (and a dict of keyword arguments). Sources: CPython Objects/call.c (_PyObject_MakeTpCall),
 * Objects/methodobject.c (METH_VARARGS), Objects/descrobject.c (wrapperdescr_call).
 */
import { Kind } from '../heap/kinds.ts';
import { checkSignals } from './eval-breaker.ts';
import { withHiddenContainer } from './hidden-containers.ts';
import type { PythonMachine } from './machine.ts';
import type { Machine, NativeCall } from './native.ts';

/** Versions 3.`from` to 3.`to`. */
type Span = readonly [from: number, to: number];

const ALWAYS: Span = [0, Infinity];
const UNTIL_3_12: Span = [0, 12];
const UNTIL_3_13: Span = [0, 13];
const UNTIL_3_14: Span = [0, 14];

/** Built-in types whose call takes a tuple; observed as a difference of gc.get_count(). */
const TYPES: Readonly<Record<string, Span>> = {
  zip: ALWAYS,
  slice: ALWAYS,
  property: ALWAYS,
  staticmethod: ALWAYS,
  classmethod: ALWAYS,
  int: UNTIL_3_12,
  str: UNTIL_3_12,
  complex: ALWAYS,
  bytes: ALWAYS,
  bytearray: ALWAYS,
  deque: ALWAYS,
  defaultdict: ALWAYS,
  OrderedDict: ALWAYS,
  partial: ALWAYS,
  count: ALWAYS,
  cycle: ALWAYS,
  repeat: ALWAYS,
  islice: ALWAYS,
  accumulate: ALWAYS,
  product: ALWAYS,
  permutations: ALWAYS,
  combinations: ALWAYS,
  combinations_with_replacement: ALWAYS,
  groupby: ALWAYS,
  starmap: ALWAYS,
  takewhile: ALWAYS,
  dropwhile: ALWAYS,
  zip_longest: ALWAYS,
  pairwise: ALWAYS,
  compress: ALWAYS,
  filterfalse: ALWAYS,
  itemgetter: ALWAYS,
  attrgetter: ALWAYS,
  methodcaller: ALWAYS,
  SimpleNamespace: ALWAYS,
  method: ALWAYS,
  mappingproxy: ALWAYS,
  module: ALWAYS,
};

/** Types whose keyword dict becomes the object's own, or which read keywords where they lie. */
const KEEPS_KEYWORDS = new Set(['partial', 'methodcaller', 'zip_longest']);

/** Functions and methods that take a tuple (METH_VARARGS). */
const FUNCTIONS: Readonly<Record<string, Span>> = {
  seed: ALWAYS,
  'property.__set_name__': ALWAYS,
  min: UNTIL_3_12,
  max: UNTIL_3_12,
  getsizeof: ALWAYS,
  reduce: UNTIL_3_13,
  'gc.set_threshold': ALWAYS,
  'gc.get_referrers': ALWAYS,
  'gc.get_referents': ALWAYS,
  'str.format': ALWAYS,
  'str.find': UNTIL_3_12,
  'str.rfind': UNTIL_3_12,
  'str.index': UNTIL_3_12,
  'str.rindex': UNTIL_3_12,
  'str.count': UNTIL_3_12,
  'str.startswith': UNTIL_3_12,
  'str.endswith': UNTIL_3_12,
  'bytes.find': UNTIL_3_12,
  'bytes.index': UNTIL_3_12,
  'bytes.count': UNTIL_3_12,
  'bytes.startswith': UNTIL_3_12,
  'bytes.endswith': UNTIL_3_12,
  'set.union': UNTIL_3_13,
  'set.update': UNTIL_3_13,
  'set.intersection': UNTIL_3_13,
  'set.intersection_update': UNTIL_3_13,
  'set.difference': UNTIL_3_13,
  'set.difference_update': UNTIL_3_13,
  'frozenset.union': UNTIL_3_13,
  'frozenset.intersection': UNTIL_3_13,
  'frozenset.difference': UNTIL_3_13,
  'dict.update': ALWAYS,
};

/** `__new__` of the built-in types, called as a function. */
const NEW_FUNCTION = UNTIL_3_14;

function holds(m: Machine, span: Span | undefined): boolean {
  const minor = m.profile.versionInfo[1];
  return span !== undefined && minor >= span[0] && minor <= span[1];
}

/** True when a call of the built-in type makes a tuple. */
export function typeTakesTuple(m: Machine, name: string): boolean {
  return Object.hasOwn(TYPES, name) && holds(m, TYPES[name]);
}

/** True when its keyword arguments are put into a dict that the call drops again. */
export function typeDropsKeywords(name: string): boolean {
  return !KEEPS_KEYWORDS.has(name);
}

/**
 * The function as CPython calls it: through a tuple, where it takes one. `name` is `len`, `gc.set_threshold`, `str.find`;
 * a method's self is not in the tuple.
 */
export function takingTuple(m: Machine, name: string, isMethod: boolean, call: NativeCall): NativeCall {
  const isNew = name.endsWith('.__new__');
  if (!holds(m, isNew ? NEW_FUNCTION : Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined)) return call;
  return (machine, args, names) =>
    throughArgumentTuple(machine, isMethod ? args.slice(1) : args, () => call(machine, args, names));
}

/** Runs `call` while the tuple of `args` exists. */
export function throughArgumentTuple<T>(m: Machine, args: readonly number[], call: () => T): T {
  return args.length === 0 ? call() : holding(m, args, () => withHiddenContainer(m, Kind.TUPLE, args, call));
}

/**
 * Runs `call` while a dict of keyword arguments exists (their values are the last of `args`); a class written in Python
 * passes them on to its `__init__`, which takes the names as a tuple.
 */
export function throughKeywordDict(
  m: Machine,
  args: readonly number[],
  names: readonly string[],
  toPython: boolean,
  call: () => number,
): number {
  const inner = (): number => (toPython ? throughNames(m, names, call) : call());
  return holding(m, args.slice(args.length - names.length), () => withHiddenContainer(m, Kind.DICT, null, inner));
}

/** Runs `call` while a tuple of keyword names exists, which a Python function gets when a dict is unpacked for it. */
export function throughNames<T>(m: Machine, names: readonly string[], call: () => T): T {
  return names.length === 0
    ? call()
    : withHiddenContainer(m, Kind.TUPLE, new Array<number>(names.length).fill(0), call);
}

/**
 * Runs `call` while CPython keeps a copy of the arguments for a Python function that gets keywords: of all, from 3.15 on of
 * those with names.
 */
export function throughKeywordStack<T>(
  m: Machine,
  names: readonly string[] | null,
  args: readonly number[],
  call: () => T,
): T {
  if (names === null) return call();
  return holding(m, holds(m, UNTIL_3_14) ? args : args.slice(args.length - names.length), call);
}

/** Runs `call` while native code owns references to the objects; 0 stands for none. */
function holding<T>(m: Machine, ids: readonly number[], call: () => T): T {
  for (const id of ids) if (id !== 0) m.heap.incref(id);
  try {
    return call();
  } finally {
    for (const id of ids) if (id !== 0) m.heap.decref(id);
  }
}

/**
 * A slot's method called with its self on the stack: a tuple of all, and one of what follows self.
 * Not CPython: in 3.11 as if `super()` had bound it, because it does there and is the likelier way to come here.
 */
export function throughWrapperTuples(m: Machine, args: readonly number[], call: () => number): number {
  const [, ...others] = args;
  if (m.profile.versionInfo[1] < 12) return throughArgumentTuple(m, others, call);
  return throughArgumentTuple(m, args, () => throughArgumentTuple(m, others, call));
}

/** Runs `call` while a bound built-in method of `self` exists, which CPython looks up to call it (`sort` in sorted()). */
export function throughBoundMethod<T>(m: Machine, self: number, call: () => T): T {
  return holding(m, [self], () => withHiddenContainer(m, Kind.BUILTIN, null, call));
}

/**
 * Runs `call` while what print() makes exists: up to 3.13 a tuple of its arguments, and, as it writes each argument and what
 * stands behind it, the stream's bound `write`.
 */
export function throughPrintContainer(m: Machine, args: readonly number[], call: () => void): void {
  const write = (): void => {
    const check = (): void => checkSignals(m as PythonMachine);
    for (let i = 1; i < 2 * args.length; i++) withHiddenContainer(m, Kind.BUILTIN, null, check);
    withHiddenContainer(m, Kind.BUILTIN, null, () => {
      check();
      call();
    });
  };
  if (holds(m, UNTIL_3_13)) throughArgumentTuple(m, args, write);
  else write();
}

/** Runs `call` as `tuple.__new__(type, values)` of a named tuple is called; `bound`: the type and the values. */
export function throughNewTuples(m: Machine, bound: readonly number[], call: () => number): number {
  const [type, ...values] = bound;
  return throughArgumentTuple(m, values, () => {
    if (!holds(m, NEW_FUNCTION)) return call();
    return throughArgumentTuple(m, [type, 0], () => throughArgumentTuple(m, [0], call));
  });
}
