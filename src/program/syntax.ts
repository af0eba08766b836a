/**
 * The syntax tree. Nodes and fields are named as in Python's `ast` module; `from` and `to` are UTF-16 offsets into the
 * source. Where this departs from `ast` the reason stands beside the node. Nodes carry no context (load, store,
 * delete): where a node stands says it.
 */
import type { BinaryOp, CompareOp } from './instructions.ts';

export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A literal value, before it becomes a shared `Constant`. */
export type Literal =
  | { readonly kind: 'none' | 'true' | 'false' | 'ellipsis' }
  | { readonly kind: 'int'; readonly value: number | bigint }
  | { readonly kind: 'float'; readonly value: number }
  | { readonly kind: 'complex'; readonly imag: number }
  | { readonly kind: 'str'; readonly value: string }
  | { readonly kind: 'bytes'; readonly value: Uint8Array }
  | { readonly kind: 'tuple' | 'frozenset'; readonly items: readonly Literal[] };

export type BinaryOperator = keyof typeof BinaryOp;
export type UnaryOperator = 'NEGATIVE' | 'POSITIVE' | 'NOT' | 'INVERT';
export type CompareOperator = keyof typeof CompareOp | 'IS' | 'IS_NOT' | 'IN' | 'NOT_IN';

// -- expressions

export interface Constant extends Span {
  readonly type: 'Constant';
  readonly value: Literal;
}
export interface Name extends Span {
  readonly type: 'Name';
  readonly id: string;
}
export interface BinOp extends Span {
  readonly type: 'BinOp';
  readonly left: Expression;
  readonly op: BinaryOperator;
  readonly right: Expression;
}
export interface UnaryOp extends Span {
  readonly type: 'UnaryOp';
  readonly op: UnaryOperator;
  readonly operand: Expression;
}
export interface BoolOp extends Span {
  readonly type: 'BoolOp';
  readonly op: 'and' | 'or';
  readonly values: readonly Expression[];
}
export interface Compare extends Span {
  readonly type: 'Compare';
  readonly left: Expression;
  readonly ops: readonly CompareOperator[];
  readonly comparators: readonly Expression[];
}
export interface IfExp extends Span {
  readonly type: 'IfExp';
  readonly test: Expression;
  readonly body: Expression;
  readonly orelse: Expression;
}
export interface Lambda extends Span {
  readonly type: 'Lambda';
  readonly args: Parameters;
  readonly body: Expression;
}
export interface NamedExpr extends Span {
  readonly type: 'NamedExpr';
  readonly target: Name;
  readonly value: Expression;
}
export interface Starred extends Span {
  readonly type: 'Starred';
  readonly value: Expression;
}
export interface Keyword extends Span {
  /** null for `**value`. */
  readonly arg: string | null;
  readonly value: Expression;
}
export interface Call extends Span {
  readonly type: 'Call';
  readonly func: Expression;
  readonly args: readonly Expression[];
  readonly keywords: readonly Keyword[];
}
export interface Attribute extends Span {
  readonly type: 'Attribute';
  readonly value: Expression;
  readonly attr: string;
}
export interface Subscript extends Span {
  readonly type: 'Subscript';
  readonly value: Expression;
  readonly slice: Expression;
}
export interface Slice extends Span {
  readonly type: 'Slice';
  readonly lower: Expression | null;
  readonly upper: Expression | null;
  readonly step: Expression | null;
}
/** List, tuple and set displays: three node types in `ast`, alike in everything but what they build. */
export interface Display extends Span {
  readonly type: 'List' | 'Tuple' | 'Set';
  readonly elts: readonly Expression[];
}
export interface DictItem {
  /** null for `**value`. */
  readonly key: Expression | null;
  readonly value: Expression;
}
export interface Dict extends Span {
  readonly type: 'Dict';
  readonly items: readonly DictItem[];
}
export interface Comprehension {
  readonly target: Expression;
  readonly iter: Expression;
  readonly ifs: readonly Expression[];
}
/** The four comprehensions. `value` is there for a DictComp only (its `elt` is the key). */
export interface ComprehensionExpression extends Span {
  readonly type: 'ListComp' | 'SetComp' | 'DictComp' | 'GeneratorExp';
  readonly elt: Expression;
  readonly value: Expression | null;
  readonly generators: readonly Comprehension[];
}
export interface Yield extends Span {
  readonly type: 'Yield';
  readonly value: Expression | null;
}
export interface YieldFrom extends Span {
  readonly type: 'YieldFrom';
  readonly value: Expression;
}
export interface FormattedValue extends Span {
  readonly type: 'FormattedValue';
  readonly value: Expression;
  readonly conversion: 'none' | 'str' | 'repr' | 'ascii';
  readonly formatSpec: JoinedStr | null;
}
export interface JoinedStr extends Span {
  readonly type: 'JoinedStr';
  readonly values: readonly (Constant | FormattedValue)[];
}

