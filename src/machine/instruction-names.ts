/** Instructions about names: namespaces, globals, cells, imports. */
import { Ev } from '../heap/events.ts';
import { Kind } from '../heap/kinds.ts';
import type { Frame } from './frame.ts';
import { FunctionSlot } from './functions.ts';
import { importModule, importStarInto } from './imports.ts';
import type { LoadedCode } from './loaded-code.ts';
import type { PythonMachine } from './machine.ts';
import { PythonError } from './python-error.ts';
import { raiseImportFromError, raiseNameError } from './raising.ts';
import { dictLookupName, dictRemoveName, dictTable } from './types/dict-table.ts';
import { callTypingFunction } from './types/type-parameters.ts';
import { dropEntries, dropEntry, entryId, putEntry, putNewEntry, takeEntry } from './value-stack.ts';

export function raiseUnboundLocal(m: PythonMachine, code: LoadedCode, slot: number): never {
  const name = code.code.slotNames[slot];
  raiseNameError(
    m,
    name,
    `cannot access local variable '${name}' where it is not associated with a value`,
    'UnboundLocalError',
  );
}

function raiseUndefined(m: PythonMachine, name: string): never {
  raiseNameError(m, name, `name '${name}' is not defined`);
}

/** The global or builtin, borrowed; remembers where it was. */
export function loadGlobal(m: PythonMachine, frame: Frame, arg: number): number {
  const heap = m.heap;
  const code = frame.code;
  const name = code.names[arg];
  const place = dictTable(heap, frame.globals).places.get(name);
  if (place !== undefined) {
    code.cacheVersion[frame.pc] = 1;
    code.cacheValue[frame.pc] = place;
    return heap.slots[frame.globals]![place + 1];
  }
  const builtin = dictTable(heap, frame.builtins).places.get(name);
  if (builtin === undefined) raiseUndefined(m, name);
  code.cacheVersion[frame.pc] = 2;
  code.cacheValue[frame.pc] = builtin;
  return heap.slots[frame.builtins]![builtin + 1];
}

/** The builtin at the place remembered, borrowed, unless a global of that name has come or it is no longer there: 0. */
export function cachedBuiltin(m: PythonMachine, frame: Frame, arg: number, place: number): number {
  const heap = m.heap;
  if (dictTable(heap, frame.globals).places.has(frame.code.names[arg])) return 0;
  const slots = heap.slots[frame.builtins]!;
  return slots[place] === frame.code.nameObjects[arg] ? slots[place + 1] : 0;
}

export function loadName(m: PythonMachine, frame: Frame, arg: number): void {
  const heap = m.heap;
  const namespace = frame.namespace;
  const name = frame.code.names[arg];
  if (namespace !== 0 && namespace !== frame.globals) {
    if (heap.typeOf[namespace] === m.dictType) {
      const value = dictLookupName(heap, namespace, name);
      if (value !== 0) {
        putNewEntry(m, frame.sp++, value);
        return;
      }
    } else {
      const value = m.catching('KeyError', () => m.getItem(namespace, frame.code.nameObjects[arg]));
      if (value !== undefined) {
        putEntry(m, frame.sp++, value);
        return;
      }
    }
  }
  pushGlobal(m, frame, arg);
}

/** Whether the namespace on the stack, which goes, has got `name`; pushes the value then. */
function takeFromDict(m: PythonMachine, frame: Frame, name: string): boolean {
  const namespace = entryId(m.stack[frame.sp - 1]);
  const key = m.intern(name);
  let value: number | undefined;
  try {
    value = m.catching('KeyError', () => m.getItem(namespace, key));
  } finally {
    m.heap.decref(key);
  }
  dropEntry(m, --frame.sp);
  if (value !== undefined) putEntry(m, frame.sp++, value);
  return value !== undefined;
}

export function loadFromDictOrGlobals(m: PythonMachine, frame: Frame, arg: number): void {
  if (!takeFromDict(m, frame, frame.code.names[arg])) pushGlobal(m, frame, arg);
}

export function loadFromDictOrDeref(m: PythonMachine, frame: Frame, arg: number): void {
  if (!takeFromDict(m, frame, frame.code.code.slotNames[arg])) loadDeref(m, frame, arg);
}

