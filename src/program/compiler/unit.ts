import { assert } from '../../base/assert.ts';
import { SETUP, type Handler, type Instruction, type Label } from '../assembler/instruction.ts';
import type { CodeKind, Constant } from '../code.ts';
import { Op } from '../instructions.ts';
import { Problem, type ProblemList } from '../problem.ts';
import type { ScopeMap } from '../scopes/collect.ts';
import { Use, type Place, type Scope } from '../scopes/scope.ts';
import type { SourceText } from '../source-text.ts';
import type { AnnAssign, Attribute, Body, Expression, Literal, Span } from '../syntax.ts';
import type { ConstantPool } from './constant-pool.ts';
import type { FrameBlock } from './frame-block.ts';

/** What all units of one compilation share. */
export interface Program {
  readonly filename: string;
  readonly source: SourceText;
  readonly scopes: ScopeMap;
  readonly problems: ProblemList;
  readonly pool: ConstantPool;
  readonly emitters: Emitters;
  /** `from __future__ import annotations`: annotations are not evaluated but kept as text. */
  readonly textAnnotations: boolean;
  /** Annotations are evaluated when they are asked for (3.14 and later). */
  readonly defersAnnotations: boolean;
  /** Generator expressions get their first iterator themselves (3.15). */
  readonly iterateInGenerator: boolean;
  /** How many instructions all units together have. */
  readonly size: { instructions: number };
}

/** Nested `finally` blocks double their copies at each level: a program that grows beyond this is given up. */
const mostInstructions = 2_000_000;
/** CPython's CO_MAXBLOCKS. */
const mostBlocks = 21;

/**
 * The emitters that call each other across files; `compile-module.ts` puts them together, so that no file imports one
 * that imports it.
 */
export interface Emitters {
  /** Leaves the value on the stack. */
  readonly expression: (unit: Unit, node: Expression) => void;
  /** Stores the top of the stack. */
  readonly store: (unit: Unit, target: Expression) => void;
  /** Jumps to `label` when the truth of the value is `when`, else goes on; leaves nothing. */
  readonly jumpIf: (unit: Unit, node: Expression, label: Label, when: boolean) => void;
  readonly body: (unit: Unit, body: Body) => void;
}

/** What kinds of parameters a code object has, and how many. */
export interface Signature {
  readonly positional: number;
  readonly positionalOnly: number;
  readonly keywordOnly: number;
  readonly hasVarArgs: boolean;
  readonly hasVarKeywords: boolean;
}

const noParameters: Signature = {
  positional: 0,
  positionalOnly: 0,
  keywordOnly: 0,
  hasVarArgs: false,
  hasVarKeywords: false,
};

/** One code object in the making. */
export class Unit {
  readonly program: Program;
  readonly scope: Scope;
  readonly kind: CodeKind;
  readonly parent: Unit | null;
  readonly qualifiedName: string;
  readonly span: Span;
  readonly signature: Signature;
  docstring: string | null = null;
  /** Of a class: the attributes that its functions store in `self`. */
  readonly staticAttributes = new Set<string>();
  readonly instructions: Instruction[] = [];
  readonly constants = new Map<Constant, number>();
  readonly names = new Map<string, number>();
  readonly locals = new Map<string, number>();
  readonly cells: ReadonlyMap<string, number>;
  readonly frees: ReadonlyMap<string, number>;
  /** The statements being inside of which `break`, `continue` and `return` have work to do, innermost last. */
  readonly blocks: FrameBlock[] = [];
  handler: Handler | null = null;
  /** How many inlined comprehensions surround the place being compiled. */
  inlined = 0;
  /** Names of inlined comprehensions that are in slots though the unit is a module or class. */
  readonly hiddenLocals = new Set<string>();
  /** Of a module or class: its annotated variables, where they are evaluated later. */
  readonly deferredAnnotations: AnnAssign[] = [];
  /** Places of names as an inlined comprehension has them, while it is compiled. */
  readonly overridden = new Map<string, Place>();

  constructor(
    program: Program,
    scope: Scope,
    kind: CodeKind,
    parent: Unit | null,
    span: Span,
    signature: Signature = noParameters,
  ) {
    this.signature = signature;
    this.program = program;
    this.scope = scope;
    this.kind = kind;
    this.parent = parent;
    this.span = span;
    this.qualifiedName = qualifiedName(scope, parent);
    scope.parameters.forEach((name, index) => this.locals.set(name, index));
    const cells: string[] = [];
    const frees: string[] = [];
    for (const [name, info] of scope.names) {
      if (info.place === 'cell' || info.uses & Use.COMPREHENSION_CELL) cells.push(name);
      if (info.place === 'free' || info.uses & Use.FREE_IN_CLASS) frees.push(name);
    }
    if (scope.needsClassCell) cells.push('__class__');
    if (scope.needsClassDict) cells.push('__classdict__');
    this.cells = numbered(cells.sort(byCodePoint));
    this.frees = numbered(frees.sort(byCodePoint));
  }

