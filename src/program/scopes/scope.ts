import type { Span } from '../syntax.ts';

/**
 * The symbol table: one `Scope` for each module, class, function, lambda and comprehension, with what is known of
 * every name in it (CPython: Python/symtable.c, from which the names of flags and steps come).
 */
export type ScopeKind = 'module' | 'class' | 'function' | 'lambda' | 'comprehension';

/** What a scope does with a name; a set of bits. */
export const Use = {
  GLOBAL: 1, //        declared `global`
  LOCAL: 2, //         assigned here
  PARAMETER: 4,
  NONLOCAL: 8, //      declared `nonlocal`
  READ: 16,
  IMPORT: 32,
  ANNOTATION: 64, //   annotated here
  ITERATION: 128, //   target of a comprehension's `for`
  COMPREHENSION_CELL: 256, // a cell because of a comprehension that was inlined here
  FREE_IN_CLASS: 512, // bound in a class and also passed through it to a method
} as const;

/** Bits that bind a name in its scope. */
export const bound = Use.LOCAL | Use.PARAMETER;

/** Where a name is found at run time. */
export type Place = 'local' | 'cell' | 'free' | 'global-explicit' | 'global-implicit';

export interface NameInfo {
  uses: number;
  place: Place;
}

export type ComprehensionKind = 'ListComp' | 'SetComp' | 'DictComp' | 'GeneratorExp';

export class Scope {
  readonly kind: ScopeKind;
  /** Name of the code object: `<lambda>`, `<listcomp>` … for what has no name. */
  readonly name: string;
  readonly parent: Scope | null;
  readonly comprehension: ComprehensionKind | null;
  /** In order of first mention. The names are mangled. */
  readonly names = new Map<string, NameInfo>();
  readonly parameters: string[] = [];
  /** Where a name was declared `nonlocal`, for the message when it is bound nowhere. */
  readonly nonlocals = new Map<string, Span>();
  /** An inlined comprehension's children become its parent's. */
  children: Scope[] = [];
  /** Name of the class whose private names (`__x`) are mangled here, if any. */
  readonly privateOf: string | null;
  isGenerator = false;
  /** A class one of whose methods uses `super()` or `__class__`. */
  needsClassCell = false;
  /** A class whose annotations, or those of its methods, name something: they look into its namespace first. */
  needsClassDict = false;
  /** Of a module or class: the scope in which its annotations are evaluated when they are asked for (3.14 and later). */
  annotations: Scope | null = null;
  /** The scope of annotations: `__annotate__`. */
  isAnnotation = false;
  /** The scope of type parameters, or of a bound, a default or the value of a `type` statement (PEP 695). */
  isTypeScope = false;
  /** What CPython calls such a scope, for the message about what cannot stand there. */
  typeScopeName = 'the definition of a generic';
  /** A comprehension compiled into its parent's code (3.12 and later). */
  isInlined = false;

  constructor(kind: ScopeKind, name: string, parent: Scope | null, comprehension: ComprehensionKind | null = null) {
    this.kind = kind;
    this.name = name;
    this.parent = parent;
    this.comprehension = comprehension;
    this.privateOf = kind === 'class' ? name : (parent?.privateOf ?? null);
    parent?.children.push(this);
  }

  /** The outermost scope. */
  get module(): Scope {
    return this.parent === null ? this : this.parent.module;
  }

  /** Functions, lambdas and comprehensions keep their names in slots; modules and classes in a namespace. */
  get isFunctionLike(): boolean {
    return this.kind !== 'module' && this.kind !== 'class';
  }

  /** The class whose namespace annotations and type parameters look into first, which its methods do not; null for others. */
  get seenClass(): Scope | null {
    if (!this.isAnnotation && !this.isTypeScope) return null;
    let around = this.parent;
    while (around?.isTypeScope === true) around = around.parent;
    return around?.kind === 'class' ? around : null;
  }

  usesOf(name: string): number {
    return this.names.get(name)?.uses ?? 0;
  }

  mark(name: string, uses: number): void {
    const info = this.names.get(name);
    if (info === undefined) this.names.set(name, { uses, place: 'global-implicit' });
    else info.uses |= uses;
  }

  mangle(name: string): string {
    return mangled(name, this.privateOf);
  }
}

/** `__x` in class `_C` is `_C__x`, without the class name's leading underscores (CPython: `_Py_Mangle`). */
function mangled(name: string, className: string | null): string {
  if (className === null || !name.startsWith('__') || name.endsWith('__') || name.includes('.')) {
    return name;
  }
  const stripped = className.replace(/^_+/, '');
  return stripped === '' ? name : `_${stripped}${name}`;
}
