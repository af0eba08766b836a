import { Op } from '../instructions.ts';
import type { Place } from '../scopes/scope.ts';
import type { Span } from '../syntax.ts';
import type { Unit } from './unit.ts';

type Access = 'load' | 'store' | 'delete';
type Storage = 'fast' | 'global' | 'name' | 'deref';

const opcodes = {
  fast: { load: Op.LOAD_FAST, store: Op.STORE_FAST, delete: Op.DELETE_FAST },
  global: { load: Op.LOAD_GLOBAL, store: Op.STORE_GLOBAL, delete: Op.DELETE_GLOBAL },
  name: { load: Op.LOAD_NAME, store: Op.STORE_NAME, delete: Op.DELETE_NAME },
  deref: { load: Op.LOAD_DEREF, store: Op.STORE_DEREF, delete: Op.DELETE_DEREF },
} as const;

/** Reads, stores or deletes a variable (CPython's `compiler_nameop`). */
export function emitName(unit: Unit, access: Access, name: string, span: Span): void {
  if (access !== 'load') refuseDebug(unit, name, span);
  const mangled = unit.scope.mangle(name);
  const storage = storageOf(unit, mangled, unit.placeOf(mangled));
  const inClass = unit.scope.kind === 'class';
  const { seenClass } = unit.scope;
  const place = unit.placeOf(mangled);
  const isOwn = storage === 'fast' || place === 'cell';
  if (seenClass !== null && access === 'load' && place !== 'global-explicit' && !isOwn) {
    unit.emit(Op.LOAD_DEREF, unit.derefIndex('__classdict__'), span);
    const op = storage === 'deref' ? Op.LOAD_FROM_DICT_OR_DEREF : Op.LOAD_FROM_DICT_OR_GLOBALS;
    unit.emit(op, indexOf(unit, mangled, storage), span);
    return;
  }
  let op: number = opcodes[storage][access];
  if (access === 'load' && storage === 'deref' && inClass && unit.inlined === 0) {
    op = Op.LOAD_CLASS_DEREF;
  }
  // A comprehension does not see the names of the class it is in.
  if (access === 'load' && storage === 'name' && inClass && unit.inlined > 0) op = Op.LOAD_GLOBAL;
  unit.emit(op, indexOf(unit, mangled, storage), span);
}

/** `__debug__` is a constant, also as the name of an attribute or argument. */
export function refuseDebug(unit: Unit, name: string, span: Span): void {
  if (name === '__debug__') {
    unit.program.problems.syntax(span, 'Cannot assign to __debug__: it is a constant.');
  }
}

function storageOf(unit: Unit, mangled: string, place: Place): Storage {
  const slots = unit.scope.isFunctionLike;
  switch (place) {
    case 'cell':
    case 'free':
      return 'deref';
    case 'local':
      return slots || unit.hiddenLocals.has(mangled) ? 'fast' : 'name';
    case 'global-implicit':
      return slots ? 'global' : 'name';
    case 'global-explicit':
      return 'global';
  }
}

function indexOf(unit: Unit, mangled: string, storage: Storage): number {
  switch (storage) {
    case 'fast':
      return unit.localIndex(mangled);
    case 'deref':
      return unit.derefIndex(mangled);
    default:
      return unit.nameIndex(mangled);
  }
}
