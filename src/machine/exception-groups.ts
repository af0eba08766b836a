/**
 * Exception groups: BaseExceptionGroup, ExceptionGroup, and what `except*` asks of them.
 * Source: CPython Objects/exceptions.c (BaseExceptionGroup_*, _PyExc_PrepReraiseStar), Python/ceval.c (exception_group_match).
 */
import { Kind } from '../heap/kinds.ts';
import { newClass } from './classes.ts';
import type { PythonMachine } from './machine.ts';
import type { Machine, NativeCall, TypeDeclaration } from './native.ts';
import { exceptionMatches, ExceptionSlot, newException } from './raising.ts';
import { addTraceback } from './unwinding.ts';

/** Slots behind those of every exception. */
export const GroupSlot = { MESSAGE: ExceptionSlot.EXTRA, EXCEPTIONS: ExceptionSlot.EXTRA + 1 } as const;

const core = (m: Machine): PythonMachine => m as PythonMachine;

export function isGroup(m: PythonMachine, id: number): boolean {
  return m.isInstance(id, m.type('BaseExceptionGroup'));
}

/** The exceptions directly in a group, borrowed. */
export const membersOf = (m: Machine, group: number): readonly number[] =>
  m.items(m.heap.slots[group]![GroupSlot.EXCEPTIONS]);

function shared(m: Machine, id: number): number {
  m.heap.incref(id);
  return id;
}

function create(machine: Machine, type: number, args: readonly number[], names: readonly string[] | null): number {
  const m = core(machine);
  const name = 'BaseExceptionGroup.__new__()';
  const given = args.length - (names?.length ?? 0);
  if (given !== 2) m.raise('TypeError', `${name} takes exactly 2 arguments (${given} given)`);
  const [message, sequence] = args;
  if (!m.isStr(message)) m.raise('TypeError', `${name} argument 1 must be str, not ${m.typeName(message)}`);
  const isSequence = m.special(sequence, '__getitem__') !== 0 && m.heap.kind[sequence] !== Kind.DICT;
  if (!isSequence) m.raise('TypeError', 'second argument (exceptions) must be a sequence');
  const members = m.collect(sequence);
  if (members.length === 0) m.raise('ValueError', 'second argument (exceptions) must be a non-empty sequence');
  members.forEach((member, i) => {
    if (m.isInstance(member, m.type('BaseException'))) return;
    m.raise('ValueError', `Item ${i} of second argument (exceptions) is not an exception`);
  });
  const exceptions = m.tupleFromArray(members);
  const group = newException(m, fittingType(m, type, members), m.tupleFromArray([...args].map((id) => shared(m, id))));
  m.heap.appendSlot(group, shared(m, message));
  m.heap.appendSlot(group, exceptions);
  return group;
}

/** A BaseExceptionGroup of nothing but Exceptions is an ExceptionGroup; one of others must not be an Exception. */
function fittingType(m: PythonMachine, type: number, members: readonly number[]): number {
  const isPlain = members.every((member) => m.isInstance(member, m.type('Exception')));
  const exceptionGroup = m.type('ExceptionGroup');
  if (isPlain) return type === m.type('BaseExceptionGroup') ? exceptionGroup : type;
  if (type === exceptionGroup) m.raise('TypeError', 'Cannot nest BaseExceptions in an ExceptionGroup');
  if (m.isSubtype(type, m.type('Exception'))) {
    m.raise('TypeError', `Cannot nest BaseExceptions in '${m.typeBody(type).name}'`);
  }
  return type;
}

/** Which exceptions of a group are wanted; asked of groups and of single exceptions alike. */
type Condition = (m: PythonMachine, exception: number) => boolean;

function conditionOf(m: PythonMachine, matcher: number): Condition {
  const isException = (id: number): boolean => m.isType(id) && m.isSubtype(id, m.type('BaseException'));
  const isTypes =
    isException(matcher) || (m.heap.kind[matcher] === Kind.TUPLE && m.items(matcher).every((id) => isException(id)));
  if (isTypes) return (_, exception) => exceptionMatches(m, exception, matcher);
  if (!m.isType(matcher) && m.special(matcher, '__call__') !== 0) {
    return (_, exception) => {
      const answer = m.call(matcher, [exception]);
      const matches = m.truth(answer);
      m.heap.decref(answer);
      return matches;
    };
  }
  return m.raise(
    'TypeError',
    m.profile.versionInfo[1] >= 13
      ? 'expected an exception type, a tuple of exception types, or a callable (other than a class)'
      : 'expected a function, exception type or tuple of exception types',
  );
}

