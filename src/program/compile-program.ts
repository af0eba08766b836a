import { compileModule } from './compiler/compile-module.ts';
import type { CodeObject, CompileResult, Diagnostic } from './code.ts';
import { checkFutureImports, hasTextAnnotations } from './future-imports.ts';
import { parseModule } from './parser/parse-module.ts';
import type { ParserOptions } from './parser/parser.ts';
import { Problem, ProblemList } from './problem.ts';
import { Collector } from './scopes/collect.ts';
import { resolveScopes } from './scopes/resolve.ts';
import { SourceText } from './source-text.ts';
import type { Module } from './syntax.ts';
import { tokenize } from './tokens/tokenize.ts';

export interface CompileOptions extends ParserOptions {
  /** Whether list, set and dict comprehensions are compiled into the code around them (3.12 and later). */
  readonly inlineComprehensions?: boolean;
  /** Whether a generator expression gets its first iterator itself, before it becomes a generator (3.15). */
  readonly iterateInGenerator?: boolean;
  /** Whether annotations are evaluated when they are asked for (3.14 and later). */
  readonly defersAnnotations?: boolean;
  /** The source is one expression, whose value the code returns: `compile(source, filename, 'eval')`. */
  readonly isExpression?: boolean;
}

/** More problems than this are not shown: the first ones are mostly the cause of the others. */
const mostDiagnostics = 5;

/**
 * Compiles a program (CPython 3.13's `compile(source, filename, 'exec')`).
 *
 * In: Python source and the name tracebacks show for it. Out: the code of the module, or the problems that keep it from
 * being compiled. Never throws, whatever the source.
 */
export function compileProgram(source: string, filename: string, options: CompileOptions = {}): CompileResult {
  const text = new SourceText(source);
  const problems = new ProblemList();
  try {
    const { tokens, problem } = tokenize(text.text);
    if (problem !== null) problems.add(problem);
    const module = parseModule(text.text, tokens, problems, options);
    // Behind the end of the tokens nothing is known: what the parser missed there is no news.
    if (problem !== null) problems.dropFrom(tokens[tokens.length - 1].from, problem);
    const mayBe = options.isExpression !== true || (module.body.length === 1 && module.body[0].type === 'Expr');
    if (problems.isEmpty && !mayBe) problems.add(new Problem({ from: 0, to: 0 }, 'invalid syntax'));
    if (problems.isEmpty) checkFutureImports(module, problems);
    if (problems.isEmpty) {
      const code = compileTree(module, text, filename, problems, options);
      if (code !== null) return { ok: true, code };
    }
  } catch (error) {
    if (error instanceof Problem) problems.add(error);
    else if (!isStackOverflow(error)) throw error;
    else problems.add(tooDeep());
  }
  const diagnostics = problems.sorted().slice(0, mostDiagnostics);
  return { ok: false, diagnostics: diagnostics.map((problem) => diagnosticOf(problem, text)) };
}

/** null when there are problems with names, or with what stands where. */
function compileTree(
  module: Module,
  text: SourceText,
  filename: string,
  problems: ProblemList,
  options: CompileOptions,
): CodeObject | null {
  const defersAnnotations = options.defersAnnotations === true && !hasTextAnnotations(module);
  const { scopes, outermost } = new Collector(module, problems, defersAnnotations);
  resolveScopes(outermost, options.inlineComprehensions ?? true, problems);
  if (!problems.isEmpty) return null;
  const code = compileModule(module, text, filename, scopes, problems, {
    iterateInGenerator: options.iterateInGenerator ?? false,
    defersAnnotations,
    isExpression: options.isExpression ?? false,
  });
  return problems.isEmpty ? code : null;
}

function tooDeep(): Problem {
  const span = { from: 0, to: 0 };
  return new Problem(span, 'The program is nested too deeply to be compiled: split it.', 'limit');
}

// Nesting is limited while parsing; this is for hosts whose stack is smaller than any we know.
function isStackOverflow(error: unknown): boolean {
  return error instanceof RangeError || (error instanceof Error && error.name === 'InternalError');
}

function diagnosticOf(problem: Problem, text: SourceText): Diagnostic {
  return {
    from: text.originalOffset(problem.from),
    to: text.originalOffset(problem.to),
    line: text.lineAt(problem.from),
    code: problem.code,
    message: problem.message,
  };
}
