import type { Label } from '../assembler/instruction.ts';
import { BinaryOp, CompareOp, Op } from '../instructions.ts';
import type { BinOp, BoolOp, Compare, CompareOperator, Expression, IfExp, Span, UnaryOp } from '../syntax.ts';
import { asIterated } from './displays.ts';
import { fold, foldBinary, isTrue } from './fold.ts';
import { percentFormat } from './percent-format.ts';
import type { Unit } from './unit.ts';

/** A chain of binary operators nests to the left: emitted from the innermost, without recursion on its length. */
export function emitBinary(unit: Unit, node: BinOp): void {
  const formatted = percentFormat(node);
  if (formatted !== null) {
    unit.expression(formatted);
    return;
  }
  const spine = [node];
  let first = node.left;
  for (; first.type === 'BinOp' && percentFormat(first) === null; first = first.left) spine.push(first);
  let constant = fold(first);
  let span: Span = first;
  let index = spine.length - 1;
  for (; index >= 0 && constant !== null; index--) {
    const right = fold(spine[index].right);
    const value = right === null ? null : foldBinary(spine[index].op, constant, right);
    if (value === null) break;
    constant = value;
    span = spine[index];
  }
  if (constant !== null) unit.constant(constant, span);
  else unit.expression(first);
  for (; index >= 0; index--) {
    unit.expression(spine[index].right);
    unit.emit(Op.BINARY_OP, BinaryOp[spine[index].op], spine[index]);
  }
}

/** `and` and `or` as values: the operand that decides is the result. */
export function emitBoolean(unit: Unit, node: BoolOp): void {
  const end = unit.newLabel();
  const jump = node.op === 'and' ? Op.POP_JUMP_IF_FALSE : Op.POP_JUMP_IF_TRUE;
  for (const value of node.values.slice(0, -1)) {
    unit.expression(value);
    unit.emit(Op.COPY, 1, node);
    unit.jump(jump, end, node);
    unit.emit(Op.POP_TOP, 0, node);
  }
  unit.expression(node.values[node.values.length - 1]);
  unit.bind(end);
}

export function emitConditional(unit: Unit, node: IfExp): void {
  const otherwise = unit.newLabel();
  const end = unit.newLabel();
  unit.jumpIf(node.test, otherwise, false);
  unit.expression(node.body);
  unit.jump(Op.JUMP, end, node);
  unit.bind(otherwise);
  unit.expression(node.orelse);
  unit.bind(end);
}

function emitCompareOperator(unit: Unit, op: CompareOperator, span: Span): void {
  switch (op) {
    case 'IS':
      unit.emit(Op.IS_OP, 0, span);
      break;
    case 'IS_NOT':
      unit.emit(Op.IS_OP, 1, span);
      break;
    case 'IN':
      unit.emit(Op.CONTAINS_OP, 0, span);
      break;
    case 'NOT_IN':
      unit.emit(Op.CONTAINS_OP, 1, span);
      break;
    default:
      unit.emit(Op.COMPARE_OP, CompareOp[op], span);
  }
}

/** `in [1, 2]` looks in a tuple, `in {1, 2}` in a frozenset, when it is the last comparison of its chain. */
function lastComparator(node: Compare): Expression {
  const last = node.ops.length - 1;
  const comparator = node.comparators[last];
  return node.ops[last] === 'IN' || node.ops[last] === 'NOT_IN' ? asIterated(comparator) : comparator;
}

const inverses: Partial<Record<CompareOperator, CompareOperator>> = {
  IS: 'IS_NOT',
  IS_NOT: 'IS',
  IN: 'NOT_IN',
  NOT_IN: 'IN',
};

/** `not a in b` is `a not in b`; null when `node` is nothing like it. */
export function invertedComparison(node: UnaryOp): Compare | null {
  const { operand } = node;
  if (node.op !== 'NOT' || operand.type !== 'Compare' || operand.ops.length !== 1) return null;
  const inverse = inverses[operand.ops[0]];
  return inverse === undefined ? null : { ...operand, ops: [inverse], from: node.from, to: node.to };
}

