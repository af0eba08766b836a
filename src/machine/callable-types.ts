/** Functions, methods, native functions, cells and code objects. Source: CPython Objects/funcobject.c, classobject.c, methodobject.c. */
import { Kind } from '../heap/kinds.ts';
import { annotationsBy } from './annotations.ts';
import { bind, genericGetAttribute, makeMethod } from './attributes.ts';
import { call, callFunction } from './calls.ts';
import { type FunctionBody, FunctionSlot, functionBody, newFunction } from './functions.ts';
import { type LoadedCode, shownStackSize } from './loaded-code.ts';
import type { PythonMachine } from './machine.ts';
import { addressText } from './modules/object-address.ts';
import type { Machine, NativeFunction, NativeProperty, TypeDeclaration } from './native.ts';
import { CompareOp } from '../program/instructions.ts';

const core = (m: Machine): PythonMachine => m as PythonMachine;

function shared(m: Machine, id: number): number {
  m.heap.incref(id);
  return id;
}

/** A slot shown as an attribute; None where it is empty. */
function slotProperty(slot: number, settable: boolean): NativeProperty {
  const get = (m: Machine, self: number): number => shared(m, m.heap.slots[self]![slot] || m.none);
  if (!settable) return { get };
  return {
    get,
    set(m, self, value) {
      if (value !== 0 && value !== m.none) m.heap.incref(value);
      m.heap.replaceSlot(self, slot, value === m.none ? 0 : value);
    },
  };
}

function textProperty(field: 'name' | 'qualifiedName'): NativeProperty {
  return {
    get: (m, self) => m.intern((m.heap.body[self] as FunctionBody)[field]),
    set(m, self, value) {
      if (value === 0 || !m.isStr(value)) {
        m.raise('TypeError', `__${field === 'name' ? 'name' : 'qualname'}__ must be set to a string object`);
      }
      (m.heap.body[self] as FunctionBody)[field] = m.strValue(value);
    },
  };
}

/** Attributes that lie in the function's own dict once they are set, and come from the code before that. */
function overridable(name: string, original: (m: PythonMachine, func: number) => number): NativeProperty {
  return {
    get(machine, self) {
      const m = core(machine);
      const known = functionBody(m, self).overrides?.get(name);
      return known === undefined ? original(m, self) : shared(m, known);
    },
    set(machine, self, value) {
      const m = core(machine);
      const overrides = (functionBody(m, self).overrides ??= new Map());
      const old = overrides.get(name);
      const stored = value === 0 ? m.none : value;
      m.heap.incref(stored);
      overrides.set(name, stored);
      if (old !== undefined) m.heap.decref(old);
    },
  };
}

