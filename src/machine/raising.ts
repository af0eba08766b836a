/**
 * Raising exceptions: making exception objects, chaining them, handing them to the unwinder.
 * Source: CPython Python/errors.c (_PyErr_SetObject), Objects/exceptions.c.
 */
import { Ev } from '../heap/events.ts';
import { EXCEPTION_FIELDS, Kind } from '../heap/kinds.ts';
import type { PythonMachine } from './machine.ts';
import { PythonError } from './python-error.ts';

/** Slots of an EXCEPTION object: those of BaseException, then what its type adds (StopIteration: value ...). */
export const ExceptionSlot = { ARGS: 0, TRACEBACK: 1, CAUSE: 2, CONTEXT: 3, EXTRA: EXCEPTION_FIELDS } as const;

export interface ExceptionBody {
  /** `raise ... from ...` was used: the context is not printed. */
  suppressContext: boolean;
  /** The traceback was set to None, which 3.11 stores. */
  hasNoneTraceback: boolean;
}

/** A new exception of a built-in layout; `args` is an owned tuple. */
export function newException(m: PythonMachine, type: number, args: number): number {
  const body: ExceptionBody = { suppressContext: false, hasNoneTraceback: false };
  return m.heap.allocTracked(Kind.EXCEPTION, type, [args, 0, 0, 0], body, m.typeBody(type).instanceBytes);
}

export function raise(m: PythonMachine, typeName: string, message: string): never {
  const exception = newException(m, m.type(typeName), m.tupleFromArray([m.str(message)]));
  raiseObject(m, exception);
}

/** AttributeErrors know the name and own the object. */
export function raiseAttributeError(m: PythonMachine, object: number, name: string, message: string): never {
  const exception = newException(m, m.type('AttributeError'), m.tupleFromArray([m.str(message)]));
  m.heap.incref(object);
  m.heap.appendSlot(exception, m.intern(name));
  m.heap.appendSlot(exception, object);
  raiseObject(m, exception);
}

export function raiseNameError(m: PythonMachine, name: string, message: string, typeName = 'NameError'): never {
  const exception = newException(m, m.type(typeName), m.tupleFromArray([m.str(message)]));
  m.heap.appendSlot(exception, m.intern(name));
  raiseObject(m, exception);
}

/** `from module import name` without success. */
export function raiseImportFromError(m: PythonMachine, module: string, name: string): never {
  const text = m.str(`cannot import name '${name}' from '${module}' (unknown location)`);
  const exception = newException(m, m.type('ImportError'), m.tupleFromArray([text]));
  m.heap.incref(text);
  for (const value of [text, m.intern(module), m.none, m.intern(name)]) m.heap.appendSlot(exception, value);
  raiseObject(m, exception);
}

/** Raises an exception object (stolen) in the context of the one that is being handled. */
export function raiseObject(m: PythonMachine, exception: number): never {
  setContext(m, exception);
  m.heap.events.one(Ev.RAISE, exception);
  throw new PythonError(exception);
}

/** The exception that `except` is handling right now, in this frame or in one below; borrowed, or 0. */
export function handledNow(m: PythonMachine): number {
  if (m.handled !== 0) return m.handled;
  for (let depth = m.depth; depth > 0; depth--) {
    const saved = m.frames[depth].savedHandled;
    if (saved !== 0) return saved;
  }
  return 0;
}

function setContext(m: PythonMachine, exception: number): void {
  const handled = handledNow(m);
  if (handled === 0 || handled === exception) return;
  const heap = m.heap;
  // Break the cycle that would arise when the exception is already part of the chain.
  for (let link = handled; link !== 0;) {
    const context: number = heap.slots[link]![ExceptionSlot.CONTEXT];
    if (context === exception) {
      heap.replaceSlot(link, ExceptionSlot.CONTEXT, 0);
      break;
    }
    link = context;
  }
  heap.incref(handled);
  heap.replaceSlot(exception, ExceptionSlot.CONTEXT, handled);
}

/**
 * What `raise thing from cause` does. Both are borrowed; `cause` 0: no `from`. Source: Python/ceval.c (do_raise).
 */
export function raiseFrom(m: PythonMachine, thing: number, cause: number): never {
  const exception = exceptionFrom(m, thing, 'exceptions must derive from BaseException');
  if (cause !== 0) {
    const body = m.heap.body[exception] as ExceptionBody;
    body.suppressContext = true;
    const isNone = cause === m.none;
    const causing = isNone ? 0 : exceptionFrom(m, cause, 'exception causes must derive from BaseException');
    m.heap.replaceSlot(exception, ExceptionSlot.CAUSE, causing);
  }
  raiseObject(m, exception);
}

/** An exception object, owned: the thing itself, or a new one when it is a class. */
export function exceptionFrom(m: PythonMachine, thing: number, complaint: string): number {
  const base = m.type('BaseException');
  if (m.isType(thing) && m.isSubtype(thing, base)) {
    const made = m.call(thing, []);
    if (!m.isInstance(made, base)) {
      m.raise(
        'TypeError',
        `calling ${m.repr(thing)} should have returned an instance of BaseException, not ${m.typeName(made)}`,
      );
    }
    return made;
  }
  if (!m.isInstance(thing, base)) m.raise('TypeError', complaint);
  m.heap.incref(thing);
  return thing;
}

/** Does `except type:` catch the exception? `type` may be a tuple of types. */
export function exceptionMatches(m: PythonMachine, exception: number, type: number): boolean {
  if (m.heap.kind[type] === Kind.TUPLE) {
    return m.items(type).some((each) => exceptionMatches(m, exception, each));
  }
  if (!m.isType(type) || !m.isSubtype(type, m.type('BaseException'))) {
    m.raise('TypeError', 'catching classes that do not inherit from BaseException is not allowed');
  }
  return m.isInstance(exception, type);
}

/** The RuntimeError for a StopIteration (borrowed) that leaves a generator, owned; 0 for any other exception. */
export function stopIterationErrorFor(m: PythonMachine, exception: number): number {
  const heap = m.heap;
  if (!m.isInstance(exception, m.type('StopIteration'))) return 0;
  const error = newException(m, m.type('RuntimeError'), m.tupleFromArray([m.str('generator raised StopIteration')]));
  heap.incref(exception);
  heap.replaceSlot(error, ExceptionSlot.CAUSE, exception);
  heap.incref(exception);
  heap.replaceSlot(error, ExceptionSlot.CONTEXT, exception);
  (heap.body[error] as ExceptionBody).suppressContext = true;
  return error;
}
