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
    case 'Subscript': {
      const value = fold(node.value);
      return value === null ? null : foldItem(value, fold(node.slice));
    }
    default:
      return null;
  }
}

/** An item of a constant sequence. */
function foldItem(sequence: Literal, index: Literal | null): Literal | null {
  if (index?.kind !== 'int' || typeof index.value !== 'number') return null;
  switch (sequence.kind) {
    case 'tuple':
      return sequence.items.at(index.value) ?? null;
    case 'bytes': {
      const value = sequence.value.at(index.value);
      return value === undefined ? null : { kind: 'int', value };
    }
    case 'str': {
      const value = [...sequence.value].at(index.value);
      return value === undefined ? null : { kind: 'str', value };
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
  const integer = asInteger(operand);
  if (integer !== null) {
    if (op === 'INVERT') return operand.kind === 'int' ? integerLiteral(~integer) : null;
    return integerLiteral(op === 'NEGATIVE' ? -integer : integer);
  }
  if (operand.kind === 'float' && op !== 'INVERT') {
    return op === 'NEGATIVE' ? { kind: 'float', value: -operand.value } : operand;
  }
  // A negated imaginary number has a real part (-0.0), which a constant cannot hold.
  return null;
}

/** The value of an int, or of a bool, which is one. */
function asInteger(literal: Literal): bigint | null {
  switch (literal.kind) {
    case 'int':
      return BigInt(literal.value);
    case 'true':
      return 1n;
    case 'false':
      return 0n;
    default:
      return null;
  }
}

export function foldBinary(op: BinaryOperator, left: Literal, right: Literal): Literal | null {
  const leftInteger = asInteger(left);
  const rightInteger = asInteger(right);
  if (leftInteger !== null && rightInteger !== null) {
    const isLogical = left.kind !== 'int' && right.kind !== 'int' && /^(?:AND|OR|XOR)$/.test(op);
    return isLogical ? null : foldIntegers(op, leftInteger, rightInteger);
  }
  const sequence = foldSequences(op, left, right);
  if (sequence !== null) return sequence;
  const isNumber = (literal: Literal): boolean => literal.kind === 'int' || literal.kind === 'float';
  if (isNumber(left) && isNumber(right) && 'value' in left && 'value' in right) {
    return foldFloats(op, Number(left.value), Number(right.value));
  }
  return null;
}

/** Products and powers of more bits than this are left to the program, as in CPython. */
const maxBits = 128;

function foldIntegers(op: BinaryOperator, left: bigint, right: bigint): Literal | null {
  switch (op) {
    case 'ADD':
      return integerLiteral(left + right);
    case 'SUBTRACT':
      return integerLiteral(left - right);
    case 'MULTIPLY':
      return bits(left) + bits(right) > maxBits ? null : integerLiteral(left * right);
    case 'AND':
      return integerLiteral(left & right);
    case 'OR':
      return integerLiteral(left | right);
    case 'XOR':
      return integerLiteral(left ^ right);
    case 'LSHIFT':
      return right >= 0n && right + BigInt(bits(left)) <= BigInt(maxBits) ? integerLiteral(left << right) : null;
    case 'RSHIFT':
      return right >= 0n ? integerLiteral(left >> right) : null;
    case 'POWER':
      return right >= 0n && right * BigInt(bits(left)) <= BigInt(maxBits) ? integerLiteral(left ** right) : null;
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

/** Sequences get no longer than this by repetition, as in CPython. */
const longestRepeated = { str: 4096, bytes: 4096, tuple: 256 } as const;

function foldSequences(op: BinaryOperator, left: Literal, right: Literal): Literal | null {
  if (op === 'ADD') {
    if (left.kind === 'str' && right.kind === 'str') {
      return { kind: 'str', value: left.value + right.value };
    }
    if (left.kind === 'bytes' && right.kind === 'bytes') {
      return { kind: 'bytes', value: Uint8Array.from([...left.value, ...right.value]) };
    }
    if (left.kind === 'tuple' && right.kind === 'tuple') {
      return { kind: 'tuple', items: [...left.items, ...right.items] };
    }
  }
  if (op !== 'MULTIPLY') return null;
  if (left.kind === 'int') return right.kind === 'int' ? null : foldSequences(op, right, left);
  if (right.kind !== 'int' || typeof right.value !== 'number') return null;
  const times = Math.max(0, right.value);
  switch (left.kind) {
    case 'str':
      return left.value.length * times > longestRepeated.str ? null : { kind: 'str', value: left.value.repeat(times) };
    case 'bytes':
      return left.value.length * times > longestRepeated.bytes
        ? null
        : { kind: 'bytes', value: Uint8Array.from(repeated([...left.value], times)) };
    case 'tuple':
      return left.items.length * times > longestRepeated.tuple
        ? null
        : { kind: 'tuple', items: repeated(left.items, times) };
    default:
      return null;
  }
}

function repeated<Item>(items: readonly Item[], times: number): Item[] {
  return Array.from({ length: times }, () => items).flat();
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

function bits(value: bigint): number {
  return value === 0n ? 0 : (value < 0n ? -value : value).toString(2).length;
}

function isSafe(value: bigint): boolean {
  return Number.isSafeInteger(Number(value));
}

/** Python's `%`: the sign of the divisor. */
function floorRemainder(left: bigint, right: bigint): bigint {
  const remainder = left % right;
  return remainder !== 0n && remainder < 0n !== right < 0n ? remainder + right : remainder;
}