/** [what matches, the rest], owned; 0 for nothing. */
function split(m: PythonMachine, exception: number, condition: Condition): [number, number] {
  if (condition(m, exception)) return [shared(m, exception), 0];
  if (!isGroup(m, exception)) return [0, shared(m, exception)];
  const matching: number[] = [];
  const rest: number[] = [];
  for (const member of membersOf(m, exception)) {
    const [matches, others] = split(m, member, condition);
    if (matches !== 0) matching.push(matches);
    if (others !== 0) rest.push(others);
  }
  return [derived(m, exception, matching), derived(m, exception, rest)];
}

/** A group like `group` of `members` (stolen); 0 where there are none. */
function derived(m: PythonMachine, group: number, members: number[]): number {
  if (members.length === 0) return 0;
  const list = m.list(members);
  let result: number;
  try {
    result = m.callMethod(group, 'derive', [list]);
  } finally {
    m.heap.decref(list);
  }
  if (!isGroup(m, result)) m.raise('TypeError', 'derive must return an instance of BaseExceptionGroup');
  const slots = m.heap.slots[group]!;
  for (const slot of [ExceptionSlot.TRACEBACK, ExceptionSlot.CAUSE, ExceptionSlot.CONTEXT]) {
    m.heap.replaceSlot(result, slot, slots[slot] === 0 ? 0 : shared(m, slots[slot]));
  }
  const notes = m.findAttribute(group, '__notes__');
  if (notes !== 0) {
    const copy = m.list(m.collect(notes));
    m.setAttribute(result, '__notes__', copy);
    m.heap.decref(copy);
    m.heap.decref(notes);
  }
  return result;
}

const orNone = (m: PythonMachine, id: number): number => (id === 0 ? m.none : id);

function requireOne(m: PythonMachine, method: string, [self, ...args]: readonly number[]): void {
  if (args.length === 1) return;
  m.raise(
    'TypeError',
    m.profile.versionInfo[1] >= 13
      ? `${m.typeName(self)}.${method}() takes exactly one argument (${args.length} given)`
      : `${method} expected 1 argument, got ${args.length}`,
  );
}

const splitMethod: NativeCall = (machine, args) => {
  const m = core(machine);
  requireOne(m, 'split', args);
  const [matching, rest] = split(m, args[0], conditionOf(m, args[1]));
  return m.tupleFromArray([orNone(m, matching), orNone(m, rest)]);
};

const subgroupMethod: NativeCall = (machine, args) => {
  const m = core(machine);
  requireOne(m, 'subgroup', args);
  const [matching, rest] = split(m, args[0], conditionOf(m, args[1]));
  if (rest !== 0) m.heap.decref(rest);
  return orNone(m, matching);
};

function part(slot: number): { get(m: Machine, self: number): number } {
  return { get: (m, self) => shared(m, m.heap.slots[self]![slot]) };
}

export const baseExceptionGroup: Partial<TypeDeclaration> = {
  slots: {
    create,
    initialize() {},
    str(m, self) {
      const count = membersOf(m, self).length;
      const message = m.toStr(m.heap.slots[self]![GroupSlot.MESSAGE]);
      return `${message} (${count} sub-exception${count === 1 ? '' : 's'})`;
    },
  },
  methods: {
    derive(m, args) {
      requireOne(core(m), 'derive', args);
      return m.call(m.type('BaseExceptionGroup'), [m.heap.slots[args[0]]![GroupSlot.MESSAGE], args[1]]);
    },
    split: splitMethod,
    subgroup: subgroupMethod,
  },
  classMethods: { __class_getitem__: (m, [type]) => shared(m, type) },
  properties: { message: part(GroupSlot.MESSAGE), exceptions: part(GroupSlot.EXCEPTIONS) },
};