export type Expression =
  | Constant
  | Name
  | BinOp
  | UnaryOp
  | BoolOp
  | Compare
  | IfExp
  | Lambda
  | NamedExpr
  | Starred
  | Call
  | Attribute
  | Subscript
  | Slice
  | Display
  | Dict
  | ComprehensionExpression
  | Yield
  | YieldFrom
  | FormattedValue
  | JoinedStr;

// -- parameters

export interface Parameter extends Span {
  readonly name: string;
  readonly annotation: Expression | null;
}
export interface Parameters {
  readonly positionalOnly: readonly Parameter[];
  readonly positional: readonly Parameter[];
  readonly varArgs: Parameter | null;
  readonly keywordOnly: readonly Parameter[];
  readonly varKeywords: Parameter | null;
  /** Of the last positional parameters. */
  readonly defaults: readonly Expression[];
  /** One for each keyword-only parameter. */
  readonly keywordDefaults: readonly (Expression | null)[];
}

// -- patterns

export type Pattern =
  | ({ readonly type: 'MatchValue'; readonly value: Expression } & Span)
  | ({ readonly type: 'MatchSingleton'; readonly value: Constant } & Span)
  | ({ readonly type: 'MatchSequence'; readonly patterns: readonly Pattern[] } & Span)
  | MatchMapping
  | MatchClass
  | ({ readonly type: 'MatchStar'; readonly name: string | null } & Span)
  | MatchAs
  | ({ readonly type: 'MatchOr'; readonly patterns: readonly Pattern[] } & Span);

export interface MatchMapping extends Span {
  readonly type: 'MatchMapping';
  readonly keys: readonly Expression[];
  readonly patterns: readonly Pattern[];
  readonly rest: string | null;
}
export interface MatchClass extends Span {
  readonly type: 'MatchClass';
  readonly cls: Expression;
  readonly patterns: readonly Pattern[];
  readonly keywordNames: readonly string[];
  readonly keywordPatterns: readonly Pattern[];
}
/** A capture (`x`), the wildcard (`_`: no name, no pattern) or `pattern as name`. */
export interface MatchAs extends Span {
  readonly type: 'MatchAs';
  readonly pattern: Pattern | null;
  readonly name: string | null;
}

// -- statements

export type Body = readonly Statement[];

/** An expression with a scope of its own, evaluated when somebody asks: a bound, a default, the value of a `type` statement. */
export interface Lazy extends Span {
  readonly value: Expression;
}

/** `T: bound = default`, `*Ts` or `**P` in the brackets of a generic function, class or `type` statement (3.12 and later). */
export interface TypeParameter extends Span {
  readonly kind: 'TypeVar' | 'TypeVarTuple' | 'ParamSpec';
  readonly name: string;
  readonly bound: Lazy | null;
  readonly default: Lazy | null;
}

/** `type name[typeParams] = value` */
export interface TypeAlias extends Span {
  readonly type: 'TypeAlias';
  readonly name: string;
  readonly typeParams: readonly TypeParameter[];
  readonly value: Lazy;
}

export interface FunctionDef extends Span {
  readonly type: 'FunctionDef';
  readonly name: string;
  readonly typeParams: readonly TypeParameter[];
  readonly args: Parameters;
  readonly body: Body;
  readonly decorators: readonly Expression[];
  readonly returns: Expression | null;
}
export interface ClassDef extends Span {
  readonly type: 'ClassDef';
  readonly name: string;
  readonly typeParams: readonly TypeParameter[];
  readonly bases: readonly Expression[];
  readonly keywords: readonly Keyword[];
  readonly body: Body;
  readonly decorators: readonly Expression[];
}
export interface AnnAssign extends Span {
  readonly type: 'AnnAssign';
  readonly target: Expression;
  readonly annotation: Expression;
  readonly value: Expression | null;
  /** A bare name, not one in parentheses. */
  readonly simple: boolean;
}
/** One `if` or `elif` with what it guards. */
export interface Branch extends Span {
  readonly test: Expression;
  readonly body: Body;
}
/** `ast` nests each `elif` in the one before; a list keeps a thousand of them from nesting a thousand deep. */
export interface If extends Span {
  readonly type: 'If';
  readonly branches: readonly Branch[];
  readonly orelse: Body;
}
export interface ExceptHandler extends Span {
  readonly exception: Expression | null;
  readonly name: string | null;
  readonly body: Body;
}
export interface Try extends Span {
  readonly type: 'Try';
  readonly body: Body;
  readonly handlers: readonly ExceptHandler[];
  /** The clauses are `except*` (`ast` has a node TryStar). */
  readonly isStar: boolean;
  readonly orelse: Body;
  readonly finalbody: Body;
}
export interface WithItem {
  readonly context: Expression;
  readonly target: Expression | null;
}
export interface With extends Span {
  readonly type: 'With';
  readonly items: readonly WithItem[];
  readonly body: Body;
}
export interface MatchCase extends Span {
  readonly pattern: Pattern;
  readonly guard: Expression | null;
  readonly body: Body;
}
export interface Match extends Span {
  readonly type: 'Match';
  readonly subject: Expression;
  readonly cases: readonly MatchCase[];
}
export interface Alias extends Span {
  readonly name: string;
  readonly asname: string | null;
}
export interface For extends Span {
  readonly type: 'For';
  readonly target: Expression;
  readonly iter: Expression;
  readonly body: Body;
  readonly orelse: Body;
}
export interface While extends Span {
  readonly type: 'While';
  readonly test: Expression;
  readonly body: Body;
  readonly orelse: Body;
}
export interface Assign extends Span {
  readonly type: 'Assign';
  readonly targets: readonly Expression[];
  readonly value: Expression;
}
export interface AugAssign extends Span {
  readonly type: 'AugAssign';
  readonly target: Name | Attribute | Subscript;
  readonly op: BinaryOperator;
  readonly value: Expression;
}
export interface Import extends Span {
  readonly type: 'Import';
  readonly names: readonly Alias[];
}
export interface ImportFrom extends Span {
  readonly type: 'ImportFrom';
  readonly module: string | null;
  /** `from m import *` is one alias named `*`. */
  readonly names: readonly Alias[];
  readonly level: number;
}
/** `global` and `nonlocal`. */
export interface ScopeDeclaration extends Span {
  readonly type: 'Global' | 'Nonlocal';
  readonly names: readonly string[];
}

export type Statement =
  | FunctionDef
  | ClassDef
  | TypeAlias
  | Assign
  | AugAssign
  | AnnAssign
  | For
  | While
  | If
  | With
  | Match
  | Try
  | Import
  | ImportFrom
  | ScopeDeclaration
  | ({ readonly type: 'Expr'; readonly value: Expression } & Span)
  | ({ readonly type: 'Return'; readonly value: Expression | null } & Span)
  | ({ readonly type: 'Delete'; readonly targets: readonly Expression[] } & Span)
  | ({
      readonly type: 'Raise';
      readonly exc: Expression | null;
      readonly cause: Expression | null;
    } & Span)
  | ({ readonly type: 'Assert'; readonly test: Expression; readonly msg: Expression | null } & Span)
  | ({ readonly type: 'Pass' | 'Break' | 'Continue' } & Span);

export interface Module extends Span {
  readonly type: 'Module';
  readonly body: Body;
}
