/**
 * compile, eval and exec: source text becomes code by the program's own compiler, never by the host.
 * Source: CPython Python/bltinmodule.c (builtin_compile_impl, builtin_eval_impl, builtin_exec_impl).
 */
import { Kind, valueKind } from '../heap/kinds.ts';
import { runBody } from './calls.ts';
import { cpythonWording } from './cpython-wording.ts';
import { importModule } from './imports.ts';
import { localsOfLive } from './frame-locals.ts';
import type { LoadedCode } from './loaded-code.ts';
import type { PythonMachine } from './machine.ts';
import type { NativeCall } from './native.ts';
import { decodeBytes } from './text/text-encoding.ts';

type Mode = 'exec' | 'eval' | 'single';

/** Code of `source`; SyntaxError where it is none. */
function compiled(m: PythonMachine, source: string, filename: string, mode: Mode): LoadedCode {
  const result = m.parts.compile(source, filename, mode === 'eval');
  if (!result.ok) {
    const [first] = result.diagnostics;
    const { type, message } = cpythonWording(first.message, first.line, m.profile.versionInfo[1]);
    const lines = source.split('\n');
    const before = lines.slice(0, first.line - 1).join('\n').length + Number(first.line > 1);
    const text = (lines[first.line - 1] ?? '') + (first.line < lines.length ? '\n' : '');
    const [from, to] = [first.from, first.to].map((offset) => offset - before + 1);
    const place = [m.str(filename), m.int(first.line), m.int(from), m.str(text), m.int(first.line), m.int(to)];
    const args = [m.str(message), m.tuple(place)];
    try {
      return m.raiseObject(m.call(m.type(type), args));
    } finally {
      for (const id of args) m.heap.decref(id);
    }
  }
  m.sources.set(filename, source);
  return m.loadCode(result.code, false);
}

/** compile(source, filename, mode, flags=0, dont_inherit=False, optimize=-1) */
export const compileFunction: NativeCall = (machine, args, names) => {
  const m = machine as PythonMachine;
  const parameters = ['source', 'filename', 'mode', 'flags=', 'dont_inherit=', 'optimize=', '*', '_feature_version='];
  const [source, filename, mode] = m.bindArguments('compile', args, names, parameters);
  if (!m.isStr(mode)) m.raise('TypeError', `compile() argument 'mode' must be str, not ${m.typeName(mode)}`);
  const name = m.strValue(mode);
  if (name !== 'exec' && name !== 'eval' && name !== 'single') {
    return m.raise('ValueError', "compile() mode must be 'exec', 'eval' or 'single'");
  }
  const { object } = compiled(m, sourceText(m, source, 'compile', 'string, bytes or AST'), m.toStr(filename), name);
  m.heap.incref(object);
  return object;
};

function sourceText(m: PythonMachine, source: number, name: string, wanted: string): string {
  if (m.isStr(source)) return m.strValue(source);
  if (valueKind(m.heap.kind[source]) === Kind.BYTES)
    return decodeBytes(m.heap.body[source] as Uint8Array, 'utf-8', 'strict');
  return m.raise('TypeError', `${name}() arg 1 must be a ${wanted} object`);
}

/** What eval and exec have in common; the result is owned. */
function evaluate(
  m: PythonMachine,
  name: 'eval' | 'exec',
  args: readonly number[],
  names: readonly string[] | null,
): number {
  const hasNames = m.profile.versionInfo[1] >= 13;
  if (args.length - (names?.length ?? 0) === 0) {
    const isOld = name === 'eval' && !hasNames;
    const words = `${name}() takes at least 1 positional argument (0 given)`;
    m.raise('TypeError', isOld ? 'eval expected at least 1 argument, got 0' : words);
  }
  const parameters = hasNames ? ['source', '/', 'globals=', 'locals='] : ['source', 'globals=', 'locals=', '/'];
  if (name === 'exec') parameters.push('*', 'closure=');
  const [source, givenGlobals, givenLocals] = m.bindArguments(name, args, names, parameters);
  const given = (id: number): boolean => id !== 0 && id !== m.none;
  if (given(givenGlobals) && !m.isInstance(givenGlobals, m.type('dict'))) {
    const shown = m.typeName(givenGlobals);
    const dict = m.profile.versionInfo[1] >= 15 ? 'dict or a frozendict' : 'dict';
    m.raise('TypeError', name === 'eval' ? `globals must be a ${dict}` : `exec() globals must be a dict, not ${shown}`);
  }
  if (given(givenLocals) && m.special(givenLocals, '__getitem__') === 0) {
    const shown = m.typeName(givenLocals);
    m.raise(
      'TypeError',
      name === 'eval' ? 'locals must be a mapping' : `locals must be a mapping or None, not ${shown}`,
    );
  }
  const globals = given(givenGlobals) ? givenGlobals : m.frame.globals;
  if (m.dictGetName(globals, '__builtins__') === 0) {
    // The module gives its dict `__name__`, which the body of a class asks for.
    m.heap.decref(importModule(m, 'builtins', false));
    m.dictSetName(globals, '__builtins__', m.builtins);
  }
  const builtins = builtinsIn(m, globals);
  if (builtins !== m.builtins || m.ownBuiltins !== null) (m.ownBuiltins ??= new Map()).set(globals, builtins);
  const code =
    m.heap.kind[source] === Kind.CODE
      ? (m.heap.body[source] as LoadedCode)
      : compiled(m, trimmed(sourceText(m, source, name, 'string, bytes or code'), name), '<string>', name);
  // Without namespaces, those of the caller.
  let locals = given(givenLocals) ? givenLocals : globals;
  if (given(givenLocals) || given(givenGlobals)) m.heap.incref(locals);
  else locals = localsOfLive(m, m.depth);
  try {
    return runBody(m, 0, code, globals, locals);
  } finally {
    m.heap.decref(locals);
  }
}

/** What the globals call `__builtins__`: a module or a dict. Borrowed. Source: _PyDict_LoadBuiltinsFromGlobals. */
function builtinsIn(m: PythonMachine, globals: number): number {
  const given = m.dictGetName(globals, '__builtins__');
  if (m.heap.kind[given] === Kind.MODULE) return m.heap.slots[given]![0];
  return m.heap.kind[given] === Kind.DICT ? given : m.builtins;
}

/** An expression may be indented. */
const trimmed = (source: string, name: string): string => (name === 'eval' ? source.replace(/^[ \t]+/, '') : source);

export const evalFunction: NativeCall = (machine, args, names) =>
  evaluate(machine as PythonMachine, 'eval', args, names);

export const execFunction: NativeCall = (machine, args, names) => {
  const m = machine as PythonMachine;
  m.heap.decref(evaluate(m, 'exec', args, names));
  return m.none;
};
