import type { Label } from '../assembler/instruction.ts';
import { Op } from '../instructions.ts';
import type { Pattern, Span } from '../syntax.ts';
import type { Unit } from './unit.ts';

/**
 * What is on the stack while a pattern is tried (CPython's `pattern_context`), bottom to top:
 *
 *     … captured values, in the order of `stores` reversed | `onTop` values still to be matched | what is matched now
 *
 * A pattern that fails jumps to the label that drops as many values as there are.
 */
export class PatternContext {
  readonly unit: Unit;
  /** Names whose captured values are on the stack; they are stored only when the whole pattern has matched. */
  readonly stores: string[] = [];
  onTop = 0;
  readonly #failures: Label[] = [];

  constructor(unit: Unit) {
    this.unit = unit;
  }

  /** Where to go on failure with `drops` values to drop. */
  failure(drops: number): Label {
    while (this.#failures.length <= drops) this.#failures.push(this.unit.newLabel());
    return this.#failures[drops];
  }

  /** Jumps with `op` to where everything the pattern left on the stack is dropped. */
  jumpToFailure(op: number, span: Span): void {
    this.unit.jump(op, this.failure(this.onTop + this.stores.length), span);
  }

  /** The landing places of failures, most drops first; the code that follows is where the next thing is tried. */
  emitFailures(span: Span): void {
    for (let drops = this.#failures.length - 1; drops >= 0; drops--) {
      this.unit.bind(this.#failures[drops]);
      if (drops > 0) this.unit.emit(Op.POP_TOP, 0, span);
    }
  }

  /** Puts the top of the stack below everything that is to be kept, to be stored as `name` later. */
  capture(name: string | null, span: Span): void {
    if (name === null) {
      this.unit.emit(Op.POP_TOP, 0, span);
      return;
    }
    this.refuseDuplicate(name, span);
    rotate(this.unit, this.onTop + this.stores.length + 1, span);
    this.stores.push(name);
  }

  refuseDuplicate(name: string, span: Span): void {
    if (this.stores.includes(name)) {
      this.unit.program.problems.syntax(span, `The name '${name}' is captured twice in one pattern: use another.`);
    }
  }
}

/** Moves the top of the stack below the `count - 1` values under it. */
export function rotate(unit: Unit, count: number, span: Span): void {
  for (let depth = count; depth > 1; depth--) unit.emit(Op.SWAP, depth, span);
}

export function isWildcard(pattern: Pattern): boolean {
  return pattern.type === 'MatchAs' && pattern.pattern === null && pattern.name === null;
}

export function isStarWildcard(pattern: Pattern): boolean {
  return pattern.type === 'MatchStar' && pattern.name === null;
}
