import { Op } from '../instructions.ts';
import type { For, If, Span, While } from '../syntax.ts';
import { asIterated } from './displays.ts';
import { emitUnwind, emitUnwindOne } from './frame-blocks.ts';
import type { Unit } from './unit.ts';

export function emitIf(unit: Unit, node: If): void {
  const end = unit.newLabel();
  node.branches.forEach((branch, index) => {
    const next = unit.newLabel();
    if (index > 0) unit.line(branch.test);
    unit.jumpIf(branch.test, next, false);
    unit.body(branch.body);
    const isLast = index === node.branches.length - 1 && node.orelse.length === 0;
    if (!isLast) unit.jump(Op.JUMP, end, branch.body.at(-1) ?? branch);
    unit.bind(next);
  });
  unit.body(node.orelse);
  unit.bind(end);
}

export function emitFor(unit: Unit, node: For): void {
  const again = unit.newLabel();
  const start = unit.newLabel();
  const exhausted = unit.newLabel();
  const exit = unit.newLabel();
  unit.expression(asIterated(node.iter));
  unit.emit(Op.GET_ITER, 0, node.iter);
  // The first FOR_ITER belongs to the step that evaluated the iterable; each later one is a step of its own.
  unit.jump(Op.JUMP, start, node.iter);
  unit.bind(again);
  unit.line(node);
  unit.bind(start);
  unit.jump(Op.FOR_ITER, exhausted, node.iter);
  unit.enter({ kind: 'for', start: again, exit, outer: unit.handler }, node);
  unit.store(node.target);
  unit.body(node.body);
  unit.jump(Op.JUMP_BACKWARD, again, node.body.at(-1) ?? node);
  unit.blocks.pop();
  unit.bind(exhausted);
  unit.body(node.orelse);
  unit.bind(exit);
}

export function emitWhile(unit: Unit, node: While): void {
  const again = unit.newLabel();
  const done = unit.newLabel();
  const exit = unit.newLabel();
  unit.bind(again);
  unit.line(node);
  unit.enter({ kind: 'while', start: again, exit, outer: unit.handler }, node);
  unit.jumpIf(node.test, done, false);
  unit.body(node.body);
  unit.jump(Op.JUMP_BACKWARD, again, node.body.at(-1) ?? node);
  unit.blocks.pop();
  unit.bind(done);
  unit.body(node.orelse);
  unit.bind(exit);
}

function innermostLoop(unit: Unit): number {
  return unit.blocks.findLastIndex((block) => block.kind === 'for' || block.kind === 'while');
}

export function emitBreak(unit: Unit, span: Span): void {
  const depth = innermostLoop(unit);
  const loop = unit.blocks[depth];
  if (loop?.kind !== 'for' && loop?.kind !== 'while') {
    unit.program.problems.syntax(span, "'break' outside a loop: it ends the 'for' or 'while' it stands in.");
    return;
  }
  const { handler } = unit;
  emitUnwind(unit, depth + 1, false, span);
  emitUnwindOne(unit, loop, false, span);
  unit.jump(Op.JUMP, loop.exit, span);
  unit.handler = handler;
}

export function emitContinue(unit: Unit, span: Span): void {
  const depth = innermostLoop(unit);
  const loop = unit.blocks[depth];
  if (loop?.kind !== 'for' && loop?.kind !== 'while') {
    unit.program.problems.syntax(
      span,
      "'continue' outside a loop: it starts the next round of the 'for' or 'while' it stands in.",
    );
    return;
  }
  const { handler } = unit;
  emitUnwind(unit, depth + 1, false, span);
  unit.jump(Op.JUMP_BACKWARD, loop.start, span);
  unit.handler = handler;
}
