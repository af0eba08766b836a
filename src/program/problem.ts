import type { Diagnostic } from './code.ts';
import type { Span } from './syntax.ts';

/**
 * A problem of the program text, thrown to leave the statement it stands in. It never leaves this folder: the parser
 * and `compileProgram` catch it and hand it on as a `Diagnostic`.
 */
export class Problem extends Error {
  readonly from: number;
  readonly to: number;
  readonly code: Diagnostic['code'];

  constructor(span: Span, message: string, code: Diagnostic['code'] = 'syntax') {
    super(message);
    this.from = span.from;
    this.to = Math.max(span.to, span.from);
    this.code = code;
  }
}

/** Gathers the problems of one compilation; the compiler goes on after those it can step over. */
export class ProblemList {
  #problems: Problem[] = [];

  get isEmpty(): boolean {
    return this.#problems.length === 0;
  }

  /** Whether there are more than anybody would read: time to give up. */
  get isFull(): boolean {
    return this.#problems.length >= 20;
  }

  add(problem: Problem): void {
    this.#problems.push(problem);
  }

  syntax(span: Span, message: string): void {
    this.add(new Problem(span, message));
  }

  unsupported(span: Span, message: string): void {
    this.add(new Problem(span, message, 'unsupported'));
  }

  /** Forgets the problems at or behind `offset`, but for `kept`. */
  dropFrom(offset: number, kept: Problem): void {
    this.#problems = this.#problems.filter((problem) => problem === kept || problem.from < offset);
  }

  /** In order of place, one for each place. */
  sorted(): readonly Problem[] {
    const sorted = [...this.#problems].sort((a, b) => a.from - b.from || a.to - b.to);
    return sorted.filter((problem, index) => index === 0 || problem.from !== sorted[index - 1].from);
  }
}