const functionType: TypeDeclaration = {
  name: 'function',
  kind: Kind.FUNCTION,
  weaklyReferenceable: true,
  slots: {
    create(machine, _type, args, names) {
      const m = core(machine);
      const parameters = ['code', 'globals', 'name=', 'argdefs=', 'closure='];
      const [code, globals, name, defaults, closure] = m.bindArguments('function', args, names, parameters);
      const { kind } = m.heap;
      const isGiven = (id: number): boolean => id !== 0 && id !== m.none;
      const wrong = (argument: string, wanted: string, id: number): never =>
        m.raise('TypeError', `function() argument '${argument}' must be ${wanted}, not ${m.typeName(id)}`);
      if (kind[code] !== Kind.CODE) wrong('code', 'code', code);
      if (kind[globals] !== Kind.DICT) wrong('globals', 'dict', globals);
      if (isGiven(name) && !m.isStr(name)) m.raise('TypeError', 'arg 3 (name) must be None or string');
      if (isGiven(defaults) && kind[defaults] !== Kind.TUPLE) {
        m.raise('TypeError', 'arg 4 (defaults) must be None or tuple');
      }
      const wanted = (m.heap.body[code] as LoadedCode).code;
      const free = wanted.freeNames.length;
      const held = isGiven(closure) && kind[closure] === Kind.TUPLE ? m.items(closure) : null;
      if (held === null && (isGiven(closure) || free > 0)) {
        m.raise('TypeError', `arg 5 (closure) must be ${free > 0 && !isGiven(closure) ? 'tuple' : 'None or tuple'}`);
      }
      if (held !== null && held.length !== free) {
        m.raise('ValueError', `${wanted.name} requires closure of length ${free}, not ${held.length}`);
      }
      const other = held?.find((id) => kind[id] !== Kind.CELL);
      if (other !== undefined) {
        m.raise('TypeError', `arg 5 (closure) expected cell, found ${m.typeName(other)}`);
      }
      const optional = (id: number): number => (isGiven(id) ? shared(m, id) : 0);
      const func = newFunction(m, code, globals, optional(defaults), 0, 0, free > 0 ? optional(closure) : 0);
      if (isGiven(name)) functionBody(m, func).name = m.strValue(name);
      return func;
    },
    call: (m, self, args, names) => callFunction(core(m), self, args, names),
    repr: (m, self) => `<function ${functionBody(core(m), self).qualifiedName} at ${addressText(self)}>`,
    descriptorGet(m, self, instance) {
      return instance === 0 ? shared(m, self) : makeMethod(core(m), self, instance);
    },
  },
  properties: {
    __name__: textProperty('name'),
    __qualname__: textProperty('qualifiedName'),
    __code__: slotProperty(FunctionSlot.CODE, false),
    __globals__: slotProperty(FunctionSlot.GLOBALS, false),
    __builtins__: slotProperty(FunctionSlot.BUILTINS, false),
    __defaults__: slotProperty(FunctionSlot.DEFAULTS, true),
    __kwdefaults__: slotProperty(FunctionSlot.KEYWORD_DEFAULTS, true),
    __closure__: slotProperty(FunctionSlot.CLOSURE, false),
    __annotations__: {
      get: (m, self) => annotations(core(m), self),
      set(m, self, value) {
        if (value !== 0 && value !== m.none && !m.isInstance(value, m.type('dict'))) {
          m.raise('TypeError', '__annotations__ must be set to a dict object');
        }
        const dict = value === m.none ? 0 : value;
        if (dict !== 0) m.heap.incref(dict);
        m.heap.replaceSlot(self, FunctionSlot.ANNOTATIONS, dict);
        if (m.heap.slots[self]!.length > FunctionSlot.ANNOTATE) m.heap.replaceSlot(self, FunctionSlot.ANNOTATE, 0);
      },
    },
    __annotate__: {
      since: 14,
      get: (m, self) => shared(m, m.heap.slots[self]![FunctionSlot.ANNOTATE] || m.none),
      set(m, self, value) {
        if (value === 0) m.raise('TypeError', '__annotate__ cannot be deleted');
        if (value !== m.none && m.special(value, '__call__') === 0)
          m.raise('TypeError', '__annotate__ must be callable or None');
        if (m.heap.slots[self]!.length <= FunctionSlot.ANNOTATE) m.heap.appendSlot(self, 0);
        m.heap.incref(value);
        m.heap.replaceSlot(self, FunctionSlot.ANNOTATE, value);
        if (value !== m.none) m.heap.replaceSlot(self, FunctionSlot.ANNOTATIONS, 0);
      },
    },
    __type_params__: {
      since: 12,
      get: (m, self) => shared(m, m.heap.slots[self]![FunctionSlot.TYPE_PARAMETERS] || m.emptyTuple),
      set(m, self, value) {
        if (value === 0 || !m.isInstance(value, m.type('tuple'))) {
          m.raise('TypeError', '__type_params__ must be set to a tuple');
        }
        while (m.heap.slots[self]!.length <= FunctionSlot.TYPE_PARAMETERS) m.heap.appendSlot(self, 0);
        m.heap.incref(value);
        m.heap.replaceSlot(self, FunctionSlot.TYPE_PARAMETERS, value);
      },
    },
    __doc__: overridable('__doc__', (m, self) => {
      const doc = functionBody(m, self).code.code.docstring;
      return doc === null ? m.none : m.str(doc);
    }),
    __module__: overridable('__module__', (m, self) => {
      const module = functionBody(m, self).module;
      return module === null ? m.none : m.intern(module);
    }),
  },
};