/** ExceptionGroup has two bases, so it is made as a class statement makes one; so it is in CPython. Owned. */
export function makeExceptionGroup(m: PythonMachine): number {
  const bases = [m.type('BaseExceptionGroup'), m.type('Exception')].map((id) => shared(m, id));
  const namespace = m.dict();
  const module = m.intern('builtins');
  m.dictSetName(namespace, '__module__', module);
  const parts = [m.str('ExceptionGroup'), m.tupleFromArray(bases), namespace];
  const type = newClass(m, m.typeType, parts, null);
  for (const id of [...parts, module]) m.heap.decref(id);
  return type;
}

/** `except* types:` on `exception` (borrowed): [what the clause handles, the rest], owned; 0 for nothing. */
export function matchGroup(m: PythonMachine, exception: number, types: number): [number, number] {
  if (exception === m.none) return [0, m.none];
  const group = m.type('BaseExceptionGroup');
  for (const type of m.heap.kind[types] === Kind.TUPLE ? m.items(types) : [types]) {
    if (!m.isType(type) || !m.isSubtype(type, m.type('BaseException'))) {
      m.raise('TypeError', 'catching classes that do not inherit from BaseException is not allowed');
    }
    if (m.isSubtype(type, group)) {
      m.raise('TypeError', 'catching ExceptionGroup with except* is not allowed. Use except instead.');
    }
  }
  if (exceptionMatches(m, exception, types)) {
    if (isGroup(m, exception)) return [shared(m, exception), m.none];
    const wrapped = groupOf(m, [shared(m, exception)], true);
    if (m.profile.versionInfo[1] >= 12) addTraceback(m, wrapped, m.depth);
    return [wrapped, m.none];
  }
  if (!isGroup(m, exception)) return [0, shared(m, exception)];
  const [matching, rest] = split(m, exception, (_, each) => exceptionMatches(m, each, types));
  return [matching, orNone(m, rest)];
}

/** A group without a message around `members` (stolen). */
function groupOf(m: PythonMachine, members: number[], isTuple = false): number {
  const list = isTuple ? m.tupleFromArray(members) : m.list(members);
  const message = m.str('');
  const group = m.call(m.type('BaseExceptionGroup'), [message, list]);
  m.heap.decref(list);
  m.heap.decref(message);
  return group;
}

/** What is to be raised after the clauses of `except*`, owned; None for nothing. `results` may hold Nones. */
export function raisedAfterClauses(m: PythonMachine, original: number, results: readonly number[]): number {
  const exceptions = results.filter((id) => id !== m.none);
  if (exceptions.length === 0) return m.none;
  if (!isGroup(m, original)) return shared(m, exceptions[0]);
  const reraised = exceptions.filter((id) => isSameRaise(m, id, original));
  const raised = exceptions.filter((id) => !reraised.includes(id)).map((id) => shared(m, id));
  // 3.11 makes a group of a single new one, too.
  const isWrapped = m.profile.versionInfo[1] < 12 && raised.length > 0;
  const kept = new Set<number>();
  for (const exception of reraised) collectLeaves(m, exception, kept);
  if (kept.size > 0) {
    const [again, rest] = split(m, original, (_, each) => !isGroup(m, each) && kept.has(each));
    if (rest !== 0) m.heap.decref(rest);
    if (again !== 0) raised.push(again);
  }
  if (raised.length === 0) return m.none;
  return raised.length === 1 && !isWrapped ? raised[0] : groupOf(m, raised);
}

/** An exception that a clause let pass or raised again has what the original had. */
function isSameRaise(m: PythonMachine, exception: number, original: number): boolean {
  if (!isGroup(m, exception)) return false;
  const [a, b] = [m.heap.slots[exception]!, m.heap.slots[original]!];
  const { TRACEBACK, CAUSE, CONTEXT } = ExceptionSlot;
  return [TRACEBACK, CAUSE, CONTEXT].every((slot) => a[slot] === b[slot]);
}

function collectLeaves(m: PythonMachine, exception: number, into: Set<number>): void {
  if (!isGroup(m, exception)) into.add(exception);
  else for (const member of membersOf(m, exception)) collectLeaves(m, member, into);
}
