/**
 * A code object as the machine runs it: constants and names are heap objects, every instruction has an inline cache.
 */
import { Kind } from '../heap/kinds.ts';
import { borrowLocals } from '../program/borrow-locals.ts';
import type { CodeObject, Constant } from '../program/code.ts';
import { fuse } from './fused-instructions.ts';
import type { PythonMachine } from './machine.ts';
import type { Machine } from './native.ts';
import { type PlainBody, plainBody } from './plain-bodies.ts';

/** The stack size that the version's compiler finds. */
export function shownStackSize(m: Machine, { code }: LoadedCode): number {
  return m.profile.versionInfo[1] < 12 ? code.bodyStackSize : code.stackSize;
}

export class LoadedCode {
  /** The number that events carry. */
  readonly id: number;
  readonly code: CodeObject;
  /** The CODE object; it owns the constants, the machine's list of codes owns it. */
  readonly object: number;
  /** See fused-instructions.ts: not quite those of `code`. */
  readonly instructions: Int32Array;
  readonly constants: Int32Array;
  readonly names: readonly string[];
  /** The names as interned strings, kept for ever. */
  readonly nameObjects: Int32Array;
  /** Inline caches, by instruction: the version of the type that was met, and what was found. See interpreter.ts. */
  readonly cacheVersion: Int32Array;
  /** The tuple `__static_attributes__` of a class body, owned; 0 before it has been executed. */
  staticAttributes = 0;
  readonly cacheValue: Int32Array;
  readonly slotCount: number;
  /** Slots and value stack. */
  readonly frameSize: number;
  readonly argCount: number;
  /** Only positional parameters: arguments can stay where they lie on the stack. */
  readonly isSimple: boolean;
  readonly isLibrary: boolean;
  /** See plain-bodies.ts; null: a frame is needed. */
  readonly plainBody: PlainBody | null;

  constructor(
    id: number,
    code: CodeObject,
    object: number,
    constants: Int32Array,
    nameObjects: Int32Array,
    isLibrary: boolean,
    kindOf: (constant: number) => number,
  ) {
    const count = code.instructions.length >> 1;
    this.id = id;
    this.code = code;
    this.object = object;
    this.instructions = fuse(code.instructions, code.names);
    this.constants = constants;
    this.names = code.names;
    this.nameObjects = nameObjects;
    this.cacheVersion = new Int32Array(count);
    this.cacheValue = new Int32Array(count);
    this.slotCount = code.slotNames.length;
    this.frameSize = code.slotNames.length + code.stackSize + 2;
    this.argCount = code.argCount;
    this.isSimple = !code.hasVarArgs && !code.hasVarKeywords && code.keywordOnlyCount === 0;
    this.isLibrary = isLibrary;
    const isPlain = this.isSimple && this.slotCount === this.argCount;
    this.plainBody = isPlain ? plainBody(code.instructions, code.names, code.argCount, kindOf) : null;
  }

  /** The line of instruction `index`. */
  lineOf(index: number): number {
    return this.code.positions[4 * index];
  }
}

/** Loads a code object and all that are nested in it. Its CODE object stays alive for ever. */
export function loadCode(m: PythonMachine, code: CodeObject, isLibrary: boolean): LoadedCode {
  const { borrowsLocals, allocatesSequenceIterators, borrowsPastEmptyBlocks } = m.profile;
  const rules = { iterablesStay: !allocatesSequenceIterators, pastEmptyBlocks: borrowsPastEmptyBlocks };
  return load(m, borrowsLocals ? borrowLocals(code, rules) : code, isLibrary, new Map());
}

function load(m: PythonMachine, code: CodeObject, isLibrary: boolean, shared: Map<Constant, number>): LoadedCode {
  const owned: number[] = [];
  for (const constant of code.constants) owned.push(loadConstant(m, constant, isLibrary, shared));
  const names = Int32Array.from(code.names, (name) => m.intern(name));
  const object = m.heap.alloc(Kind.CODE, m.typeOfKind(Kind.CODE), owned, null, codeBytes(code));
  const loaded = new LoadedCode(
    m.codes.length,
    code,
    object,
    Int32Array.from(owned),
    names,
    isLibrary,
    (constant) => m.heap.kind[owned[constant]],
  );
  m.heap.body[object] = loaded;
  m.codes.push(loaded);
  return loaded;
}

function loadConstant(m: PythonMachine, constant: Constant, isLibrary: boolean, shared: Map<Constant, number>): number {
  const known = shared.get(constant);
  if (known !== undefined) {
    m.heap.incref(known);
    return known;
  }
  const id = makeConstant(m, constant, isLibrary, shared);
  shared.set(constant, id);
  return id;
}

function makeConstant(m: PythonMachine, constant: Constant, isLibrary: boolean, shared: Map<Constant, number>): number {
  switch (constant.kind) {
    case 'none':
      return m.none;
    case 'true':
      return m.true_;
    case 'false':
      return m.false_;
    case 'ellipsis':
      return m.ellipsis;
    case 'int':
      return m.int(constant.value);
    case 'float':
      return m.float(constant.value);
    case 'complex':
      return m.object(Kind.COMPLEX, 'complex', null, { re: 0, im: constant.imag });
    case 'str':
      return isIdentifier(constant.value) ? m.intern(constant.value) : m.str(constant.value);
    case 'bytes':
      return m.bytes(constant.value);
    case 'tuple': {
      if (constant.items.length === 0) return m.emptyTuple;
      const tuple = m.tupleFromArray(constant.items.map((item) => loadConstant(m, item, isLibrary, shared)));
      // A constant is never garbage by itself; CPython's are untracked by the first collection.
      m.heap.untrack(tuple);
      return tuple;
    }
    case 'frozenset': {
      const items = constant.items.map((item) => loadConstant(m, item, isLibrary, shared));
      const list = m.list(items);
      const set = m.call(m.type('frozenset'), [list]);
      m.heap.decref(list);
      m.heap.untrack(set);
      return set;
    }
    case 'code':
      return load(m, constant.code, isLibrary, shared).object;
  }
}

/** CPython interns constants that look like names. */
function isIdentifier(text: string): boolean {
  return /^\w*$/.test(text);
}

function codeBytes(code: CodeObject): number {
  return 200 + 2 * code.instructions.length;
}
