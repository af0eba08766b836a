import { integerLiteral } from '../literals/number-literal.ts';
import type { BinaryOperator, Expression, Literal, UnaryOperator } from '../syntax.ts';

/**
 * The value of an expression that is known before the program runs, or null: literals, tuples of such, signs, and
 * arithmetic of numbers (a part of CPython 3.13's Python/ast_opt.c).
 */
export function fold(node: Expression): Literal | null {
  switch (node.type) {
    case 'Constant':
      return node.value;
    case 'Name':
      return node.id === '__debug__' ? { kind: 'true' } : null;
    case 'Tuple': {
      const items = foldAll(node.elts);
      return items === null ? null : { kind: 'tuple', items };
    }
    case 'UnaryOp': {
      const operand = fold(node.operand);
      return operand === null ? null : foldUnary(node.op, operand);
    }
    case 'BinOp': {
      // A long sum nests to the left; its first operand mostly tells that it is not constant.
      const spine = [node];
      let first = node.left;
      for (; first.type === 'BinOp'; first = first.left) spine.push(first);
      let value = fold(first);
      for (let index = spine.length - 1; index >= 0 && value !== null; index--) {
        const right = fold(spine[index].right);
        value = right === null ? null : foldBinary(spine[index].op, value, right);
      }
      return value;
    }
    default:
      return null;
  }
}

export function foldAll(nodes: readonly Expression[]): readonly Literal[] | null {
  const values: Literal[] = [];
  for (const node of nodes) {
    const value = fold(node);
    if (value === null) return null;
    values.push(value);
  }
  return values;
}

/** Python's truth of a literal. */
export function isTrue(literal: Literal): boolean {
  switch (literal.kind) {
    case 'none':
    case 'false':
      return false;
    case 'true':
    case 'ellipsis':
      return true;
    case 'int':
    case 'float':
      return Boolean(literal.value);
    case 'complex':
      return literal.imag !== 0;
    case 'str':
    case 'bytes':
      return literal.value.length > 0;
    case 'tuple':
    case 'frozenset':
      return literal.items.length > 0;
  }
}

function foldUnary(op: UnaryOperator, operand: Literal): Literal | null {
  if (op === 'NOT') return { kind: isTrue(operand) ? 'false' : 'true' };
  if (operand.kind === 'int') {
    if (op === 'POSITIVE') return operand;
    const value = BigInt(operand.value);
    return integerLiteral(op === 'NEGATIVE' ? -value : ~value);
  }
  if (operand.kind === 'float' && op !== 'INVERT') {
    return op === 'NEGATIVE' ? { kind: 'float', value: -operand.value } : operand;
  }
  // A negated imaginary number has a real part (-0.0), which a constant cannot hold.
  return null;
}

/** Integers of at most this many bits come out of folding, as in CPython. */
const maxBits = 128n;

export function foldBinary(op: BinaryOperator, left: Literal, right: Literal): Literal | null {
  if (left.kind === 'int' && right.kind === 'int') {
    return foldIntegers(op, BigInt(left.value), BigInt(right.value));
  }
  const isNumber = (literal: Literal): boolean => literal.kind === 'int' || literal.kind === 'float';
  if (isNumber(left) && isNumber(right) && 'value' in left && 'value' in right) {
    return foldFloats(op, Number(left.value), Number(right.value));
  }
  return null;
}

function foldIntegers(op: BinaryOperator, left: bigint, right: bigint): Literal | null {
  switch (op) {
    case 'ADD':
      return integerLiteral(left + right);
    case 'SUBTRACT':
      return integerLiteral(left - right);
    case 'MULTIPLY':
      return bounded(left * right);
    case 'AND':
      return integerLiteral(left & right);
    case 'OR':
      return integerLiteral(left | right);
    case 'XOR':
      return integerLiteral(left ^ right);
    case 'LSHIFT':
      return right >= 0n && right <= maxBits ? bounded(left << right) : null;
    case 'RSHIFT':
      return right >= 0n ? integerLiteral(left >> right) : null;
    case 'POWER':
      return right >= 0n && right <= maxBits && absolute(left) < 1n << 32n ? bounded(left ** right) : null;
    case 'FLOOR_DIVIDE':
      return right === 0n ? null : integerLiteral((left - floorRemainder(left, right)) / right);
    case 'REMAINDER':
      return right === 0n ? null : integerLiteral(floorRemainder(left, right));
    case 'TRUE_DIVIDE':
      return right !== 0n && isSafe(left) && isSafe(right)
        ? { kind: 'float', value: Number(left) / Number(right) }
        : null;
    case 'MATRIX_MULTIPLY':
      return null;
  }
}

function foldFloats(op: BinaryOperator, left: number, right: number): Literal | null {
  switch (op) {
    case 'ADD':
      return { kind: 'float', value: left + right };
    case 'SUBTRACT':
      return { kind: 'float', value: left - right };
    case 'MULTIPLY':
      return { kind: 'float', value: left * right };
    case 'TRUE_DIVIDE':
      return right === 0 ? null : { kind: 'float', value: left / right };
    default:
      return null;
  }
}

function absolute(value: bigint): bigint {
  return value < 0n ? -value : value;
}

function bounded(value: bigint): Literal | null {
  return absolute(value) < 1n << maxBits ? integerLiteral(value) : null;
}

function isSafe(value: bigint): boolean {
  return Number.isSafeInteger(Number(value));
}

/** Python's `%`: the sign of the divisor. */
function floorRemainder(left: bigint, right: bigint): bigint {
  const remainder = left % right;
  return remainder !== 0n && remainder < 0n !== right < 0n ? remainder + right : remainder;
}