/** The annotations as a dict; made of the compiler's tuple, or by `__annotate__`, when they are first asked for. */
function annotations(m: PythonMachine, func: number): number {
  const heap = m.heap;
  const held = heap.slots[func]![FunctionSlot.ANNOTATIONS];
  if (held !== 0 && heap.kind[held] !== Kind.TUPLE) return shared(m, held);
  const annotate = heap.slots[func]![FunctionSlot.ANNOTATE] || m.none;
  const dict = annotate === m.none ? m.dict() : annotationsBy(m, annotate);
  if (held !== 0) {
    const items = m.items(held);
    for (let i = 0; i + 1 < items.length; i += 2) m.dictSet(dict, items[i], items[i + 1]);
  }
  heap.incref(dict);
  heap.replaceSlot(func, FunctionSlot.ANNOTATIONS, dict);
  return dict;
}

const FUNC = 0;
const SELF = 1;

const methodType: TypeDeclaration = {
  name: 'method',
  kind: Kind.METHOD,
  weaklyReferenceable: true,
  slots: {
    create(machine, _type, [func, self]) {
      return makeMethod(core(machine), func, self);
    },
    call(m, self, args, names) {
      const [func, instance] = m.heap.slots[self]!;
      return call(core(m), func, [instance, ...args], names);
    },
    repr(m, self) {
      const [func, instance] = m.heap.slots[self]!;
      const name = m.findAttribute(func, '__qualname__');
      const text = `<bound method ${name === 0 ? '?' : m.strValue(name)} of ${m.repr(instance)}>`;
      if (name !== 0) m.heap.decref(name);
      return text;
    },
    hash: (m, self) => m.heap.slots[self]![FUNC] * 31 + m.heap.slots[self]![SELF],
    compare(m, op, left, right) {
      const bothMethods = m.heap.kind[left] === Kind.METHOD && m.heap.kind[right] === Kind.METHOD;
      if (!bothMethods || (op !== CompareOp.EQ && op !== CompareOp.NE)) return m.notImplemented;
      const [func, self] = m.heap.slots[left]!;
      const [otherFunc, otherSelf] = m.heap.slots[right]!;
      const same = self === otherSelf && m.equals(func, otherFunc);
      return m.bool(same === (op === CompareOp.EQ));
    },
    getAttribute(machine, self, name) {
      const m = core(machine);
      const own = m.typeBody(m.typeOfKind(Kind.METHOD)).lookups.get(name) ?? m.special(self, name);
      if (own !== 0 && name !== '__doc__' && name !== '__module__') return genericGetAttribute(m, self, name);
      const value = m.findAttribute(m.heap.slots[self]![FUNC], name);
      return value === 0 ? genericGetAttribute(m, self, name) : value;
    },
  },
  properties: { __func__: slotProperty(FUNC, false), __self__: slotProperty(SELF, false) },
};

function native(m: Machine, id: number): NativeFunction {
  return m.heap.body[id] as NativeFunction;
}

const nativeProperties: Record<string, NativeProperty> = {
  __name__: { get: (m, self) => m.intern(native(m, self).name) },
  __qualname__: { get: (m, self) => m.intern(native(m, self).qualifiedName) },
  __doc__: { get: (m) => m.none },
  __module__: {
    get(m, self) {
      const module = native(m, self).module;
      return module === null ? m.none : m.intern(module);
    },
  },
  __self__: slotProperty(0, false),
};

function nativeType(name: string, repr: (m: Machine, self: number) => string): TypeDeclaration {
  return {
    name,
    kind: Kind.BUILTIN,
    weaklyReferenceable: true,
    slots: {
      call: (m, self, args, names) => call(core(m), self, args, names),
      repr,
      hash(m, self) {
        const bound = m.heap.slots[self]![0];
        return bound === 0 ? self : bound * 31 + native(m, self).name.length;
      },
      compare(m, op, left, right) {
        const bothNative = m.heap.kind[left] === Kind.BUILTIN && m.heap.kind[right] === Kind.BUILTIN;
        if (!bothNative || (op !== CompareOp.EQ && op !== CompareOp.NE)) return m.notImplemented;
        const same =
          m.heap.slots[left]![0] === m.heap.slots[right]![0] && native(m, left).call === native(m, right).call;
        return m.bool(same === (op === CompareOp.EQ));
      },
      descriptorGet(m, self, instance, owner) {
        // Not through `bind` alone: it comes here for subtypes of these types only.
        return bind(core(m), self, instance, owner);
      },
    },
    properties: nativeProperties,
  };
}

const ownerOf = (m: Machine, self: number): string => native(m, self).qualifiedName.split('.')[0];