export function emitComparison(unit: Unit, node: Compare): void {
  const last = node.ops.length - 1;
  unit.expression(node.left);
  if (last === 0) {
    unit.expression(lastComparator(node));
    emitCompareOperator(unit, node.ops[0], node);
    return;
  }
  const cleanup = unit.newLabel();
  const end = unit.newLabel();
  emitLinks(unit, node, () => {
    unit.emit(Op.COPY, 1, node);
    unit.jump(Op.POP_JUMP_IF_FALSE, cleanup, node);
    unit.emit(Op.POP_TOP, 0, node);
  });
  unit.expression(lastComparator(node));
  emitCompareOperator(unit, node.ops[last], node);
  unit.jump(Op.JUMP, end, node);
  unit.bind(cleanup);
  unit.emit(Op.SWAP, 2, node);
  unit.emit(Op.POP_TOP, 0, node);
  unit.bind(end);
}

/** All comparisons of a chain but the last; each leaves its right operand for the next below its own result. */
function emitLinks(unit: Unit, node: Compare, leaveWhenFalse: () => void): void {
  for (let index = 0; index < node.ops.length - 1; index++) {
    unit.expression(node.comparators[index]);
    unit.emit(Op.SWAP, 2, node);
    unit.emit(Op.COPY, 2, node);
    emitCompareOperator(unit, node.ops[index], node);
    leaveWhenFalse();
  }
}

/** Jumps to `label` when the truth of `node` is `when` (CPython's `compiler_jump_if`). */
export function emitJumpIf(unit: Unit, node: Expression, label: Label, when: boolean): void {
  const constant = fold(node);
  if (constant !== null) {
    if (isTrue(constant) === when) unit.jump(Op.JUMP, label, node);
    return;
  }
  switch (node.type) {
    case 'UnaryOp':
      if (node.op === 'NOT' && invertedComparison(node) === null) {
        emitJumpIf(unit, node.operand, label, !when);
        return;
      }
      break;
    case 'BoolOp': {
      const decides = node.op === 'or';
      const next = decides === when ? label : unit.newLabel();
      for (const value of node.values.slice(0, -1)) emitJumpIf(unit, value, next, decides);
      emitJumpIf(unit, node.values[node.values.length - 1], label, when);
      if (next !== label) unit.bind(next);
      return;
    }
    case 'IfExp': {
      const otherwise = unit.newLabel();
      const end = unit.newLabel();
      emitJumpIf(unit, node.test, otherwise, false);
      emitJumpIf(unit, node.body, label, when);
      unit.jump(Op.JUMP, end, node);
      unit.bind(otherwise);
      emitJumpIf(unit, node.orelse, label, when);
      unit.bind(end);
      return;
    }
    case 'Compare':
      if (node.ops.length > 1) {
        emitChainJump(unit, node, label, when);
        return;
      }
      break;
    default:
  }
  unit.expression(node);
  unit.jump(when ? Op.POP_JUMP_IF_TRUE : Op.POP_JUMP_IF_FALSE, label, node);
}

function emitChainJump(unit: Unit, node: Compare, label: Label, when: boolean): void {
  const cleanup = unit.newLabel();
  const end = unit.newLabel();
  unit.expression(node.left);
  emitLinks(unit, node, () => unit.jump(Op.POP_JUMP_IF_FALSE, cleanup, node));
  unit.expression(lastComparator(node));
  emitCompareOperator(unit, node.ops[node.ops.length - 1], node);
  unit.jump(when ? Op.POP_JUMP_IF_TRUE : Op.POP_JUMP_IF_FALSE, label, node);
  unit.jump(Op.JUMP, end, node);
  unit.bind(cleanup);
  unit.emit(Op.POP_TOP, 0, node);
  if (!when) unit.jump(Op.JUMP, label, node);
  unit.bind(end);
}
