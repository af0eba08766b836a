/** Built-in functions about objects, their attributes and types. Source: CPython Python/bltinmodule.c, Objects/abstract.c. */
import { Flag } from '../../heap/heap.ts';
import { Kind } from '../../heap/kinds.ts';
import type { Machine, NativeCall } from '../native.ts';
import { isExactly } from '../types/allocation.ts';
import { functionOneArgument, functionPositional } from '../types/call-arguments.ts';
import { exactHashOfFloat, exactHashOfInteger } from '../types/number-hash.ts';
import { addressOf } from './object-address.ts';

function attributeName(m: Machine, id: number): string {
  if (!m.isStr(id)) {
    m.raise('TypeError', `attribute name must be string, not '${m.shownTypeName(id)}'`);
  }
  return m.strValue(id);
}

type Check = '__instancecheck__' | '__subclasscheck__';

/** isinstance and issubclass: a class, a tuple of them, a union, or a class whose metaclass decides. */
function checkAgainst(
  m: Machine,
  subject: number,
  target: number,
  check: Check,
  plain: (type: number) => boolean,
): boolean {
  const { heap } = m;
  if (heap.kind[target] === Kind.TUPLE) {
    return m.items(target).some((type) => checkAgainst(m, subject, type, check, plain));
  }
  if (m.isType(target)) {
    const metaclass = heap.typeOf[target];
    const custom = heap.flags[metaclass] & Flag.HEAP_TYPE ? m.special(target, check) : 0;
    if (custom === 0) return plain(target);
    const answer = m.call(custom, [target, subject]);
    try {
      return m.truth(answer);
    } finally {
      heap.decref(answer);
    }
  }
  const custom = m.special(target, check);
  if (custom !== 0) {
    const answer = m.call(custom, [target, subject]);
    try {
      return m.truth(answer);
    } finally {
      heap.decref(answer);
    }
  }
  const parts = m.findAttribute(target, '__args__');
  if (parts !== 0) {
    try {
      const isUnion = m.typeName(target) === 'UnionType' || m.typeName(target) === 'Union';
      if (m.typeName(target) === 'GenericAlias') {
        const name = check === '__instancecheck__' ? 'isinstance' : 'issubclass';
        m.raise('TypeError', `${name}() argument 2 cannot be a parameterized generic`);
      }
      if (isUnion) {
        return m.items(parts).some((type) => checkAgainst(m, subject, type, check, plain));
      }
    } finally {
      heap.decref(parts);
    }
  }
  const [name, sort] = check === '__instancecheck__' ? ['isinstance', 'type'] : ['issubclass', 'class'];
  return m.raise(
    'TypeError',
    `${name}() arg 2 must be a ${sort}, a tuple of ${sort === 'type' ? 'types' : 'classes'}, or a union`,
  );
}

/** What `__class__` says counts too: proxies name the class of their referent. */
function claimsToBe(m: Machine, subject: number, type: number): boolean {
  const { kind, flags, typeOf } = m.heap;
  // Only native wrappers and classes that override __class__ can differ from their type.
  const mayDiffer = kind[subject] === Kind.WEAKPROXY || flags[typeOf[subject]] & Flag.HEAP_TYPE;
  if (!mayDiffer) return false;
  const claimed = m.findAttribute(subject, '__class__');
  if (claimed === 0) return false;
  try {
    return claimed !== typeOf[subject] && m.isType(claimed) && m.isSubtype(claimed, type);
  } finally {
    m.heap.decref(claimed);
  }
}

/** isinstance(), which `match` asks too. Source: CPython Objects/abstract.c (PyObject_IsInstance). */
export function isInstanceOf(m: Machine, subject: number, target: number): boolean {
  if (m.heap.typeOf[subject] === target) return true;
  const plain = (type: number): boolean => m.isInstance(subject, type) || claimsToBe(m, subject, type);
  return checkAgainst(m, subject, target, '__instancecheck__', plain);
}

