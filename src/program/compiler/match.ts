import type { Label } from '../assembler/instruction.ts';
import { Op } from '../instructions.ts';
import type { Match, MatchCase } from '../syntax.ts';
import { emitName } from './names.ts';
import { isWildcard, PatternContext } from './pattern-context.ts';
import { emitPattern } from './patterns.ts';
import type { Unit } from './unit.ts';

/** CPython's `compiler_match`: the subject waits on the stack while one case after the other is tried. */
export function emitMatch(unit: Unit, node: Match): void {
  const end = unit.newLabel();
  unit.expression(node.subject);
  const last = node.cases[node.cases.length - 1];
  const hasDefault = isWildcard(last.pattern) && node.cases.length > 1;
  const tried = hasDefault ? node.cases.slice(0, -1) : node.cases;
  tried.forEach((matchCase, index) => {
    // The last one that is tried uses up the subject.
    emitCase(unit, matchCase, index < tried.length - 1, end);
  });
  if (hasDefault) {
    unit.line(last);
    if (last.guard !== null) unit.jumpIf(last.guard, end, false);
    unit.body(last.body);
  }
  unit.bind(end);
}

function emitCase(unit: Unit, node: MatchCase, keepsSubject: boolean, end: Label): void {
  const { pattern, guard, body } = node;
  unit.line(node);
  const context = new PatternContext(unit);
  if (keepsSubject) unit.emit(Op.COPY, 1, pattern);
  emitPattern(unit, pattern, context);
  for (const name of context.stores) emitName(unit, 'store', name, pattern);
  if (guard !== null) unit.jumpIf(guard, context.failure(0), false);
  if (keepsSubject) unit.emit(Op.POP_TOP, 0, pattern);
  unit.body(body);
  unit.jump(Op.JUMP, end, body.at(-1) ?? node);
  context.emitFailures(pattern);
}
