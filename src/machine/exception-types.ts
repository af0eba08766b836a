/** The exceptions, bases first. Source: CPython Objects/exceptions.c. */
import { Kind } from '../heap/kinds.ts';
import { baseExceptionGroup } from './exception-groups.ts';
import type { PythonMachine } from './machine.ts';
import type { Machine, NativeProperty, TypeDeclaration, TypeSlots } from './native.ts';
import { argsOf, extra, fillExtra, setArguments, shared } from './exception-parts.ts';
import { syntaxError } from './syntax-error-type.ts';
import { unicodeErrors } from './unicode-errors.ts';
import { refuseKeyword } from './types/call-arguments.ts';
import { type ExceptionBody, ExceptionSlot, newException } from './raising.ts';

/** BaseException.__new__: `args` is all that was given by position. */
const create: NonNullable<TypeSlots['create']> = (machine, type, args, names) => {
  const m = machine as PythonMachine;
  const given = names === null ? args : args.slice(0, args.length - names.length);
  for (const id of given) m.heap.incref(id);
  return newException(m, type, m.tupleFromArray([...given]));
};

const base: TypeDeclaration = {
  name: 'BaseException',
  kind: Kind.EXCEPTION,
  canBeBase: true,
  weaklyReferenceable: false,
  slots: {
    create,
    initialize: setArguments,
    str(m, self) {
      const args = argsOf(m, self);
      if (args.length === 0) return '';
      return args.length === 1 ? m.toStr(args[0]) : m.repr(m.heap.slots[self]![ExceptionSlot.ARGS]);
    },
    repr(m, self) {
      const args = argsOf(m, self);
      const shown = args.length === 1 ? `(${m.repr(args[0])})` : m.repr(m.heap.slots[self]![ExceptionSlot.ARGS]);
      return `${m.typeName(self)}${shown}`;
    },
  },
  methods: {
    with_traceback(m, [self, traceback]) {
      setTraceback(m, self, traceback);
      return shared(m, self);
    },
    add_note(m, [self, note]) {
      if (!m.isStr(note)) {
        const isLate = (m as PythonMachine).profile.versionInfo[1] >= 14;
        const said = isLate
          ? `add_note() argument must be str, not ${m.typeName(note)}`
          : `note must be a str, not '${m.shownTypeName(note)}'`;
        m.raise('TypeError', said);
      }
      let notes = m.findAttribute(self, '__notes__');
      if (notes === 0) {
        notes = m.list([]);
        m.setAttribute(self, '__notes__', notes);
      }
      m.heap.decref(m.callMethod(notes, 'append', [note]));
      m.heap.decref(notes);
      return m.none;
    },
  },
  properties: {
    args: {
      get: (m, self) => shared(m, m.heap.slots[self]![ExceptionSlot.ARGS]),
      set(m, self, value) {
        keep(m, 'args', value);
        const items = m.collect(value);
        m.heap.replaceSlot(self, ExceptionSlot.ARGS, m.tupleFromArray(items));
      },
    },
    __traceback__: {
      get: (m, self) => shared(m, m.heap.slots[self]![ExceptionSlot.TRACEBACK] || m.none),
      set: setTraceback,
    },
    __cause__: chained(ExceptionSlot.CAUSE, 'cause'),
    __context__: chained(ExceptionSlot.CONTEXT, 'context'),
    __suppress_context__: {
      get: (m, self) => m.bool((m.heap.body[self] as ExceptionBody).suppressContext),
      set(m, self, value) {
        if (value === 0) m.raise('TypeError', "can't delete numeric/char attribute");
        if (value !== m.true_ && value !== m.false_) m.raise('TypeError', 'attribute value type must be bool');
        (m.heap.body[self] as ExceptionBody).suppressContext = value === m.true_;
      },
    },
  },
};

/** Refuses to delete the attribute. */
function keep(m: Machine, name: string, value: number): void {
  if (value === 0) m.raise('TypeError', `${name} may not be deleted`);
}

function setTraceback(m: Machine, self: number, value: number): void {
  keep(m, '__traceback__', value);
  if (value !== m.none && m.heap.kind[value] !== Kind.TRACEBACK) {
    m.raise('TypeError', '__traceback__ must be a traceback or None');
  }
  if (value !== m.none) m.heap.incref(value);
  m.heap.replaceSlot(self, ExceptionSlot.TRACEBACK, value === m.none ? 0 : value);
  (m.heap.body[self] as ExceptionBody).hasNoneTraceback = value === m.none && m.profile.versionInfo[1] === 11;
}

function chained(slot: number, name: string): NativeProperty {
  return {
    get: (m, self) => shared(m, m.heap.slots[self]![slot] || m.none),
    set(m, self, value) {
      keep(m, `__${name}__`, value);
      if (value !== m.none && m.heap.kind[value] !== Kind.EXCEPTION) {
        m.raise('TypeError', `exception ${name} must be None or derive from BaseException`);
      }
      if (value !== m.none) m.heap.incref(value);
      m.heap.replaceSlot(self, slot, value === m.none ? 0 : value);
      if (slot === ExceptionSlot.CAUSE) (m.heap.body[self] as ExceptionBody).suppressContext = true;
    },
  };
}