/** The names that dir() lists for an object without __dir__: its own and those of its type and bases. */
function namesOf(m: Machine, id: number): Set<string> {
  const names = new Set<string>();
  const add = (owner: number): void => {
    const dict = m.findAttribute(owner, '__dict__');
    if (dict === 0) return;
    m.forEach(dict, (key) => {
      if (m.isStr(key)) names.add(m.strValue(key));
    });
    m.heap.decref(dict);
  };
  if (m.heap.kind[id] === Kind.MODULE) {
    add(id);
    return names;
  }
  const type = m.isType(id) ? id : m.heap.typeOf[id];
  if (type !== id) add(id);
  const mro = m.getAttribute(type, '__mro__');
  for (const base of m.items(mro)) add(base);
  m.heap.decref(mro);
  return names;
}

/** A sorted list of names. */
export function sortedNames(m: Machine, names: Iterable<string>): number {
  return m.list([...names].sort((a, b) => (a < b ? -1 : 1)).map((name) => m.str(name)));
}

export const attributeFunctions: Readonly<Record<string, NativeCall>> = {
  callable(m, args, names) {
    functionOneArgument(m, 'callable', args, names);
    return m.bool(m.special(args[0], '__call__') !== 0);
  },
  delattr(m, args, names) {
    functionPositional(m, 'delattr', args, names, 2, 2);
    m.setAttribute(args[0], attributeName(m, args[1]), 0);
    return m.none;
  },
  getattr(m, args, names) {
    functionPositional(m, 'getattr', args, names, 2, 3);
    const name = attributeName(m, args[1]);
    if (args.length === 2) return m.getAttribute(args[0], name);
    const value = m.findAttribute(args[0], name);
    if (value !== 0) return value;
    m.heap.incref(args[2]);
    return args[2];
  },
  hasattr(m, args, names) {
    functionPositional(m, 'hasattr', args, names, 2, 2);
    const value = m.findAttribute(args[0], attributeName(m, args[1]));
    if (value === 0) return m.false_;
    m.heap.decref(value);
    return m.true_;
  },
  setattr(m, args, names) {
    functionPositional(m, 'setattr', args, names, 3, 3);
    m.setAttribute(args[0], attributeName(m, args[1]), args[2]);
    return m.none;
  },
  hash(m, args, names) {
    functionOneArgument(m, 'hash', args, names);
    // The machine's own hashes fit a JavaScript number; what is shown for numbers is CPython's.
    if (isExactly(m, args[0], 'int')) return m.int(exactHashOfInteger(m.intValue(args[0])));
    if (isExactly(m, args[0], 'float')) return m.int(exactHashOfFloat(m.floatValue(args[0])));
    return m.int(m.hash(args[0]));
  },
  id(m, args, names) {
    functionOneArgument(m, 'id', args, names);
    return m.int(addressOf(args[0]));
  },
  isinstance(m, args, names) {
    functionPositional(m, 'isinstance', args, names, 2, 2);
    return m.bool(isInstanceOf(m, args[0], args[1]));
  },
  issubclass(m, args, names) {
    functionPositional(m, 'issubclass', args, names, 2, 2);
    const [subject, target] = args;
    if (!m.isType(subject)) m.raise('TypeError', 'issubclass() arg 1 must be a class');
    const plain = (type: number): boolean => m.isSubtype(subject, type);
    return m.bool(checkAgainst(m, subject, target, '__subclasscheck__', plain));
  },
};

/** `vars(object)`: its __dict__. */
export function varsOf(m: Machine, id: number): number {
  const dict = m.findAttribute(id, '__dict__');
  if (dict === 0) m.raise('TypeError', 'vars() argument must have __dict__ attribute');
  return dict;
}

/** `dir(object)`. */
export function dirOf(m: Machine, id: number): number {
  const own = m.special(id, '__dir__');
  if (own === 0 || m.heap.kind[own] === Kind.BUILTIN) return sortedNames(m, namesOf(m, id));
  const names = m.call(own, [id]);
  try {
    const list = m.list(m.collect(names));
    m.heap.decref(m.callMethod(list, 'sort', []));
    return list;
  } finally {
    m.heap.decref(names);
  }
}