  /** A store to `self.name` belongs to the class around this function, if any (CPython's maybe_add_static_attribute_to_class). */
  noteStaticAttribute(name: string): void {
    let around = this.parent;
    while (around !== null && around.kind !== 'class') around = around.parent;
    around?.staticAttributes.add(name);
  }

  emit(op: number, arg: number, span: Span): void {
    this.#push(op, arg, span, null);
  }

  jump(op: number, target: Label, span: Span): void {
    this.#push(op, 0, span, target);
  }

  newLabel(): Label {
    return { index: -1 };
  }

  bind(label: Label): void {
    assert(label.index < 0, 'a label is bound once');
    label.index = this.instructions.length;
  }

  /** Says that the statement at `span` begins; see LINE. */
  line(span: Span): void {
    this.emit(Op.LINE, this.program.source.lineAt(span.from), span);
  }

  constant(literal: Literal, span: Span): void {
    this.emit(Op.LOAD_CONST, this.constantIndex(this.program.pool.intern(literal)), span);
  }

  none(span: Span): void {
    this.constant({ kind: 'none' }, span);
  }

  constantIndex(constant: Constant): number {
    return indexIn(this.constants, constant);
  }

  nameIndex(name: string): number {
    return indexIn(this.names, name);
  }

  localIndex(name: string): number {
    return indexIn(this.locals, name);
  }

  /** Index among cells, then free variables; the assembler turns it into a slot. */
  derefIndex(name: string): number {
    const cell = this.cells.get(name);
    if (cell !== undefined && !(this.placeOf(name) === 'free')) return cell;
    const free = this.frees.get(name);
    if (free !== undefined) return this.cells.size + free;
    assert(cell !== undefined, `${name} is a cell or free variable of ${this.qualifiedName}`);
    return cell;
  }

  /** Where a (mangled) name is found, at the place being compiled. */
  placeOf(name: string): Place {
    return this.overridden.get(name) ?? this.scope.names.get(name)?.place ?? 'global-implicit';
  }

  /** Brings a handler into force; `discard` values on top of the stack are dropped when it is used. */
  protect(lasti: boolean, span: Span, discard = 0): Handler {
    const handler: Handler = { label: this.newLabel(), lasti, depth: -1, discard };
    this.instructions.push({ op: SETUP, arg: 0, span, target: null, handler });
    this.handler = handler;
    return handler;
  }

  /** Goes into a statement that leaving early takes work. The caller pops it. */
  enter(block: FrameBlock, span: Span): void {
    if (this.blocks.length >= mostBlocks) {
      throw new Problem(
        span,
        `More than ${mostBlocks} loops, 'try' and 'with' blocks are nested here: move a part into a function.`,
        'limit',
      );
    }
    this.blocks.push(block);
  }

  expression(node: Expression): void {
    this.program.emitters.expression(this, node);
  }

  store(target: Expression): void {
    this.program.emitters.store(this, target);
  }

  jumpIf(node: Expression, label: Label, when: boolean): void {
    this.program.emitters.jumpIf(this, node, label, when);
  }

  body(body: Body): void {
    this.program.emitters.body(this, body);
  }

  #push(op: number, arg: number, span: Span, target: Label | null): void {
    if (++this.program.size.instructions > mostInstructions) {
      throw new Problem(span, 'The program is too large to compile: split it.', 'limit');
    }
    this.instructions.push({ op, arg, span, target, handler: this.handler });
  }
}

function indexIn<Key>(map: Map<Key, number>, key: Key): number {
  let index = map.get(key);
  if (index === undefined) {
    index = map.size;
    map.set(key, index);
  }
  return index;
}

function numbered(names: readonly string[]): ReadonlyMap<string, number> {
  return new Map(names.map((name, index) => [name, index]));
}

/**
 * The part of `span` from the attribute's name on, when the name stands on another line than the start: so tracebacks
 * point into a chain of calls that is written one a line (CPython: `update_start_location_to_match_attr`).
 */
export function fromNameOf(unit: Unit, attribute: Attribute, span: Span): Span {
  const { source } = unit.program;
  if (source.lineAt(attribute.from) === source.lineAt(attribute.to)) return span;
  return { from: attribute.to - attribute.attr.length, to: span.to };
}

/** Python's order of strings. */
export function byCodePoint(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** CPython's `compiler_set_qualname`. */
function qualifiedName(scope: Scope, around: Unit | null): string {
  // What is defined among type parameters is named as if there were none.
  const parent = around?.scope.name.startsWith('<generic parameters') === true ? around.parent : around;
  if (parent === null || parent.parent === null) return scope.name;
  const isDefinition = scope.kind === 'function' || scope.kind === 'class';
  if (isDefinition && parent.placeOf(parent.scope.mangle(scope.name)) === 'global-explicit') {
    return scope.name;
  }
  const { kind } = parent.scope;
  const locals = kind === 'function' || kind === 'lambda' ? '.<locals>' : '';
  return `${parent.qualifiedName}${locals}.${scope.name}`;
}