const codeProperty = (get: (m: PythonMachine, code: LoadedCode) => number): NativeProperty => ({
  get: (m, self) => get(core(m), m.heap.body[self] as LoadedCode),
});

const codeType: TypeDeclaration = {
  name: 'code',
  kind: Kind.CODE,
  weaklyReferenceable: true,
  slots: {
    repr(m, self) {
      const { code } = m.heap.body[self] as LoadedCode;
      return `<code object ${code.name} at ${addressText(self)}, file "${code.filename}", line ${code.firstLine}>`;
    },
  },
  properties: {
    co_name: codeProperty((m, loaded) => m.intern(loaded.code.name)),
    co_qualname: codeProperty((m, loaded) => m.intern(loaded.code.qualifiedName)),
    co_filename: codeProperty((m, loaded) => m.str(loaded.code.filename)),
    co_firstlineno: codeProperty((m, loaded) => m.int(loaded.code.firstLine)),
    co_argcount: codeProperty((m, loaded) => m.int(loaded.code.argCount)),
    co_posonlyargcount: codeProperty((m, loaded) => m.int(loaded.code.positionalOnlyCount)),
    co_kwonlyargcount: codeProperty((m, loaded) => m.int(loaded.code.keywordOnlyCount)),
    co_nlocals: codeProperty((m, loaded) => m.int(loaded.code.localNames.length)),
    co_stacksize: codeProperty((m, loaded) => m.int(shownStackSize(m, loaded))),
    co_varnames: codeProperty((m, loaded) => m.tuple(loaded.code.localNames.map((name) => m.intern(name)))),
    co_cellvars: codeProperty((m, loaded) => m.tuple(loaded.code.cellNames.map((name) => m.intern(name)))),
    co_freevars: codeProperty((m, loaded) => m.tuple(loaded.code.freeNames.map((name) => m.intern(name)))),
    co_names: codeProperty((m, loaded) => m.tuple(loaded.names.map((name) => m.intern(name)))),
    co_consts: codeProperty((m, loaded) => m.tuple([...loaded.constants].map((id) => shared(m, id)))),
    co_flags: codeProperty((m, { code }) =>
      m.int(3 + (code.hasVarArgs ? 4 : 0) + (code.hasVarKeywords ? 8 : 0) + (code.isGenerator ? 32 : 0)),
    ),
  },
};

const cellType: TypeDeclaration = {
  name: 'cell',
  kind: Kind.CELL,
  slots: {
    create(m, type, args) {
      if (args.length > 0) m.heap.incref(args[0]);
      return m.heap.allocTracked(Kind.CELL, type, [args.length > 0 ? args[0] : 0], null, 40);
    },
    repr(m, self) {
      const content = m.heap.slots[self]![0];
      const what = content === 0 ? 'empty' : `${m.typeName(content)} object at ${addressText(content)}`;
      return `<cell at ${addressText(self)}: ${what}>`;
    },
  },
  properties: {
    cell_contents: {
      get(m, self) {
        const content = m.heap.slots[self]![0];
        if (content === 0) m.raise('ValueError', 'Cell is empty');
        return shared(m, content);
      },
      set(m, self, value) {
        if (value !== 0) m.heap.incref(value);
        m.heap.replaceSlot(self, 0, value);
      },
    },
  },
};

export const callableTypes: readonly TypeDeclaration[] = [
  functionType,
  methodType,
  nativeType('builtin_function_or_method', (m, self) => {
    const bound = m.heap.slots[self]![0];
    const body = native(m, self);
    if (bound === 0) return `<built-in function ${body.name}>`;
    return `<built-in method ${body.name} of ${m.typeName(bound)} object at ${addressText(bound)}>`;
  }),
  nativeType('method_descriptor', (m, self) => `<method '${native(m, self).name}' of '${ownerOf(m, self)}' objects>`),
  nativeType(
    'wrapper_descriptor',
    (m, self) => `<slot wrapper '${native(m, self).name}' of '${ownerOf(m, self)}' objects>`,
  ),
  nativeType('method-wrapper', (m, self) => {
    const bound = m.heap.slots[self]![0];
    return `<method-wrapper '${native(m, self).name}' of ${m.typeName(bound)} object at ${addressText(bound)}>`;
  }),
  codeType,
  cellType,
];