/** Pushes the global or builtin: from where it was the last time, if it still is there. */
export function pushGlobal(m: PythonMachine, frame: Frame, arg: number): void {
  const where = frame.code.cacheVersion[frame.pc];
  const place = frame.code.cacheValue[frame.pc];
  let id = 0;
  if (where === 1) {
    const slots = m.heap.slots[frame.globals]!;
    if (slots[place] === frame.code.nameObjects[arg]) id = slots[place + 1];
  } else if (where === 2) id = cachedBuiltin(m, frame, arg, place);
  if (id === 0) id = loadGlobal(m, frame, arg);
  putNewEntry(m, frame.sp++, id);
}

function storeInto(m: PythonMachine, frame: Frame, dict: number, arg: number): void {
  const value = entryId(m.stack[frame.sp - 1]);
  if (m.heap.typeOf[dict] === m.dictType) m.dictSetName(dict, frame.code.names[arg], value);
  else m.setItem(dict, frame.code.nameObjects[arg], value);
  dropEntry(m, --frame.sp);
}

export function storeName(m: PythonMachine, frame: Frame, arg: number): void {
  storeInto(m, frame, frame.namespace, arg);
}
export function storeGlobal(m: PythonMachine, frame: Frame, arg: number): void {
  storeInto(m, frame, frame.globals, arg);
}
export function deleteName(m: PythonMachine, frame: Frame, arg: number): void {
  const name = frame.code.names[arg];
  if (m.heap.typeOf[frame.namespace] !== m.dictType) {
    m.setItem(frame.namespace, frame.code.nameObjects[arg], 0);
    return;
  }
  if (!dictRemoveName(m.heap, frame.namespace, name)) raiseUndefined(m, name);
}
export function deleteGlobal(m: PythonMachine, frame: Frame, arg: number): void {
  const name = frame.code.names[arg];
  if (!dictRemoveName(m.heap, frame.globals, name)) raiseUndefined(m, name);
}

export function loadBuiltin(m: PythonMachine, frame: Frame, arg: number): void {
  const name = frame.code.names[arg];
  const value = dictLookupName(m.heap, frame.builtins, name);
  if (value === 0) raiseUndefined(m, name);
  putNewEntry(m, frame.sp++, value);
}

export function loadBuildClass(m: PythonMachine, frame: Frame): void {
  const value = dictLookupName(m.heap, frame.builtins, '__build_class__');
  if (value === 0) m.raise('NameError', '__build_class__ not found');
  putNewEntry(m, frame.sp++, value);
}

/** CALL_TYPING: a1 .. an -- result */
export function callTyping(m: PythonMachine, frame: Frame, arg: number): void {
  const count = arg & 3;
  const args = Array.from(m.stack.subarray(frame.sp - count, frame.sp), entryId);
  const result = callTypingFunction(m, frame.code.names[arg >> 2], args);
  dropEntries(m, frame.sp - count, frame.sp);
  frame.sp -= count;
  putEntry(m, frame.sp++, result);
}

export function deleteFast(m: PythonMachine, frame: Frame, arg: number): void {
  const heap = m.heap;
  const entry = m.stack[frame.base + arg];
  if (entry === 0) raiseUnboundLocal(m, frame.code, arg);
  m.stack[frame.base + arg] = 0;
  heap.events.three(Ev.LOCAL, arg, 0, heap.cellWord(entryId(entry)));
  if (entry > 0) heap.decref(entry);
}

// ------------------------------------------------------------------------------------------------ cells

/** Puts an owned reference into a slot of the innermost frame; the slot's former reference is handed to the caller. */
function exchangeSlot(m: PythonMachine, frame: Frame, slot: number, value: number): number {
  const heap = m.heap;
  const old = m.stack[frame.base + slot];
  m.stack[frame.base + slot] = value;
  heap.events.three(Ev.LOCAL, slot, heap.cellWord(value), heap.cellWord(entryId(old)));
  if (old < 0) heap.incref(~old);
  return entryId(old);
}

export function makeCell(m: PythonMachine, frame: Frame, arg: number): void {
  const content = exchangeSlot(m, frame, arg, 0);
  const cell = m.heap.allocTracked(Kind.CELL, m.typeOfKind(Kind.CELL), [content], null, 40);
  exchangeSlot(m, frame, arg, cell);
}