/** Keyword-only attributes of an exception: `AttributeError('...', name='x', obj=o)`. */
function withKeywords(...keywords: string[]): Partial<TypeDeclaration> {
  return {
    slots: {
      initialize(m, self, args, names) {
        const positional = args.length - (names === null ? 0 : names.length);
        setArguments(m, self, args.slice(0, positional), null);
        if (names === null) return;
        const values = keywords.map((keyword) =>
          names.includes(keyword) ? args[positional + names.indexOf(keyword)] : 0,
        );
        const unknown = names.find((name) => !keywords.includes(name));
        if (unknown !== undefined) refuseKeyword(m, m.typeName(self), unknown);
        fillExtra(m, self, values);
      },
    },
    properties: Object.fromEntries(keywords.map((name, i) => [name, extra(i)])),
  };
}

/** The order of ImportError_traverse. A message that is the only argument is held a second time. */
const namedImportError = withKeywords('msg', 'name', 'path', 'name_from');
const importError: Partial<TypeDeclaration> = {
  ...namedImportError,
  slots: {
    initialize(m, self, args, names) {
      namedImportError.slots!.initialize!(m, self, args, names);
      if (args.length - (names?.length ?? 0) === 1) fillExtra(m, self, [args[0]]);
    },
  },
};

const OSERROR_BY_NUMBER: Readonly<Record<number, string>> = {
  1: 'PermissionError', 2: 'FileNotFoundError', 13: 'PermissionError', 17: 'FileExistsError', 20: 'NotADirectoryError', 21: 'IsADirectoryError',
  32: 'BrokenPipeError', 104: 'ConnectionResetError', 110: 'TimeoutError', 111: 'ConnectionRefusedError',
}; // prettier-ignore

const special: Readonly<Record<string, Partial<TypeDeclaration>>> = {
  SyntaxError: syntaxError,
  ...unicodeErrors,
  BaseExceptionGroup: baseExceptionGroup,
  StopIteration: {
    slots: {
      initialize(m, self, args, names) {
        setArguments(m, self, args, names);
        if (args.length > 0) fillExtra(m, self, [args[0]]);
      },
    },
    properties: { value: extra(0) },
  },
  SystemExit: {
    slots: {
      initialize(m, self, args, names) {
        setArguments(m, self, args, names);
        if (args.length === 1) fillExtra(m, self, [args[0]]);
        else if (args.length > 1) fillExtra(m, self, [m.heap.slots[self]![ExceptionSlot.ARGS]]);
      },
    },
    properties: { code: extra(0) },
  },
  KeyError: {
    slots: {
      str(m, self) {
        const args = argsOf(m, self);
        if (args.length === 1) return m.repr(args[0]);
        return args.length === 0 ? '' : m.repr(m.heap.slots[self]![ExceptionSlot.ARGS]);
      },
    },
  },
  AttributeError: withKeywords('name', 'obj'),
  NameError: withKeywords('name'),
  ImportError: importError,
  OSError: {
    slots: {
      create(m, type, args, names) {
        const number = args.length >= 2 && m.isInt(args[0]) ? Number(m.intValue(args[0])) : 0;
        const narrower = OSERROR_BY_NUMBER[number];
        return create(m, narrower !== undefined && type === m.type('OSError') ? m.type(narrower) : type, args, names);
      },
      initialize(m, self, args) {
        // The file's name is no part of args.
        if (args.length > 2) setArguments(m, self, args.slice(0, 2), null);
        if (args.length >= 2) fillExtra(m, self, [args[0], args[1], args.length > 2 ? args[2] : 0]);
      },
      str(m, self) {
        const [, , , , number, text, file] = m.heap.slots[self]!;
        if (number === undefined || number === 0) return base.slots!.str!(m, self);
        const suffix = file !== undefined && file !== 0 ? `: ${m.repr(file)}` : '';
        return `[Errno ${m.toStr(number)}] ${m.toStr(text)}${suffix}`;
      },
    },
    properties: { errno: extra(0), strerror: extra(1), filename: extra(2) },
  },
};

/** Name of each exception by the name of its base. */
const HIERARCHY: Readonly<Record<string, string>> = {
  BaseException: 'Exception BaseExceptionGroup GeneratorExit KeyboardInterrupt SystemExit',
  Exception:
    'ArithmeticError AssertionError AttributeError BufferError EOFError ImportError LookupError MemoryError ' +
    'NameError OSError ReferenceError RuntimeError StopAsyncIteration StopIteration SyntaxError SystemError ' +
    'TypeError ValueError Warning',
  ArithmeticError: 'FloatingPointError OverflowError ZeroDivisionError',
  ImportError: 'ModuleNotFoundError',
  LookupError: 'IndexError KeyError',
  NameError: 'UnboundLocalError',
  OSError:
    'BlockingIOError ChildProcessError ConnectionError FileExistsError FileNotFoundError InterruptedError ' +
    'IsADirectoryError NotADirectoryError PermissionError ProcessLookupError TimeoutError',
  ConnectionError: 'BrokenPipeError ConnectionAbortedError ConnectionRefusedError ConnectionResetError',
  RuntimeError: 'NotImplementedError RecursionError',
  SyntaxError: 'IndentationError',
  IndentationError: 'TabError',
  ValueError: 'UnicodeError',
  UnicodeError: 'UnicodeDecodeError UnicodeEncodeError UnicodeTranslateError',
  Warning:
    'BytesWarning DeprecationWarning EncodingWarning FutureWarning ImportWarning PendingDeprecationWarning ' +
    'ResourceWarning RuntimeWarning SyntaxWarning UnicodeWarning UserWarning',
};

function derived(name: string): TypeDeclaration[] {
  return (HIERARCHY[name]?.split(' ') ?? []).flatMap((child) => [
    { name: child, kind: Kind.EXCEPTION, base: name, canBeBase: true, ...special[child] },
    ...derived(child),
  ]);
}

export const exceptionTypes: readonly TypeDeclaration[] = [base, ...derived('BaseException')];
