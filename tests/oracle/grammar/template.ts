/**
 * What a random program is made of. A statement is plain data, a template's name and a few numbers, so that fast-check
 * can shrink it; a template turns it into Python with the help of the names that are bound where it stands. A statement
 * that lacks what it needs writes nothing, so every sub-list of a program's statements is a program again.
 */

/** What a Python name is bound to. `thing`: unknown. */
export type Kind =
  | 'node'
  | 'plain'
  | 'slotted'
  | 'list'
  | 'dict'
  | 'tuple'
  | 'set'
  | 'generator'
  | 'reference'
  | 'function'
  | 'closure'
  | 'raiser'
  | 'class'
  | 'deque'
  | 'table'
  | 'sequence'
  | 'mapping'
  | 'group'
  | 'pair'
  | 'cache'
  | 'partial'
  | 'computed'
  | 'described'
  | 'method'
  | 'wrapped'
  | 'iterator'
  | 'guard'
  | 'stack'
  | 'managed'
  | 'error'
  | 'box'
  | 'record'
  | 'member'
  | 'counter'
  | 'view'
  | 'frozen'
  | 'proxy'
  | 'weakMethod'
  | 'finalizer'
  | 'weakValues'
  | 'keyed'
  | 'weakSet'
  | 'copied'
  | 'thing';

export interface Statement {
  readonly template: string;
  readonly numbers: readonly number[];
  readonly body: readonly Statement[];
}

/** What a statement has chosen, with its numbers. */
export interface Choice {
  /** One name for each entry of `needs`. */
  readonly names: readonly string[];
  /** The name that the statement binds; '' where it makes nothing. */
  readonly target: string;
  /** The statement's next number, below `limit`. */
  below(limit: number): number;
  /** One of `options`, by the next number. */
  oneOf<T>(options: readonly T[]): T;
  /** A number that no other place of the program prints. */
  label(): number;
  /** An expression: a bound name or something new. */
  value(): string;
  /** A bound name of any kind; `None` where there is none. */
  anyName(): string;
}

export interface Template {
  /** `any`: a name of any kind. `counted`: one whose object the program made, so that its reference count may be printed. */
  readonly needs?: readonly (Kind | 'any' | 'counted')[];
  readonly makes?: Kind;
  /** The first needed name is unbound afterwards. */
  readonly drops?: true;
  /** Every name of the module is unbound afterwards: only at its top level. */
  readonly dropsAll?: true;
  /** How often it is chosen; 1 unless told. */
  readonly weight?: number;
  /** Only inside a generator function. */
  readonly inGenerator?: true;
  /** The Python lines, unindented; for a block its first line. */
  write(choice: Choice): string;
  readonly block?: Block;
}

export interface Block {
  /** `inner`: sees the names around it. `function`, `generator`: see their parameters and own names only. */
  readonly scope: 'inner' | 'function' | 'generator';
  /** Names bound on entry. */
  readonly parameters?: Readonly<Record<string, Kind>>;
  /** Last lines of the body, chosen with the body's names. */
  last?(choice: Choice): string;
  /** Lines after the body. */
  after?(choice: Choice): string;
}

export type Templates = Readonly<Record<string, Template>>;