export function copyFreeVariables(m: PythonMachine, frame: Frame, count: number): void {
  const closure = m.heap.slots[frame.func]![FunctionSlot.CLOSURE];
  const cells = m.heap.slots[closure]!;
  const first = frame.code.slotCount - count;
  for (let i = 0; i < count; i++) {
    m.heap.incref(cells[i]);
    exchangeSlot(m, frame, first + i, cells[i]);
  }
}

export function loadClosure(m: PythonMachine, frame: Frame, arg: number): void {
  putNewEntry(m, frame.sp++, entryId(m.stack[frame.base + arg]));
}

function raiseEmptyCell(m: PythonMachine, frame: Frame, arg: number): never {
  const code = frame.code.code;
  const name = code.slotNames[arg];
  if (!code.freeNames.includes(name)) raiseUnboundLocal(m, frame.code, arg);
  raiseNameError(
    m,
    name,
    `cannot access free variable '${name}' where it is not associated with a value in enclosing scope`,
  );
}

export function loadDeref(m: PythonMachine, frame: Frame, arg: number): void {
  const value = m.heap.slots[entryId(m.stack[frame.base + arg])]![0];
  if (value === 0) raiseEmptyCell(m, frame, arg);
  putNewEntry(m, frame.sp++, value);
}

export function storeDeref(m: PythonMachine, frame: Frame, arg: number): void {
  const value = takeEntry(m, --frame.sp);
  m.heap.replaceSlot(entryId(m.stack[frame.base + arg]), 0, value);
}

export function deleteDeref(m: PythonMachine, frame: Frame, arg: number): void {
  const cell = entryId(m.stack[frame.base + arg]);
  if (m.heap.slots[cell]![0] === 0) raiseEmptyCell(m, frame, arg);
  m.heap.replaceSlot(cell, 0, 0);
}

export function loadClassDeref(m: PythonMachine, frame: Frame, arg: number): void {
  const name = frame.code.code.slotNames[arg];
  const value = m.heap.kind[frame.namespace] === Kind.DICT ? dictLookupName(m.heap, frame.namespace, name) : 0;
  if (value === 0) loadDeref(m, frame, arg);
  else putNewEntry(m, frame.sp++, value);
}

export function storeFirstLine(m: PythonMachine, frame: Frame): void {
  if (m.profile.versionInfo[1] < 13) return;
  const [key, line] = [m.intern('__firstlineno__'), m.int(frame.code.code.firstLine)];
  m.setItem(frame.namespace, key, line);
  m.heap.decref(key);
  m.heap.decref(line);
}

export function setUpAnnotations(m: PythonMachine, frame: Frame): void {
  if (m.dictGetName(frame.namespace, '__annotations__') !== 0) return;
  const dict = m.dict();
  m.dictSetName(frame.namespace, '__annotations__', dict);
  m.heap.decref(dict);
}

// ------------------------------------------------------------------------------------------------ imports

export function importName(m: PythonMachine, frame: Frame, arg: number): void {
  const name = frame.code.names[arg];
  const fromList = entryId(m.stack[frame.sp - 1]);
  if (dictLookupName(m.heap, frame.builtins, '__import__') === 0) m.raise('ImportError', '__import__ not found');
  const module = importModule(m, name, fromList !== m.none);
  dropEntry(m, --frame.sp);
  dropEntry(m, --frame.sp);
  putEntry(m, frame.sp++, module);
}

export function importFrom(m: PythonMachine, frame: Frame, arg: number): void {
  const name = frame.code.names[arg];
  const module = entryId(m.stack[frame.sp - 1]);
  let value: number;
  try {
    value = m.getAttribute(module, name);
  } catch (error) {
    if (!(error instanceof PythonError) || !m.isInstance(error.exception, m.type('AttributeError'))) throw error;
    m.heap.decref(error.exception);
    const moduleName = m.dictGetName(m.heap.slots[module]![0], '__name__');
    raiseImportFromError(m, m.strValue(moduleName), name);
  }
  putEntry(m, frame.sp++, value);
}

export function importStar(m: PythonMachine, frame: Frame): void {
  importStarInto(m, entryId(m.stack[frame.sp - 1]), frame.namespace);
  dropEntry(m, --frame.sp);
}
