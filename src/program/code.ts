/**
 * What the compiler hands to the machine: code objects, as data.
 *
 * A code object is immutable and knows nothing of any heap; the machine turns its constants into heap objects when
 * it loads it. Names and layout follow CPython's `PyCodeObject` (Objects/codeobject.c), the instructions are
 * described in `instructions.ts`.
 */

/** A constant of a code object. Equal constants of one compiled program are one `Constant` (identity is sharing). */
export type Constant =
  | { readonly kind: 'none' | 'true' | 'false' | 'ellipsis' }
  | { readonly kind: 'int'; readonly value: number | bigint }
  | { readonly kind: 'float'; readonly value: number }
  | { readonly kind: 'complex'; readonly imag: number }
  | { readonly kind: 'str'; readonly value: string }
  | { readonly kind: 'bytes'; readonly value: Uint8Array }
  | { readonly kind: 'tuple'; readonly items: readonly Constant[] }
  | { readonly kind: 'frozenset'; readonly items: readonly Constant[] }
  | { readonly kind: 'code'; readonly code: CodeObject };

export type CodeKind = 'module' | 'class' | 'function' | 'lambda' | 'comprehension' | 'generator-expression';

/** One row of the exception table: instructions in [start, end) that raise continue at `target`. */
export interface ExceptionEntry {
  /** Instruction index, inclusive. */
  readonly start: number;
  /** Instruction index, exclusive. */
  readonly end: number;
  readonly target: number;
  /** Height of the value stack (above the locals) to unwind to before the exception is pushed. */
  readonly depth: number;
  /** Whether the index of the raising instruction is pushed below the exception (as CPython's `lasti`). */
  readonly lasti: boolean;
}

export interface CodeObject {
  readonly name: string;
  readonly qualifiedName: string;
  readonly filename: string;
  readonly kind: CodeKind;
  /** Line of the first decorator, `def`, `class` or the lambda. 1-based. */
  readonly firstLine: number;
  /** Last line of the definition, inclusive. */
  readonly lastLine: number;
  readonly docstring: string | null;

  readonly argCount: number; // positional parameters, positional-only included, *args not
  readonly positionalOnlyCount: number;
  readonly keywordOnlyCount: number;
  readonly hasVarArgs: boolean;
  readonly hasVarKeywords: boolean;
  readonly isGenerator: boolean;

  /**
   * co_varnames: positional parameters, keyword-only parameters, *args, **kwargs, then the other locals in order of
   * first appearance in the source. Captured parameters keep their place here AND are listed in `cellNames`.
   */
  readonly localNames: readonly string[];
  /** Captured variables of this scope, alphabetical. A captured parameter's cell lives in the parameter's own slot. */
  readonly cellNames: readonly string[];
  /** Variables of enclosing scopes, alphabetical. */
  readonly freeNames: readonly string[];
  /** Of a class body: the attributes that its functions store in `self`, sorted (`__static_attributes__`). */
  readonly staticAttributes: readonly string[];
  /**
   * The frame's slots in order, as CPython's co_localsplusnames: `localNames`, then those of `cellNames` that are no
   * parameter, then `freeNames`. Captured non-parameters do not appear in `localNames`. LOAD_FAST, LOAD_DEREF and so
   * on index this array.
   */
  readonly slotNames: readonly string[];
  /** For every captured parameter, its slot: MAKE_CELL wraps it at entry. */
  readonly names: readonly string[];
  readonly constants: readonly Constant[];

  /** Pairs (opcode, argument): instruction i is at [2i] and [2i + 1]. Jump targets are instruction indexes. */
  readonly instructions: Int32Array;
  /** Source position of instruction i at [4i ..]: line, end line (1-based), column, end column (0-based, UTF-16). */
  readonly positions: Int32Array;
  readonly exceptionTable: readonly ExceptionEntry[];
  /** Instruction indexes, ascending, in front of which unreachable code was taken out. */
  readonly gaps: readonly number[];
  /** Most values that can lie on the value stack at once. */
  readonly stackSize: number;
  /** The same without the handler of a generator's StopIteration, which 3.11 does not have. */
  readonly bodyStackSize: number;
}

/** A problem of the program text, found before anything runs. Offsets are UTF-16 indexes into the source. */
export interface Diagnostic {
  readonly from: number;
  readonly to: number;
  /** 1-based line of `from`. */
  readonly line: number;
  /** `syntax`: not Python. `unsupported`: Python, but outside the subset. `limit`: too large to compile. */
  readonly code: 'syntax' | 'unsupported' | 'limit';
  /** One sentence: the thing, what was expected, what to do. */
  readonly message: string;
}

export type CompileResult =
  | { readonly ok: true; readonly code: CodeObject }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };
