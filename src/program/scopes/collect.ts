/** The first pass over a program, for its scopes. Longer than other files: its walks over statements, expressions and patterns call each other. */
import type { ProblemList } from '../problem.ts';
import type {
  Body,
  ClassDef,
  ComprehensionExpression,
  Expression,
  FunctionDef,
  Lambda,
  Lazy,
  Module,
  Parameters,
  Pattern,
  Span,
  Statement,
  TypeParameter,
} from '../syntax.ts';
import { isFutureImport, LATE_FUTURE } from '../future-imports.ts';
import { collectComprehension, collectWalrus } from './collect-comprehensions.ts';
import { Scope, Use, type ScopeKind } from './scope.ts';

/** The scopes of a program by the node that opens each. */
export type ScopeMap = ReadonlyMap<object, Scope>;

/**
 * First pass of the symbol table: notes every mention of every name in its scope, and the problems CPython reports
 * from there. The order of visits is CPython's: it decides the order of names.
 */
export class Collector {
  readonly scopes = new Map<object, Scope>();
  readonly problems: ProblemList;
  /** That of the module. */
  readonly outermost: Scope;
  scope: Scope;
  readonly module: Module;
  /** Depth in the iterables of comprehensions: no `:=` is allowed there. */
  iterables = 0;
  /** Annotations have scopes of their own (3.14 and later). */
  readonly defersAnnotations: boolean;

  constructor(module: Module, problems: ProblemList, defersAnnotations = false) {
    this.module = module;
    this.problems = problems;
    this.defersAnnotations = defersAnnotations;
    this.outermost = new Scope('module', '<module>', null);
    this.scope = this.outermost;
    this.scopes.set(module, this.scope);
    this.body(module.body);
  }

  within(
    node: object,
    kind: ScopeKind,
    name: string,
    collect: () => void,
    comprehension: ComprehensionExpression['type'] | null = null,
  ): void {
    const outer = this.scope;
    this.scope = new Scope(kind, name, outer, comprehension);
    this.scopes.set(node, this.scope);
    collect();
    this.scope = outer;
  }

  /** Within the scope of annotations that `owner` has: a scope, whose own annotations they are, or a function's parameters. */
  annotations(owner: object, collect: () => void): void {
    const outer = this.scope;
    let scope = this.scopes.get(owner);
    if (scope === undefined) {
      scope = new Scope('function', '__annotate__', outer);
      scope.isAnnotation = true;
      scope.mark(FORMAT, Use.PARAMETER);
      scope.parameters.push(FORMAT);
      this.scopes.set(owner, scope);
    }
    this.scope = scope;
    collect();
    this.scope = outer;
  }

  /** Within the scope of the type parameters of a function, class or alias, where it has some. */
  generic(name: string, parameters: readonly TypeParameter[], collect: () => void): void {
    if (parameters.length === 0) {
      collect();
      return;
    }
    this.within(parameters, 'function', `<generic parameters of ${name}>`, () => {
      this.scope.isTypeScope = true;
      for (const parameter of parameters) {
        this.define(parameter.name);
        const { bound } = parameter;
        if (bound !== null) {
          const what = bound.value.type === 'Tuple' ? 'constraint' : 'bound';
          this.lazy(parameter.name, bound, `a ${parameter.kind} ${what}`);
        }
        if (parameter.default !== null) this.lazy(parameter.name, parameter.default, `a ${parameter.kind} default`);
      }
      collect();
    });
  }

  /** What is evaluated when somebody asks. */
  lazy(name: string, node: Lazy, what = 'a type alias'): void {
    this.within(node, 'function', name, () => {
      this.scope.isTypeScope = true;
      this.scope.typeScopeName = what;
      this.expression(node.value);
    });
  }

  define(name: string, uses: number = Use.LOCAL): void {
    this.scope.mark(this.scope.mangle(name), uses);
  }

  body(body: Body): void {
    for (const statement of body) collectStatement(this, statement);
  }

  expressions(nodes: readonly (Expression | null)[]): void {
    for (const node of nodes) if (node !== null) this.expression(node);
  }

  optional(node: Expression | null): void {
    if (node !== null) this.expression(node);
  }

  expression(node: Expression): void {
    collectExpression(this, node);
  }

  /** An expression that is assigned to or deleted. */
  target(node: Expression, uses: number = Use.LOCAL): void {
    switch (node.type) {
      case 'Name':
        this.define(node.id, uses);
        break;
      case 'Starred':
        this.target(node.value, uses);
        break;
      case 'List':
      case 'Tuple':
        for (const element of node.elts) this.target(element, uses);
        break;
      default:
        this.expression(node);
    }
  }

  parameters(args: Parameters): void {
    const { scope } = this;
    const ordered = [...args.positionalOnly, ...args.positional, ...args.keywordOnly];
    for (const parameter of [...ordered, args.varArgs, args.varKeywords]) {
      if (parameter === null) continue;
      const name = scope.mangle(parameter.name);
      if (scope.usesOf(name) & Use.PARAMETER) {
        this.problems.syntax(parameter, `The parameter '${parameter.name}' is there twice: rename one.`);
      }
      if (name === '__debug__') this.problems.syntax(parameter, 'Cannot assign to __debug__.');
      scope.mark(name, Use.PARAMETER);
      scope.parameters.push(name);
    }
  }
}

function collectStatement(collector: Collector, node: Statement): void {
  switch (node.type) {
    case 'FunctionDef':
      collectFunction(collector, node);
      break;
    case 'ClassDef':
      collector.define(node.name);
      collector.expressions(node.decorators);
      collector.generic(node.name, node.typeParams, () => collectClass(collector, node));
      break;
    case 'TypeAlias':
      collector.define(node.name);
      collector.generic(node.name, node.typeParams, () => collector.lazy(node.name, node.value));
      break;
    case 'Assign':
      for (const target of node.targets) collector.target(target);
      collector.expression(node.value);
      break;
    case 'AugAssign':
      collector.target(node.target);
      collector.expression(node.value);
      break;
    case 'AnnAssign':
      collectAnnotation(collector, node);
      break;
    case 'Delete':
      for (const target of node.targets) collector.target(target);
      break;
    case 'For':
      collector.target(node.target);
      collector.expression(node.iter);
      collector.body(node.body);
      collector.body(node.orelse);
      break;
    case 'While':
      collector.expression(node.test);
      collector.body(node.body);
      collector.body(node.orelse);
      break;
    case 'If':
      for (const branch of node.branches) {
        collector.expression(branch.test);
        collector.body(branch.body);
      }
      collector.body(node.orelse);
      break;
    case 'With':
      for (const item of node.items) {
        collector.expression(item.context);
        if (item.target !== null) collector.target(item.target);
      }
      collector.body(node.body);
      break;
    case 'Match':
      collector.expression(node.subject);
      for (const { pattern, guard, body } of node.cases) {
        collectPattern(collector, pattern);
        collector.optional(guard);
        collector.body(body);
      }
      break;
    case 'Try':
      collector.body(node.body);
      collector.body(node.orelse);
      for (const handler of node.handlers) {
        collector.optional(handler.exception);
        if (handler.name !== null) collector.define(handler.name);
        collector.body(handler.body);
      }
      collector.body(node.finalbody);
      break;
    case 'Import':
      for (const alias of node.names) {
        collector.define(alias.asname ?? alias.name.split('.')[0], Use.LOCAL | Use.IMPORT);
      }
      break;
    case 'ImportFrom':
      if (isFutureImport(node) && !collector.module.body.includes(node)) collector.problems.syntax(node, LATE_FUTURE);
      for (const alias of node.names) {
        if (alias.name !== '*') {
          collector.define(alias.asname ?? alias.name, Use.LOCAL | Use.IMPORT);
        } else if (collector.scope.kind !== 'module') {
          collector.problems.syntax(
            node,
            "'import *' is only allowed at the top level of a program: name what you import.",
          );
        }
      }
      break;
    case 'Global':
    case 'Nonlocal':
      collectDeclaration(collector, node.type, node.names, node);
      break;
    case 'Expr':
      collector.expression(node.value);
      break;
    case 'Return':
      collector.optional(node.value);
      break;
    case 'Raise':
      collector.optional(node.exc);
      collector.optional(node.cause);
      break;
    case 'Assert':
      collector.expression(node.test);
      collector.optional(node.msg);
      break;
    case 'Pass':
    case 'Break':
    case 'Continue':
      break;
  }
}

/** What type parameters of a class leave for it and its bases. */
export const TYPE_PARAMETERS = '.type_params';
export const GENERIC_BASE = '.generic_base';

function collectClass(collector: Collector, node: ClassDef): void {
  const isGeneric = node.typeParams.length > 0;
  if (isGeneric) {
    collector.define(TYPE_PARAMETERS);
    collector.define(GENERIC_BASE);
  }
  collector.expressions(node.bases);
  for (const keyword of node.keywords) collector.expression(keyword.value);
  collector.within(node, 'class', node.name, () => {
    if (isGeneric) {
      collector.define(TYPE_PARAMETERS, Use.READ);
      collector.define('__type_params__');
    }
    collector.body(node.body);
  });
}

/** Parameters of the function that type parameters are: defaults are evaluated outside of it. */
export const DEFAULTS = '.defaults';
export const KEYWORD_DEFAULTS = '.kwdefaults';

function collectFunction(collector: Collector, node: FunctionDef): void {
  collector.define(node.name);
  collector.expressions(node.args.defaults);
  collector.expressions(node.args.keywordDefaults);
  collector.generic(node.name, node.typeParams, () => {
    if (node.typeParams.length > 0) {
      for (const name of givenDefaults(node.args)) {
        collector.define(name, Use.PARAMETER);
        collector.scope.parameters.push(name);
      }
    }
    collectSignatureAndBody(collector, node);
  });
}

/** Which of the two kinds of defaults there are. */
export function givenDefaults(args: Parameters): readonly string[] {
  const hasKeywords = args.keywordDefaults.some((value) => value !== null);
  return [...(args.defaults.length > 0 ? [DEFAULTS] : []), ...(hasKeywords ? [KEYWORD_DEFAULTS] : [])];
}

function collectSignatureAndBody(collector: Collector, node: FunctionDef): void {
  const { args } = node;
  const collectAnnotations = (): void => {
    for (const parameter of annotatedOrder(args)) collector.optional(parameter.annotation);
    collector.optional(node.returns);
  };
  if (!collector.defersAnnotations) collectAnnotations();
  else if (isAnnotated(node)) collector.annotations(args, collectAnnotations);
  collector.expressions(node.decorators);
  collector.within(node, 'function', node.name, () => {
    collector.parameters(args);
    collector.body(node.body);
  });
}

function isAnnotated(node: FunctionDef): boolean {
  return node.returns !== null || annotatedOrder(node.args).some((parameter) => parameter.annotation !== null);
}

/** The parameter of `__annotate__`: a name that no annotation can have. */
const FORMAT = '.format';

/** Parameters in the order in which their annotations are evaluated. */
export function annotatedOrder(args: Parameters): readonly Parameters['positional'][number][] {
  return [
    ...args.positionalOnly,
    ...args.positional,
    ...(args.varArgs === null ? [] : [args.varArgs]),
    ...args.keywordOnly,
    ...(args.varKeywords === null ? [] : [args.varKeywords]),
  ];
}

function collectAnnotation(collector: Collector, node: Extract<Statement, { type: 'AnnAssign' }>): void {
  const { target } = node;
  if (target.type === 'Name') {
    const { scope } = collector;
    const uses = scope.usesOf(scope.mangle(target.id));
    if (node.simple && uses & (Use.GLOBAL | Use.NONLOCAL) && scope.kind !== 'module') {
      const declared = uses & Use.GLOBAL ? 'global' : 'nonlocal';
      collector.problems.syntax(
        node,
        `The name '${target.id}' is ${declared} here and cannot be annotated: annotate it where it belongs.`,
      );
    }
    if (node.simple) collector.define(target.id, Use.LOCAL | Use.ANNOTATION);
    else if (node.value !== null) collector.define(target.id);
  } else {
    collector.target(target);
  }
  const { scope } = collector;
  if (!collector.defersAnnotations) collector.expression(node.annotation);
  else if (!scope.isFunctionLike && target.type === 'Name' && node.simple) {
    collector.annotations(scope, () => collector.expression(node.annotation));
    scope.annotations = collector.scopes.get(scope) ?? null;
  }
  collector.optional(node.value);
}

function collectDeclaration(
  collector: Collector,
  type: 'Global' | 'Nonlocal',
  names: readonly string[],
  span: Span,
): void {
  const word = type === 'Global' ? 'global' : 'nonlocal';
  const { scope, problems } = collector;
  if (type === 'Nonlocal' && scope.kind === 'module') {
    problems.syntax(
      span,
      "'nonlocal' is not allowed at the top level of a program: it names a variable of an enclosing function.",
    );
    return;
  }
  for (const name of names) {
    const uses = scope.usesOf(scope.mangle(name));
    if (uses & Use.PARAMETER) {
      problems.syntax(span, `The name '${name}' is a parameter and cannot be declared ${word}.`);
    } else if (uses & Use.ANNOTATION) {
      problems.syntax(span, `The name '${name}' is annotated and cannot be declared ${word}.`);
    } else if (uses & Use.LOCAL) {
      problems.syntax(span, `The name '${name}' is assigned to before its ${word} declaration: declare it first.`);
    } else if (uses & Use.READ) {
      problems.syntax(span, `The name '${name}' is used prior to its ${word} declaration: declare it first.`);
    } else if (uses & (type === 'Global' ? Use.NONLOCAL : Use.GLOBAL)) {
      problems.syntax(span, `The name '${name}' is nonlocal and global: keep one declaration.`);
    }
    collector.define(name, type === 'Global' ? Use.GLOBAL : Use.NONLOCAL);
    if (type === 'Nonlocal') {
      scope.nonlocals.set(scope.mangle(name), span);
    } else {
      scope.module.mark(scope.mangle(name), Use.GLOBAL);
    }
  }
}

function collectPattern(collector: Collector, pattern: Pattern): void {
  switch (pattern.type) {
    case 'MatchValue':
      collector.expression(pattern.value);
      break;
    case 'MatchSingleton':
      break;
    case 'MatchSequence':
    case 'MatchOr':
      for (const part of pattern.patterns) collectPattern(collector, part);
      break;
    case 'MatchStar':
      if (pattern.name !== null) collector.define(pattern.name);
      break;
    case 'MatchMapping':
      collector.expressions(pattern.keys);
      for (const part of pattern.patterns) collectPattern(collector, part);
      if (pattern.rest !== null) collector.define(pattern.rest);
      break;
    case 'MatchClass':
      collector.expression(pattern.cls);
      for (const part of pattern.patterns) collectPattern(collector, part);
      for (const part of pattern.keywordPatterns) collectPattern(collector, part);
      break;
    case 'MatchAs':
      if (pattern.pattern !== null) collectPattern(collector, pattern.pattern);
      if (pattern.name !== null) collector.define(pattern.name);
      break;
  }
}

function collectLambda(collector: Collector, node: Lambda): void {
  collector.expressions(node.args.defaults);
  collector.expressions(node.args.keywordDefaults);
  collector.within(node, 'lambda', '<lambda>', () => {
    collector.parameters(node.args);
    collector.expression(node.body);
  });
}

function collectExpression(collector: Collector, start: Expression): void {
  let node = start;
  // A long sum nests to the left: its right operands wait here, so that its length does not use up the stack.
  const rights: Expression[] = [];
  while (node.type === 'BinOp') {
    rights.push(node.right);
    node = node.left;
  }
  collectNode(collector, node);
  for (let index = rights.length - 1; index >= 0; index--) collector.expression(rights[index]);
}

function collectNode(collector: Collector, node: Expression): void {
  switch (node.type) {
    case 'Constant':
    case 'BinOp':
      break;
    case 'Name':
      collector.define(node.id, Use.READ);
      if (collector.scope.seenClass !== null) collector.scope.mark('__classdict__', Use.READ);
      // super() finds its class in the cell `__class__`.
      if (node.id === 'super' && collector.scope.isFunctionLike) collector.define('__class__', Use.READ);
      break;
    case 'UnaryOp':
      collector.expression(node.operand);
      break;
    case 'BoolOp':
    case 'JoinedStr':
      collector.expressions(node.values);
      break;
    case 'Compare':
      collector.expression(node.left);
      collector.expressions(node.comparators);
      break;
    case 'IfExp':
      collector.expressions([node.test, node.body, node.orelse]);
      break;
    case 'Lambda':
      collectLambda(collector, node);
      break;
    case 'NamedExpr':
      collectWalrus(collector, node);
      break;
    case 'Starred':
    case 'Attribute':
      collector.expression(node.value);
      break;
    case 'Call':
      collector.expression(node.func);
      collector.expressions(node.args);
      for (const keyword of node.keywords) collector.expression(keyword.value);
      break;
    case 'Subscript':
      collector.expressions([node.value, node.slice]);
      break;
    case 'Slice':
      collector.expressions([node.lower, node.upper, node.step]);
      break;
    case 'List':
    case 'Tuple':
    case 'Set':
      collector.expressions(node.elts);
      break;
    case 'Dict':
      collector.expressions(node.items.map((item) => item.key));
      collector.expressions(node.items.map((item) => item.value));
      break;
    case 'ListComp':
    case 'SetComp':
    case 'DictComp':
    case 'GeneratorExp':
      collectComprehension(collector, node);
      break;
    case 'Yield':
    case 'YieldFrom':
      collectYield(collector, node);
      collector.optional(node.value);
      break;
    case 'FormattedValue':
      collector.expression(node.value);
      collector.optional(node.formatSpec);
      break;
  }
}

function collectYield(collector: Collector, node: Span): void {
  const { scope } = collector;
  if (scope.comprehension !== null) {
    collector.problems.syntax(node, "A 'yield' cannot stand in a comprehension: write a loop in a function instead.");
  } else if (scope.isTypeScope) {
    collector.problems.syntax(node, `A yield expression cannot be used within ${scope.typeScopeName}.`);
  } else if (!scope.isFunctionLike) {
    collector.problems.syntax(node, "'yield' outside a function: it belongs in the body of a 'def'.");
  }
  scope.isGenerator = true;
}
