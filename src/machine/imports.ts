/**
 * Imports. All modules are native (with parts in Python); they come into being at their first import, stay for ever
 * and are no part of the program: not tracked, not counted, marked as library.
 */
import { Kind } from '../heap/kinds.ts';
import { runBody } from './calls.ts';
import type { PythonMachine } from './machine.ts';
import type { NativeModule } from './native.ts';
import { newException, raiseObject } from './raising.ts';
import { declareType } from './native-types.ts';
import { standardLibrary } from './modules/standard-library.ts';
import { dictEntries } from './types/dict-table.ts';

/** `import a.b`: the module a (or, with a fromlist, a.b), owned. */
export function importModule(m: PythonMachine, name: string, hasFromList: boolean): number {
  const parts = name.split('.');
  let module = 0;
  for (let i = 1; i <= parts.length; i++) {
    const path = parts.slice(0, i).join('.');
    const found = moduleNamed(m, path);
    if (i > 1 && m.dictGetName(m.heap.slots[module]![0], parts[i - 1]) === 0) {
      m.dictSetName(m.heap.slots[module]![0], parts[i - 1], found);
    }
    module = found;
  }
  const result = hasFromList ? module : moduleNamed(m, parts[0]);
  m.heap.incref(result);
  return result;
}

/** The module `name` of a package, which CPython imports with it (collections.abc), owned; 0 if there is none. */
export function partOfPackage(m: PythonMachine, packageName: string, name: string): number {
  const path = `${packageName}.${name}`;
  return m.parts.modules.some((module) => module.name === path) ? importModule(m, path, true) : 0;
}

/** The module of that name, made if need be; borrowed. */
function moduleNamed(m: PythonMachine, name: string): number {
  const known = m.dictGetName(m.modules, name);
  if (known !== 0) return known;
  const [, minor] = m.profile.versionInfo;
  const native = m.parts.modules.find((module) => module.name === name && minor >= (module.since ?? 0));
  if (native === undefined && name !== 'builtins') {
    // A package whose parts are modules of their own.
    if (m.parts.modules.some((module) => module.name.startsWith(`${name}.`))) return makeModule(m, { name });
    const text = m.str(`No module named '${name}'${packageComplaint(m, name)}${notSimulated(m, name)}`);
    const exception = newException(m, m.type('ModuleNotFoundError'), m.tupleFromArray([text]));
    m.heap.incref(text);
    m.heap.appendSlot(exception, text);
    m.heap.appendSlot(exception, m.intern(name));
    raiseObject(m, exception);
  }
  return makeModule(m, native ?? { name });
}

/** Why a part of a module that has no parts cannot be found. */
function packageComplaint(m: PythonMachine, name: string): string {
  const parent = name.slice(0, Math.max(0, name.lastIndexOf('.')));
  const isModule = m.parts.modules.some((module) => module.name === parent);
  const isPackage = m.parts.modules.some((module) => module.name.startsWith(`${parent}.`));
  return isModule && !isPackage ? `; '${parent}' is not a package` : '';
}

/** What a program can import instead of a part of the standard library that is not simulated. */
function notSimulated(m: PythonMachine, name: string): string {
  if (!standardLibrary.has(name)) return '';
  const names = m.parts.modules
    .filter(({ isRefused, since }) => isRefused !== true && since === undefined)
    .map((module) => module.name);
  return ` in the simulator, which has ${names.sort().join(', ')}`;
}

function makeModule(m: PythonMachine, native: NativeModule): number {
  const heap = m.heap;
  const from = heap.end;
  const wasFrozen = heap.frozen;
  heap.frozen = true;
  try {
    const dict = native.name === 'builtins' ? m.builtins : m.dict();
    if (native.name === 'builtins') heap.incref(dict);
    const module = newModule(m, native.name, dict);
    m.dictSetName(m.modules, native.name, module);
    heap.decref(module);
    const define = (name: string, value: number): void => {
      m.dictSetName(dict, name, value);
      heap.decref(value);
    };
    for (const declaration of native.types ?? []) {
      const type = declareType(m, declaration);
      m.dictSetName(dict, declaration.name, type);
    }
    for (const [name, call] of Object.entries(native.functions ?? {})) {
      define(name, m.builtinFunction(name, call, native.name));
    }
    for (const [name, value] of Object.entries(native.attributes?.(m) ?? {})) define(name, value);
    const source = native.hasLateSource === true ? m.parts.lateSources[native.name] : native.source;
    if (source !== undefined) runSource(m, native.name, source, dict);
    if (native.deferred !== undefined) m.deferredModules.set(module, native.deferred);
    return module;
  } finally {
    heap.frozen = wasFrozen;
    if (heap.programStart <= from) m.libraryRanges.push([from, heap.end]);
  }
}

/**
 * Makes what is Python in the module, if that waits for one of its names to be asked for and `name` is one (`__dict__`
 * asks for all). Whether it did.
 */
export function madeDeferredNames(m: PythonMachine, module: number, name: string): boolean {
  const deferred = m.deferredModules.get(module);
  if (deferred === undefined || !(name === '__dict__' || deferred.names.includes(name))) return false;
  m.deferredModules.delete(module);
  const heap = m.heap;
  const from = heap.end;
  const wasFrozen = heap.frozen;
  heap.frozen = true;
  try {
    runSource(m, deferred.source, m.parts.lateSources[deferred.source], heap.slots[module]![0]);
  } finally {
    heap.frozen = wasFrozen;
    if (heap.programStart <= from) m.libraryRanges.push([from, heap.end]);
  }
  return true;
}

/** A MODULE object over `dict` (stolen), which gets its names; `doc` is borrowed. */
export function newModule(m: PythonMachine, name: string, dict: number, doc: number = m.none): number {
  const text = m.intern(name);
  m.dictSetName(dict, '__name__', text);
  m.heap.decref(text);
  m.dictSetName(dict, '__doc__', doc);
  for (const attribute of ['__package__', '__loader__', '__spec__']) m.dictSetName(dict, attribute, m.none);
  return m.object(Kind.MODULE, 'module', [dict], null);
}

const LIBRARY_FILE = '<library ';

export function isLibraryFile(filename: string): boolean {
  return filename.startsWith(LIBRARY_FILE);
}

function runSource(m: PythonMachine, name: string, source: string, dict: number): void {
  const filename = `${LIBRARY_FILE}${name}>`;
  const compiled = m.parts.compile(source, filename);
  if (!compiled.ok)
    throw new Error(
      `library module ${name}: ${compiled.diagnostics[0].message} (line ${compiled.diagnostics[0].line})`,
    );
  m.sources.set(filename, source);
  const code = m.loadCode(compiled.code, true);
  m.heap.decref(runBody(m, 0, code, dict, dict));
}

/** `from module import *` */
export function importStarInto(m: PythonMachine, module: number, namespace: number): void {
  madeDeferredNames(m, module, '__dict__');
  const dict = m.heap.slots[module]![0];
  const all = m.dictGetName(dict, '__all__');
  if (all !== 0) {
    m.forEach(all, (name) => {
      const value = m.getAttribute(module, m.strValue(name));
      m.dictSet(namespace, name, value);
      m.heap.decref(value);
    });
    return;
  }
  const entries = dictEntries(m.heap, dict);
  for (let i = 0; i < entries.length; i += 2) {
    if (m.isStr(entries[i]) && !m.strValue(entries[i]).startsWith('_'))
      m.dictSet(namespace, entries[i], entries[i + 1]);
  }
}
